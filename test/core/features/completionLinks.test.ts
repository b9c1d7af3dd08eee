// Where a link is being typed: which pages, files and headings are offered there, and what is then written.
import { expect, test } from 'vitest';
import { complete, linkedFile } from '../../../server/src/core/features/complete.ts';
import { checkCompletion, completionList, suggestions, vscode } from '../../support/checks.ts';
import { takeCursor } from '../../support/marks.ts';
import { hugo, pageOf, siteOf } from '../../support/site.ts';

const site = siteOf(`
-- hugo.toml --
baseURL = "https://example.org/"
defaultContentLanguage = "sv"
[languages.sv]
[languages.nb]
languageName = "Norsk"
[taxonomies]
tag = "tags"
[permalinks]
news = "/nytt/:slug/"
-- content/blogg/ett.md --
---
title: Ett
---
[Kvarnen](/kvarn/om/) [Mjöl](/kvarn/mjol/)
![](/img/kvarn/hjul.jpg)
-- content/blogg/resa/index.md --
---
title: Resa
tags: [vatten]
---
-- content/blogg/resa/karta.png --
-- content/blogg/resa/rutt.gpx --
-- content/kvarn/_index.md --
---
title: Kvarnen
---
-- content/kvarn/om.md --
---
title: Om kvarnen
---
## Hjulet
## Dammen (stora)
## Hjulet
-- content/kvarn/om.nb.md --
---
title: Om mølla
---
-- content/kvarn/mjol.md --
---
title: Mjöl och gryn
draft: true
---
-- content/kvarn/a (b).md --
---
title: Parentes
url: /kvarn/a (b)/
---
-- content/news/fest.md --
---
title: Fest
slug: stor-fest
---
-- static/img/kvarn/hjul.jpg --
-- static/img/kvarn/damm.jpg --
-- static/files/priser.pdf --
`);

test.each([
  ['a destination', '[x](om kv█)', 'Om kvarnen', '[x](/kvarn/om/)'],
  ['a destination that is not closed yet', '[x](om█', 'Om kvarnen', '[x](/kvarn/om/)'],
  ['one with text behind it on the line', '[x](om█ och mer', 'Om kvarnen', '[x](/kvarn/om/) och mer'],
  ['the rest of what is written', '[x](/kva█rn/gammal/) och', 'Om kvarnen', '[x](/kvarn/om/) och'],
  ['what stands before a title', '[x](om█ "Titel")', 'Om kvarnen', '[x](/kvarn/om/ "Titel")'],
  ['a destination in angle brackets', '[x](<om█', 'Om kvarnen', '[x](</kvarn/om/>)'],
  ['the last part of its path', '[x](mjo█)', 'Mjöl och gryn', '[x](/kvarn/mjol/)'],
  ['its path from the root', '[x](/kvarn/m█)', 'Mjöl och gryn', '[x](/kvarn/mjol/)'],
  ['its path from the page', '[x](../resa█)', 'Resa', '[x](../resa/)'],
  ['any word of its title', '[x](gryn█)', 'Mjöl och gryn', '[x](/kvarn/mjol/)'],
  ['the address that a pattern gives it', '[x](fes█)', 'Fest', '[x](/nytt/stor-fest/)'],
  ['signs that would end a destination', '[x](par█)', 'Parentes', '[x](/kvarn/a%20%28b%29/)'],
  ['a definition', '[x]: om█', 'Om kvarnen', '[x]: /kvarn/om/'],
  ['a definition in a quotation', '> [x]: om█', 'Om kvarnen', '> [x]: /kvarn/om/'],
  ['an attribute', '<a href="om█">x</a>', 'Om kvarnen', '<a href="/kvarn/om/">x</a>'],
  ['an attribute without its second quote', '<a href="om█', 'Om kvarnen', '<a href="/kvarn/om/"'],
  ['a link around a picture', '[![a](b.png)](om█)', 'Om kvarnen', '[![a](b.png)](/kvarn/om/)'],
  ['a reference', '{{< ref "om█" >}}', 'Om kvarnen', '{{< ref "/kvarn/om" >}}'],
  ['a reference by name', '{{% relref path="om█" %}}', 'Om kvarnen', '{{% relref path="/kvarn/om" %}}'],
  ['a reference without quotes', '{{< ref █ >}}', 'Om kvarnen', '{{< ref "/kvarn/om" >}}'],
  [
    'a reference that the editor closes',
    '[x]({{< ref "om█>}})',
    'Om kvarnen',
    '[x]({{< ref "/kvarn/om" >}})',
  ],
  ['a reference that nothing closes', '{{< ref "om█', 'Om kvarnen', '{{< ref "/kvarn/om" >}}'],
  ['a list of a folder without a page of its own', '[x](blo█)', 'blogg', '[x](/blogg/)'],
  ['a list of a term', '[x](vat█)', 'vatten', '[x](/tags/vatten/)'],
  ['a page of another language', '[x](om m█)', 'Om mølla', '[x](/nb/kvarn/om/)'],
  ['a heading of the page itself', '## Å så\n\n[x](#█)', 'Å så', '## Å så\n\n[x](#å-så)'],
])('%s', (_, marked, label, expected) => {
  checkCompletion(marked, label, expected, { site });
});

