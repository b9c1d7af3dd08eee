// Lists that Hugo publishes without a file of their own.
import { basePathOf } from '../../site/links/linkAddress.ts';
import { resolveLink } from '../../site/links/resolveLink.ts';
import { pagesExactlyAt } from '../../site/exactPages.ts';
import { languageFolder } from '../../site/pageAddress.ts';
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
  for (const parts of wanted === '' ? [] : listsIn(site, from)) {
    const name = parts.at(-1) ?? '';
    const address = `${start}${parts.map(urlized).join('/')}/`;
    if (name.toLowerCase().startsWith(wanted) || address.startsWith(wanted)) {
      yield { name, address };
    }
  }
}

function* listsIn(site: SiteSnapshot, from: PageRecord): Iterable<readonly string[]> {
  for (const section of site.sections()) {
    if (section !== '' && isBare(site, from, section)) {
      yield [section];
    }
  }
  for (const plural of new Set(site.config.taxonomies.values())) {
    const terms = site.values(plural, mostTerms);
    yield* terms.length === 0 ? [] : [[plural], ...terms.map(({ value }) => [plural, value])];
  }
}

/** It has a list, and no page of the same language stands there. */
function isBare(site: SiteSnapshot, from: PageRecord, section: string): boolean {
  const address = `/${languageFolder(from, site.config)}/${urlized(section)}/`.replace('//', '/');
  return (
    pagesExactlyAt(site, `/${section}`, 'path').every(({ language }) => language !== from.language) &&
    resolveLink(site, from, `${basePathOf(site.config)}${address}`, false).kind === 'page'
  );
}
