// How an address is written that leads to a page or file: the one place that knows the forms. In the form of an address that is there, it tells the ways in
// the order of their likeness to that, and who asks takes the first that leads there when it is followed; where none is there, the one form that the site has.
import { basePathOf, hasSeveralHosts } from '../site/links/linkAddress.ts';
import { languageFolder, pageAddress } from '../site/pageAddress.ts';
import { logicalPath } from '../site/pagePath.ts';
import { openStart } from '../site/publishedPlaces.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { joinPath } from '../text/path.ts';

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

/**
 * Ways to write an address on `from` that leads to `place`, without query and fragment, not escaped: from the root or from the page, with host, with the folder
 * of the site, with a slash at the end, by the file, as the one that is written.
 */
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
  const relative =
    address === undefined
      ? []
      : [dotted(relativePath(parentOf(pageAddress(from, site.config)), address), path)];
  const beside = address === undefined ? [] : [address.replace(/^\//, '')];
  const below = base === '' || address === undefined ? [] : [base + shaped(address, path)];
  const urls = [...relative.map((way) => shaped(way, path)), ...relative, ...fromRoot, ...below, ...beside];
  return written.isSource ? [...sources, ...urls] : [...urls, ...sources];
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

/** In which form addresses of pages are written where none stands yet. */
export interface AddressForm {
  /** `/about/` rather than `/about`. */
  readonly endsWithSlash: boolean;
  /** By its file, `../about.md`, which a render hook or `ref` finds. */
  readonly namesFile: boolean;
  /** From the page, `../about/`, where that can be told. */
  readonly isRelative: boolean;
}

/** What leads from `from` to `page`, not escaped; `undefined` where nothing of the form does. */
export function addressTo(
  site: SiteSnapshot,
  from: PageRecord,
  page: PageRecord,
  { endsWithSlash, namesFile, isRelative }: AddressForm,
): string | undefined {
  const { config } = site;
  const isOtherHost = page.language !== from.language && hasSeveralHosts(config);
  if (openStart(page, config) !== undefined || isOtherHost) {
    return undefined;
  }
  if (namesFile && page.language === from.language) {
    return relativePath(parentOf(from.path), page.path);
  }
  const address = shaped(pageAddress(page, config), endsWithSlash ? '/' : 'name');
  return isRelative && openStart(from, config) === undefined
    ? relativePath(parentOf(pageAddress(from, config)), address)
    : basePathOf(config) + address;
}

/** The same as `ref` takes it: from the root of the content, in the language of `from`. */
export function referenceTo(
  from: PageRecord,
  page: PageRecord,
  { namesFile }: Pick<AddressForm, 'namesFile'>,
): string | undefined {
  const path = namesFile ? `/${page.path}` : logicalPath(page);
  return page.language !== from.language || /["`\\\r\n]/.test(path)
    ? undefined
    : path.replace(/[%?#]/g, encodeURIComponent);
}

/** Where readers find a page, or the file of a page bundle. */
export function addressBelow(site: SiteSnapshot, page: PageRecord, below: string): string {
  return joinAddress(pageAddress(page, site.config), below);
}

/** The list of a section that has no page of its own. */
export function sectionAddress(site: SiteSnapshot, page: PageRecord, section: string): string {
  return joinAddress('/', `${languageFolder(page, site.config)}/${section}/`);
}

/** A relative address that leads above the root of the site, where it may be another one. */
export function climbsOut({ config }: SiteSnapshot, from: PageRecord, address: string): boolean {
  const depth = pageAddress(from, config).split('/').length - 2;
  const [ups = ''] = /^(?:\.\.\/)+/.exec(address) ?? [];
  return ups.length / '../'.length > depth;
}

/** With everything escaped that would end an address in Markdown or HTML, or mean something else in it. */
export function escaped(path: string): string {
  return path.replace(
    /[\s()<>"'?#%\\]/g,
    (sign) => ({ '(': '%28', ')': '%29', "'": '%27' })[sign] ?? encodeURIComponent(sign),
  );
}

/** The slash at the end as in the written one. */
function shaped(address: string, written: string): string {
  return written.endsWith('/') || written === '' || address === '/' ? address : address.replace(/\/$/, '');
}

/** From one folder to a path, both from the same root; a slash at the end stays. */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = path.split('/').filter((part) => part !== '');
  const most = Math.min(from.length, path.endsWith('/') ? to.length : to.length - 1);
  let shared = 0;
  while (shared < most && from[shared]?.toLowerCase() === to[shared]?.toLowerCase()) {
    shared++;
  }
  const parts = [...from.slice(shared).map(() => '..'), ...to.slice(shared)];
  return parts.length === 0 ? './' : parts.join('/') + (path.endsWith('/') ? '/' : '');
}

/** With an extension, and with the name of an index file, if the written one has it. */
function nameLike(source: string, written: string): string {
  const short = /\.[a-z]+$/i.test(written) ? source : source.replace(/(?:\.[\w-]+)?\.[a-z]+$/i, '');
  const isNamed =
    /(?:^|\/)_?index(?:\.|$)/i.test(written) || short !== source.replace(/(?:\.[\w-]+)?\.[a-z]+$/i, '');
  return isNamed ? short : short.replace(/\/_?index$/i, '');
}

function dotted(relative: string, written: string): string {
  return written.startsWith('./') && !relative.startsWith('.') ? `./${relative}` : relative;
}

function joinAddress(...parts: readonly string[]): string {
  const path = `/${joinPath(...parts)}`;
  return parts.at(-1)?.endsWith('/') === true && path !== '/' ? `${path}/` : path;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
