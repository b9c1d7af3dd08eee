import type { PageDocument } from '../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { everyLink } from './everyLink.ts';

/** A page that leads to places in more pages than these is not checked any further. */
const mostTargets = 100;

/** The other pages in which links on `page` name a place, by a fragment; the first hundred. Asks the index alone. */
export function anchorTargets(site: SiteSnapshot, page: PageDocument): readonly PageRecord[] {
  const targets = new Set<PageRecord>();
  for (const { address, target } of everyLink(site, page)) {
    if (target.kind === 'page' && target.page.uri !== page.uri && /#./s.test(address)) {
      targets.add(target.page);
    }
  }
  return [...targets].slice(0, mostTargets);
}