test.each([
  ['pictures alone', '![x](█)', ['/img/kvarn/damm.jpg', '/img/kvarn/hjul.jpg', '/files/', '/img/']],
  ['pictures for the tag of one', '<img src="/img/kvarn/█">', ['/img/kvarn/damm.jpg', '/img/kvarn/hjul.jpg']],
  ['a picture by its name', '![x](hju█)', ['/img/kvarn/hjul.jpg']],
  ['files by their name', '[x](pri█)', ['/files/priser.pdf']],
])('%s', (_, marked, labels) => {
  expect(suggestions(marked, { site })).toEqual(labels);
});

test('a bundle offers its own files first, as the page names them', () => {
  const page = { site, path: 'content/blogg/resa/index.md' };
  expect(suggestions('![x](█)', page)[0]).toBe('karta.png');
  expect(suggestions('[x](rut█)', page)).toEqual(['rutt.gpx']);
});

test('a folder is left open', () => {
  checkCompletion('![x](/im█)', '/img/', '![x](/img/${0})', { site });
  checkCompletion('![x](/im█', '/img/', '![x](/img/${0})', { site });
});

test.each([
  ['running text', 'Om kv█'],
  ['parentheses', 'Kvarnen (om█)'],
  ['code', '`[x](om█)`'],
  ['a block of code', '```\n[x](om█)\n```'],
  ['the title of a link', '[x](/kvarn/ "om█")'],
  ['an address elsewhere', '[x](https://om█)'],
  ['a footnote', '[^1]: om█'],
  ['behind a link', '[x](/kvarn/) om█'],
])('nothing in %s', (_, marked) => {
  expect(suggestions(marked, { site })).toEqual([]);
});

test('an item says the address, the language and what keeps readers away', () => {
  const { items } = completionList('[x](om m█)', { site });
  expect(items.find(({ label }) => label === 'Om mølla')?.detail).toBe('/nb/kvarn/om/ · Norsk');
  const { items: drafts } = completionList('[x](mjö█)', { site });
  expect(drafts.map(({ detail }) => detail)).toEqual(['/kvarn/mjol/ · a draft']);
});

test.each([
  ['what the text of the link says', '[Mjöl från oss](█)', 'Mjöl och gryn'],
  ['the same for a reference', '[Mjöl från oss]({{< ref "█" >}})', 'Mjöl och gryn'],
  ['the text of links through a definition', '[våra gryn][g]\n\n[g]: █', 'Mjöl och gryn'],
])('%s comes first among pages that are published alike', (_, marked, label) => {
  const published = siteOf(`
-- content/kvarn/om.md --
---
title: Om kvarnen
---
-- content/kvarn/mjol.md --
---
title: Mjöl och gryn
---
-- content/blogg/ett.md --
---
title: Ett
---
[a](/kvarn/om/)
`);
  expect(suggestions(marked, { site: published, path: 'content/blogg/ny.md' })[0]).toBe(label);
});

test.each(['om', '/kvarn/om'])('pages of the language of the page come first: %s', (typed) => {
  const labels = suggestions(`[x](${typed}█)`, { site, path: 'content/blogg/ett.nb.md' });
  expect(labels).toContain('Om mølla');
  expect(labels.indexOf('Om mølla')).toBeLessThan(labels.indexOf('Om kvarnen'));
});

