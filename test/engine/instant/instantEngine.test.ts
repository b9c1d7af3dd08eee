import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../../server/src/core/text/message.ts';
import { siteOf } from '../../support/site.ts';
import { bodyOf, render, siteWith } from './render.ts';

describe('a marked page says where its blocks come from', () => {
  test.each([
    [
      'behind front matter',
      '---\ntitle: a\n---\nb\n\n- c\n',
      '<p data-line="3">b</p>\n<ul data-line="5">\n<li data-line="5">c</li>\n</ul>',
    ],
    [
      'with Windows line ends',
      '---\r\n---\r\na\r\n\r\n# b\r\n',
      '<p data-line="2">a</p>\n<h1 id="b" data-line="4">b</h1>',
    ],
    [
      'behind a call over several lines',
      '{{< x\n  a="b"\n>}}\n\nc\n',
      expect.stringMatching(/data-line="0">[\s\S]*<p data-line="4">c<\/p>$/),
    ],
    [
      'in inner content',
      '{{< far >}}\na\n\nb\n{{< /far >}}\n\nc\n',
      expect.stringMatching(
        /<p data-line="1">a<\/p>\n<p data-line="3">b<\/p>\n<\/div><\/div>\n<p data-line="6">c<\/p>$/,
      ),
    ],
    [
      'behind an inline call with lines',
      'a {{< far >}}\nb\n{{< /far >}} c\n\nd\n',
      expect.stringMatching(/^<p data-line="0">[\s\S]*<p data-line="4">d<\/p>$/),
    ],
    [
      'behind a commented call with lines',
      'a {{</* x\ny */>}}\n\nb\n',
      expect.stringMatching(/<p data-line="3">b<\/p>$/),
    ],
    ['a fence', 'a\n\n```js\nb\n```\n', expect.stringContaining('<code data-line="2" class="language-js">')],
    ['raw HTML', 'a\n\n<div class="b">c</div>\n', expect.stringContaining('<div data-line="2" class="b">')],
  ])('%s', async (_, text, expected) => {
    const site = siteWith('[markup.goldmark.renderer]\nunsafe = true');
    expect(await bodyOf(text, { site, marked: true })).toEqual(expected);
  });

  test('and an unmarked one does not', async () => {
    const { html } = await render('---\ntitle: a\n---\nb\n\n{{< far >}}\nc\n{{< /far >}}\n');
    expect(html).not.toContain('data-line');
  });
});

describe('other formats than Markdown', () => {
  test('HTML is shown as it is, with boxes', async () => {
    const text = '---\ntitle: a\n---\n<p>*b*</p>\n\n    <p>{{< x "y" >}}</p>\n';
    const body = await bodyOf(text, { path: 'content/a.html' });
    expect(body).toMatch(/^<p>\*b\*<\/p>\n\n {4}<p>\n?<div class="hugo-shortcode" [\s\S]*<dd>y<\/dd>/);
  });

  test.each([
    ['a.adoc', 'AsciiDoc'],
    ['a.rst', 'reStructuredText'],
    ['a.pdc', 'Pandoc'],
  ])('%s is shown as text, with a note', async (name, format) => {
    const page = await render('---\ntitle: a\n---\n= <b>\n', { path: `content/${name}`, marked: true });
    expect(page.html).toContain('<pre data-line="3">= &lt;b&gt;\n</pre>');
    expect(page.notes.map((note) => formatMessage(note))).toEqual([
      `Only Hugo can show ${format}. This is its text.`,
    ]);
  });

  test('Org has its own front matter', async () => {
    const { html } = await render('#+title: A\n\n* b\n', { path: 'content/a.org' });
    expect(html).toContain('<h1 class="front-matter-title">A</h1>');
    expect(html).toContain('* b\n</pre>');
  });
});

describe('the address is told where nothing but the file decides', () => {
  const site = (config: string) =>
    siteOf(
      `-- hugo.toml --\n${config}\n-- content/blog/My-Post.md --\n-- content/blog/_index.md --\n-- content/_index.md --\n-- content/a/index.sv.md --\n-- content/b c.md --\n`,
    );
  const twoLanguages = 'defaultContentLanguage = "en"\n[languages.en]\n[languages.sv]';

  test.each([
    ['', 'blog/My-Post.md', '', '/blog/my-post/'],
    ['baseURL = "https://x.org/"', 'blog/_index.md', '', '/blog/'],
    ['', '_index.md', 'title: a', '/'],
    [twoLanguages, 'a/index.sv.md', '', '/sv/a/'],
    ['', 'blog/My-Post.md', 'slug: x', undefined],
    ['', 'blog/My-Post.md', 'URL: /x/', undefined],
    ['baseURL = "https://x.org/docs/"', 'blog/My-Post.md', '', undefined],
    ['uglyURLs = true', 'blog/My-Post.md', '', undefined],
    ['[permalinks]\nblog = "/:year/:slug/"', 'blog/My-Post.md', '', undefined],
    ['disablePathToLower = true', 'blog/My-Post.md', '', undefined],
    ['', 'b c.md', '', undefined],
    ['', 'new.md', '', undefined],
  ])('%j %s %j: %s', async (config, path, header, expected) => {
    const page = await render(`---\n${header}\n---\n`, { site: site(config), path: `content/${path}` });
    expect(page.url).toBe(expected);
  });
});

test('it names itself, and no Hugo', async () => {
  const { engine, hugo, problems, notes } = await render('a\n');
  expect({ engine, hugo, problems, notes }).toEqual({ engine: 'instant', hugo: '', problems: [], notes: [] });
});

test('a document has the language of its page', async () => {
  const site = siteOf('-- hugo.toml --\ndefaultContentLanguage = "sv"\n');
  expect((await render('a\n', { site })).html).toContain('<html lang="sv">');
});

test('emoji are left as they are, with a note where the site wants them', async () => {
  const page = await render('a :smile: b\n', { site: siteWith('enableEmoji = true') });
  expect(page.html).toContain('<p>a :smile: b</p>');
  expect(page.notes).toHaveLength(1);
});

describe('no page is too much', () => {
  test('ten megabytes are cut, with a note', async () => {
    const { html, notes } = await render('Some *text* here.\n\n'.repeat(555_556));
    expect(html?.length).toBeLessThan(500_000);
    expect(notes).toHaveLength(1);
  });

  test.each([
    ['openers', '{{< '],
    ['calls', '{{< a >}}\n'],
    ['closers', '{{< /a >}}'],
    ['comments', '{{</* a */>}}'],
    ['quotes', '> '],
    ['brackets', '['],
    ['pictures', '!['],
    ['stars', '*a '],
    ['backticks', '`a``'],
    ['braces', '# {'],
    ['tags', '<a '],
    ['placeholders', '\uef0a\uef00\uef0b'],
  ])('nor are thousands of %s', async (_, part) => {
    const { html } = await render(part.repeat(Math.ceil(50_000 / part.length)), { marked: true });
    expect(html).toMatch(/<\/main>\n<\/body><\/html>\n$/);
  });

  test('nor lists in lists', async () => {
    const deep = Array.from({ length: 1000 }, (_, at) => `${'  '.repeat(at)}- x`).join('\n');
    expect((await render(deep)).html).toContain('<li>x');
  });
});
