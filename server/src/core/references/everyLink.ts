// Everything on a page that names another place of the site, for those who go through a whole site: who leads where, and what a change of a name costs.
import type { PageDocument } from '../site/pageDocument.ts';
import { recordOf } from '../site/recordOf.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { memoizeBoth } from '../text/memoize.ts';
import { addressParts, type AddressParts } from './addressParts.ts';
import { frontMatterLinks } from './frontMatterLinks.ts';
import { pageLinks, type PageLink } from './pageLinks.ts';
import { pageTargets } from './pageTargets.ts';
import { referenceLinks } from './referenceLinks.ts';

export interface SiteLink extends PageLink, AddressParts {}

/** In the order of the text, each place once. The list of a term leads to a page in it, which `ownTarget` tells from that page itself. A page that the site does not know has none. */
export function everyLink(site: SiteSnapshot, page: PageDocument): readonly SiteLink[] {
  return linksOn(page, site);
}

const linksOn = memoizeBoth((page: PageDocument, site: SiteSnapshot): readonly SiteLink[] => {
  const record = recordOf(site, page);
  if (record === undefined) {
    return [];
  }
  const links = [
    ...frontMatterLinks(site, page, record),
    ...pageLinks(site, page),
    ...definitionLinks(site, page),
    ...referenceLinks(site, page, record),
  ];
  const seen = new Set<number>();
  return links
    .filter(({ range: { start } }) => !seen.has(start) && seen.add(start))
    .sort((a, b) => a.range.start - b.range.start)
    .map((link) => ({
      ...link,
      ...addressParts(page.text, link.range),
    }));
});

/** Those that no link of the text uses: what is used is a link already. */
function definitionLinks(site: SiteSnapshot, page: PageDocument): readonly PageLink[] {
  const used = new Set(pageLinks(site, page).map(({ range: { start } }) => start));
  const targetOf = pageTargets(site, page);
  return page.markdown.definitions
    .filter(({ destination }) => !destination.hasShortcode && !used.has(destination.range.start))
    .map(({ destination: { value, range }, range: whole }) => ({
      origin: 'definition',
      address: value,
      range,
      whole,
      around: { before: 0, after: 0 },
      isImage: false,
      target: targetOf(value, false),
    }));
}
