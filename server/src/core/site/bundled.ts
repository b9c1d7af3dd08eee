import { pagesExactlyAt } from './exactPages.ts';
import type { PageRecord, SiteSnapshot } from './snapshot.ts';

/** Whether the file belongs to the leaf bundle of another page: Hugo makes no page of its own of it. */
export function isBundled(
  site: Pick<SiteSnapshot, 'pagesAt' | 'config'>,
  { path, bundle }: Pick<PageRecord, 'path' | 'bundle'>,
): boolean {
  const folders = path
    .toLowerCase()
    .split('/')
    .slice(0, bundle === 'none' ? -1 : -2);
  return folders.some((_, depth) =>
    pagesExactlyAt(site, `/${folders.slice(0, depth + 1).join('/')}`, 'path').some(
      (other) => other.bundle === 'leaf',
    ),
  );
}
