// "Surround With Shortcode": what is selected, else the paragraph at the cursor, between the tags of a shortcode that the writer chooses.
import { Range, SnippetString, SnippetTextEdit, TextEdit, window, workspace, WorkspaceEdit } from 'vscode';
import type { QuickPickItem, TextDocument, TextEditor } from 'vscode';
import { wrapChoicesRequest, wrapRequest } from '../../../server/src/protocol.ts';
import type { WrapChoicesParams, WrapEdit, WrapParams } from '../../../server/src/protocol.ts';
import { isContent } from '../documents.ts';
import type { Asked } from '../asked.ts';
import { toDocumentRange, toRange } from '../places.ts';
import { askForPage } from '../askForPage.ts';
import { translate } from '../translate.ts';

export async function wrapInShortcode(server: Asked | undefined): Promise<void> {
  const editor = window.activeTextEditor;
  if (server === undefined || editor === undefined || !isContent(editor.document)) {
    void askForPage(translate('Open a page of the site first, and select what the shortcode is to enclose.'));
    return;
  }
  const { document } = editor;
  const asked: WrapChoicesParams = {
    uri: document.uri.toString(),
    range: toDocumentRange(meantRange(editor)),
  };
  const name = await choose(server, asked);
  const params: WrapParams | undefined = name === undefined ? undefined : { ...asked, name };
  const found = params && (await server.ask(wrapRequest, params));
  if (found !== undefined) {
    await apply(document, found.edits);
  }
}

/** `undefined` where there is nothing to choose from, which is said, or nothing chosen. */
async function choose(server: Asked, asked: WrapChoicesParams): Promise<string | undefined> {
  const { choices = [] } = (await server.ask(wrapChoicesRequest, asked)) ?? {};
  if (choices.length === 0) {
    void askForPage(translate('There is no text here that a shortcode could enclose: select some.'));
    return undefined;
  }
  const items = choices.map(({ name, use, source, documentation }): QuickPickItem => ({
    label: name,
    description: use,
    detail: documentation === '' ? source : documentation,
  }));
  const chosen = await window.showQuickPick(items, {
    title: translate('Surround with shortcode'),
    placeHolder: translate('The shortcode that is to enclose the text'),
    matchOnDetail: true,
  });
  return chosen?.label;
}

async function apply(document: TextDocument, edits: readonly WrapEdit[]): Promise<void> {
  const change = new WorkspaceEdit();
  change.set(document.uri, edits.map(toEdit));
  await workspace.applyEdit(change);
}

function toEdit({ range, newText, snippet }: WrapEdit): TextEdit | SnippetTextEdit {
  const where = toRange(range);
  return snippet === undefined
    ? new TextEdit(where, newText)
    : new SnippetTextEdit(where, new SnippetString(snippet));
}

/** What is selected, else the lines around the cursor up to the next blank ones. */
function meantRange({ document, selection }: TextEditor): Range {
  if (!selection.isEmpty) {
    return selection;
  }
  const isBlank = (line: number): boolean => document.lineAt(line).isEmptyOrWhitespace;
  let { line: first } = selection.active;
  let last = first;
  while (!isBlank(first) && first > 0 && !isBlank(first - 1)) {
    first--;
  }
  while (!isBlank(last) && last < document.lineCount - 1 && !isBlank(last + 1)) {
    last++;
  }
  return new Range(first, 0, last, document.lineAt(last).text.length);
}
