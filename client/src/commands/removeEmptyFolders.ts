// What is left of a page bundle once it is a single page: the editor moves its file and leaves the folder behind.
import { Uri, workspace } from 'vscode';

/** Leaves alone a folder that holds anything, hidden files too. */
export async function removeEmptyFolders(...addresses: readonly string[]): Promise<void> {
  await Promise.all(addresses.map((address) => removeIfEmpty(Uri.parse(address))));
}

async function removeIfEmpty(folder: Uri): Promise<void> {
  try {
    if ((await workspace.fs.readDirectory(folder)).length === 0) {
      await workspace.fs.delete(folder, { recursive: false, useTrash: false });
    }
  } catch {
    // It is gone, or something came into it meanwhile: then it stays.
  }
}
