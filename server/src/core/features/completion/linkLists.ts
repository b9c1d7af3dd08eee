// Lists that Hugo publishes without a file of their own.
import { pagesExactlyAt } from '../../site/exactPages.ts';
import { hasMovedLists } from '../../site/links/generated.ts';
import { languageFolder } from '../../site/pageAddress.ts';
import { placeKey, publishedPlaces } from '../../site/publishedPlaces.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { urlized } from '../../site/urlized.ts';

export interface LinkedList {
  readonly name: string;
  /** From the root of the site: `/tags/water/`. */
  readonly address: string;
}

const mostTerms = 1000;

/** Of taxonomies and their terms, and of the first folders that have no page of their own, in the language of `from`: those that `typed` begins. */
export function* linkedLists(site: SiteSnapshot, from: PageRecord, typed: string): Iterable<LinkedList> {
  const wanted = typed.toLowerCase();
  const start = `/${languageFolder(from, site.config)}/`.replace('//', '/');
  for (const { parts, isThere } of wanted === '' ? [] : listsIn(site)) {
    const name = parts.at(-1) ?? '';
    const address = `${start}${parts.map(urlized).join('/')}/`;
    if ((name.toLowerCase().startsWith(wanted) || address.startsWith(wanted)) && isThere(from, address)) {
      yield { name, address };
    }
  }
}

interface List {
  readonly parts: readonly string[];
  readonly isThere: (from: PageRecord, address: string) => boolean;
}

function* listsIn(site: SiteSnapshot): Iterable<List> {
  for (const section of site.sections().filter((name) => name !== '')) {
    yield { parts: [section], isThere: (from, address) => isBare(site, from, section, address) };
  }
  for (const plural of new Set(site.config.taxonomies.values())) {
    const terms = site.values(plural, mostTerms);
    const lists = terms.length === 0 ? [] : [[plural], ...terms.map(({ value }) => [plural, value])];
    yield* lists.map((parts) => ({ parts, isThere: () => true }));
  }
}

/** So many pages of a folder are asked for their language. */
const mostAsked = 100;

/** It has a list because of a page of the same language, and no such page stands there. */
function isBare(site: SiteSnapshot, from: PageRecord, section: string, address: string): boolean {
  const { config } = site;
  const key = placeKey(address, config);
  const isHere = (page: PageRecord): boolean =>
    page.language === from.language &&
    publishedPlaces(page, config).some((place) => place.role === 'section' && place.key === key);
  return (
    !hasMovedLists(config) &&
    pagesExactlyAt(site, `/${section}`, 'path').every(({ language }) => language !== from.language) &&
    [...site.pagesIn(section, mostAsked)].some(isHere)
  );
}
