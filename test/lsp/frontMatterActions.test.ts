// What Ctrl+. offers for the front matter as a whole.
import { CodeActionRequest, CodeActionTriggerKind, type CodeAction } from 'vscode-languageserver/node';
import { afterEach, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';
import { startInProcess, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const text = '---\ndraft: true\ntitle: A # name\n---\nText\n';
const site = `
-- site/hugo.toml --
-- site/archetypes/default.md --
---
title: ""
draft: true
---
-- site/content/a.md --
${text}`;

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function offered(line: number, triggerKind: CodeActionTriggerKind): Promise<readonly CodeAction[]> {
  client = await startInProcess({ fileSystem: new MemoryFileSystem(site) });
  const uri = uriOf('site/content/a.md');
  await client.open(uri, text);
  await client.until(() => client?.status?.sites.some(({ state }) => state === 'ready'));
  const position = { line, character: 0 };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], triggerKind, only: ['refactor'] },
  });
  return (actions ?? []).flatMap((action) => ('edit' in action ? [action] : []));
}

function after({ edit }: CodeAction): string {
  const lines = new LineIndex(text);
  const edits = Object.values(edit?.changes ?? {}).flat();
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}

test('in the front matter: its order and its format', async () => {
  const actions = await offered(1, CodeActionTriggerKind.Invoked);
  expect(actions.map((action) => [action.title, after(action)])).toEqual([
    [
      'Sort the front matter as the archetype "default" does',
      '---\ntitle: A # name\ndraft: true\n---\nText\n',
    ],
    ['Write the front matter as TOML', '+++\ndraft = true\n# name\ntitle = "A"\n+++\nText\n'],
    [
      'Write the front matter as JSON, without its comments (1)',
      '{\n  "draft": true,\n  "title": "A"\n}\nText\n',
    ],
  ]);
});

test('a bulb does not shine for that', async () => {
  expect(await offered(1, CodeActionTriggerKind.Automatic)).toEqual([]);
});

test('in the text there is none', async () => {
  expect(await offered(4, CodeActionTriggerKind.Invoked)).toEqual([]);
});
