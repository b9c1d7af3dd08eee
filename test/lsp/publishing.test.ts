// What an editor shows and changes of a page's publication.
import {
  ApplyWorkspaceEditRequest,
  CodeLensRefreshRequest,
  CodeLensRequest,
  FileChangeType,
  type CodeLens,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterEach, describe, expect, test } from 'vitest';
import {
  publicationChangedNotification,
  publicationChangeRequest,
  publicationRequest,
  type PublicationChangeParams,
  type PublicationChangeResult,
  type PublicationResult,
} from '../../server/src/protocol.ts';
import { startInProcess, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const site = `
-- site/hugo.toml --
baseURL = "https://example.com/"
defaultContentLanguage = "sv"
[languages.sv]
languageName = "Svenska"
[languages.en]
-- site/layouts/_default/single.html --
{{ .Content }}
-- site/layouts/shortcodes/note.html --
<p>Note well: {{ .Inner }}</p>
-- site/content/blogg/_index.md --
---
cascade:
  draft: true
---
-- site/content/post.md --
---
title: Post
---
`;

const uri = uriOf('site/content/post.md');
const draft = '---\ntitle: Post\ndate: 2027-03-01\ndraft: true\n---\nTwo words\n';

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

interface Start {
  readonly settings?: unknown;
  readonly language?: string;
  readonly commands?: boolean;
  readonly trusted?: boolean;
  readonly fileSystem?: MemoryFileSystem;
}

async function start(
  text: string,
  {
    settings = {},
    language = 'en',
    commands = true,
    trusted = false,
    fileSystem = new MemoryFileSystem(site),
  }: Start = {},
): Promise<LspClient> {
  client = await startInProcess(
    { fileSystem },
    {
      settings,
      workspace: { applyEdit: true, codeLens: { refreshSupport: true } },
      options: { publishingCommands: commands, language, trusted, previews: trusted },
    },
  );
  client.connection.onRequest(CodeLensRefreshRequest.type, () => undefined);
  await client.open(uri, text);
  return client;
}

/** Asked again until the site is read. */
async function state(lsp: LspClient, of = uri): Promise<PublicationResult> {
  for (;;) {
    const result = await lsp.connection.sendRequest<PublicationResult | null>(publicationRequest, {
      uri: of,
    });
    if (result !== null) {
      return result;
    }
  }
}

async function lenses(lsp: LspClient): Promise<readonly CodeLens[]> {
  await state(lsp);
  return (await lsp.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
}

async function change(
  lsp: LspClient,
  what: PublicationChangeParams['change'],
): Promise<[string, PublicationChangeResult]> {
  let edit: WorkspaceEdit | undefined;
  lsp.connection.onRequest(ApplyWorkspaceEditRequest.type, (asked) => {
    edit = asked.edit;
    return { applied: true };
  });
  const result = await lsp.connection.sendRequest<PublicationChangeResult>(publicationChangeRequest, {
    uri,
    change: what,
  });
  return [
    TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, draft), edit?.changes?.[uri] ?? []),
    result,
  ];
}

test('the status bar', async () => {
  expect(await state(await start(draft))).toEqual({
    state: 'draft',
    label: 'Draft',
    reason: 'Hugo leaves it out because of "draft".',
    notes: [],
    language: 'Svenska',
    length: '2 words · 1 min',
    path: '/post/',
    url: 'https://example.com/post/',
    notOpen: 'Hugo leaves it out because of "draft".',
    isDraft: true,
    canPublish: true,
  });
});

test('the status bar of a published page', async () => {
  expect(await state(await start('---\ntitle: Post\n---\n'))).toMatchObject({
    state: 'published',
    label: 'Published',
    reason: '',
    notOpen: '',
    isDraft: false,
    canPublish: false,
  });
});

test('in the writer’s language', async () => {
  expect(await state(await start(draft, { language: 'sv' }))).toMatchObject({
    label: 'Utkast',
    length: '2 ord · 1 min',
  });
});

test('a line above the front matter, with what can be done', async () => {
  const found = await lenses(await start(draft));
  expect(found.map(({ command }) => [command?.title, command?.command, command?.arguments])).toEqual([
    ['Draft · /post/ · 2 words · 1 min', 'hugoScribe.publishingMenu', [uri]],
    ['Publish now', 'hugoScribe.publishNow', [uri]],
    ['Copy address', 'hugoScribe.copyAddress', [uri]],
  ]);
  expect(found.every(({ range }) => range.start.line === 0)).toBe(true);
});

