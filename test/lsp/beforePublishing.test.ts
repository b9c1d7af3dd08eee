// What an editor gets when a writer asks what a page still lacks.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterEach, expect, test } from 'vitest';
import {
  beforePublishingRequest,
  type BeforePublishingResult,
  type DocumentEdit,
} from '../../server/src/protocol.ts';
import { startInProcess, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const posts = Array.from(
  { length: 8 },
  (_, at) =>
    `-- site/content/posts/${String(at)}.md --\n---\ntitle: Wheel ${String(at)}\ndate: 2024-01-0${String(at + 1)}\nauthor: Maud ${String(at)}\n---\nText.\n`,
).join('');

const site = `-- site/hugo.toml --
baseURL = "https://example.org/"
-- site/layouts/_default/single.html --
{{ .Params.author }}{{ .Content }}
-- site/README.md --
No content.
${posts}`;

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function listOf(text: string, path = 'site/content/posts/new.md'): Promise<BeforePublishingResult> {
  client = await startInProcess({ fileSystem: new MemoryFileSystem(site) });
  await client.open(uriOf(path), text);
  return client.connection.sendRequest(beforePublishingRequest, { uri: uriOf(path) });
}

function changed(text: string, edits: readonly DocumentEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 1, text), [...edits]);
}

const draft = '---\ntitle: A wheel\ndate: 2024-02-01\ndraft: true\n---\nText.\n';

test('a draft without its author, with where it will be and how long it is', async () => {
  const { state, path, length, items } = await listOf(draft);
  expect({ state, path, length }).toEqual({
    state: 'Draft',
    path: '/posts/new/',
    length: ['1 word', '1 min'],
  });
  expect(items.map(({ group, text, range }) => [group, range.start.line, text])).toEqual([
    ['unfilled', 0, '"author" is missing. 8 of 8 pages like this one have it.'],
    ['look', 2, expect.stringMatching(/^"date" is \d+ days ago/)],
    ['publication', 3, 'It is a draft: readers do not get it yet.'],
  ]);
});

test('the fix of a missing key says where the writer goes on', async () => {
  const [{ fix } = {}] = (await listOf(draft)).items;
  const after = changed(draft, fix?.edits ?? []);
  const cursor = TextDocument.create('', '', 1, after).offsetAt(fix?.cursor ?? { line: 0, character: 0 });
  expect(`${after.slice(0, cursor)}█${after.slice(cursor)}`).toContain('draft: true\nauthor: "█"\n---');
});

test('a page that lacks nothing', async () => {
  const { items, sure, state } = await listOf(
    '---\ntitle: A wheel\ndate: 2024-02-01\nauthor: Bo\n---\nText.\n',
  );
  expect({ items, sure, state }).toEqual({ items: [], sure: { count: 0, edits: [] }, state: 'Published' });
});

test('a file that is no content', async () => {
  expect(await listOf('Text.\n', 'site/README.md')).toMatchObject({ state: '', items: [] });
});
