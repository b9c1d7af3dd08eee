import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';

/** A site that says something of its content with everything that can. */
export const farm = `
-- site/hugo.toml --
theme = "stone"
-- site/themes/stone/layouts/_default/single.html --
{{ .Params.stone }}
-- site/themes/stone/archetypes/default.md --
---
stone: x
---
-- site/themes/stone/static/img/theme.png --
-- site/layouts/_default/single.html --
{{ .Params.card }}
-- site/layouts/shortcodes/box.html --
{{ partial "part.html" . }}
-- site/layouts/shortcodes/deep.html --
{{ partial "outer" . }}
-- site/layouts/shortcodes/plain.html --
{{ .Get "plain" }}
-- site/layouts/partials/part.html --
{{ .Get "a" }}
-- site/layouts/partials/outer.html --
{{ partial "part" . }}
-- site/archetypes/blogg.md --
---
title: x
---
-- site/data/authors/jane.yaml --
name: Jane
-- site/static/img/a.png --
-- site/assets/js/a.js --
-- site/content/a.md --
---
title: A
---
`;

export const argumentsOf = (snapshot: SiteSnapshot, name: string): unknown =>
  snapshot.shortcode(name)?.signature?.arguments.map(({ key }) => key);
