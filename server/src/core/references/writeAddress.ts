// How to write the address of a page or file where a given link stands. Of the ways to write it, the one that is most like what the writer had is
// taken, and only if it leads there when it is followed.
import { contentExtensions } from '../hugo/contentExtensions.ts';
import { basePathOf } from '../site/links/linkAddress.ts';
import { resolveLink, type LinkTarget } from '../site/links/resolveLink.ts';
import { mountTable } from '../site/mounts.ts';
import { pageAddress } from '../site/pageAddress.ts';
import { logicalPath } from '../site/pagePath.ts';
import { pagesExactlyAt } from '../site/exactPages.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { joinPath } from '../text/path.ts';
import { referredPage } from './ref/referredPage.ts';

/** What an address is to lead to; `fragment` is an anchor of it. */
export type AddressGoal = (
  { readonly kind: 'page'; readonly page: PageRecord } | { readonly kind: 'file'; readonly uri: string }
) & { readonly fragment?: string };

/** The link that is there: its address as written, and whether `ref` reads it. */
export interface WrittenAddress {
  readonly written: string;
  readonly isReference: boolean;
}

/**
 * The address on the page `from` that leads to `goal`, in the form of the one that is written: from the root or from the page, with host, with the file's name, with a
 * slash at the end, escaped, with query; with the fragment of `goal`, or the one that is written. `undefined` where nothing of the kind leads there.
 */
export function addressTo(
  site: SiteSnapshot,
  from: PageRecord,
  goal: AddressGoal,
  { written, isReference }: WrittenAddress,
): string | undefined {
  const [path = ''] = written.split(/[?#]/, 1);
  const [query = ''] = /^\?[^#]*/.exec(written.slice(path.length)) ?? [];
  const fragment = goal.fragment ?? /#(.*)$/s.exec(written)?.[1];
  const rest = query + (fragment === undefined ? '' : `#${fragment}`);
  const isOwn = goal.kind === 'page' && goal.page.uri === from.uri;
  if (isOwn && path === '' && rest !== '') {
    return rest;
  }
  const ways = isReference ? referencesTo(from, goal, path) : addressesTo(site, from, goal, path);
  const found = ways
    .map((way) => (isReference ? way : escaped(way)))
    .find((way) => leadsThere(site, from, goal, way, isReference));
  return found === undefined ? undefined : found + rest;
}

function addressesTo(
  site: SiteSnapshot,
  from: PageRecord,
  goal: AddressGoal,
  path: string,
): readonly string[] {
  const [host = ''] = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i.exec(path) ?? [];
  const address = publicAddress(site, goal);
  const isSource = contentExtensions.has(/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '');
  const sources = goal.kind === 'page' && isSource ? sourcesOf(from, goal.page, path) : [];
  if (address === undefined) {
    return sources;
  }
  const rooted = `${host}${basePathOf(site.config)}${address}`;
  if (path.startsWith('/') || host !== '') {
    return [...sources, shaped(rooted, path), rooted];
  }
  const own = pageAddress(from, site.config);
  const relative = relativePath(own.slice(0, own.lastIndexOf('/')), address);
  const dotted = path.startsWith('./') && !relative.startsWith('.') ? `./${relative}` : relative;
  return [...sources, shaped(dotted, path), dotted, shaped(rooted, path), rooted];
}

/** From the page, or from the content folder, as the written one; by name alone where that is enough. */
function referencesTo(from: PageRecord, goal: AddressGoal, path: string): readonly string[] {
  return goal.kind === 'page' ? sourcesOf(from, goal.page, path) : [];
}

function sourcesOf(from: PageRecord, page: PageRecord, path: string): readonly string[] {
  const isFile = /\.[a-z]+$/i.test(path);
  const isIndex = /(?:^|\/)_?index(?:\.[\w-]+)*$/i.test(path) || page.bundle === 'none';
  const target = isFile && isIndex ? `/${page.path}` : logicalPath(page);
  const folder = parentOf(from.path);
  const folders = from.bundle === 'leaf' ? [folder, parentOf(folder)] : [folder];
  const name = target.slice(target.lastIndexOf('/') + 1);
  const relative = folders.map((each) => relativePath(each, target));
  if (path.startsWith('/')) {
    return [target];
  }
  const dotted = path.startsWith('.')
    ? relative.map((each) => (each.startsWith('.') ? each : `./${each}`))
    : relative;
  return [...(path.includes('/') ? [] : [name]), ...dotted, target.slice(1), target];
}

/** From the root of the site, without its own folder. */
function publicAddress(site: SiteSnapshot, goal: AddressGoal): string | undefined {
  if (goal.kind === 'page') {
    return pageAddress(goal.page, site.config);
  }
  const mounts = mountTable([{ folder: '', origin: 'project', mounts: site.config.mounts }]);
  const file = mounts.classify(decoded(goal.uri.slice(site.root.length + 1)));
  if (file === undefined || file.component !== 'content') {
    return file?.component === 'static' ? `/${file.logicalPath}` : undefined;
  }
  const parts = file.logicalPath.split('/');
  for (let depth = parts.length - 1; depth >= 0; depth--) {
    const folder = `/${parts.slice(0, depth).join('/')}`.toLowerCase();
    const bundle = pagesExactlyAt(site, folder, 'path').find((page) => page.bundle !== 'none');
    if (bundle !== undefined) {
      return `/${joinPath(pageAddress(bundle, site.config), parts.slice(depth).join('/'))}`;
    }
  }
  return undefined;
}

/** No page that is scheduled is left out. */
const endOfTime = '9999-12-31T00:00:00Z';

function leadsThere(
  site: SiteSnapshot,
  from: PageRecord,
  goal: AddressGoal,
  way: string,
  isReference: boolean,
): boolean {
  if (isReference && goal.kind === 'page') {
    const { page, leftOut } = referredPage(site, from, way, goal.page.language, endOfTime);
    return (page ?? leftOut)?.uri === goal.page.uri;
  }
  return isGoal(resolveLink(site, from, way, false), goal);
}

function isGoal(target: LinkTarget, goal: AddressGoal): boolean {
  return goal.kind === 'file'
    ? target.kind === 'file' && target.uri === goal.uri
    : (target.kind === 'page' || target.kind === 'source') && target.page.uri === goal.page.uri;
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

/** What would end a destination, or mean something else in it. */
function escaped(path: string): string {
  return path.replace(/[\s()<>"'?#%\\]/g, (sign) =>
    sign === '(' ? '%28' : sign === ')' ? '%29' : sign === "'" ? '%27' : encodeURIComponent(sign),
  );
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
