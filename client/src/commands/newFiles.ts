// Makes new files as one change of the workspace, never over one that is there, and leaves nothing half-made behind.
import { FileType, Uri, workspace, WorkspaceEdit } from 'vscode';
import type { NewPostFile } from '../../../server/src/protocol.ts';
import { translate } from '../translate.ts';

/** Why they could not be made, in the writer's language; `shown` names the page. */
export async function createFiles(files: readonly NewPostFile[], shown: string): Promise<string | undefined> {
  const targets = files.map(({ uri }) => Uri.parse(uri));
  const taken = await firstThere(targets);
  if (taken !== undefined) {
    return translate('There is a file {0} already, and it stays as it is.', workspace.asRelativePath(taken));
  }
  const edit = new WorkspaceEdit();
  for (const [index, file] of files.entries()) {
    const target = targets[index];
    const contents = await contentsOf(file);
    if (target === undefined || contents === undefined) {
      return translate('A file of the archetype cannot be read: {0}', file.from ?? file.uri);
    }
    edit.createFile(target, { overwrite: false, ignoreIfExists: false, contents });
  }
  const isDone = await workspace.applyEdit(edit).then(
    (applied) => applied,
    () => false,
  );
  if (isDone && (await firstThere(targets.slice(-1))) !== undefined) {
    return undefined;
  }
  await Promise.all(targets.map(remove));
  return translate(
    '{0} could not be written: the folder may be read-only, or the disk full. Nothing was left behind.',
    shown,
  );
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
