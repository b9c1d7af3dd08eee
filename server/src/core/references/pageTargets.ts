import { resolveLink, type LinkTarget } from '../site/links/resolveLink.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import { recordOf } from '../site/recordOf.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { memoizeBoth } from '../text/memoize.ts';

/** A page with more different addresses is made by a program: where the others lead, nobody says. */
const mostAddresses = 3000;

const unknown: LinkTarget = { kind: 'unknown' };

/** Where the addresses lead that the text of a page names, each looked up once; a page that the site does not know leads nowhere that is known. */
export const pageTargets = memoizeBoth(
  (site: SiteSnapshot, page: PageDocument): ((address: string, isImage: boolean) => LinkTarget) => {
    const record = recordOf(site, page);
    const targets = new Map<string, LinkTarget>();
    return (address, isImage) => {
      const key = `${String(isImage)} ${address}`;
      const known = targets.get(key);
      if (known !== undefined || record === undefined || targets.size >= mostAddresses) {
        return known ?? unknown;
      }
      const target = resolveLink(site, record, address, isImage);
      targets.set(key, target);
      return target;
    };
  },
);