test('the line alone for an editor without our commands, and none where the writer wants none', async () => {
  const bare = await lenses(await start(draft, { commands: false }));
  expect(bare.map(({ command }) => command)).toEqual([
    { title: 'Draft · /post/ · 2 words · 1 min', command: '' },
  ]);
  await client?.stop();
  expect(await lenses(await start(draft, { settings: { codeLens: { publication: false } } }))).toEqual([]);
});

test('what the text says now counts', async () => {
  const lsp = await start(draft);
  await state(lsp);
  await lsp.change(uri, draft.replace('draft: true', 'draft: false'), 2);
  expect((await state(lsp)).label).toBe('Scheduled in 100 days');
});

test('published by one change, in one step', async () => {
  const [text, result] = await change(await start(draft), 'publishNow');
  expect(text).toBe('---\ntitle: Post\ndate: 2026-11-21\ndraft: false\n---\nTwo words\n');
  expect(result).toEqual({ isDone: true });
});

test('why there is nothing to change', async () => {
  const [, result] = await change(await start('---\ntitle: Post\n---\n'), 'publishNow');
  expect(result).toEqual({ isDone: false, refusal: 'This page is published already.' });
});

test('the editor asks again when a moment comes', async () => {
  const lsp = await start('---\ndate: 2026-11-21T08:30:00.2Z\n---\n');
  let told = 0;
  lsp.connection.onNotification(publicationChangedNotification, () => {
    told++;
  });
  await lsp.change(uri, '---\ndate: 2026-11-21T08:30:01Z\n---\n', 2);
  expect((await state(lsp)).label).toBe('Scheduled in 1 min');
  const before = told;
  await expect.poll(() => told, { timeout: 5000 }).toBeGreaterThan(before);
});

test('nothing of a file that is no content', async () => {
  const lsp = await start(draft);
  await state(lsp);
  const readme = uriOf('site/README.md');
  await lsp.open(readme, '# Read me\n');
  expect(await lsp.connection.sendRequest(publicationRequest, { uri: readme })).toBeNull();
});

describe('words that a shortcode’s template adds', () => {
  const noted = '---\ntitle: Post\n---\nTwo words {{< note >}}of Hugo{{< /note >}}\n';
  const own = '4 words · 1 min';
  const hugos = '6 words · 1 min';

  /** What is said each time that the editor has been told to ask again. */
  function sayings(lsp: LspClient): string[] {
    const said: string[] = [];
    lsp.connection.onNotification(publicationChangedNotification, () => {
      void state(lsp).then(({ length }) => said.push(length));
    });
    return said;
  }

  const patience = { timeout: 60_000 };

  test('are counted by the Hugo that judges the page after a pause, and stay while prose is typed', async () => {
    const lsp = await start(draft, { trusted: true });
    await state(lsp);
    const said = sayings(lsp);
    await lsp.change(uri, noted, 2);
    expect((await state(lsp)).length).toBe(own);
    await expect.poll(() => said, patience).toContain(hugos);
    expect((await lenses(lsp))[0]?.command?.title).toContain(hugos);
    await lsp.change(uri, noted.replace('Two', 'Some more'), 3);
    expect((await state(lsp)).length).toBe('7 words · 1 min');
  });

  test('are counted by the Hugo of the preview after a pause', async () => {
    const lsp = await start(draft, { trusted: true });
    await lsp.openPreview(uri);
    await lsp.page(({ engine }) => engine === 'embedded');
    const said = sayings(lsp);
    await lsp.change(uri, noted, 2);
    expect((await state(lsp)).length).toBe(own);
    await expect.poll(() => said, patience).toContain(hugos);
  });

  test('are not known where Hugo is not to be asked', async () => {
    const lsp = await start(draft, { trusted: true, settings: { check: { hugo: 'off' } } });
    await lsp.openPreview(uri);
    await lsp.change(uri, noted, 2);
    await lsp.page(({ engine, version }) => engine === 'embedded' && version === 2);
    expect((await state(lsp)).length).toBe(own);
  });

  test('are forgotten when a template changes', async () => {
    const fileSystem = new MemoryFileSystem(site);
    const lsp = await start(draft, { trusted: true, fileSystem });
    await lsp.change(uri, noted, 2);
    await expect.poll(async () => (await state(lsp)).length, patience).toBe(hugos);
    fileSystem.write('site/layouts/shortcodes/note.html', '{{ .Inner }}');
    await lsp.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('site/layouts/shortcodes/note.html'), type: FileChangeType.Changed }],
    });
    await expect.poll(async () => (await state(lsp)).length, patience).toBe(own);
  });
});
