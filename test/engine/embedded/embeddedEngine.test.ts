import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { htmlOf, openEngine, type OpenEngine } from './openEngine.ts';

// Hugo's start takes a second or two, and many times that on a machine that is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const site = `
-- hugo.toml --
baseURL = 'https://mill.example/sub/'
title = 'Mill'
defaultContentLanguage = 'sv'
timeZone = 'Europe/Stockholm'
[taxonomies]
tag = 'tags'
[outputFormats.print]
mediaType = 'text/plain'
baseName = 'print'
[outputs]
Page = ['HTML', 'print']
[permalinks]
wheels = '/hjul/:year/:slug/'
[languages.sv]
weight = 1
[languages.en]
weight = 2
-- layouts/_default/baseof.html --
<title>{{ .Title }}</title>{{ block "main" . }}{{ end }}{{ partial "foot.html" . }}
-- layouts/_default/single.html --
{{ define "main" }}<main>{{ .Content }}</main>{{ end }}
-- layouts/_default/list.html --
{{ define "main" }}{{ .Content }}<ul>{{ range .RegularPagesRecursive }}<li>{{ .Title }}</li>{{ end }}</ul>{{ end }}
-- layouts/facts/single.html --
{{ define "main" }}<p>{{ .Date.Format "15:04 MST" }}|{{ i18n "hello" }}|{{ site.Data.mill.owner }}|{{ range site.Taxonomies.tags.ByCount }}{{ .Name }}:{{ .Count }} {{ end }}|{{ len site.AllPages }}|{{ range .AlternativeOutputFormats }}{{ .Name }}{{ end }}</p>{{ end }}
-- layouts/_default/single.print.txt --
print
-- layouts/pictures/single.html --
{{ define "main" }}{{ with .Resources.Get "a.png" }}<p>{{ .Width }}x{{ .Height }}</p>{{ with .Resize "2x" }}<img src="{{ .RelPermalink }}">{{ end }}{{ end }}{{ end }}
-- layouts/silent/single.html --
without its content
-- layouts/partials/foot.html --
<footer>foot</footer>
-- layouts/shortcodes/ok.html --
OK
-- layouts/shortcodes/wrap.html --
<b>{{ .Inner }}</b>
-- layouts/shortcodes/add.html --
first line
{{ add (.Get 0) 1 }}
-- layouts/shortcodes/say.html --
{{ errorf "bad thing at %s" .Position }}
-- i18n/sv.toml --
hello = 'hej'
-- data/mill.yaml --
owner: Ylva
-- content/_index.md --
---
title: Start
---
-- content/posts/_index.md --
---
title: Posts
---
-- content/posts/a.md --
---
title: A
tags: [water]
---
text of A
-- content/posts/b.md --
---
title: B
tags: [water, stone]
---
text of B
-- content/posts/draft.md --
---
title: Draft
draft: true
---
a draft
-- content/posts/plain.md --
no front matter at all
-- content/posts/c.en.md --
---
title: C
---
text of C
-- content/wheels/w.md --
---
title: W
date: 2024-05-06
slug: skovel
---
text of W
-- content/own.md --
---
title: Own
url: /elsewhere/file.html
outputs: [html]
---
text of Own
-- content/facts/f.md --
---
title: F
date: 2024-07-01T12:00:00
---
-- content/pictures/p/index.md --
---
title: P
---
`;

const front = '---\ntitle: A\n---\n';
const page = 'content/posts/a.md';

/** A picture of 4 by 3 that is no ASCII at all. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEUlEQVR42mM4sWUBHDHg5AAA764ZUflAmxMAAAAASUVORK5CYII=',
  'base64',
);

let open: OpenEngine;
beforeAll(async () => {
  open = await openEngine(site, new Map([['content/pictures/p/a.png', picture]]));
});
afterAll(() => open.engine.dispose());

describe('the page that is shown', () => {
  test('is rendered by the layouts of the site, and says where it is', async () => {
    const rendered = await open.render(page);
    expect(rendered.problems).toEqual([]);
    expect(rendered).toMatchObject({ engine: 'embedded', hugo: '0.147.6', url: '/sub/posts/a/', notes: [] });
    expect(rendered.permalink).toBe('https://mill.example/sub/posts/a/');
    expect(htmlOf(rendered)).toBe('<title>A</title><main><p>text of A</p></main><footer>foot</footer>');
  });

  test('has the new text and the new front matter', async () => {
    const rendered = await open.render(page, '---\ntitle: New\n---\nunsaved {{< ok >}}');
    expect(htmlOf(rendered)).toMatch(/^<title>New<\/title><main><p>unsaved OK/);
  });

  test.each([
    ['a list, with the unsaved page', 'content/posts/_index.md', '/sub/posts/', /<li>B<\/li><li>New<\/li>/],
    ['home, with every page', 'content/_index.md', '/sub/', /<li>W<\/li>/],
    ['a draft', 'content/posts/draft.md', '/sub/posts/draft/', /a draft/],
    ['a page without front matter', 'content/posts/plain.md', '/sub/posts/plain/', /no front matter at all/],
    ['a page of another language', 'content/posts/c.en.md', '/sub/en/posts/c/', /text of C/],
    ['a page with a slug and permalinks', 'content/wheels/w.md', '/sub/hjul/2024/skovel/', /text of W/],
    ['a page with a URL', 'content/own.md', '/sub/elsewhere/file.html', /text of Own/],
    [
      'zone, translation, data, terms and formats',
      'content/facts/f.md',
      '/sub/facts/f/',
      /12:00 CEST\|hej\|Ylva\|.*\|print</,
    ],
  ])('is %s', async (_, path, url, html) => {
    const rendered = await open.render(path);
    expect(htmlOf(rendered)).toMatch(html);
    expect(rendered.url).toBe(url);
  });

  test('is one that is not on the disk yet, and one that will be published later', async () => {
    const text = '---\ntitle: Later\ndate: 2999-01-01\n---\nlater';
    expect(htmlOf(await open.render('content/posts/later.md', text))).toMatch(/<p>later<\/p>/);
  });

  test('has pictures with their size, and processed pictures can be read', async () => {
    const html = htmlOf(await open.render('content/pictures/p/index.md'));
    expect(html).toMatch(/<p>4x3<\/p>/);
    const [, url = ''] = /<img src="([^"]+)"/.exec(html) ?? [];
    const [small, none] = await open.engine.readPublished([url, '/nothing.png']);
    expect(small?.subarray(0, 4)).toEqual(Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
    expect(none).toBeUndefined();
  });

  test('is shown by changed templates, and other pages by their new text', async () => {
    open.write('layouts/partials/foot.html', '<footer>new foot</footer>');
    open.write('content/posts/b.md', '---\ntitle: B2\n---\n');
    expect(htmlOf(await open.render(page))).toMatch(/new foot/);
    expect(htmlOf(await open.render('content/posts/_index.md'))).toMatch(/<li>B2<\/li>/);
    open.write('content/posts/b.md', undefined);
    expect(htmlOf(await open.render('content/posts/_index.md'))).not.toMatch(/<li>B2<\/li>/);
  });

  test('is the next one of the same folder, while others of it change', async () => {
    await open.render(page, `${front}a new text`);
    expect(htmlOf(await open.render('content/posts/b.md', '---\ntitle: Next\n---\n'))).toMatch(/<title>Next/);
    ['c', 'd', 'e'].forEach((name) =>
      open.write(`content/posts/${name}.md`, `---\ntitle: ${name} of many\n---\n`),
    );
    open.write('content/posts/b.md', undefined);
    expect(htmlOf(await open.render(page, `${front}newer`))).toMatch(/<p>newer<\/p>/);
    const list = htmlOf(await open.render('content/posts/_index.md'));
    expect(list.match(/<li>[^<]*<\/li>/g)?.sort()).toEqual(
      ['A', 'c of many', 'd of many', 'e of many', ''].map((title) => `<li>${title}</li>`).sort(),
    );
    Array.from({ length: 30 }, (_, index) => open.write(`content/many/${String(index)}.md`, ''));
    expect(htmlOf(await open.render('content/_index.md')).match(/<li>/g)).toHaveLength(39);
  });

  test('is the newest of those that wait', async () => {
    const texts = ['one', 'two', 'three', 'four'];
    const rendered = await Promise.all(texts.map((text) => open.render(page, front + text)));
    expect(rendered.at(-1)?.html).toMatch(/four/);
    expect(rendered.map(htmlOf).filter((html) => /two|three/.test(html))).toEqual([]);
  });

  test('is not a file that the site does not mount', async () => {
    const rendered = await open.render('notes.md', 'x');
    expect(rendered.html).toBeUndefined();
    expect(rendered.notes).toHaveLength(1);
  });
});

describe('words are counted', () => {
  test.each<[what: string, text: string, words: number | undefined]>([
    ['as they are', `${front}one *two*\n\n- three`, 3],
    ['with those of shortcodes', `${front}one {{< ok >}} {{< ok >}}`, 3],
    ['of content that no layout shows', '---\ntype: silent\n---\none {{< ok >}}', 2],
    ['nowhere that Hugo complains', `${front}{{< say >}}`, undefined],
    ['in signs', '---\nisCJKLanguage: true\n---\n水車', 2],
  ])('%s', async (_, text, words) => {
    const rendered = await open.render(page, text);
    expect(rendered.words).toBe(words);
  });

  test.each(['say', 'add "a"'])('and nothing that fails in unseen content is told: %s', async (call) => {
    const rendered = await open.render(page, `---\ntype: silent\n---\none {{< ${call} >}}`);
    expect(rendered).toMatchObject({ problems: [], notes: [] });
    expect(htmlOf(rendered)).toBe('without its content');
    expect(rendered.words).toBeUndefined();
  });

  test('but not while somebody waits for the next key stroke to be shown', async () => {
    const rendered = await open.engine.render({ path: page, text: `${front}one`, marked: true });
    expect(rendered.words).toBeUndefined();
  });
});

describe('a fault', () => {
  test.each([
    ['x\n\ny {{< nosuch >}}', '5:2', 'template for shortcode "nosuch" not found'],
    ['{{< wrap >}}\nabc', '3:0', 'shortcode "wrap" must be closed or self-closed'],
    ['text\n\n{{< ok', '5:0', 'unclosed shortcode action'],
    ['x\n{{< ok "abc >}}', '4:8', 'unterminated quoted string'],
    ['x\n{{< /wrap >}}', '4:4', 'got closing shortcode, but none is open'],
  ])('in the text gives no page, but its place: %j', async (body, place, reason) => {
    await checkFault(front + body, page, place, reason);
  });

  test.each([
    ['---\ntitle: A\nfoo: [a\n---\nx', '2:5', 'failed to unmarshal YAML'],
    ['---\ntitle: A\n', '0:0', 'EOF looking for end YAML front matter delimiter'],
  ])('in front matter gives no page, but its place: %j', async (text, place, reason) => {
    await checkFault(text, page, place, reason);
  });

  test('in what a shortcode is given: the call, and the template', async () => {
    await open.render(page, `${front}fine`);
    const { html, problems } = await open.render(page, `${front}fine\n\n{{< add x >}}`);
    expect(html).toBeUndefined();
    expect(problems.map(({ path, line }) => `${path ?? ''}:${String(line)}`)).toEqual([
      `${page}:5`,
      'layouts/shortcodes/add.html:1',
    ]);
    expect(htmlOf(await open.render(page, `${front}{{< add 1 >}}`))).toMatch(/first line2/);
  });

  test.each([
    ['{{< say >}}', '3:0', /bad thing/],
    ['[x]({{< relref "x" >}})', '3:4', /REF_NOT_FOUND|page not found/],
  ])('that Hugo builds over is told with the page: %j', async (body, place, reason) => {
    const { html, problems } = await open.render(page, front + body);
    expect(html).toBeDefined();
    expect(problems.map(({ line, character }) => `${String(line)}:${String(character)}`)).toEqual([place]);
    expect(problems[0]?.message).toMatch(reason);
  });

  test('in a template that is seen being made leaves the last page to the writer', async () => {
    await open.render(page);
    open.write('layouts/_default/single.html', '{{ define "main" }}\n{{ .Nope.Foo }}{{ end }}');
    const { html, problems } = await open.render(page);
    expect(html).toBeUndefined();
    expect(problems).toMatchObject([{ path: 'layouts/_default/single.html', line: 1 }]);
    open.write(
      'layouts/_default/single.html',
      '{{ define "main" }}<main>again {{ .Content }}</main>{{ end }}',
    );
    expect(htmlOf(await open.render(page))).toMatch(/again/);
  });

  async function checkFault(text: string, path: string, place: string, reason: string): Promise<void> {
    await open.render(page, `${front}fine`);
    const { html, problems } = await open.render(page, text);
    expect(html).toBeUndefined();
    const found = problems.map((one) => `${one.path ?? ''}:${String(one.line)}:${String(one.character)}`);
    expect(found).toEqual([`${path}:${place}`]);
    expect(problems[0]?.message).toContain(reason);
    expect(htmlOf(await open.render(page, `${front}mended`))).toMatch(/<p>mended<\/p>/);
  }
});
