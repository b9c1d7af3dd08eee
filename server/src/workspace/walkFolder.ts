import { joinPath } from '../core/text/path.ts';
import { listFolder, type SiteSource } from './siteSource.ts';
import { pathBelow, uriAt } from './uris.ts';

const deepestFolder = 40;
const mostFiles = 100_000;
const neverEntered: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

export interface FolderContent {
  /** Paths below the folder, with `/`. */
  readonly files: readonly string[];
  /** Every folder could be listed and no limit was met. A folder that is not there is complete. */
  readonly complete: boolean;
}

/**
 * Lists all files below a folder of a site. A link is followed when it leads to a place inside the site that was not entered
 * before, so that neither a loop nor a link into somebody's home is.
 */
export async function walkFolder(source: SiteSource, folder: string): Promise<FolderContent> {
  const files: string[] = [];
  const follow = await linkRule(source);
  const pending = [{ path: '', depth: 0 }];
  let complete = true;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, depth } = next;
    const entries = await listFolder(source, joinPath(folder, path));
    if (entries === undefined && path === '') {
      return await walkFile(source, folder);
    }
    if (entries === undefined || depth >= deepestFolder || files.length >= mostFiles) {
      complete = false;
      continue;
    }
    for (const { name, kind, target } of entries) {
      const below = path === '' ? name : `${path}/${name}`;
      if (kind === 'file') {
        files.push(below);
      } else if (
        !neverEntered.has(name) &&
        (target === undefined || follow(joinPath(folder, below), target))
      ) {
        pending.push({ path: below, depth: depth + 1 });
      }
    }
    await source.slices.pause();
  }
  return { files, complete };
}

/** Says yes to each folder inside the site once, and never to one that holds the link itself. */
async function linkRule({
  fileSystem,
  root,
}: SiteSource): Promise<(path: string, target: string) => boolean> {
  const real = (await fileSystem.real(root)) ?? root;
  const followed: string[] = [];
  return (path, target) => {
    const inside = pathBelow(real, target) !== undefined;
    const loop = pathBelow(target, uriAt(real, path)) !== undefined;
    if (!inside || loop || followed.some((one) => pathBelow(one, target) !== undefined)) {
      return false;
    }
    followed.push(target);
    return true;
  };
}

/** What is no folder that can be listed: a single file that is mounted, nothing at all, or a folder that refuses. */
async function walkFile({ fileSystem, root }: SiteSource, path: string): Promise<FolderContent> {
  const kind = await fileSystem.stat(uriAt(root, path));
  return { files: kind === 'file' ? [''] : [], complete: kind !== 'directory' };
}
