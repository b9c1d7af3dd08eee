import type { FileMove } from '../../references/relocation.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';

/**
 * The files of page bundles whose `index.md` moves by itself to another folder, where it goes on to be a bundle: they go with it. Not where a translation of the
 * page stays, to which they belong as well.
 */
export function companions(site: SiteSnapshot, moves: readonly FileMove[]): readonly FileMove[] {
  const moving = new Set(moves.map(({ from }) => from));
  return moves.flatMap(({ from, to }): readonly FileMove[] => {
    const page = site.page(from);
    const [before, after] = [parentOf(from), parentOf(to)];
    if (page?.bundle !== 'leaf' || before === after || !/\/index\.[^/]+$/.test(to)) {
      return [];
    }
    const others = pagesBelow(site, page).filter(({ uri }) => !moving.has(uri));
    const stays = others.some(({ bundle, uri }) => bundle === 'leaf' && parentOf(uri) === before);
    const files = site.files.filesIn('content', parentOf(page.path)).map(({ uri }) => uri);
    const uris = new Set([...files, ...others.map(({ uri }) => childOf(before, uri))]);
    return stays ? [] : [...uris].map((uri) => ({ from: uri, to: after + uri.slice(before.length) }));
  });
}

const mostLooked = 1000;

function pagesBelow(site: SiteSnapshot, { path, uri }: PageRecord): readonly PageRecord[] {
  const folder = `${parentOf(uri)}/`;
  return site
    .pagesAt(`/${parentOf(path)}`.toLowerCase(), 'path', mostLooked)
    .filter((page) => page.uri.startsWith(folder));
}

/** The file or folder in `folder` that is or holds the file. */
function childOf(folder: string, uri: string): string {
  const end = uri.indexOf('/', folder.length + 1);
  return end < 0 ? uri : uri.slice(0, end);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
