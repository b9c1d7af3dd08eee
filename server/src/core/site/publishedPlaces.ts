// All places of the site that are there because of a page: its own address, its aliases, the list of its section, those of its terms.
import type { SiteConfig } from '../config/types.ts';
import { flagAt, mapAt } from '../config/value.ts';
import { cleanPath } from '../text/path.ts';
import { valuesOf } from './keyValues.ts';
import { knownAddress, languageFolder } from './pageAddress.ts';
import { permalinkOf } from './permalinks.ts';
import type { PageRecord } from './snapshot.ts';
import { urlized } from './urlized.ts';
import { memoizeBoth } from '../text/memoize.ts';

/** `section` and `term` are lists that Hugo makes because pages are in them. */
export type PlaceRole = 'page' | 'alias' | 'section' | 'term';

export interface PublishedPlace {
  /** As `placeKey` makes it. */
  readonly key: string;
  readonly role: PlaceRole;
}

/**
 * What two spellings of one address of the site have in common: no slashes at its ends, no `index.html`, lower-case letters. `path` is
 * decoded and without the site's own folder.
 */
export function placeKey(path: string, config: SiteConfig): string {
  const key = cleanPath(path).toLowerCase().normalize('NFC');
  const short = key.replace(/(?:^|\/)index\.html?$/, '');
  return isUgly(config) ? short.replace(/\.html?$/, '') : short;
}

/** Whether the page itself stands there, or an alias of it; a list is there because of many pages. */
export function isOwnPlace({ role }: PublishedPlace): boolean {
  return role === 'page' || role === 'alias';
}

/** Where a page makes something appear; its own address first, unless that cannot be told (`openStart`). */
export function publishedPlaces(page: PageRecord, config: SiteConfig): readonly PublishedPlace[] {
  return placesIn(config, page);
}

/** What the address of a page begins with of which no more is known; `undefined` where all of it is. */
export function openStart(page: PageRecord, config: SiteConfig): string | undefined {
  const permalink = hasUrl(page) ? undefined : permalinkOf(page, config);
  return permalink === undefined || permalink.path !== undefined
    ? undefined
    : placeKey(`${languageFolder(page, config)}/${permalink.start}`, config);
}

const placesIn = memoizeBoth((config: SiteConfig, page: PageRecord): readonly PublishedPlace[] => {
  const own = knownAddress({ config }, page);
  const folder = languageFolder(page, config);
  const place =
    (role: PlaceRole) =>
    (path: string): PublishedPlace => ({ key: placeKey(path, config), role });
  const below = (path: string): string => `${folder}/${path}`;
  return [
    place('page')(own),
    ...aliasesOf(page, own).map(place('alias')),
    ...(page.section === '' || !page.path.includes('/') ? [] : [below(urlized(page.section))]).map(
      place('section'),
    ),
    ...termsOf(page, config).map(below).map(place('term')),
  ];
});

/** One without a slash at its start stands beside the page. */
function aliasesOf(page: PageRecord, own: string): string[] {
  return valuesOf(page, 'aliases').map((alias) => (alias.startsWith('/') ? alias : `${own}../${alias}`));
}

function termsOf(page: PageRecord, { taxonomies }: SiteConfig): string[] {
  return [...taxonomies.values()].flatMap((plural) => {
    const terms = valuesOf(page, plural.toLowerCase());
    return terms.length === 0 ? [] : [plural, ...terms.map((term) => `${plural}/${urlized(term)}`)];
  });
}

function hasUrl(page: PageRecord): boolean {
  return valuesOf(page, 'url').length > 0;
}

function isUgly({ raw }: SiteConfig): boolean {
  return flagAt(raw, 'uglyURLs') || mapAt(raw, 'uglyURLs').size > 0;
}
