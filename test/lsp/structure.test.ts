// How the structure of pages reaches an editor: one that shows headings itself, and one that does not.
import type {
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  SemanticTokens,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { afterEach, expect, test } from 'vitest';
import { startInProcess, type ClientOptions, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const site = `
-- site/hugo.toml --
title = "Mill"
-- site/README.md --
# Read me
-- site/layouts/shortcodes/box.html --
{{ .Get "color" | default (.Get 0) }}{{ .Inner }}
-- site/content/a.md --
---
title: Article
tags: [ink]
---

## Heading in A

{{< box "red" >}}
x
{{< /box >}}
`;

const uri = uriOf('site/content/a.md');
const text = site.slice(site.indexOf('---\n'));

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function start(options: ClientOptions = {}): Promise<LspClient> {
  const lsp = await startInProcess({ fileSystem: new MemoryFileSystem(site) }, options);
  client = lsp;
  await lsp.open(uri, text);
  await lsp.until(() => lsp.status?.sites.some(({ state }) => state === 'ready'));
  return lsp;
}

function ask<R>(lsp: LspClient, method: string, params: object = {}, document = uri): Promise<R> {
  return lsp.connection.sendRequest<R>(`textDocument/${method}`, {
    textDocument: { uri: document },
    ...params,
  });
}

const resolves: ClientOptions = {
  workspace: { symbol: { resolveSupport: { properties: ['location.range'] } } },
};

function find(lsp: LspClient, query: string): Promise<WorkspaceSymbol[]> {
  return lsp.connection.sendRequest('workspace/symbol', { query });
}

const names = (symbols: readonly { readonly name: string }[] | null): unknown =>
  symbols?.map(({ name }) => name);

test('the outline has headings', async () => {
  const symbols = await ask<DocumentSymbol[]>(await start(), 'documentSymbol');
  expect(names(symbols)).toEqual(['Front matter', 'Heading in A']);
});

test('the outline leaves headings to an editor that shows them', async () => {
  const symbols = await ask<DocumentSymbol[]>(
    await start({ options: { showsHeadings: true } }),
    'documentSymbol',
  );
  expect(names(symbols)).toEqual(['Front matter', 'box']);
});

test.each(['documentSymbol', 'foldingRange'])('a document that is no content has no %s', async (method) => {
  const lsp = await start();
  const readme = uriOf('site/README.md');
  await lsp.open(readme, '# Read me\n\ntext\n');
  expect(await ask(lsp, method, {}, readme)).toBeNull();
});

test('folds, selections and paired names', async () => {
  const lsp = await start();
  const position = { line: 7, character: 5 };
  const folds = await ask<FoldingRange[]>(lsp, 'foldingRange');
  expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
    [0, 2],
    [5, 9],
    [7, 8],
  ]);
  expect(await ask(lsp, 'selectionRange', { positions: [position, position] })).toHaveLength(2);
  expect(await ask(lsp, 'linkedEditingRange', { position })).toMatchObject({
    ranges: [{ start: { line: 7, character: 4 } }, { start: { line: 9, character: 5 } }],
  });
});

test('colors as numbers: line, character, length, type and whether it is of Hugo', async () => {
  const lsp = await start();
  const { data } = await ask<SemanticTokens>(lsp, 'semanticTokens/full');
  expect(data).toEqual([1, 0, 5, 2, 1, 1, 0, 4, 2, 0, 5, 4, 3, 0, 0, 2, 5, 3, 0, 0]);
  const range = { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } };
  expect(await ask(lsp, 'semanticTokens/range', { range })).toMatchObject({ data: [7, 4, 3, 0, 0] });
});

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

test.each([
  [{ inlayHints: { enabled: true } }, [{ position: { line: 7, character: 8 }, label: 'color:' }]],
  [{}, []],
])('names of arguments with the settings %j', async (settings, expected) => {
  const hints = await ask<InlayHint[]>(await start({ settings }), 'inlayHint', { range: whole });
  expect(hints).toMatchObject(expected);
  expect(hints).toHaveLength(expected.length);
});

test('a symbol of the site leads to its line once the editor asks', async () => {
  const lsp = await start(resolves);
  const [heading] = await find(lsp, 'heading');
  expect(heading).toMatchObject({ name: 'Heading in A', containerName: 'Article', location: { uri } });
  expect(heading?.location).not.toHaveProperty('range');
  expect(await lsp.connection.sendRequest('workspaceSymbol/resolve', heading)).toMatchObject({
    location: { uri, range: { start: { line: 5, character: 0 } } },
  });
});

test('an editor that does not ask later gets a place at once', async () => {
  const [heading] = await find(await start(), 'heading');
  expect(heading?.location).toHaveProperty('range');
});

test('symbols follow what is typed', async () => {
  const lsp = await start();
  await lsp.change(uri, text.replace('Heading in A', 'Another title'), 2);
  expect(names(await find(lsp, 'title'))).toEqual(['Another title']);
});

test('nobody reads another file by a symbol that the editor makes up', async () => {
  const lsp = await start(resolves);
  const symbol = {
    name: 'a',
    kind: 15,
    location: { uri: uriOf('site/hugo.toml') },
    data: { kind: 'heading', text: 'title', level: 1 },
  };
  expect(await lsp.connection.sendRequest('workspaceSymbol/resolve', symbol)).toEqual(symbol);
});

test('symbols are found in the folders of the workspace before a page is open', async () => {
  const folders = [uriOf('site')];
  const lsp = await startInProcess({ fileSystem: new MemoryFileSystem(site) }, { folders });
  client = lsp;
  for (let found: unknown; found === undefined;) {
    found = (await find(lsp, 'article'))[0];
  }
  expect(names(await find(lsp, 'article'))).toEqual(['Article']);
});
