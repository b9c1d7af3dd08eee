// In which form an address is written: as the place wants it, and as the page and its neighbors write theirs.
import { basePathOf, hasSeveralHosts } from '../../site/links/linkAddress.ts';
import { mayRewrite } from '../../site/links/linkHooks.ts';
import { pageAddress } from '../../site/pageAddress.ts';
import { folderOf, logicalPath } from '../../site/pagePath.ts';
import { openStart } from '../../site/publishedPlaces.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import type { LinkFrame } from './linkPlace.ts';

/** How addresses of pages are written around here. */
export interface LinkHabit {
  /** `/about/` rather than `/about`. */
  readonly endsWithSlash: boolean;
  /** By its file, `../about.md`, which a render hook or `ref` finds. */
  readonly namesFile: boolean;
}

/** So many pages beside are asked. */
const mostAsked = 100;
/** How much the page's own links count. */
const ownWeight = 5;

/** How the page and those in its folder and section write the addresses of pages; `isReference` for `ref`. */
export function linkHabit(site: SiteSnapshot, from: PageRecord, isReference: boolean): LinkHabit {
  const around = [...site.pagesInFolder(folderOf(from), mostAsked), ...site.pagesIn(from.section, mostAsked)];
  const counts = { slash: 0, none: 0, file: 0 };
  const count = (page: PageRecord, weight: number): void => {
    for (const lead of page.leads ?? []) {
      const form = formOf(lead);
      if (form !== undefined) {
        counts[form] += weight;
      }
    }
  };
  count(from, ownWeight);
  around.forEach((page) => {
    count(page, 1);
  });
  const canNameFile = isReference || mayRewrite(site, 'link');
  return {
    endsWithSlash: counts.slash >= counts.none,
    namesFile: canNameFile && counts.file > counts.slash + counts.none,
  };
}

function formOf(lead: string): 'slash' | 'none' | 'file' | undefined {
  const [path = ''] = lead.split(/[?#]/, 1);
  if (/^[a-z][\w+.-]*:|^\/\//i.test(path) || path.length < 2) {
    return undefined;
  }
  if (/\.(?:md|markdown)$/i.test(path)) {
    return 'file';
  }
  if (/\.\w{1,5}$/.test(path) || !path.includes('/')) {
    return undefined;
  }
  return path.endsWith('/') ? 'slash' : 'none';
}

/** What leads to `page`, or `undefined` where nothing of this form does. `typed` is what the writer has begun with. */
export function addressTo(
  site: SiteSnapshot,
  from: PageRecord,
  page: PageRecord,
  frame: LinkFrame,
  habit: LinkHabit,
  typed: string,
): string | undefined {
  if (frame === 'ref') {
    return page.language === from.language ? referenceTo(page, habit) : undefined;
  }
  if (
    openStart(page, site.config) !== undefined ||
    (page.language !== from.language && hasSeveralHosts(site.config))
  ) {
    return undefined;
  }
  if (habit.namesFile && page.language === from.language && !typed.startsWith('/')) {
    return written(relativePath(from.path, page.path), frame);
  }
  const address = pageAddress(page, site.config);
  const whole = habit.endsWithSlash || address === '/' ? address : address.replace(/\/$/, '');
  const isBeside = /^\.{1,2}\//.test(typed) && openStart(from, site.config) === undefined;
  return written(
    isBeside ? relativePath(pageAddress(from, site.config), whole) : basePathOf(site.config) + whole,
    frame,
  );
}

function referenceTo(page: PageRecord, { namesFile }: LinkHabit): string | undefined {
  const path = namesFile ? `/${page.path}` : logicalPath(page);
  return /["`\\\r\n]/.test(path) ? undefined : path.replace(/[%?#]/g, encodeURIComponent);
}

/** With everything escaped that would end an address in its frame or mean something else in it. */
export function written(path: string, frame: LinkFrame): string {
  return frame === 'ref'
    ? path
    : path.replace(/[\s()<>"'?#%\\]/g, (sign) =>
        sign === '(' ? '%28' : sign === ')' ? '%29' : sign === "'" ? '%27' : encodeURIComponent(sign),
      );
}

/** From the folder of one path to another; begins with `../` where it leads up. */
export function relativePath(from: string, to: string): string {
  const own = from.split('/').slice(0, -1);
  const other = to.split('/');
  const last = other.length - 1;
  let shared = 0;
  while (shared < own.length && shared < last && own[shared] === other[shared]) {
    shared++;
  }
  const path = '../'.repeat(own.length - shared) + other.slice(shared).join('/');
  return path === '' ? './' : path;
}
