// What the editor gets when files are moved in its explorer, and what it shows besides.
import {
  ApplyWorkspaceEditRequest,
  CodeActionRequest,
  CodeActionResolveRequest,
  ShowMessageRequest,
  TextDocumentEdit,
  WillRenameFilesRequest,
  type CodeAction,
  type WorkspaceClientCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { afterEach, describe, expect, test } from 'vitest';
import type { InitializationOptions } from '../../server/src/protocol.ts';
import { startInProcess, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const site = `
-- site/hugo.toml --
[languages.en]
weight = 1
[languages.sv]
weight = 2
-- site/content/a.md --
---
title: A
---
[b](/b/)
-- site/content/b.md --
---
title: B
---
-- site/content/b.sv.md --
---
title: B
---
-- site/content/c.md --
---
title: C
---
{{< box >}}
-- site/content/e/index.md --
---
title: E
---
-- site/layouts/shortcodes/box.html --
B
`;

const able: WorkspaceClientCapabilities = {
  applyEdit: true,
  workspaceEdit: {
    documentChanges: true,
    resourceOperations: ['create', 'rename', 'delete'],
    changeAnnotationSupport: { groupsOnLabel: true },
  },
};

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function start(
  workspace: WorkspaceClientCapabilities = able,
  options: InitializationOptions = {},
): Promise<LspClient> {
  client = await startInProcess(
    { fileSystem: new MemoryFileSystem(site) },
    { options, workspace, textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } },
  );
  return client;
}

const files = (from: string, to: string): { files: { oldUri: string; newUri: string }[] } => ({
  files: [{ oldUri: uriOf(`site/content/${from}`), newUri: uriOf(`site/content/${to}`) }],
});

const boxTo = (to: string): ReturnType<typeof files> => ({
  files: [{ oldUri: uriOf('site/layouts/shortcodes/box.html'), newUri: uriOf(`site/layouts/${to}`) }],
});

/** Each edit as its file, what is put in, and how it is called; names of files as they change. */
function shown(edit: WorkspaceEdit | null | undefined): readonly string[] {
  return (edit?.documentChanges ?? []).flatMap((change) => {
    if (TextDocumentEdit.is(change)) {
      const name = change.textDocument.uri.split('/').at(-1) ?? '';
      return change.edits.map((each) => {
        const label =
          'annotationId' in each ? edit?.changeAnnotations?.[each.annotationId]?.label : undefined;
        const text = 'newText' in each ? each.newText.trim() : '';
        return [`${name}: ${text}`, ...(label === undefined ? [] : [`(${label})`])].join(' ');
      });
    }
    const short = (uri: string): string => uri.split('/content/').at(-1) ?? '';
    return change.kind === 'rename' ? [`${short(change.oldUri)} -> ${short(change.newUri)}`] : [];
  });
}

describe('a file that is moved in the explorer', () => {
  test('takes its links and its old address along, each told apart', async () => {
    const { connection } = await start();
    const edit = await connection.sendRequest(WillRenameFilesRequest.type, files('b.md', 'd.md'));
    expect([...shown(edit)].sort()).toEqual([
      'a.md: /d/ (Update links to what is moved)',
      'b.md: aliases: [/b/] (Keep the old address alive)',
    ]);
    expect(
      Object.values(edit?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation),
    ).toEqual([false, false]);
  });

  test('changes plain edits for an editor that knows no others', async () => {
    const { connection } = await start({});
    const edit = await connection.sendRequest(WillRenameFilesRequest.type, files('b.md', 'd.md'));
    expect(Object.keys(edit?.changes ?? {}).sort()).toEqual([
      uriOf('site/content/a.md'),
      uriOf('site/content/b.md'),
    ]);
  });

  test('changes nothing where its address is taken, and says so', async () => {
    const { connection } = await start();
    const told = new Promise<string>((resolve) => {
      connection.onRequest(ShowMessageRequest.type, ({ message }) => {
        resolve(message);
        return null;
      });
    });
    expect(await connection.sendRequest(WillRenameFilesRequest.type, files('b.md', 'c/index.md'))).toBe(null);
    expect(await told).toMatch('"c/index.md" would get the address /c/, which "c.md" has.');
  });

  test('takes its name along where it is a shortcode', async () => {
    const { connection } = await start();
    const edit = await connection.sendRequest(WillRenameFilesRequest.type, boxTo('shortcodes/card.html'));
    expect(shown(edit)).toEqual(['c.md: card (Rename "box" to "card")']);
  });

  test('tells of the places that cannot follow', async () => {
    const { connection } = await start();
    const told = new Promise<string>((resolve) => {
      connection.onRequest(ShowMessageRequest.type, ({ message }) => {
        resolve(message);
        return null;
      });
    });
    expect(await connection.sendRequest(WillRenameFilesRequest.type, boxTo('box.html'))).toBe(null);
    expect(await told).toBe(
      'What you move is named in 1 places that cannot lead to where it goes, in c.md. Change them there, or undo the move.',
    );
  });

  test('has its translations moved along where the writer wants it', async () => {
    const { connection } = await start();
    const asked: string[] = [];
    connection.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
      asked.push(message);
      return actions?.[0] ?? null;
    });
    const applied = new Promise<WorkspaceEdit>((resolve) => {
      connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
        resolve(edit);
        return { applied: true };
      });
    });
    await connection.sendRequest(WillRenameFilesRequest.type, files('b.md', 'd.md'));
    await connection.sendNotification('workspace/didRenameFiles', files('b.md', 'd.md'));
    expect(shown(await applied)).toEqual([
      'b.sv.md: aliases: [/sv/b/] (Keep the old address alive)',
      'b.sv.md -> d.sv.md',
    ]);
    expect(asked).toEqual([expect.stringContaining('b.sv.md')]);
  });
});

test('a page becomes a page bundle by the lightbulb', async () => {
  const lsp = await start();
  const action = await moveAction(lsp, 'b.md');
  expect(action).toMatchObject({
    kind: 'refactor.move',
    title: 'Turn this page and its translations into a page bundle',
  });
  const { edit } = await lsp.connection.sendRequest(CodeActionResolveRequest.type, action);
  expect(shown(edit)).toEqual(['b.md -> b/index.md', 'b.sv.md -> b/index.sv.md']);
  expect(action.command).toBe(undefined);
});

test('a page bundle becomes a page, and the editor takes the empty folder away', async () => {
  const lsp = await start(able, { removeFoldersCommand: 'remove' });
  const action = await moveAction(lsp, 'e/index.md');
  expect(action).toMatchObject({
    title: 'Turn this bundle into a single page',
    command: { command: 'remove', arguments: [uriOf('site/content/e')] },
  });
  const { edit } = await lsp.connection.sendRequest(CodeActionResolveRequest.type, action);
  expect(shown(edit)).toEqual(['e/index.md -> e.md']);
});

/** Asks until the site has been read. */
async function moveAction(lsp: LspClient, path: string): Promise<CodeAction> {
  const uri = uriOf(`site/content/${path}`);
  await lsp.open(uri, '---\ntitle: B\n---\n');
  const top = { line: 0, character: 0 };
  for (;;) {
    const answer = await lsp.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: top, end: top },
      context: { diagnostics: [], only: ['refactor'] },
    });
    const found = (answer ?? []).find((action): action is CodeAction => 'data' in action);
    if (found !== undefined) {
      return found;
    }
  }
}
