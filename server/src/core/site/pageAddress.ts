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
 * `undefined` when none or several could be meant. Costs one look at every page.
 */
export function findPageAt(site: SiteSnapshot, path: string): PageRecord | undefined {
  const wanted = withSlashes(path.replace(/index\.html$/, '')).toLowerCase();
  const last = lastPart(wanted);
  const similar: PageRecord[] = [];
  for (const page of site.pages()) {
    const address = pageAddress(page, site.config).toLowerCase();
    if (address === wanted) {
      return page;
    }
    if (last !== '' && lastPart(address) === last) {
      similar.push(page);
    }
  }
  return similar.length === 1 ? similar[0] : undefined;
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
