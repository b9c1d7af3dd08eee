// How an address may be written that leads to a page or file. Which of the ways is right, whoever asks finds out by following it: the first that leads
// there is taken, and they stand in the order of their likeness to what the writer had.
import { basePathOf } from '../../site/links/linkAddress.ts';
import { languageFolder, pageAddress } from '../../site/pageAddress.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { joinPath } from '../../text/path.ts';

/** What an address is to lead to: where readers find it (`/blogg/post/`), and where its file stands below the content, if it does. */
export interface Place {
  readonly address: string | undefined;
  readonly source: string | undefined;
}

export interface Written {
  /** The path as it stands there, without query and fragment. */
  readonly path: string;
  /** Names the file of a page, `post.md`. */
  readonly isSource: boolean;
}

/** Ways to write an address on `from` that leads to `place`, without query and fragment, not escaped. */
export function waysTo(
  site: SiteSnapshot,
  from: PageRecord,
  place: Place,
  written: Written,
): readonly string[] {
  const { path } = written;
  const [host = ''] = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i.exec(path) ?? [];
  const base = basePathOf(site.config);
  const start = host + (path.slice(host.length).startsWith(`${base}/`) ? base : '');
  const address = place.address;
  const fromRoot = address === undefined ? [] : [start + shaped(address, path), start + address];
  const isRooted = path.startsWith('/') || host !== '';
  const sources = place.source === undefined ? [] : sourcesOf(from, place.source, written);
  if (isRooted) {
    return written.isSource ? [...sources, ...fromRoot] : [...fromRoot, ...sources];
  }
  const own = pageAddress(from, site.config);
  const relative =
    address === undefined ? [] : [dotted(relativePath(own.slice(0, own.lastIndexOf('/')), address), path)];
  const beside = address === undefined ? [] : [address.replace(/^\//, '')];
  const urls = [...relative.map((way) => shaped(way, path)), ...relative, ...fromRoot, ...beside];
  return written.isSource ? [...sources, ...urls] : [...urls, ...sources];
}

/** Where readers find a page, or the file of a page bundle. */
export function addressBelow(site: SiteSnapshot, page: PageRecord, below: string): string {
  return joinAddress(pageAddress(page, site.config), below);
}

/** The list of a section that has no page of its own. */
export function sectionAddress(site: SiteSnapshot, page: PageRecord, section: string): string {
  return joinAddress('/', `${languageFolder(page, site.config)}/${section}/`);
}

/** Ways to name the file of a page on `from`, as the one that is written. */
export function sourcesOf(
  from: Pick<PageRecord, 'path' | 'bundle'>,
  source: string,
  { path }: Pick<Written, 'path'>,
): readonly string[] {
  const named = nameLike(source, path);
  const folder = parentOf(from.path);
  const above = from.bundle === 'leaf' ? [parentOf(folder)] : [];
  const isRooted = path.startsWith('/');
  const relative = [...above, folder].map((each) => dotted(relativePath(each, named), path));
  const bare = path.includes('/') ? [] : [named.slice(named.lastIndexOf('/') + 1)];
  return isRooted ? [`/${named}`] : [...bare, ...relative, named, `/${named}`];
}

/** With an extension, and with the name of an index file, if the written one has it. */
function nameLike(source: string, written: string): string {
  const short = /\.[a-z]+$/i.test(written) ? source : source.replace(/(?:\.[\w-]+)?\.[a-z]+$/i, '');
  const isNamed =
    /(?:^|\/)_?index(?:\.|$)/i.test(written) || short !== source.replace(/(?:\.[\w-]+)?\.[a-z]+$/i, '');
  return isNamed ? short : short.replace(/\/_?index$/i, '');
}

/** The slash at the end as in the written one. */
function shaped(address: string, written: string): string {
  return written.endsWith('/') || address === '/' ? address : address.replace(/\/$/, '');
}

function dotted(relative: string, written: string): string {
  return written.startsWith('./') && !relative.startsWith('.') ? `./${relative}` : relative;
}

/** A relative address that leads above the root of the site, where it may be another one. */
export function climbsOut({ config }: SiteSnapshot, from: PageRecord, address: string): boolean {
  const depth = pageAddress(from, config).split('/').length - 2;
  const [ups = ''] = /^(?:\.\.\/)+/.exec(address) ?? [];
  return ups.length / '../'.length > depth;
}

/** What would end a destination, or mean something else in it. */
export function escaped(path: string): string {
  return path.replace(/[\s()<>"'?#%]/g, (character) =>
    character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character),
  );
}

/** From one folder to a path, both from the same root; a slash at the end stays. */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = path.split('/').filter((part) => part !== '');
  const most = Math.min(from.length, to.length - 1);
  let shared = 0;
  while (shared < most && from[shared]?.toLowerCase() === to[shared]?.toLowerCase()) {
    shared++;
  }
  const parts = [...from.slice(shared).map(() => '..'), ...to.slice(shared)];
  return parts.join('/') + (path.endsWith('/') ? '/' : '');
}

function joinAddress(...parts: readonly string[]): string {
  const path = `/${joinPath(...parts)}`;
  return parts.at(-1)?.endsWith('/') === true && path !== '/' ? `${path}/` : path;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
