import type { InheritingSite } from '../site/cascade.ts';
import { publicAddress } from '../site/publicAddress.ts';
import { publishStateOf } from '../site/publishState.ts';
import type { PageRecord } from '../site/snapshot.ts';

export interface AddressChange {
  readonly before: string;
  readonly after: string;
}

/**
 * Where readers find a page in one state and in another, if these are two addresses; `undefined` where nobody can tell, and where a plain `hugo` did not
 * publish it at the first one. `now` as in RFC 3339.
 */
export function changedAddress(
  site: InheritingSite,
  before: PageRecord,
  then: PageRecord,
  now: string,
): AddressChange | undefined {
  const [was, becomes] = [before, then].map((page) => publicAddress(page, site.config));
  return was === undefined ||
    becomes === undefined ||
    was.toLowerCase() === becomes.toLowerCase() ||
    was === '/' ||
    publishStateOf(before, site, now) !== 'published'
    ? undefined
    : { before: was, after: becomes };
}
