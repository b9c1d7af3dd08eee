// What an editor is told that can be done with a shortcode, and what it asks before it puts one around a selection.
import { CodeActionRequest, CodeActionTriggerKind, type CodeAction } from 'vscode-languageserver/node';
import { afterEach, expect, test } from 'vitest';
import {
  wrapChoicesRequest,
  wrapRequest,
  type WrapChoicesResult,
  type WrapResult,
} from '../../server/src/protocol.ts';
import { startInProcess, type ClientOptions, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const text = '---\ntitle: A\n---\nSome good words.\n\n{{% box %}}Old{{% /box %}}\n';
const site = `
-- site/hugo.toml --
-- site/layouts/shortcodes/box.html --
{{/* A colored box. */}}<div class="{{ .Get "color" }}">{{ .Inner | markdownify }}</div>
-- site/layouts/shortcodes/plain.html --
<b>x</b>
-- site/content/a.md --
${text}`;
const uri = uriOf('site/content/a.md');
const words = { start: { line: 3, character: 5 }, end: { line: 3, character: 9 } };
const call = { start: { line: 5, character: 4 }, end: { line: 5, character: 4 } };
const snippets = { workspaceEdit: { documentChanges: true, snippetEditSupport: true } };

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function started(abilities: ClientOptions = {}): Promise<LspClient> {
  client = await startInProcess({ fileSystem: new MemoryFileSystem(site) }, abilities);
  await client.open(uri, text);
  await client.until(() => client?.status?.sites.some(({ state }) => state === 'ready'));
  return client;
}

async function offered(
  running: LspClient,
  range: typeof words,
  context: { readonly triggerKind?: CodeActionTriggerKind; readonly only?: string[] } = {},
): Promise<readonly CodeAction[]> {
  const actions = await running.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics: [], only: ['refactor'], ...context },
  });
  return (actions ?? []).filter((action): action is CodeAction => 'kind' in action);
}

test('a selection can be surrounded: with places to fill in, where the editor takes them', async () => {
  const running = await started({ workspace: snippets, options: { wrapCommand: 'wrap' } });
  const [first, other] = await offered(running, words, { only: ['refactor.surround'] });
  expect(first?.title).toBe('Surround with "box"');
  expect(first?.edit).toEqual({
    documentChanges: [
      {
        textDocument: { uri, version: null },
        edits: [
          {
            range: { start: words.start, end: words.start },
            snippet: { kind: 'snippet', value: '{{< box >\\}\\}' },
          },
          {
            range: { start: words.end, end: words.end },
            snippet: { kind: 'snippet', value: '{{< /box >\\}\\}$0' },
          },
        ],
      },
    ],
  });
  expect(other).toMatchObject({ kind: 'refactor.surround', command: { command: 'wrap' } });
});

test('an editor without them gets plain text', async () => {
  const [first, ...others] = await offered(await started(), words, { only: ['refactor.surround'] });
  expect(first?.edit?.changes?.[uri]?.map(({ newText }) => newText)).toEqual(['{{< box >}}', '{{< /box >}}']);
  expect(others).toEqual([]);
});

test('at a call: what it may become', async () => {
  const titles = (await offered(await started(), call)).map(({ title }) => title);
  expect(titles).toEqual([
    'Remove "box" around this and keep what is in it',
    'Write "box" with {{< >}}, so that the result stays as its template makes it',
  ]);
});

test('a bulb does not shine for that, and quick fixes are others', async () => {
  const running = await started();
  expect(await offered(running, call, { triggerKind: CodeActionTriggerKind.Automatic })).toEqual([]);
  expect(await offered(running, call, { only: ['quickfix'] })).toEqual([]);
});

test('what can be put around a selection, and its edits', async () => {
  const running = await started();
  const asked = { uri, range: words };
  const { choices } = await running.connection.sendRequest<WrapChoicesResult>(wrapChoicesRequest, asked);
  expect(choices[0]).toEqual({
    name: 'box',
    use: 'used once',
    source: 'layouts/shortcodes/box.html',
    documentation: 'A colored box.',
  });
  expect(choices.map(({ name }) => name)).not.toContain('plain');
  const wrap = (name: string): Promise<WrapResult> =>
    running.connection.sendRequest<WrapResult>(wrapRequest, { ...asked, name });
  expect((await wrap('box')).edits.map(({ newText }) => newText)).toEqual(['{{< box >}}', '{{< /box >}}']);
  expect(await wrap('plain')).toEqual({ edits: [] });
});
