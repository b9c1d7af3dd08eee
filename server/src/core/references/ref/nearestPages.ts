// Which page a reference that leads nowhere may mean: one of that name elsewhere, else one next to it whose name is spelt nearly so.
import { pagesExactlyAt } from '../../site/exactPages.ts';
import { baseNameOf } from '../../site/pageOrder.ts';
import { logicalPath } from '../../site/pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { editDistance } from '../../text/near.ts';

const mostLooked = 200;
const mostNamed = 5;

/** The pages in `language` that the path most probably means, the nearest first; at most five. */
export function nearestPages(
  site: SiteSnapshot,
  from: PageRecord,
  path: string,
  language: string,
): readonly PageRecord[] {
  const stem = path
    .replace(/\/+$/, '')
    .replace(/\.[a-z]+$/i, '')
    .replace(/\/_?index$/i, '');
  const name = baseNameOf(stem);
  if (name === '' || name.startsWith('.')) {
    return [];
  }
  const isMeant = (page: PageRecord): boolean => page.language === language && page.uri !== from.uri;
  const namesakes = pagesExactlyAt(site, name, 'baseName').filter(isMeant);
  return (namesakes.length > 0 ? namesakes : similar(site, from, stem, name).filter(isMeant)).slice(
    0,
    mostNamed,
  );
}

function similar(site: SiteSnapshot, from: PageRecord, stem: string, name: string): readonly PageRecord[] {
  const most = Math.min(2, Math.ceil(name.length / 2) - 1);
  const nearness = (page: PageRecord): number => {
    const other = baseNameOf(logicalPath(page));
    return editDistance(name, other, most) ?? Infinity;
  };
  const folder = stem.slice(0, stem.lastIndexOf('/') + 1).toLowerCase();
  const ownFolder = `/${from.path.slice(0, from.path.lastIndexOf('/') + 1)}`.toLowerCase();
  const starts =
    folder === '' ? [ownFolder] : [folder.startsWith('/') ? folder : `/${folder}`, `${ownFolder}${folder}`];
  const looked = new Set([
    ...starts.flatMap((start) => site.pagesAt(start, 'path', mostLooked)),
    ...site.pagesAt(name.slice(0, 3), 'baseName', mostLooked),
  ]);
  return [...looked]
    .map((page) => ({ page, nearness: nearness(page) }))
    .filter((each) => each.nearness <= most)
    .sort((a, b) => a.nearness - b.nearness)
    .map(({ page }) => page);
}
