// What a link says of where it leads, and what a click on it opens.
import { expect, test } from 'vitest';
import { anchorLine, documentLinks } from '../../../server/src/core/features/documentLinks.ts';
import { hover, hoveredFile } from '../../../server/src/core/features/hover.ts';
import { checkHover, hoverFiles, vscode } from '../../support/checks.ts';
import { takeCursor } from '../../support/marks.ts';
import { pageOf, siteOf } from '../../support/site.ts';

const site = siteOf(`
-- hugo.toml --
defaultContentLanguage = "sv"
[languages.sv]
[languages.nb]
languageName = "Norsk"
-- content/blogg/ett.md --
---
title: Ett
---
-- content/kvarn/om.md --
---
title: Om *kvarnen*
cover: /img/hjul.jpg
---
-- content/kvarn/om.nb.md --
---
title: Om mølla
draft: true
---
-- content/kvarn/mjol/index.md --
---
title: Mjöl
cover: gryn.png
---
-- content/kvarn/mjol/gryn.png --
-- static/img/hjul.jpg --
`);

test.each([
  [
    'a link',
    '[x](/kvarn/█om/)',
    '/kvarn/om/: **[Om \\*kvarnen\\*](file:///site/content/kvarn/om.md)** · /kvarn/om/',
  ],
  [
    'a link to a draft in another language',
    '[x](/nb/kvarn/█om/)',
    '/nb/kvarn/om/: **[Om mølla](file:///site/content/kvarn/om.nb.md)** · /nb/kvarn/om/ · Norsk · a draft',
  ],
  [
    'a reference',
    '{{< ref "/kvarn/█mjol" >}}',
    '/kvarn/mjol: **[Mjöl](file:///site/content/kvarn/mjol/index.md)** · /kvarn/mjol/',
  ],
  ['an anchor of the page', '## Å *så*\n\n[x](#å█-så)', '#å-så: Heading: Å så'],
  ['an anchor that is not there', '[x](#n█ej)', undefined],
  ['an address elsewhere', '[x](https://example.org/█)', undefined],
  ['the text of a link', '[x█](/kvarn/om/)', undefined],
])('%s', (_, marked, expected) => {
  checkHover(marked, expected, { site });
});

test.each([
  ['a picture of the site', '![x](/img/█hjul.jpg)', ['file:///site/static/img/hjul.jpg']],
  ['the picture that a page names', '[x](/kvarn/█om/)', ['file:///site/static/img/hjul.jpg']],
  ['the picture in its bundle', '[x](/kvarn/█mjol/)', ['file:///site/content/kvarn/mjol/gryn.png']],
])('shows %s', (_, marked, files) => {
  expect(hoverFiles(marked, { site })).toEqual(files);
});

test('names the heading of another page', () => {
  const { text, offset } = takeCursor('[x](/kvarn/om/#hju█let)');
  const page = pageOf(site, 'content/blogg/ett.md', text);
  expect(hoveredFile(site, page, offset)).toBe('file:///site/content/kvarn/om.md');
  const target = pageOf(site, 'content/kvarn/om.md', '# Hjulet\n');
  expect(hover(site, page, offset, vscode, target)?.contents.value).toContain('\n\nHeading: Hjulet');
});

test('opens the files in which pages are written', () => {
  const text = `---
title: Ett
---
[a](/kvarn/om/#hjulet) ![b](/img/hjul.jpg) [c](https://example.org/) [d](/borta/)
<a href="/kvarn/mjol/">e</a> {{< relref "/kvarn/mjol" >}} [f](#här)
`;
  const page = pageOf(site, 'content/blogg/ett.md', text);
  const links = documentLinks(site, page, vscode).map(({ range, uri, anchor, tooltip }) => {
    const covered = text.slice(page.lines.offsetAt(range.start), page.lines.offsetAt(range.end));
    return `${covered} -> ${uri.replace('file:///site/', '')}${anchor === undefined ? '' : ` at ${anchor}`}: ${tooltip}`;
  });
  expect(links).toEqual([
    '/kvarn/om/#hjulet -> content/kvarn/om.md at hjulet: Om *kvarnen* · /kvarn/om/',
    '/img/hjul.jpg -> static/img/hjul.jpg: static/img/hjul.jpg',
    '/kvarn/mjol/ -> content/kvarn/mjol/index.md: Mjöl · /kvarn/mjol/',
    '/kvarn/mjol -> content/kvarn/mjol/index.md: Mjöl · /kvarn/mjol/',
    '#här -> content/blogg/ett.md at här: Ett · /blogg/ett/',
  ]);
});

test('knows the line of a heading', () => {
  const page = pageOf(site, 'content/kvarn/om.md', 'Text.\n\n## Hjulet\n');
  expect(anchorLine(site, page, 'hjulet')).toBe(2);
  expect(anchorLine(site, page, 'borta')).toBeUndefined();
});
