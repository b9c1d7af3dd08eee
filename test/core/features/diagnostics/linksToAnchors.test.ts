// Links to a place in a page: whether something there has that id.
import { describe, expect, test } from 'vitest';
import { check } from '../../../../server/src/core/features/check.ts';
import { anchorTargets } from '../../../../server/src/core/references/anchorTargets.ts';
import { applyEdits } from '../../../../server/src/core/text/edit.ts';
import { formatMessage } from '../../../../server/src/core/text/message.ts';
import { textOf } from '../../../../server/src/core/text/range.ts';
import { now } from '../../../support/checks.ts';
import { pageOf, siteOf } from '../../../support/site.ts';

const files = `
-- layouts/_default/single.html --
<main id="main"><a name="start"></a><ul id="nav-{{ .Title }}"></ul></main>
-- layouts/shortcodes/box.html --
<div id="box" class="x">{{ .Inner | markdownify }}</div>
-- layouts/shortcodes/fold.html --
<div id="{{ .Get "id" }}">{{ .Inner }}</div>
-- layouts/shortcodes/button.html --
<a href="{{ .Get "link" }}">b</a>
-- layouts/shortcodes/tab.html --
<div id="tab-{{ .Get 0 }}-{{ .Ordinal }}"></div>
-- layouts/shortcodes/include.html --
{{ with site.GetPage (.Get 0) }}{{ .Content }}{{ end }}
-- layouts/shortcodes/data.html --
{{ range site.Data.list }}<p id="{{ .id }}">{{ end }}
-- content/p.md --
-- content/list/_index.md --
-- content/ink.md --
---
aliases: [/old-ink/]
cards: [Blue cards]
---
-- content/paper.adoc --
`;

const ink = `# Iron Gall
## Iron *and* gall
## Iron Gall
## Oak {#tree}
<a id="html"></a>
`;

const site = siteOf(files);

interface Asked {
  readonly on?: typeof site;
  readonly path?: string;
  readonly target?: string;
}

function findingsOn(text: string, { on = site, path = 'content/p.md', target = ink }: Asked = {}) {
  const page = pageOf(on, path, text);
  const others = new Map(
    anchorTargets(on, page).map(({ uri, path: name }) => [uri, pageOf(on, `content/${name}`, target)]),
  );
  return check(on, page, now, undefined, (uri) => others.get(uri)).filter(
    ({ code }) => code === 'broken-anchor',
  );
}

function findings(text: string, asked?: Asked): string[] {
  return findingsOn(text, asked).map(({ range }) => textOf(text, range));
}

describe('a place of the page itself', () => {
  test.each([
    ['a heading', '[a](#b-c)\n\n## B c'],
    ['one in a box', '[a](#b)\n\n{{< box >}}\n## B\n{{< /box >}}'],
    ['the same heading again', '[a](#b-1)\n\n## B\n\n## B'],
    ['an id of its own', '[a](#x)\n\n## B {#x}'],
    ['an id in HTML', '[a](#x)\n\n<span id="x"></span>'],
    ['escaped letters', '[a](#%C3%A5-b)\n\n## Å b'],
    ['the top', '[a](#) [a](#top) [a](#Top)'],
    ['text, and routes of programs', '[a](#:~:text=b) [a](#/b/c) [a](#!b)'],
    ['an id of the layout', '[a](#main) [a](#start) [a](#nav-x)'],
    ['an id of a shortcode', '[a](#box)\n\n{{< box >}}b{{< /box >}}'],
    ['an id that a call gives', '[a](#b)\n\n{{< fold id="b" >}}c{{< /fold >}}'],
    ['ids that nobody can tell', '[a](#b)\n\n{{< data >}}'],
    ['ids with an argument in them', '[a](#b)\n\n{{< tab "c" >}}'],
    ['headings of another page', '[a](#b)\n\n{{< include "/ink" >}}'],
    ['a shortcode that is not there', '[a](#b)\n\n{{< nowhere >}}'],
    ['a heading that a call makes', '[a](#b)\n\n## {{% box %}}'],
    ['what the front matter names', '---\ncards: [Blue cards]\n---\n[a](#blue-cards)'],
    ['another format', '---\nmarkup: org\n---\n[a](#b)'],
    ['code', '`[a](#b)`'],
  ])('%s', (_, text) => {
    const indexed = siteOf(files.replace('-- content/p.md --\n', `-- content/p.md --\n${text}\n`));
    expect(findings(text, { on: indexed })).toEqual([]);
  });

  test.each([
    ['[a](#b)\n\n## C', '#b'],
    ['[a](#C)\n\n## C', '#C'],
    ['[a](/p/#b)\n\n## C', '#b'],
    ['[a][b]\n\n[b]: #d "e"\n\n## C', '#d'],
    ['<a href="#b">c</a>', '#b'],
    ['{{< button link="#b" >}}', '#b'],
    ['[a](#b)\n\n{{< fold id="c" >}}d{{< /fold >}}', '#b'],
    ['[a]({{< ref "/ink" >}}) [a](#b)', '#b'],
    ['[a](#b)\n\n```\n## B\n```', '#b'],
  ])('%s', (text, expected) => {
    const unsafe = siteOf(`-- hugo.toml --\nmarkup.goldmark.renderer.unsafe = true\n${files}`);
    expect(findings(text, { on: unsafe })).toEqual([expected]);
  });
});

