import { rootConfigNames } from '../core/config/configFiles.ts';
import { configFilesOf, type ConfigFile } from '../core/config/mergeConfig.ts';
import { isBelow, joinPath } from '../core/text/path.ts';
import { listFolder, readTexts, type SiteSource } from './siteSource.ts';

const deepestConfigFolder = 4;
const legacyTheme = 'theme.toml';

/** The configuration files of the site (`folder` is empty) or of a module, with paths relative to it. */
export async function readConfigFiles(source: SiteSource, folder: string): Promise<ConfigFile[]> {
  const names = (await listFolder(source, folder)) ?? [];
  const paths = names.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  if (names.some(({ name, kind }) => name === 'config' && kind === 'directory')) {
    paths.push(...(await listConfigFolder(source, folder, 'config', 0)));
  }
  const wanted = configFilesOf(paths);
  if (folder !== '' && paths.includes(legacyTheme)) {
    wanted.push(legacyTheme);
  }
  const files = await readTexts(
    source,
    wanted.map((path) => joinPath(folder, path)),
  );
  const prefix = folder === '' ? 0 : folder.length + 1;
  return files.map(({ path, text }) => ({ path: path.slice(prefix), text }));
}

/** Whether a path (relative to the site) is a configuration file, or a folder of them, of the site or of a module in one of `folders`. */
export function isConfigPath(path: string, folders: readonly string[]): boolean {
  return ['', ...folders].some((folder) => {
    if (!isBelow(path, folder)) {
      return false;
    }
    const below = folder === '' ? path : path.slice(folder.length + 1);
    return isBelow(below, 'config') || rootConfigNames.includes(below) || otherNames.has(below);
  });
}

const otherNames: ReadonlySet<string> = new Set([legacyTheme, 'go.mod']);

async function listConfigFolder(
  source: SiteSource,
  folder: string,
  path: string,
  depth: number,
): Promise<string[]> {
  const entries = (await listFolder(source, joinPath(folder, path))) ?? [];
  const paths: string[] = [];
  for (const { name, kind, target } of entries) {
    if (kind === 'file') {
      paths.push(`${path}/${name}`);
    } else if (depth < deepestConfigFolder && target === undefined) {
      paths.push(...(await listConfigFolder(source, folder, `${path}/${name}`, depth + 1)));
    }
  }
  return paths;
}
