// What a site may do to a preview. Every case ends with a page of the same engine that is shown as ever.
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { htmlOf, openEngine, type OpenEngine } from './openEngine.ts';

// Hugo's start takes a second or two, and many times that on a machine that is busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const page = 'content/posts/a.md';
const single = '<main>{{ .Content }}</main>{{ site.Data.mill.owner }}';
const site = `
-- hugo.toml --
baseURL = 'https://mill.example/'
ignoreFiles = ['/drafts/']
[mediaTypes.'application/rdf+xml']
suffixes = ['rdf']
[outputFormats.dcat]
mediaType = 'application/rdf+xml'
-- layouts/_default/single.html --
${single}
-- layouts/_default/list.html --
<ul>{{ range .RegularPagesRecursive }}<li>{{ .Title }}</li>{{ end }}</ul>
-- layouts/shortcodes/greedy.html --
{{ $x := "0123456789" }}{{ range seq 40 }}{{ $x = printf "%s%s" $x $x }}{{ end }}{{ $x }}
-- layouts/shortcodes/ok.html --
OK
-- layouts/based/single.html --
{{ define "main" }}<em>{{ .Content }}</em>{{ end }}
-- layouts/_default/single.dcat.rdf --
<rdf/>
-- data/mill.yaml --
owner: Ylva
-- data/other.json --
{}
-- content/_index.md --
-- content/posts/a.md --
---
title: A
---
text of A
-- content/posts/b.md --
---
title: B
---
text of B
-- content/drafts/d.md --
---
title: D
---
text of D
-- content/box/index.md --
---
title: Box
headless: true
---
text of Box
`;

describe('a page', () => {
  let open: OpenEngine;
  beforeAll(async () => {
    open = await openEngine(site);
  });
  afterEach(async () => {
    expect(htmlOf(await open.render(page, 'still shown'))).toMatch(/<p>still shown<\/p>/);
  });
  afterAll(() => open.engine.dispose());

  test('that makes Hugo eat all memory gives a problem of that page', async () => {
    const { html, problems } = await open.render(page, 'x {{< greedy >}}');
    expect(html).toBeUndefined();
    expect(problems[0]).toMatchObject({ severity: 'error', path: page });
  });

  test('of 10 MB is shown', async () => {
    const { html } = await open.render(page, 'The wheel turns, and the brook runs.\n\n'.repeat(280_000));
    expect(html?.length).toBeGreaterThan(10_000_000);
  });

  test.each([
    ['bytes of a program', `\0\x01\x7fELF\uFFFD\uFFFD\0${'\uFFFD\0\x02'.repeat(5_000)}`],
    ['one endless line of brackets', '[(*_`<{'.repeat(20_000)],
    ['nested quotes', '> '.repeat(3_000)],
    ['half of a surrogate pair', '---\ntitle: "\ud83d"\n---\n\udc00 x'],
    ['front matter that is no table', '---\n- 1\n- 2\n---\nx'],
  ])('of %s gives a page or a problem', async (_, text) => {
    const { html, problems } = await open.render(page, text);
    expect(html !== undefined || problems.length > 0).toBe(true);
  });

  test('that is headless is shown', async () => {
    const { html, url } = await open.render('content/box/index.md');
    expect(html).toMatch(/text of Box/);
    expect(url).toBe('/box/');
  });

  test('that is published as something else than HTML says so', async () => {
    open.write('content/r.md', '---\noutputs: dcat\n---\n');
    const { html, problems, notes, url } = await open.render('content/r.md');
    expect({ html, problems, url }).toEqual({ html: undefined, problems: [], url: '/r/index.rdf' });
    expect(notes.map(({ args }) => args)).toEqual([['dcat']]);
  });

  test('in a folder that the site ignores is said to be none', async () => {
    const { html, problems, notes } = await open.render('content/drafts/d.md');
    expect(html).toBeUndefined();
    expect(problems).toEqual([]);
    expect(notes.map(({ args }) => args)).toEqual([['content/drafts/d.md']]);
  });

  test('that is deleted is shown as long as it is open, and then no more', async () => {
    await open.render('content/posts/b.md');
    open.write('content/posts/b.md', undefined);
    expect(htmlOf(await open.render('content/posts/b.md', 'not saved'))).toMatch(/not saved/);
    expect(htmlOf(await open.render('content/posts/b.md', '---\ntitle: Again\n---\nagain'))).toMatch(/again/);
    expect(htmlOf(await open.render('content/_index.md'))).not.toMatch(/<li>(?:B|Again)<\/li>/);
  });

  test('that is renamed is shown at its new place, and listed once', async () => {
    await open.render('content/posts/c.md', '---\ntitle: C\n---\n');
    open.write('content/posts/c.md', undefined);
    open.write('content/posts/moved.md', '---\ntitle: Moved\n---\n');
    expect((await open.render('content/posts/moved.md')).url).toBe('/posts/moved/');
    const list = htmlOf(await open.render('content/_index.md'));
    expect(list).toMatch(/<li>Moved<\/li>/);
    expect(list).not.toMatch(/<li>C<\/li>/);
  });

  test.each([
    ['layouts/shortcodes/ok.html', '{{ if }}', 'OK'],
    ['layouts/_default/single.html', '{{ .Content ', single],
  ])('whose %s breaks stays as it was, with the file that is to blame', async (path, broken, whole) => {
    await open.render(page, 'seen {{< ok >}}');
    open.write(path, broken);
    const { html, problems } = await open.render(page, 'seen {{< ok >}}');
    expect(html).toBeUndefined();
    expect(problems[0]).toMatchObject({ severity: 'error', path });
    open.write(path, whole);
    expect(htmlOf(await open.render(page, 'seen {{< ok >}}'))).toMatch(/seen OK.*Ylva/);
  });
});

