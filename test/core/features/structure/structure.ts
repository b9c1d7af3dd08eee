// How the tests show what an editor gets of the structure of a page.
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../../server/src/core/features/structure/documentSymbols.ts';
import { pageOf, siteOf } from '../../../support/site.ts';
import type { PageDocument } from '../../../../server/src/core/site/pageDocument.ts';

/** Shortcodes that enclose something and others, keys that are read and others. */
export const pier = siteOf(`
-- hugo.toml --
[taxonomies]
tag = "tags"
-- layouts/_default/single.html --
{{ .Title }}{{ .Params.mood }}{{ range $key, $value := .Params.facts }}{{ $key }}{{ end }}{{ .Content }}
-- layouts/shortcodes/box.html --
<div class="{{ .Get "color" }}">{{ .Inner }}</div>
-- layouts/shortcodes/nav/item-card.html --
<b>{{ .Inner }}</b>
-- layouts/shortcodes/boat.html --
{{ $name := .Get 0 | default (.Get "name") }}{{ $name }}{{ .Get 1 }}
-- layouts/shortcodes/mast.html --
{{ $color := .Get 0 }}{{ $height := .Get 1 | default "3" }}{{ $both := printf "%s%s" $color (.Get 2) }}{{ $both }}{{ $height }}
-- content/boats/_index.md --
---
title: All boats
---
-- content/boats/first.md --
---
title: The first boat
tags: [Sail, tar]
---
## Building a hull

### Ribs
-- content/boats/second.md --
---
title: Boathouse
tags: [sail]
---
## Hull and keel
-- content/tags/tar/_index.md --
---
title: Tar and pitch
---
`);

export function openPage(text: string, path = 'content/a.md'): PageDocument {
  return pageOf(pier, path, text);
}

/** The tree, indented; behind each name its detail and the lines (one-based) that it covers. */
export function outline(text: string, headings = true): string[] {
  const translate = (template: string): string => template;
  return shown(documentSymbols(pier, openPage(text), { translate, headings }), '');
}

function shown(symbols: readonly DocumentSymbol[], indent: string): string[] {
  return symbols.flatMap(({ name, detail, range, children }) => [
    [`${indent}${name}`, detail, linesOf(range)].filter(Boolean).join(' · '),
    ...shown(children ?? [], `${indent}  `),
  ]);
}

function linesOf({ start, end }: Range): string {
  return start.line === end.line
    ? String(start.line + 1)
    : `${String(start.line + 1)}-${String(end.line + 1)}`;
}
