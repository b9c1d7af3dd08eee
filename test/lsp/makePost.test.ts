// What an editor gets when a raw text is to become a post.
import {
  ApplyWorkspaceEditRequest,
  ShowMessageRequest,
  TextDocumentEdit,
  type CodeAction,
  type Range,
  type WorkspaceClientCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterEach, describe, expect, test } from 'vitest';
import {
  makePostRequest,
  pastedPostRequest,
  type MakePostParams,
  type MakePostResult,
  type PastedPostParams,
  type PastedPostResult,
} from '../../server/src/protocol.ts';
import { startInProcess, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const site = `
-- site/hugo.toml --
title = "Mill"
-- site/archetypes/posts.md --
---
title: ""
date: {{ .Date }}
draft: true
---
-- site/content/posts/wheel.md --
---
title: Wheel
date: 2024-01-01
draft: false
---
Text.
`;

const raw = 'A second wheel\n\nMarch 12, 2024\n\n– It turns, says Maud.\n\nAbout the mill\n\n• old\n• wet\n';
const post =
  '---\ntitle: "A second wheel"\ndate: 2024-03-12\ndraft: true\n# March 12, 2024\n---\n\n' +
  '> It turns, says Maud.\n\n## About the mill\n\n- old\n- wet\n';
const written = '---\ntitle: P\n---\nSome text.\n';

const able: WorkspaceClientCapabilities = {
  applyEdit: true,
  workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
};

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const uri = uriOf('site/content/posts/new.md');

interface Made {
  readonly edit: WorkspaceEdit | undefined;
  readonly messages: readonly string[];
  readonly result: MakePostResult;
}

async function start(text: string, workspace = able): Promise<LspClient> {
  client = await startInProcess({ fileSystem: new MemoryFileSystem(site) }, { workspace });
  await client.open(uri, text);
  return client;
}

async function make(text: string, params: Omit<MakePostParams, 'uri'> = {}, workspace = able): Promise<Made> {
  const { connection } = await start(text, workspace);
  let edit: WorkspaceEdit | undefined;
  const messages: string[] = [];
  connection.onRequest(ApplyWorkspaceEditRequest.type, (asked) => {
    edit = asked.edit;
    return { applied: true };
  });
  connection.onRequest(ShowMessageRequest.type, ({ message }) => {
    messages.push(message);
    return null;
  });
  const result = await connection.sendRequest<MakePostResult>(makePostRequest, { uri, ...params });
  return { edit, messages, result };
}

/** The text as it is when the writer takes what is ticked. */
function taken(text: string, edit: WorkspaceEdit | undefined): string {
  const document = TextDocument.create(uri, 'markdown', 1, text);
  const edits = (edit?.documentChanges ?? []).flatMap((change) =>
    TextDocumentEdit.is(change) ? change.edits : [],
  );
  const ticked = edits.filter(
    (each) =>
      !('annotationId' in each) || edit?.changeAnnotations?.[each.annotationId]?.needsConfirmation !== true,
  );
  return TextDocument.applyEdits(
    document,
    [...ticked, ...(edit?.changes?.[uri] ?? [])].flatMap((each) => ('newText' in each ? [each] : [])),
  );
}

function labels(edit: WorkspaceEdit | undefined): readonly string[] {
  return Object.values(edit?.changeAnnotations ?? {}).map(
    ({ label, needsConfirmation = false }) => (needsConfirmation ? '? ' : '') + label,
  );
}

const lines = (from: number, to: number): Range => ({
  start: { line: from, character: 0 },
  end: { line: to, character: 0 },
});

describe('a raw text becomes a post', () => {
  test('in pieces that the writer sees first', async () => {
    const { edit, result } = await make(raw);
    expect(taken(raw, edit)).toBe(post);
    expect(labels(edit)).toEqual([
      'Front matter with what the text says: title, date',
      'Quotation',
      'Heading',
      'List',
      '? All else is ticked: untick what is not right',
    ]);
    expect(result).toEqual({ isDone: true });
  });

  test('at once, and with nothing left out, for an editor that asks nothing', async () => {
    const text = `${raw}\nShare this\nFacebook\nYes\n`;
    const { edit } = await make(text, {}, { applyEdit: true });
    expect(taken(text, edit)).toContain(`${post}\nShare this\n`);
  });

  test('where it is selected, as a part of the page around it', async () => {
    const text = `${written}\n${raw}`;
    const { edit } = await make(text, { range: lines(5, 15) });
    expect(taken(text, edit)).toBe(
      `${written}\n## ${raw.replace('– ', '> ').replace('About', '## About').replaceAll('•', '-')}`,
    );
  });

  test('out of the clipboard, on an empty page', async () => {
    const { edit } = await make('\n', { text: raw });
    expect(taken('\n', edit)).toBe(post);
  });

  test('out of the clipboard, into a page', async () => {
    const { edit } = await make(written, { text: '• old\n• wet\n', range: lines(4, 4) });
    expect(taken(written, edit)).toBe(`${written}- old\n- wet\n`);
  });
});

describe('nothing is changed, and the writer hears it', () => {
  test.each<readonly [string, string, Omit<MakePostParams, 'uri'>]>([
    ['on a page that is one already', written, {}],
    ['on an empty page with nothing copied', '', { text: ' ' }],
  ])('%s', async (_, text, params) => {
    const { edit, messages, result } = await make(text, params);
    expect(edit).toBeUndefined();
    expect(messages).toEqual(['There is no raw text here to make a post of.']);
    expect(result).toEqual({ isDone: false });
  });
});

describe('what is being pasted', () => {
  async function pasted(page: string, text: string, line: number): Promise<PastedPostResult> {
    const { connection } = await start(page);
    const params: PastedPostParams = { uri, range: lines(line, line), text };
    return connection.sendRequest<PastedPostResult>(pastedPostRequest, params);
  }

  test('can come as a post on an empty page', async () => {
    expect(await pasted('', raw, 0)).toEqual({ text: post, isPage: true });
  });

  test('can come as Markdown into a page', async () => {
    expect(await pasted(written, '– It turns, says Maud.\n\n• old\n• wet\n', 4)).toEqual({
      text: '> It turns, says Maud.\n\n- old\n- wet\n',
      isPage: false,
    });
  });

  test.each([
    ['that is Markdown', written, '- a\n- b\n', 4],
    ['in which only signs would be escaped', written, 'A <b>bold</b> word.\n\nIt goes on here.\n', 4],
    ['into the front matter', written, '• old\n• wet\n', 1],
    ['that is a whole page', '', written, 0],
  ])('is left alone %s', async (_, page, text, line) => {
    expect(await pasted(page, text, line)).toEqual({});
  });
});

describe('the lightbulb', () => {
  async function offered(text: string, range: Range): Promise<readonly CodeAction[]> {
    const editor = await start(text);
    await editor.until(() => editor.status?.sites[0]?.state === 'ready');
    const actions = await editor.codeActions(uri, range, { diagnostics: [] });
    return actions.filter(({ title }) => title.includes('Markdown'));
  }

  test('offers it anywhere on a page without front matter', async () => {
    const [action, ...others] = await offered(raw, lines(4, 4));
    expect(action?.title).toBe('Make this a post: front matter and Markdown');
    expect(taken(raw, action?.edit)).toBe(post);
    expect(others).toEqual([]);
  });

  test('offers it for bullets and dashes that were pasted and are selected', async () => {
    const text = `${written}• old\n• wet\n`;
    const [action] = await offered(text, lines(4, 6));
    expect(action?.title).toBe('Make the selected text Markdown');
    expect(taken(text, action?.edit)).toBe(`${written}- old\n- wet\n`);
  });

  test.each([
    ['on a page that has front matter', written, lines(3, 3)],
    ['for text that is Markdown', `${written}- a\n- b\n`, lines(4, 6)],
    ['on an empty page', '', lines(0, 0)],
    ['where front matter lacks its first line', 'title: A\ndate: 2024-01-01\n---\nText.\n', lines(0, 0)],
  ])('offers nothing %s', async (_, text, range) => {
    expect(await offered(text, range)).toEqual([]);
  });
});
