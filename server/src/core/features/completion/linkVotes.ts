// Which pages the pages around link to: what a neighbor leads to, this page may well lead to, too.
import { readAddress } from '../../site/links/linkAddress.ts';
import { knownAddress } from '../../site/pageAddress.ts';
import { folderOf, logicalPath } from '../../site/pagePath.ts';
import { placeKey } from '../../site/publishedPlaces.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import type { SiteConfig } from '../../config/types.ts';
import { memoizeBoth } from '../../text/memoize.ts';
import { joinPath } from '../../text/path.ts';

/** So many pages are asked. */
const mostAsked = 300;

export interface LinkVotes {
  /** How much speaks for the page; 0 for one that nobody around links to. */
  readonly of: (page: PageRecord) => number;
  /** The addresses that are linked to more than once, by `placeKey`, those with most votes first. */
  readonly keys: readonly string[];
}

/** How often the pages around lead to each anchor of the page at `address`, as they write it. */
export function anchorVotes(
  site: SiteSnapshot,
  from: PageRecord,
  isMeant: (page: PageRecord, address: string) => boolean,
): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  for (const page of pagesAround(site, from)) {
    for (const lead of page.leads ?? []) {
      const [address = '', anchor = ''] = lead.split('#', 2);
      if (anchor !== '' && isMeant(page, address)) {
        votes.set(anchor, (votes.get(anchor) ?? 0) + 1);
      }
    }
  }
  return votes;
}

function pagesAround(site: SiteSnapshot, from: PageRecord): readonly PageRecord[] {
  const pages = new Set([
    ...site.pagesInFolder(folderOf(from), mostAsked),
    ...site.pagesIn(from.section, mostAsked),
    ...site.pages(mostAsked),
  ]);
  return [...pages].slice(0, mostAsked);
}

/** What the pages of the folder, of the section and some others link to: the nearer, the louder. The page's own links count, too. */
export function linkVotes(site: SiteSnapshot, from: PageRecord): LinkVotes {
  const votes = new Map<string, number>();
  const folder = folderOf(from);
  for (const page of pagesAround(site, from)) {
    const weight =
      page.uri === from.uri ? 3 : folderOf(page) === folder ? 3 : page.section === from.section ? 2 : 1;
    for (const key of leadKeys(site.config, page)) {
      votes.set(key, (votes.get(key) ?? 0) + weight);
    }
  }
  const often = [...votes].filter(([, weight]) => weight > 1);
  return {
    of: (page) => ownKeys(site.config, page).reduce((most, key) => Math.max(most, votes.get(key) ?? 0), 0),
    keys: often
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostKeys)
      .map(([key]) => key),
  };
}

const mostKeys = 200;

const ownKeys = memoizeBoth((config: SiteConfig, page: PageRecord): readonly string[] => [
  placeKey(knownAddress({ config }, page), config),
  placeKey(logicalPath(page), config),
]);

/** What a page leads to, by `placeKey`: an address that counts from the page also from its file, for who knows how a template takes it. */
const leadKeys = memoizeBoth((config: SiteConfig, page: PageRecord): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const lead of page.leads ?? []) {
    const address = readAddress(lead, config);
    if (address.kind !== 'site') {
      continue;
    }
    const path = address.path.replace(/(?:\/_?index)?\.(?:md|markdown)$/i, '');
    const own = path.startsWith('/')
      ? [path]
      : [joinPath(knownAddress({ config }, page), path), joinPath(page.path, '..', path)];
    own.forEach((each) => keys.add(placeKey(each, config)));
  }
  return keys;
});
