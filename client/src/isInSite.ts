// Decides whether anything is to be started at all: the same rule as the server's, over the editor's own view of the files.
import { Uri, workspace } from 'vscode';
import { rootConfigNames, siteKindOf } from '../../server/src/shared.ts';

/** Whether `start` lies in a Hugo site: it, or a folder above it. A folder that cannot be read is none. */
export async function isInSite(start: Uri): Promise<boolean> {
  for (const folder of ancestors(start)) {
    if (await isSite(folder)) {
      return true;
    }
  }
  return false;
}

function ancestors(start: Uri): Uri[] {
  const parent = Uri.joinPath(start, '..');
  return parent.path === start.path ? [start] : [start, ...ancestors(parent)];
}

async function isSite(folder: Uri): Promise<boolean> {
  const names = await readNames(folder);
  if (names.has('config')) {
    (await readNames(Uri.joinPath(folder, 'config'))).forEach((name) => names.add(`config/${name}`));
  }
  const kind = siteKindOf(names);
  if (kind !== 'needsConfigText') {
    return kind === 'yes';
  }
  const configs = rootConfigNames.filter((name) => names.has(name));
  const texts = await Promise.all(configs.map((name) => readText(Uri.joinPath(folder, name))));
  return texts.some((text) => siteKindOf(names, text) === 'yes');
}

async function readNames(folder: Uri): Promise<Set<string>> {
  try {
    return new Set((await workspace.fs.readDirectory(folder)).map(([name]) => name));
  } catch {
    return new Set();
  }
}

async function readText(uri: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}
