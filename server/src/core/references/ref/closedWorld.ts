// Pages may also come from modules that are not on disk, and from templates that make them while Hugo builds (content adapters, Hugo 0.126).
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { joinPath } from '../../text/path.ts';

/** Whether a module that is not on disk may mount content. Those whose mounts the site itself says, without content, do not. */
export function misses({ missingModules, config }: SiteSnapshot): boolean {
  return missingModules.some((missing) => {
    const mounts = config.imports.find(({ path }) => path === missing)?.mounts ?? [];
    return mounts.length === 0 || mounts.some(({ target }) => /^content(?:\/|$)/.test(target));
  });
}

const adapter = '_content.gotmpl';

/** Whether a content adapter may make the page at `path`, or one of that name. */
export function mayBeMade({ files }: SiteSnapshot, from: PageRecord, path: string): boolean {
  const own = from.path.slice(0, from.path.lastIndexOf('/') + 1);
  const folders = [...foldersOf(path), ...foldersOf(joinPath(own, path)), ...topFolders(files)];
  return (
    files.isCapped || folders.some((folder) => files.file('content', joinPath(folder, adapter)) !== undefined)
  );
}

/** No content lies deeper. */
const deepest = 50;

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/', deepest).filter((part) => part !== '');
  return parts.map((_, depth) => parts.slice(0, depth).join('/'));
}

function topFolders(files: SiteSnapshot['files']): readonly string[] {
  return files
    .filesIn('content', '')
    .filter(({ isFolder }) => isFolder)
    .map(({ name }) => name);
}
