import type { VersionEvidence } from '../core/config/hugoRange.ts';
import { isVersionFile, readVersionEvidence, versionFolders } from '../core/config/versionEvidence.ts';
import { joinPath } from '../core/text/path.ts';
import { listFolder, readTexts, type SiteSource } from './siteSource.ts';

const mostStepsUp = 3;

/** What the files of the repository say of the Hugo release, those of the site first, then those of the folders above it. */
export async function readEvidence(source: SiteSource): Promise<VersionEvidence[]> {
  const files = await readTexts(source, await findVersionFiles(source));
  return files.flatMap(({ path, text }) => readVersionEvidence(path, text));
}

/** Outside a repository the folders above are none of the site's business. */
async function findVersionFiles(source: SiteSource): Promise<string[]> {
  const found: string[][] = [];
  for (let up = 0; up <= mostStepsUp; up++) {
    const folder = '../'.repeat(up);
    const names = (await listFolder(source, folder === '' ? '' : folder.slice(0, -1))) ?? [];
    found.push(await versionFilesIn(source, folder, new Set(names.map(({ name }) => name))));
    if (names.some(({ name }) => name === '.git')) {
      return found.flat();
    }
  }
  return found[0] ?? [];
}

async function versionFilesIn(
  source: SiteSource,
  folder: string,
  names: ReadonlySet<string>,
): Promise<string[]> {
  const paths: string[] = [];
  for (const below of versionFolders) {
    if (below === '' || names.has(below.slice(0, below.indexOf('/')))) {
      const inside = below === '' ? [...names] : await namesIn(source, joinPath(folder, below));
      paths.push(...inside.map((name) => below + name).filter((path) => isVersionFile(path)));
    }
  }
  return paths.map((path) => folder + path);
}

async function namesIn(source: SiteSource, path: string): Promise<string[]> {
  return ((await listFolder(source, path)) ?? []).map(({ name }) => name);
}
