// "Make This a Post": what is selected, else the text of the page; on an empty page what was copied.
import { env, window } from 'vscode';
import type { TextEditor } from 'vscode';
import { makePostRequest } from '../../../server/src/protocol.ts';
import type { MakePostParams } from '../../../server/src/protocol.ts';
import type { Asked } from '../asked.ts';
import { isContent } from '../documents.ts';
import { toDocumentRange } from '../places.ts';
import { askForPage } from '../askForPage.ts';
import { translate } from '../translate.ts';

/** The server has the document changed. */
export async function makePost(server: Asked | undefined): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isContent(editor.document)) {
    void askForPage(translate('Open the page that the text is for first.'));
    return;
  }
  await server?.ask(makePostRequest, await toParams(editor));
}

async function toParams({ document, selection }: TextEditor): Promise<MakePostParams> {
  const isEmpty = document.getText().trim() === '';
  return {
    uri: document.uri.toString(),
    range: toDocumentRange(selection),
    ...(isEmpty ? { text: await env.clipboard.readText() } : {}),
  };
}