describe('a site', () => {
  let open: OpenEngine | undefined;
  afterEach(() => open?.engine.dispose());

  test.each([
    ['data/mill.yaml', 'owner: Ylva', 'owner: ['],
    ['data/other.json', '{}', '{"a": '],
  ])('whose %s breaks shows its pages without data, and says so', async (path, whole, broken) => {
    open = await openEngine(site.replace(`-- ${path} --\n${whole}`, `-- ${path} --\n${broken}`));
    const places = async (): Promise<unknown> => {
      const rendered = await open?.render(page);
      expect(rendered && htmlOf(rendered)).toMatch(/text of A/);
      return rendered?.problems.map((problem) => problem.path);
    };
    expect(await places()).toEqual([path]);
    open.write(path, whole);
    expect(await places()).toEqual([]);
    expect(htmlOf(await open.render(page))).toMatch(/Ylva/);
    open.write(path, broken);
    expect(await places()).toEqual([path]);
  });

  test('whose shortcode does not parse shows its pages without, and says so', async () => {
    open = await openEngine(site.replace('--\nOK', '--\n{{ if }}'));
    const rendered = await open.render(page, 'text of A {{< ok >}}');
    expect(htmlOf(rendered)).toMatch(/text of A/);
    expect(rendered.notes.map(({ args }) => args)).toEqual([['layouts/shortcodes/ok.html']]);
  });

  test('whose theme is missing shows its pages, and says so once', async () => {
    open = await openEngine(
      site.replace('ignoreFiles', "theme = 'stone'\nignoreFiles").replace('text of A', 'A {{< wheel >}}'),
    );
    const rendered = await open.render(page);
    expect(htmlOf(rendered)).toMatch(/<p>A .*wheel/);
    const based = await open.render('content/based/p.md', 'in a block');
    expect(htmlOf(based)).toMatch(/<html.*<em>.*in a block.*<\/em>/);
    expect(rendered.notes.map(({ args }) => args)).toEqual([['stone']]);
  });
});
