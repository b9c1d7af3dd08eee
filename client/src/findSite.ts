// Decides whether anything is to be started at all, so it must be cheap: a few `stat` calls per folder, and none of the server's code.
import { FileType, Uri, workspace } from 'vscode';

const formats = ['toml', 'yaml', 'yml', 'json'];
const siteFolders = ['content', 'layouts', 'archetypes', 'themes'];
const hugoKey = /^\s*["']?(?:baseURL|languageCode|defaultContentLanguage|theme)["']?\s*[:=]/im;

/** The nearest folder at or above `start` that is a Hugo site. A folder that cannot be read is none. */
export async function findSite(start: Uri): Promise<Uri | undefined> {
  for (const folder of ancestors(start)) {
    if (await isSite(folder)) {
      return folder;
    }
  }
  return undefined;
}

function ancestors(start: Uri): Uri[] {
  const parent = Uri.joinPath(start, '..');
  return parent.path === start.path ? [start] : [start, ...ancestors(parent)];
}

async function isSite(folder: Uri): Promise<boolean> {
  if (await hasAny(folder, [...formats.map((format) => `hugo.${format}`), 'config/_default'])) {
    return true;
  }
  const configs = await existing(
    folder,
    formats.map((format) => `config.${format}`),
  );
  if (configs.length === 0) {
    return false;
  }
  return (await hasAny(folder, siteFolders)) || namesHugoKey(configs);
}

async function namesHugoKey(configs: readonly Uri[]): Promise<boolean> {
  const texts = await Promise.all(configs.map(readText));
  return texts.some((text) => hugoKey.test(text));
}

async function hasAny(folder: Uri, names: readonly string[]): Promise<boolean> {
  return (await existing(folder, names)).length > 0;
}

/** Those of `names` that exist below `folder`: a name with an extension as a file, any other as a folder. */
async function existing(folder: Uri, names: readonly string[]): Promise<Uri[]> {
  const found = await Promise.all(
    names.map(async (name) => {
      const uri = Uri.joinPath(folder, name);
      const wanted = name.includes('.') ? FileType.File : FileType.Directory;
      return ((await readType(uri)) & wanted) === 0 ? [] : [uri];
    }),
  );
  return found.flat();
}

async function readType(uri: Uri): Promise<FileType> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return FileType.Unknown;
  }
}

async function readText(uri: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}