test.each([
  ['an address', '[x](/kvarn/om/#█)', '[x](/kvarn/om/#dammen-stora)'],
  ['a reference', '{{< ref "/kvarn/om#█" >}}', '{{< ref "/kvarn/om#dammen-stora" >}}'],
  ['an attribute', '<a href="/kvarn/om/#dam█">', '<a href="/kvarn/om/#dammen-stora">'],
])('%s offers the headings of the page that it leads to', (_, marked, expected) => {
  const { text, offset } = takeCursor(marked);
  const page = pageOf(site, 'content/blogg/ett.md', text);
  expect(linkedFile(site, page, offset)).toBe('file:///site/content/kvarn/om.md');
  const target = pageOf(site, 'content/kvarn/om.md', '## Hjulet\n## Dammen (stora)\n## Hjulet\n');
  const { items } = complete(site, page, offset, vscode, true, target);
  expect(items.map(({ label, detail }) => `${label} ${detail ?? ''}`)).toEqual([
    'Hjulet ## hjulet',
    'Dammen (stora) ## dammen-stora',
    'Hjulet ## hjulet-1',
  ]);
  const newText = items[1]?.textEdit?.newText ?? '';
  const [before = '', after = ''] = marked.split('█');
  expect(before.slice(0, before.search(/\/kvarn/)) + newText + after).toBe(expected);
});

test.each([
  ['without slashes at the end', '[a](/kvarn/om) [b](/kvarn/mjol)\n[x](res█)', '/blogg/resa'],
  ['with them', '[a](/kvarn/om/) [b](/kvarn/mjol/)\n[x](res█)', '/blogg/resa/'],
])('%s, as the page does', (_, marked, address) => {
  const { text } = takeCursor(marked);
  const own = siteOf(`
-- content/blogg/resa.md --
---
title: Resa
---
-- content/blogg/ett.md --
${text}
`);
  const { items } = completionList(marked, { site: own });
  expect(items.find(({ label }) => label === 'Resa')?.textEdit?.newText).toBe(address);
});

test('a list that is cut off says so', () => {
  expect(completionList('[x](kva█)', { site }).isIncomplete).toBe(true);
});

test.each([
  [
    'a render hook of Hugo looks there',
    'defaultContentLanguage = "sv"\n[languages.sv]\n[languages.nb]\n',
    '',
    ['/foton/hav.jpg', '/foton/karta.jpg'],
  ],
  ['a page shows one', '', '![](/foton/hav.jpg)', ['/foton/hav.jpg', '/foton/karta.jpg']],
  ['nothing reads them', '', '', ['/foton/hav.jpg']],
])('pictures of static and mounts, and of the assets where %s', (reason, config, text, labels) => {
  const isRead = reason === 'a page shows one';
  const files = `-- hugo.toml --
${config}[[module.mounts]]
source = "static"
target = "static"
[[module.mounts]]
source = "assets"
target = "assets"
[[module.mounts]]
source = "bilder"
target = "static/foton"
-- content/a.md --
${isRead ? text.replace('hav', 'karta') : ''}
-- bilder/hav.jpg --
-- assets/foton/karta.jpg --
`;
  const shown = siteOf(files, { hugo: hugo('0.152.2') });
  expect(suggestions('![x](/foton/█)', { site: shown, path: 'content/b.md' })).toEqual(labels);
});

test('links within arguments that are Markdown', () => {
  const where = siteOf(`-- layouts/shortcodes/box.html --
<div title="{{ .Get "title" }}">{{ .Get "text" | markdownify }}</div>
-- content/kvarn.md --
---
title: Kvarnen
---
`);
  checkCompletion('{{< box text="Se [x](kv█)" >}}', 'Kvarnen', '{{< box text="Se [x](/kvarn/)" >}}', {
    site: where,
  });
  checkCompletion('{{< box text="Se [x](kv█" >}}', 'Kvarnen', '{{< box text="Se [x](/kvarn/)" >}}', {
    site: where,
  });
  expect(suggestions('{{< box title="Se [x](kv█)" >}}', { site: where })).toEqual([]);
});

test('pages that a template links to are found by any word of their title', () => {
  const where = siteOf(`-- layouts/_default/single.html --
{{ with .Params.more }}<a href="{{ . }}">more</a>{{ end }}
-- layouts/shortcodes/card.html --
{{ with site.GetPage (.Get 0) }}{{ .Title }}{{ end }}
-- content/kvarn/hjul.md --
---
title: Om stora dammen
---
`);
  checkCompletion('---\nmore: dam█\n---\n', '/kvarn/hjul/', '---\nmore: /kvarn/hjul/\n---\n', {
    site: where,
  });
  checkCompletion('{{< card "sto█" >}}', '/kvarn/hjul', '{{< card "/kvarn/hjul" >}}', { site: where });
});
