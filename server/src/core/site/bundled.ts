import { logicalPath } from './pagePath.ts';
import type { PageRecord, SiteSnapshot } from './snapshot.ts';

/** So many files share one path at most: its translations. */
const mostLooked = 100;

/** Whether the file belongs to the leaf bundle of another page: Hugo makes no page of its own of it. */
export function isBundled(site: Pick<SiteSnapshot, 'pagesAt'>, { path, bundle }: PageRecord): boolean {
  const folders = path
    .toLowerCase()
    .split('/')
    .slice(0, bundle === 'none' ? -1 : -2);
  return folders.some((_, depth) => {
    const folder = `/${folders.slice(0, depth + 1).join('/')}`;
    return site
      .pagesAt(folder, 'path', mostLooked)
      .some((other) => other.bundle === 'leaf' && logicalPath(other).toLowerCase() === folder);
  });
}
