// Raw text that is pasted into a page can come as Markdown, and on an empty page as a whole post. It is pasted as it is, and VS Code's little
// menu beside what was pasted has our way as well. VS Code can do so since 1.97 and we start with 1.91, so what we need of it is typed here.
import * as vscode from 'vscode';
import type { DataTransfer, Disposable, DocumentSelector, Range, TextDocument } from 'vscode';
import { pastedPostRequest } from '../../server/src/protocol.ts';
import type { PastedPostResult } from '../../server/src/protocol.ts';
import type { Asked } from './asked.ts';
import { toDocumentRange } from './places.ts';
import { translate } from './translate.ts';

/** The server says what a text would be. */
export function pasteAsPost(serverOf: () => Promise<Asked | undefined>): readonly Disposable[] {
  if (!canPaste(vscode)) {
    return [];
  }
  const { DocumentPasteEdit, languages } = vscode;
  const { Text: asItIs } = vscode.DocumentDropOrPasteEditKind;
  const kind = asItIs.append('hugoPost');
  const toEdit = ({ text, isPage }: Required<PastedPostResult>): PasteEdit => {
    const edit = new DocumentPasteEdit(
      text,
      isPage ? translate('Insert as a Post') : translate('Insert as Markdown'),
      kind,
    );
    edit.yieldTo = [asItIs.append('plain')];
    return edit;
  };
  const provider: PasteProvider = {
    provideDocumentPasteEdits: async (document, ranges, data) => {
      const text = (await data.get(plainText)?.asString()) ?? '';
      const [range, ...others] = ranges;
      if (range === undefined || others.length > 0 || !text.trim().includes('\n')) {
        return [];
      }
      const params = { uri: document.uri.toString(), range: toDocumentRange(range), text };
      const post = await (await serverOf())?.ask(pastedPostRequest, params);
      return post?.text === undefined ? [] : [toEdit({ isPage: false, ...post, text: post.text })];
    },
  };
  const metadata = { providedPasteEditKinds: [kind], pasteMimeTypes: [plainText] };
  return [languages.registerDocumentPasteEditProvider(pages, provider, metadata)];
}

const plainText = 'text/plain';
const pages: DocumentSelector = { scheme: 'file', pattern: '**/*.{md,markdown,mdown}' };

function canPaste(editor: object): editor is PasteApi {
  return 'DocumentPasteEdit' in editor;
}

interface PasteApi {
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: DocumentSelector,
      provider: PasteProvider,
      metadata: {
        readonly providedPasteEditKinds: readonly PasteKind[];
        readonly pasteMimeTypes: readonly string[];
      },
    ): Disposable;
  };
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: PasteKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Text: PasteKind };
}

interface PasteKind {
  append(...parts: readonly string[]): PasteKind;
}

interface PasteEdit {
  yieldTo?: readonly PasteKind[];
}

interface PasteProvider {
  provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    data: DataTransfer,
  ): Promise<readonly PasteEdit[]>;
}
