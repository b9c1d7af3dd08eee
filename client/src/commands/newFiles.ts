// Makes a new page and what comes with it, never over a file that is there, opens it, and leaves nothing half-made behind. A snippet has stops only
// in an editor that shows its file already, and one undo takes back only what was one change. So the page is written and shown first, and then
// made once more by the change that brings its stops: undoing that removes it. What is typed meanwhile must not be overwritten, so it has the keys last.
import {
  FileType,
  Range,
  SnippetString,
  SnippetTextEdit,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { NewPostFile } from '../../../server/src/protocol.ts';
import { translate } from '../translate.ts';

export interface NewPage {
  readonly uri: Uri;
  readonly text: string;
  /** The same text, with stops. */
  readonly snippet: string;
  /** What the page is called where the writer reads of it. */
  readonly shown: string;
  /** What comes with it. */
  readonly others: readonly NewPostFile[];
}

/** Why it could not be made, in the writer's language. */
export async function createPage(page: NewPage): Promise<string | undefined> {
  const others = page.others.map((file) => ({ target: Uri.parse(file.uri), file }));
  const targets = [...others.map(({ target }) => target), page.uri];
  const taken = await firstThere(targets);
  if (taken !== undefined) {
    return translate('There is a file {0} already, and it stays as it is.', workspace.asRelativePath(taken));
  }
  const edit = new WorkspaceEdit();
  for (const { target, file } of others) {
    const contents = await contentsOf(file);
    if (contents === undefined) {
      return translate('A file of the archetype cannot be read: {0}', file.from ?? file.uri);
    }
    edit.createFile(target, { overwrite: false, ignoreIfExists: false, contents });
  }
  if (await isMade(page, edit)) {
    return undefined;
  }
  await Promise.all(targets.map(remove));
  return translate(
    '{0} could not be written: the folder may be read-only, or the disk full. Nothing was left behind.',
    page.shown,
  );
}

/** Whether it is there and open; `edit` makes what comes with it. */
async function isMade({ uri, text, snippet }: NewPage, edit: WorkspaceEdit): Promise<boolean> {
  const contents = new TextEncoder().encode(text);
  try {
    await workspace.fs.writeFile(uri, contents);
    const { document } = await window.showTextDocument(uri, { preserveFocus: true });
    const all = new Range(document.positionAt(0), document.positionAt(document.getText().length));
    edit.createFile(uri, { overwrite: true, contents });
    edit.set(uri, [SnippetTextEdit.replace(all, new SnippetString(snippet))]);
    const isApplied = await workspace.applyEdit(edit);
    await window.showTextDocument(document);
    return isApplied;
  } catch {
    return false;
  }
}

async function firstThere(uris: readonly Uri[]): Promise<Uri | undefined> {
  for (const uri of uris) {
    if ((await typeOf(uri)) !== undefined) {
      return uri;
    }
  }
  return undefined;
}

async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}

async function contentsOf({ text, from }: NewPostFile): Promise<Uint8Array | undefined> {
  if (text !== undefined || from === undefined) {
    return new TextEncoder().encode(text ?? '');
  }
  try {
    return await workspace.fs.readFile(Uri.parse(from));
  } catch {
    return undefined;
  }
}

/** What the change made before it failed: none of these was there before. */
async function remove(uri: Uri): Promise<void> {
  if ((await typeOf(uri)) === FileType.File) {
    await workspace.fs.delete(uri).then(undefined, () => undefined);
  }
}