describe('a place of another page', () => {
  test.each([
    ['/ink/#iron-gall', []],
    ['/ink/#iron-gall-1', []],
    ['../ink/#tree', []],
    ['/ink/#html', []],
    ['/ink/#oak', ['#oak']],
    ['/ink/#iron-and-gal', ['#iron-and-gal']],
    ['/ink?a#gall', ['#gall']],
    ['/ink/#blue-cards', []],
    ['/old-ink/#oak', []],
    ['/paper/#oak', []],
    ['/nowhere/#oak', []],
  ])('%s', (address, expected) => {
    expect(findings(`[a](${address})`)).toEqual(expected);
  });

  test('is not judged without its text', () => {
    expect(check(site, pageOf(site, 'content/p.md', '[a](/ink/#oak)'), now)).toEqual([]);
  });

  test('of a list only where a heading is nearly the same', () => {
    expect(findings('[a](/list/#oak) [a](/list/#Tree)')).toEqual(['#Tree']);
  });

  test('with a theme that is not on disk only where a heading is nearly the same', () => {
    const missing = siteOf(files, { missingModules: ['theme'] });
    expect(findings('[a](/ink/#oak) [a](/ink/#Tree)', { on: missing })).toEqual(['#Tree']);
  });
});

describe('what is meant', () => {
  test.each([
    [
      '#Iron-Gall',
      '#iron-gall',
      'The page ink.md has no heading with the address "#Iron-Gall": readers get to its top. Did you mean "#iron-gall"?',
    ],
    [
      '#iron_and_gall',
      '#iron-and-gall',
      'The page ink.md has no heading with the address "#iron_and_gall": readers get to its top. Did you mean "#iron-and-gall"?',
    ],
    [
      '#iron-and',
      '#iron-and-gall',
      'The page ink.md has no heading with the address "#iron-and": readers get to its top. Did you mean "#iron-and-gall"?',
    ],
    [
      '#and-gall',
      '#iron-and-gall',
      'The page ink.md has no heading with the address "#and-gall": readers get to its top. Did you mean "#iron-and-gall"?',
    ],
    [
      '#iron-adn-gall',
      '#iron-and-gall',
      'The page ink.md has no heading with the address "#iron-adn-gall": readers get to its top. Did you mean "#iron-and-gall"?',
    ],
    ['#quill', '#quill', 'The page ink.md has no heading with the address "#quill": readers get to its top.'],
  ])('%s', (written, meant, text) => {
    const link = `[a](/ink/${written})`;
    const [found] = findingsOn(link);
    expect(found && formatMessage(found.message)).toBe(text);
    expect(applyEdits(link, found?.fixes[0]?.edits ?? [])).toBe(`[a](/ink/${meant})`);
  });
});
