import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import type { MemoryFileSystem } from './memoryFileSystem.ts';

/** A site with a theme, in the folder `site`. */
export const mill = `
-- site/hugo.toml --
title = "Mill"
theme = "stone"
[module.hugoVersion]
min = "0.112.0"
-- site/themes/stone/layouts/shortcodes/box.html --
{{ .Inner }}
-- site/themes/stone/layouts/shortcodes/figure.html --
{{/* A figure of the theme */}}
-- site/layouts/shortcodes/box.html --
{{ .Get 0 }}
-- site/content/_index.md --
---
title: Home
---
-- site/content/blog/a.md --
---
title: A
tags: [stone, water]
---
{{< box >}}
-- site/content/blog/pictures/index.md --
+++
title = "P"
tags = ["water"]
+++
{{< box >}}{{< box >}}
-- site/content/blog/pictures/photo.jpg --
-- site/README.md --
`;

export function titles(snapshot: SiteSnapshot): string[] {
  return snapshot
    .values('title', 1000)
    .map(({ value }) => value)
    .sort();
}

export function page(title: string): string {
  return `---\ntitle: ${title}\n---\n`;
}

/** Writes files of the site; `undefined` deletes one. */
export function edit(memory: MemoryFileSystem, files: Readonly<Record<string, string | undefined>>): void {
  for (const [path, text] of Object.entries(files)) {
    memory.write(`site/${path}`, text);
  }
}
