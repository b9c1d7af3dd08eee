import type { SiteConfig } from '../config/types.ts';
import type { PageRecord, SiteSnapshot } from './snapshot.ts';

/**
 * The path of a page on the site, `/sv/blogg/post/`, by where its file stands, `url` and `slug` (Hugo's documentation, "URL management").
 * Patterns of `permalinks` and ugly URLs are not worked out: there it is a guess.
 */
export function pageAddress(page: PageRecord, config: SiteConfig): string {
  const url = valueOf(page, 'url');
  if (url !== undefined && !url.includes('://')) {
    return withSlashes(url);
  }
  const folders = page.path.split('/');
  const file = folders.pop() ?? '';
  const stem = file.replace(/\.[^.]*$/, '').replace(languageSuffix(config), '');
  const name = page.bundle === 'none' ? stem : (folders.pop() ?? '');
  const last = page.bundle === 'branch' ? name : (valueOf(page, 'slug') ?? name);
  const language =
    page.language === config.defaultLanguage && !config.defaultLanguageInSubdir ? '' : page.language;
  return withSlashes([language, ...folders, last].map(urlized).join('/'));
}

/**
 * The page at a path of the site, by its address, or by the last part of its address where only one page has it;
 * `undefined` when none or several could be meant. The first question to a snapshot costs one look at every page.
 */
export function findPageAt(site: SiteSnapshot, path: string): PageRecord | undefined {
  const wanted = withSlashes(path.replace(/index\.html$/, '')).toLowerCase();
  const { byAddress, byLastPart } = addressesOf(site);
  return byAddress.get(wanted) ?? byLastPart.get(lastPart(wanted)) ?? undefined;
}

/** The lower-cased `pageAddress`, worked out once for a page that stays as it is. */
export function knownAddress({ config }: Pick<SiteSnapshot, 'config'>, page: PageRecord): string {
  const ofPages = addresses.get(config) ?? new WeakMap<PageRecord, string>();
  addresses.set(config, ofPages);
  const address = ofPages.get(page) ?? pageAddress(page, config).toLowerCase();
  ofPages.set(page, address);
  return address;
}

interface Addresses {
  readonly byAddress: ReadonlyMap<string, PageRecord>;
  /** `null` where several pages have it. */
  readonly byLastPart: ReadonlyMap<string, PageRecord | null>;
}

const known = new WeakMap<SiteSnapshot, Addresses>();
/** From one snapshot to the next most pages and the configuration are the same objects. */
const addresses = new WeakMap<SiteConfig, WeakMap<PageRecord, string>>();

function addressesOf(site: SiteSnapshot): Addresses {
  const before = known.get(site);
  if (before !== undefined) {
    return before;
  }
  const byAddress = new Map<string, PageRecord>();
  const byLastPart = new Map<string, PageRecord | null>();
  for (const page of site.pages()) {
    const address = knownAddress(site, page);
    const last = lastPart(address);
    byLastPart.set(last, last === '' || byLastPart.has(last) ? null : page);
    if (!byAddress.has(address)) {
      byAddress.set(address, page);
    }
  }
  const found = { byAddress, byLastPart };
  known.set(site, found);
  return found;
}

function languageSuffix({ languages }: SiteConfig): RegExp {
  return new RegExp(`\\.(?:${languages.map(({ code }) => code.replace(/[^\w-]/g, '.')).join('|')})$`, 'i');
}

function valueOf(page: PageRecord, id: string): string | undefined {
  return page.keys.find((key) => key.id === id)?.values[0];
}

/** As Hugo makes a path of a name: lower-cased, hyphens for blanks, without signs. */
function urlized(part: string): string {
  return part
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}._~+-]/gu, '');
}

function withSlashes(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.length === 0 ? '/' : `/${parts.join('/')}${/\.\w+$/.test(parts.at(-1) ?? '') ? '' : '/'}`;
}

function lastPart(address: string): string {
  return address.split('/').findLast((part) => part !== '') ?? '';
}
