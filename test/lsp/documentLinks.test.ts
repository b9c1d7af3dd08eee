// A click on an address opens the file in which its page is written, at the heading that it names.
import { afterEach, expect, test } from 'vitest';
import type { DocumentLink } from 'vscode-languageserver-types';
import { startInProcess, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const site = `
-- site/hugo.toml --
title = "Mill"
-- site/content/a.md --
---
title: A
---
-- site/content/b.md --
---
title: B
---

## Wheel
`;
const a = uriOf('site/content/a.md');
const b = uriOf('site/content/b.md');
const text = '---\ntitle: A\n---\n[x](/b/#wheel) [y](/b/#) [z](/b/)\n';

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function opened(): Promise<LspClient> {
  const lsp = await startInProcess({ fileSystem: new MemoryFileSystem(site) });
  client = lsp;
  await lsp.open(a, text);
  await lsp.until(() => lsp.status?.sites[0]?.state === 'ready');
  return lsp;
}

test('opens pages, and the line of a heading', async () => {
  const lsp = await opened();
  const links = await lsp.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
    textDocument: { uri: a },
  });
  expect(links.map(({ target, tooltip }) => `${target ?? 'later'} ${tooltip ?? ''}`)).toEqual([
    'later B · /b/',
    `${b} B · /b/`,
    `${b} B · /b/`,
  ]);
  const resolved = await lsp.connection.sendRequest<DocumentLink>('documentLink/resolve', links[0]);
  expect(resolved.target).toBe(`${b}#L5`);
});

test('reads the other page for its headings', async () => {
  const lsp = await opened();
  const list = await lsp.complete(a, { line: 3, character: 23 });
  expect(list?.items.map(({ label }) => label)).toEqual(['Wheel']);
  const hover = await lsp.hover(a, { line: 3, character: 8 });
  expect(JSON.stringify(hover?.contents)).toContain('Heading: Wheel');
});
