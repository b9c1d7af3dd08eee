// A page becomes a page bundle, which may have files of its own, and back: its address stays.
import { folderOf, stemOf } from '../../site/pagePath.ts';
import { isBundled } from '../../site/bundled.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import { encodedPath } from '../../text/path.ts';
import type { FileMove } from '../../references/relocation.ts';

export interface BundleChange {
  readonly title: Message;
  /** The page and its translations. */
  readonly moves: readonly FileMove[];
  /** URIs of the folders that nothing of the site is left in. */
  readonly leaves: readonly string[];
}

/** So many pages of one folder are looked at for translations and for what is in the way. */
const mostLooked = 500;

/** What the page at `uri` can become; `undefined` where that is nothing or would change other pages. */
export function bundleChange(site: SiteSnapshot, uri: string): BundleChange | undefined {
  const page = site.page(uri);
  if (page === undefined || page.bundle === 'branch' || !site.progress.files || !site.progress.content) {
    return undefined;
  }
  return page.bundle === 'none' ? toBundle(site, page) : toPage(site, page);
}

function toBundle(site: SiteSnapshot, page: PageRecord): BundleChange | undefined {
  const stem = stemOf(page);
  const inTheWay =
    site.files.filesIn('content', stem).length > 0 ||
    site.pagesAt(`/${stem}/`.toLowerCase(), 'path', 1).length > 0 ||
    translationsOf(site, page).some(({ bundle }) => bundle !== 'none');
  if (inTheWay || isBundled(site, page)) {
    return undefined;
  }
  const moves = [page, ...translationsOf(site, page)].map((each) => ({
    from: each.uri,
    to: each.uri.replace(/\/([^/]+)$/, (_, name: string) => `/${bundleName(name, stem, each)}`),
  }));
  return {
    title:
      moves.length > 1
        ? message('Turn this page and its translations into a page bundle')
        : message('Turn this page into a page bundle'),
    moves,
    leaves: [],
  };
}

/** `post/index.sv.md` of `post.sv.md`, both as they stand in a URI. */
function bundleName(name: string, stem: string, { path }: PageRecord): string {
  const rest = path.slice(stem.length);
  const folder = name.slice(0, name.length - encodedPath(rest).length);
  return `${folder}/index${name.slice(folder.length)}`;
}

function toPage(site: SiteSnapshot, page: PageRecord): BundleChange | undefined {
  const folder = page.path.slice(0, Math.max(0, page.path.lastIndexOf('/')));
  const pages = [page, ...translationsOf(site, page)];
  const isAlone =
    folder !== '' &&
    site.files.filesIn('content', folder).length === 0 &&
    site.pagesAt(`/${folder}/`.toLowerCase(), 'path', 1).length === 0 &&
    site.pagesAt(`/${folder}`.toLowerCase(), 'path', mostLooked).filter(({ path }) => isAt(path, folder))
      .length === pages.length;
  return isAlone
    ? {
        title:
          pages.length > 1
            ? message('Turn this bundle and its translations into single pages')
            : message('Turn this bundle into a single page'),
        moves: pages.map(({ uri }) => ({ from: uri, to: uri.replace(/\/index(\.[^/]*)$/, '$1') })),
        leaves: [...new Set(pages.map(({ uri }) => folderOfUri(uri)))],
      }
    : undefined;
}

/** Whether a file is the page `folder`, or stands in that folder. */
function isAt(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`);
}

/** Other pages of the same path, in the same folder. */
function translationsOf(site: SiteSnapshot, page: PageRecord): readonly PageRecord[] {
  const stem = stemOf(page).toLowerCase();
  return [...site.pagesInFolder(folderOf(page), mostLooked)].filter(
    (other) =>
      other.uri !== page.uri && other.language !== page.language && stemOf(other).toLowerCase() === stem,
  );
}

/** Translations of pages that move by themselves, with where they would have to go to stay translations. */
export function translationMoves(site: SiteSnapshot, moves: readonly FileMove[]): readonly FileMove[] {
  const moving = new Set(moves.map(({ from }) => from));
  return moves.flatMap(({ from, to }): FileMove[] => {
    const page = site.page(from);
    const name = page === undefined ? undefined : endOf(page, from);
    if (page === undefined || name === undefined || !to.endsWith(name)) {
      return [];
    }
    return translationsOf(site, page).flatMap((other) => {
      const own = endOf(other, other.uri);
      return own === undefined || moving.has(other.uri) || folderOfUri(other.uri) !== folderOfUri(from)
        ? []
        : [{ from: other.uri, to: to.slice(0, to.length - name.length) + own }];
    });
  });
}

/** What stands behind the stem in the URI of a page: `.sv.md`. */
function endOf(page: PageRecord, uri: string): string | undefined {
  const end = page.path.slice(stemOf(page).length);
  return uri.endsWith(end) ? end : undefined;
}

function folderOfUri(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
