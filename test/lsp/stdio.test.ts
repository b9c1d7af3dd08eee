// The real server in a process of its own, spoken to as an editor does.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startProcess, type LspClient } from '../support/lspClient.ts';
import { takeCursor } from '../support/marks.ts';
import { parseTxtar } from '../support/txtar.ts';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';

const site = `
-- site/hugo.toml --
baseURL = 'https://example.org/'
title = 'Mill'
-- site/layouts/shortcodes/ingress.html --
<p class="ingress">{{ .Inner }}</p>
-- site/layouts/shortcodes/distance.html --
<hr>
-- site/layouts/shortcodes/bild.html --
<img src="/img/{{ .Get "src" }}" alt="{{ .Get "alt" }}">
-- site/content/posts/one.md --
---
title: One
showthedate: true
---
{{< ingress >}}Hi{{< /ingress >}}
{{< bild src="b.png" alt="A *b*" >}}
-- plain/notes.md --
{{< nothing >}}
`;

let folder = '';
let client: LspClient | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scribe-lsp-'));
  for (const [path, text] of parseTxtar(site)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const path of ['site/static/img/b.png', 'site/content/posts/bundle/c.png', 'secret.png']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), png(300, 200));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
const page = 'site/content/posts/new.md';

/** The beginning of a picture, which says its size. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(1500);
  bytes.write('\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

async function openAtCursor(
  lsp: LspClient,
  marked: string,
  path = page,
): Promise<{ line: number; character: number }> {
  const { text, offset } = takeCursor(marked);
  await lsp.open(uriOf(path), text);
  return new LineIndex(text).positionAt(offset);
}

function range(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

function siteRead(lsp: LspClient): Promise<true> {
  return lsp.until(() => lsp.status?.sites[0]?.state === 'ready');
}

test('says who it is and what it can do', async () => {
  client = await startProcess();
  expect(client.result?.serverInfo?.name).toBe('Hugo Scribe');
  expect(client.result?.capabilities).toMatchObject({
    hoverProvider: true,
    definitionProvider: true,
    completionProvider: { resolveProvider: true },
    signatureHelpProvider: { triggerCharacters: [' ', '"', '`'] },
    textDocumentSync: { openClose: true },
  });
});

describe('protections', () => {
  test('are on when the server is started with its flags', async () => {
    client = await startProcess();
    const lines = client.logged;
    await client.until(() => lines.find((line) => line.includes('is listening')));
    await client.hover(uriOf(page), { line: 0, character: 0 });
    expect(lines.filter((line) => line.includes('Started without'))).toEqual([]);
  });

  test('are named in the log when they are off', async () => {
    client = await startProcess({}, []);
    const lines = client.logged;
    await client.until(() => lines.filter((line) => line.includes('Started without')).length === 2);
    expect(lines.join('\n')).toContain('--disable-proto=delete');
  });
});

test('shows an unknown shortcode, and takes the squiggle away when it is mended', async () => {
  client = await startProcess();
  const lsp = client;
  await lsp.open(uriOf(page), '---\ntitle: New\n---\n{{< ingres >}}Hi{{< /ingres >}}\n');
  const found = await lsp.until(() =>
    lsp.diagnostics(uriOf(page))?.find((one) => one.code === 'unknown-shortcode'),
  );
  expect(found).toMatchObject({
    severity: 1,
    source: 'Hugo Scribe',
    range: { start: { line: 3, character: 4 }, end: { line: 3, character: 10 } },
  });
  await lsp.change(uriOf(page), '---\ntitle: New\n---\n{{< ingress >}}Hi{{< /ingress >}}\n', 2);
  await lsp.until(() => lsp.diagnostics(uriOf(page))?.length === 0);
});

test('a severity setting turns a rule off', async () => {
  client = await startProcess({ settings: { diagnostics: { unknownShortcode: 'off' } } });
  const lsp = client;
  await lsp.open(uriOf(page), '---\ntitle: New\n---\n{{< ingres >}}\n\n{{< ingress >}}\n');
  const shown = await lsp.until(() => lsp.diagnostics(uriOf(page)));
  expect(shown.map((one) => one.code)).toEqual(['unclosed-shortcode']);
});

test('completes a key that another page uses', async () => {
  client = await startProcess();
  const at = await openAtCursor(client, '---\ntitle: New\nsho█\n---\n');
  await siteRead(client);
  const list = await client.complete(uriOf(page), at);
  const item = list?.items.find((one) => one.label === 'showthedate');
  expect(item?.textEdit).toMatchObject({
    range: { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } },
  });
});

test('completes a shortcode of the site', async () => {
  client = await startProcess();
  const at = await openAtCursor(client, '---\ntitle: New\n---\n{{< ing█ >}}\n');
  await siteRead(client);
  const list = await client.complete(uriOf(page), at);
  expect(list?.items.map((one) => one.label)).toContain('ingress');
});

test('explains a shortcode', async () => {
  client = await startProcess();
  const at = await openAtCursor(client, '---\ntitle: New\n---\n{{< ing█ress >}}Hi{{< /ingress >}}\n');
  await siteRead(client);
  const shown = await client.hover(uriOf(page), at);
  expect(JSON.stringify(shown?.contents)).toContain('layouts/shortcodes/ingress.html');
});

const body = (line: string): string => `---\ntitle: New\n---\n${line}\n`;

test('shows of a shortcode an example from another page', async () => {
  client = await startProcess();
  const at = await openAtCursor(client, body('{{< bi█ld >}}'));
  await siteRead(client);
  const shown = await client.hover(uriOf(page), at);
  expect(shown?.contents).toMatchObject({
    value: expect.stringContaining(
      `For example in [One](${uriOf('site/content/posts/one.md')}):\n\n\`{{< bild src="b.png" alt="A *b*" >}}\``,
    ) as string,
  });
});

test.each([
  ['of the site', page, body('{{< bild src="b.█png" >}}'), 'site/static/img/b.png'],
  [
    'of the bundle',
    'site/content/posts/bundle/index.md',
    '---\ntitle: New\nimage: c.p█ng\n---\n',
    'site/content/posts/bundle/c.png',
  ],
])('shows the picture %s that a value names, with its size', async (_, path, marked, file) => {
  client = await startProcess();
  const at = await openAtCursor(client, marked, path);
  await siteRead(client);
  const shown = await client.hover(uriOf(path), at);
  expect(shown?.contents).toMatchObject({
    value: expect.stringContaining(
      `[${file.slice('site/'.length)}](${uriOf(file)}) · 300 × 200 pixels, 2 kB\n\n![](${uriOf(file)}|width=300)`,
    ) as string,
  });
});

describe('goes to a definition', () => {
  test('as links, where the editor knows them', async () => {
    client = await startProcess({ textDocument: { definition: { linkSupport: true } } });
    const at = await openAtCursor(client, body('{{< bild al█t="x" >}}'));
    await siteRead(client);
    expect(await client.definition(uriOf(page), at)).toEqual([
      {
        originSelectionRange: range(3, 9, 12),
        targetUri: uriOf('site/layouts/shortcodes/bild.html'),
        targetRange: range(0, 41, 51),
        targetSelectionRange: range(0, 41, 51),
      },
    ]);
  });

  test('as places, where it does not', async () => {
    client = await startProcess();
    const at = await openAtCursor(client, body('{{< in█gress >}}Hi{{< /ingress >}}'));
    await siteRead(client);
    expect(await client.definition(uriOf(page), at)).toEqual([
      { uri: uriOf('site/layouts/shortcodes/ingress.html'), range: range(0, 0, 0) },
    ]);
  });

  test('nowhere, where a file beside the page is not there', async () => {
    client = await startProcess();
    const at = await openAtCursor(client, '---\ntitle: New\nimage: no█ne.png\n---\n');
    await siteRead(client);
    expect(await client.definition(uriOf(page), at)).toEqual([]);
  });
});

test('helps with the arguments of a call, and is silent in prose', async () => {
  client = await startProcess();
  const lsp = client;
  const at = await openAtCursor(lsp, body('{{< bild █ >}} and prose'));
  await siteRead(lsp);
  const help = await lsp.signatureHelp(uriOf(page), at);
  expect(help?.signatures[0]?.label).toContain('bild');
  expect(await lsp.signatureHelp(uriOf(page), { line: 3, character: 20 })).toBeNull();
});

describe('shows the picture of a suggestion when it is chosen', () => {
  const resolved = async (file: unknown, documentation?: string): Promise<unknown> => {
    client = await startProcess();
    await openAtCursor(client, body('█'));
    await siteRead(client);
    const item = {
      label: 'b.png',
      data: { file },
      ...(documentation === undefined ? {} : { documentation }),
    };
    return (await client.resolve(item)).documentation;
  };

  test('below what it says already', async () => {
    const file = uriOf('site/static/img/b.png');
    expect(await resolved(file, 'Known.')).toEqual({
      kind: 'markdown',
      value: `Known.\n\n300 × 200 pixels, 2 kB\n\n![](${file}|width=300)`,
    });
  });

  test.each([
    ['outside of the site', (): unknown => uriOf('secret.png')],
    ['by a path that leads out', (): unknown => uriOf('site/static/img/') + '../../../secret.png'],
    [
      'by an escaped path that leads out',
      (): unknown => uriOf('site/static/img/') + '%2e%2e/%2e%2e/../secret.png',
    ],
    ['of no name', (): unknown => 7],
    ['that is not there', (): unknown => uriOf('site/static/img/none.png')],
    ['of another scheme', (): unknown => 'https://example.org/site/static/img/b.png'],
  ])('but none %s', async (_, file) => {
    expect(await resolved(file())).toBeUndefined();
  });
});

test('mends a misspelt shortcode by a quick fix', async () => {
  client = await startProcess();
  const lsp = client;
  await lsp.open(uriOf(page), '---\ntitle: New\n---\n{{< distanse >}}\n');
  const found = await lsp.until(() =>
    lsp.diagnostics(uriOf(page))?.find((one) => one.code === 'unknown-shortcode'),
  );
  const actions: CodeAction[] = await lsp.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: uriOf(page) },
    range: found.range,
    context: { diagnostics: [found] },
  });
  expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
    ['Change it to "distance"', true],
  ]);
  expect(actions[0]?.edit?.changes?.[uriOf(page)]).toEqual([{ range: found.range, newText: 'distance' }]);
});

test('is silent outside a Hugo site', async () => {
  client = await startProcess();
  const at = await openAtCursor(client, '{{< no█thing >}}\n', 'plain/notes.md');
  expect(await client.complete(uriOf('plain/notes.md'), at)).toBeNull();
  expect(await client.hover(uriOf('plain/notes.md'), at)).toBeNull();
  expect(client.diagnostics(uriOf('plain/notes.md')) ?? []).toEqual([]);
});

test('knows a template as soon as the editor reports its file', async () => {
  client = await startProcess();
  const lsp = client;
  await lsp.open(uriOf(page), '---\ntitle: New\n---\n{{< later >}}\n');
  await lsp.until(() => lsp.diagnostics(uriOf(page))?.some((one) => one.code === 'unknown-shortcode'));
  const template = join(folder, 'site/layouts/shortcodes/later.html');
  writeFileSync(template, '<hr>');
  await lsp.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: pathToFileURL(template).href, type: 1 }],
  });
  await lsp.until(() => lsp.diagnostics(uriOf(page))?.length === 0);
  rmSync(template);
});

test('answers strange questions empty and goes on', async () => {
  client = await startProcess();
  const unknown = uriOf('site/content/never-opened.md');
  expect(await client.hover(unknown, { line: 3, character: 9 })).toBeNull();
  await client.open(uriOf(page), 'Hi');
  expect(await client.hover(uriOf(page), { line: 99, character: 99 })).toBeNull();
  await expect(client.connection.sendRequest('textDocument/nonsense', {})).rejects.toThrow();
  await client.notify('textDocument/didChange', {
    textDocument: { uri: unknown, version: 7 },
    contentChanges: [{ text: 'x' }],
  });
  expect(await client.complete(uriOf(page), { line: 0, character: 0 })).not.toBeUndefined();
});

test('says of a text that is too long that it does not read it', async () => {
  client = await startProcess();
  const lsp = client;
  await lsp.open(uriOf(page), `---\ntitle: New\n---\n${'å '.repeat(1_100_000)}`);
  const shown = await lsp.until(() => lsp.diagnostics(uriOf(page)));
  expect(shown).toMatchObject([{ code: 'file-limited', severity: 3 }]);
});
