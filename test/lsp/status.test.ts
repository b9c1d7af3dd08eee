// What the editor is told of the sites whose pages are open.
import { afterEach, expect, test } from 'vitest';
import { startInProcess, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const page = uriOf('site/content/a.md');
const text = '---\ntitle: A\n---\n';

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

test('a site comes with its first page, goes with its last, and comes again', async () => {
  const lsp = await startInProcess({
    fileSystem: new MemoryFileSystem('-- site/hugo.toml --\ntitle = "Mill"\n'),
  });
  client = lsp;
  await lsp.open(page, text);
  await lsp.until(() => lsp.status?.sites[0]?.state === 'ready');
  await lsp.notify('textDocument/didClose', { textDocument: { uri: page } });
  await lsp.until(() => lsp.status?.sites.length === 0);
  await lsp.open(page, text);
  await lsp.until(() => lsp.status?.sites.length === 1);
  expect(lsp.status?.sites[0]).toMatchObject({ title: 'Mill', state: 'ready' });
});
