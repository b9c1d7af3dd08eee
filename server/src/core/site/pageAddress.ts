import type { SiteConfig } from '../config/types.ts';
import { valueOf } from './keyValues.ts';
import { permalinkOf } from './permalinks.ts';
import type { PageRecord, SiteSnapshot } from './snapshot.ts';
import { urlized } from './urlized.ts';
import { memoize, memoizeBoth } from '../text/memoize.ts';

/**
 * The path of a page on the site, `/sv/blogg/post/`, by where its file stands, `url`, `slug` and the patterns of `permalinks` (Hugo's documentation, "URL
 * management"). Where a pattern needs more than the page's own text, and of ugly URLs, it is a guess.
 */
export function pageAddress(page: PageRecord, config: SiteConfig): string {
  const url = valueOf(page, 'url');
  if (url !== undefined && !url.includes('://')) {
    const path = withSlashes(url.startsWith('/') ? url : `${languageFolder(page, config)}/${url}`);
    return isFile(url) ? path.slice(0, -1) : path;
  }
  const folders = page.path.split('/');
  const file = folders.pop() ?? '';
  const stem = file.replace(/\.[^.]*$/, '').replace(languageSuffix(config.languages), '');
  const name = page.bundle === 'none' ? stem : (folders.pop() ?? '');
  const last = page.bundle === 'branch' ? name : (valueOf(page, 'slug') ?? name);
  const pattern = permalinkOf(page, config)?.path;
  return withSlashes(
    [languageFolder(page, config), pattern ?? [...folders, last].map(urlized).join('/')].join('/'),
  );
}

/** What the addresses of its language begin with; empty for the default language, unless the site puts that in a folder, too. */
export function languageFolder({ language }: Pick<PageRecord, 'language'>, config: SiteConfig): string {
  return language === config.defaultLanguage && !config.defaultLanguageInSubdir ? '' : language;
}

/**
 * The page at a path of the site, by its address, or by the last part of its address where only one page has it;
 * `undefined` when none or several could be meant.
 */
export function findPageAt(site: SiteSnapshot, path: string): PageRecord | undefined {
  const wanted = withSlashes(path.replace(/index\.html$/, '')).toLowerCase();
  const spellings = isFile(path) ? [wanted, wanted.slice(0, -1)] : [wanted];
  for (const spelling of spellings) {
    const [first] = site.pagesAt(spelling, 'address', 1);
    if (first !== undefined && knownAddress(site, first) === spelling) {
      return first;
    }
  }
  const [only, ...others] = wanted === '/' ? [] : site.pagesAt(nameIn(wanted), 'name', 2);
  return others.length === 0 ? only : undefined;
}

/** The last part of an address, with a slash at its end. */
export function nameIn(address: string): string {
  return `${address.split('/').findLast((part) => part !== '') ?? ''}/`;
}

/** The lower-cased `pageAddress`, worked out once for a page that stays as it is. */
export function knownAddress({ config }: Pick<SiteSnapshot, 'config'>, page: PageRecord): string {
  return addressIn(config, page);
}

/** From one snapshot to the next most pages and the configuration are the same objects. */
const addressIn = memoizeBoth((config: SiteConfig, page: PageRecord) =>
  pageAddress(page, config).toLowerCase(),
);

const languageSuffix = memoize((languages: SiteConfig['languages']) => {
  const codes = languages.map(({ code }) => code.replace(/[^\w-]/g, '.')).join('|');
  return new RegExp(`\\.(?:${codes})$`, 'i');
});

/** With one at its start and one at its end. */
function withSlashes(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

/** What `url` gives a name with a dot is published as a file; names of files and slugs may have dots, too, and are folders all the same. */
function isFile(url: string): boolean {
  return /\.[^/]*$/.test(url);
}
