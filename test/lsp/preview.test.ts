// The preview as an editor asks for it: the real server over stdio, and Hugo in a process of its own below it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PreviewPage } from '../../server/src/protocol.ts';
import { startProcess, type LspClient } from '../support/lspClient.ts';
import { parseTxtar } from '../support/txtar.ts';

const site = `
-- hugo.toml --
baseURL = 'https://mill.example/'
title = 'Mill'
-- layouts/_default/baseof.html --
<html><head><link rel="stylesheet" href="/css/mill.css"><script>alert(1)</script></head><body><nav>{{ range site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ block "main" . }}{{ end }}</body></html>
-- layouts/_default/single.html --
{{ define "main" }}<main><h1>{{ .Title }}</h1>{{ .Content }}</main>{{ end }}
-- layouts/_default/list.html --
{{ define "main" }}<main>{{ .Content }}</main>{{ end }}
-- layouts/shortcodes/lead.html --
<p class="lead">{{ .Inner | markdownify }}</p>
-- layouts/shortcodes/boom.html --
{{ index (slice 1) "a" }}
-- static/css/mill.css --
main { color: rgb(1, 2, 3) }
-- static/img/wheel.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- content/_index.md --
---
title: Start
---
-- content/posts/wheel.md --
---
title: The Wheel
---
First *words*.

![A wheel](/img/wheel.svg)

{{< lead >}}In **short** it turns{{< /lead >}}
-- content/posts/brook.md --
---
title: The Brook
draft: true
---
Water.
-- notes/a.md --
No content.
`;

