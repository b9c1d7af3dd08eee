// A theme or module that is not on disk may bring files, and where one is missing a program may fill folders before Hugo runs, too. What neither
// does is told by what the site's own content holds.
import { cleanPath, isBelow, isPicture, joinPath } from '../../text/path.ts';
import { pagesExactlyAt } from '../exactPages.ts';
import { placeKey, publishedPlaces } from '../publishedPlaces.ts';
import type { FileComponent, PageRecord, SiteSnapshot } from '../snapshot.ts';

/**
 * Whether a page at `path` (from the root of the site), to which a link on `page` leads that is `written` so, would be one that people write: the nearest
 * list above it, of an address from the root the one right above, is of a folder that they filled. Right below the root a theme may have pages, too.
 */
export function isOwnPlace(site: SiteSnapshot, page: PageRecord, written: string, path: string): boolean {
  const isRelative = !written.startsWith('/');
  const beside = `/${joinPath(isRelative ? parentOf(page) : '', written)}`;
  const places = isSource(path) ? [beside] : isRelative ? [path, beside] : [path];
  return places.every((place) => {
    const list = listAbove(site, place, isRelative ? mostFolders : 1);
    return (
      list !== undefined &&
      (isRelative || list.path.includes('/')) &&
      holdsPages(site, list, isRelative ? 2 : 3) &&
      !isMountedFrom(site, place)
    );
  });
}

/** Whether the list right above `path` is all that its folder has on disk, as where a program writes the pages before Hugo runs. */
export function isFilledLater(site: SiteSnapshot, path: string): boolean {
  const list = isPicture(path) ? undefined : listAbove(site, path, 1);
  return list?.path.includes('/') === true && [...site.pagesInFolder(parentOf(list), 1)].length === 0;
}

/** Whether anything stands at the first folder of `path`. */
export function hasSection(site: SiteSnapshot, path: string): boolean {
  const [first = ''] = cleanPath(path).split('/');
  return site.pagesPublishedAt(placeKey(first, site.config)).length > 0 || isMountedFrom(site, path);
}

/** Whether a file at `path` would be one of the site's own: it is sought from the page upwards, or in a folder that has files and is none of the first. */
export function isOwnFile(site: SiteSnapshot, written: string, path: string): boolean {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return written.startsWith('../') || (cleanPath(folder).includes('/') && hasFiles(site, folder));
}

/** Whether there are files in the folder, `/img/2020`, whatever publishes them. */
export function hasFiles({ files }: SiteSnapshot, folder: string): boolean {
  return components.some((component) => files.filesIn(component, folder).some(({ isFolder }) => !isFolder));
}

const components: readonly FileComponent[] = ['static', 'assets', 'content'];

/** The list of the nearest folder above `path` that has one, at most `steps` up: as content names it where the path is that of a file, else as it is published. */
function listAbove(site: SiteSnapshot, path: string, steps: number): PageRecord | undefined {
  const parts = cleanPath(path).split('/').slice(0, mostFolders);
  return parts
    .slice(0, steps)
    .map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'))
    .flatMap((folder) => (isSource(path) ? sourcesAt(site, folder) : publishedAt(site, folder)))
    .find(({ bundle }) => bundle === 'branch');
}

function sourcesAt(site: SiteSnapshot, folder: string): readonly PageRecord[] {
  return pagesExactlyAt(site, `/${folder.toLowerCase()}`, 'path');
}

/** Those whose own address it is. */
function publishedAt(site: SiteSnapshot, folder: string): readonly PageRecord[] {
  const key = placeKey(folder, site.config);
  return site
    .pagesPublishedAt(key)
    .filter((page) =>
      publishedPlaces(page, site.config).some((each) => each.role === 'page' && each.key === key),
    );
}

function isSource(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

const mostFolders = 20;

/** Pages of a folder that are looked at. */
const mostLooked = 20;

/** Whether a folder has `fewest` pages, so that people fill it: a list with a page or two may wait for what a program writes. */
function holdsPages(site: SiteSnapshot, list: PageRecord, fewest: number): boolean {
  const pages = [...site.pagesInFolder(parentOf(list), mostLooked)];
  const filled = pages.filter(
    (page) => page.bundle !== 'branch' || [...site.pagesInFolder(parentOf(page), 1)].length > 0,
  );
  return filled.length >= fewest;
}

function parentOf({ path }: PageRecord): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A module may say itself where its content goes. */
function isMountedFrom({ config }: SiteSnapshot, path: string): boolean {
  return config.imports
    .flatMap(({ mounts }) => mounts)
    .some(({ target }) => {
      const [, below] = /^content\/(.+)$/.exec(target) ?? [];
      return below !== undefined && isBelow(cleanPath(path), cleanPath(below));
    });
}