let folder = '';
let client: LspClient;
let version = 1;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scribe-preview-'));
  for (const [path, text] of parseTxtar(site)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  client = await startProcess({ options: { trusted: true, previews: true } });
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
const wheel = (): string => parseTxtar(site).get('content/posts/wheel.md') ?? '';
const isReal = (page: PreviewPage): boolean => page.engine === 'embedded';

async function openPage(path: string, text: string): Promise<PreviewPage> {
  await client.open(uriOf(path), text, ++version);
  await client.openPreview(uriOf(path));
  const opened = version;
  return client.page((page) => page.uri === uriOf(path) && page.version === opened && isReal(page));
}

async function typeText(path: string, text: string): Promise<PreviewPage> {
  const before = client.pages.length;
  await client.change(uriOf(path), text, ++version);
  const typed = version;
  return client.until(() =>
    client.pages
      .slice(before)
      .find((page) => page.uri === uriOf(path) && (page.version === typed || page.stale)),
  );
}

describe('the preview of a document', () => {
  const path = 'content/posts/wheel.md';

  test('shows the text at once, and then the page with the layouts of the site', async () => {
    const page = await openPage(path, wheel());
    const [first] = client.pages;
    expect(first).toMatchObject({ engine: 'instant', progress: 'Hugo is reading the site…' });
    expect(first?.html).toContain('<em>words</em>');
    expect(page).toMatchObject({
      engine: 'embedded',
      hugo: '0.147.6',
      url: '/posts/wheel/',
      permalink: 'https://mill.example/posts/wheel/',
      language: '',
      publish: 'published',
      stale: false,
      problems: [],
      notes: [],
      progress: '',
    });
    expect(page.html).toContain('<h1>The Wheel</h1>');
  });

  test('marks blocks with their lines, takes files from the disk, and runs no script', async () => {
    const { html } = await client.page(isReal);
    expect(html).toContain('<p data-line="3">First <em>words</em>.</p>');
    expect(html).toContain('<p class="lead" data-line="7">In <strong>short</strong> it turns</p>');
    expect(html).toContain(`src="https://files.invalid${join(folder, 'static/img/wheel.svg')}"`);
    expect(html).toContain('rgb(1, 2, 3)');
    expect(html).not.toContain('alert(1)');
  });

  test('links to a page of the site lead to its file', async () => {
    const { html } = await client.page(isReal);
    expect(html).toContain(`data-source="${uriOf('content/posts/wheel.md')}"`);
  });

  test('follows the text', async () => {
    const page = await typeText(path, wheel().replace('First', 'Second'));
    expect(page.html).toContain('Second <em>words</em>');
  });

  test('a shortcode that is being typed leaves the page as it is; after a pause its fault is told', async () => {
    const page = await typeText(path, `${wheel()}\n\n{{< lea`);
    expect(page).toMatchObject({ stale: true, problems: [{ severity: 'error', path }] });
    expect(page.problems[0]?.line).toBe(wheel().split('\n').length + 1);
    expect(page.html).toContain('Second <em>words</em>');
  });

  test('a shortcode that fails is told where it is called, and in the list of problems', async () => {
    await typeText(path, wheel());
    const page = await typeText(path, `${wheel()}\n\n{{< boom a >}}\n`);
    const line = wheel().split('\n').length + 1;
    expect(page.problems).toContainEqual(
      expect.objectContaining({ severity: 'error', path, line, uri: uriOf(path) }),
    );
    expect(page.problems).toContainEqual(expect.objectContaining({ path: 'layouts/shortcodes/boom.html' }));
    await client.until(() =>
      client
        .diagnostics(uriOf(path))
        ?.some(({ source, range }) => source === 'hugo' && range.start.line === line),
    );
    await client.until(() => (client.diagnostics(uriOf('layouts/shortcodes/boom.html')) ?? []).length > 0);
  });

  test('what is mended is told no more', async () => {
    const page = await typeText(path, wheel());
    expect(page).toMatchObject({ stale: false, problems: [] });
    await client.until(() => client.diagnostics(uriOf(path))?.length === 0);
    await client.until(() => client.diagnostics(uriOf('layouts/shortcodes/boom.html'))?.length === 0);
  });

  test('a hover shows what becomes of a call', async () => {
    const line = wheel()
      .split('\n')
      .findIndex((one) => one.startsWith('{{< lead'));
    const hover = await client.hover(uriOf(path), { line, character: 5 });
    expect(JSON.stringify(hover?.contents)).toContain('In **short**');
    expect((await typeText(path, wheel().replace('First', 'Third'))).html).toContain('Third');
  });

  test('a draft is shown as a page, and called one', async () => {
    const page = await openPage(
      'content/posts/brook.md',
      parseTxtar(site).get('content/posts/brook.md') ?? '',
    );
    expect(page).toMatchObject({ publish: 'draft', url: '/posts/brook/', stale: false });
    expect(page.html).toContain('Water.');
  });

  test('a page without front matter is one, too', async () => {
    const page = await openPage('content/posts/plain.md', 'Just *words*.\n');
    expect(page.html).toContain('Just <em>words</em>.');
  });

  test('a template that changes on the disk changes the page', async () => {
    const layout = join(folder, 'layouts/shortcodes/lead.html');
    writeFileSync(layout, '<p class="lead new">{{ .Inner | markdownify }}</p>');
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(layout).href, type: 2 }],
    });
    const page = await client.page(({ html }) => html.includes('lead new'));
    expect(page.uri).toBe(uriOf(path));
  });

  test('a long style sheet comes once, and again when it is another one', async () => {
    const sheet = (color: string): string => `main { color: ${color} }\n`.repeat(100);
    const show = async (text: string): Promise<PreviewPage> => {
      const page = await typeText(path, text);
      expect(page.html).toContain(`<style data-sheet="${page.sheets?.[0]?.hash ?? ''}"></style>`);
      return page;
    };
    writeFileSync(join(folder, 'static/css/mill.css'), sheet('red'));
    await client.openPreview(uriOf(path), {}, true);
    const opened = await client.page(({ engine, sheets }) => engine === 'embedded' && sheets?.length === 1);
    const hash = opened.sheets?.[0]?.hash ?? '';
    expect(opened.sheets).toEqual([{ hash, css: sheet('red') }]);
    expect((await show(`${wheel()}\n\nOne.\n`)).sheets).toEqual([{ hash }]);
    writeFileSync(join(folder, 'static/css/mill.css'), sheet('blue'));
    const [changed] = (await show(`${wheel()}\n\nTwo.\n`)).sheets ?? [];
    expect(changed?.css).toBe(sheet('blue'));
    expect(changed?.hash).not.toBe(hash);
    expect((await show(`${wheel()}\n\nThree.\n`)).sheets).toEqual([{ hash: changed?.hash }]);
    await client.openPreview(uriOf(path), { scripts: true }, true);
    const whole = await client.page(({ html }) => html.includes('color: blue'));
    expect(whole.sheets).toEqual([]);
  });

  test('a page that Hugo cannot make from the start keeps saying why', async () => {
    const broken = uriOf('content/posts/brook.md');
    await client.open(broken, '---\ntitle: The Brook\n---\n{{< nosuch >}}\n', ++version);
    await client.openPreview(broken);
    await client.page(({ uri, problems }) => uri === broken && problems.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 600)); // Whatever was to be shown meanwhile would be there by then.
    const last = client.pages.findLast(({ uri }) => uri === broken);
    expect(last?.problems.map(({ message }) => message).join()).toContain('nosuch');
    expect(last?.progress).toBe('');
  });

  test('what is no content has no preview', async () => {
    await client.open(uriOf('notes/a.md'), 'No content.', ++version);
    expect(await client.openPreview(uriOf('notes/a.md'))).toEqual({ resourceRoots: [], notContent: true });
  });

  test('a writer who wants no Hugo gets none', async () => {
    const before = client.pages.length;
    await client.openPreview(uriOf(path), { engine: 'instant' });
    const page = await client.until(() =>
      client.pages.slice(before).find((one) => one.uri === uriOf(path) && one.engine === 'instant'),
    );
    expect(page).toMatchObject({ progress: '', notes: [] });
  });
});

test('without trust the page is shown without layouts, and says why', async () => {
  const careful = await startProcess({ options: { trusted: false } });
  await careful.open(uriOf('content/posts/wheel.md'), wheel());
  await careful.openPreview(uriOf('content/posts/wheel.md'), { engine: 'embedded', scripts: true });
  const page = await careful.page(({ notes }) => notes.length > 0);
  expect(page).toMatchObject({
    engine: 'instant',
    notes: ['This workspace is not trusted, so the page is shown without the site’s layouts.'],
  });
  await careful.stop();
});
