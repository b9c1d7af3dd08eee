import { flagAt, mapAt } from '../config/value.ts';
import { pageAddress } from '../site/pageAddress.ts';
import { openStart } from '../site/publishedPlaces.ts';
import { publishStateOf } from '../site/publishState.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';

export interface AddressChange {
  readonly before: string;
  readonly after: string;
}

/**
 * Where readers find a page in one state and in another, if these are two addresses; `undefined` where nobody can tell, and where a plain `hugo` did not
 * publish it at the first one. `now` as in RFC 3339.
 */
export function changedAddress(
  site: Pick<SiteSnapshot, 'config' | 'hugo'>,
  before: PageRecord,
  then: PageRecord,
  now: string,
): AddressChange | undefined {
  const { config } = site;
  const isOpen = openStart(before, config) !== undefined || openStart(then, config) !== undefined;
  const isUgly = flagAt(config.raw, 'uglyURLs') || mapAt(config.raw, 'uglyURLs').size > 0;
  const [was, becomes] = [before, then].map((page) => pageAddress(page, config));
  return isOpen ||
    isUgly ||
    was === undefined ||
    becomes === undefined ||
    was.toLowerCase() === becomes.toLowerCase() ||
    was === '/' ||
    publishStateOf(before, site, now) !== 'published'
    ? undefined
    : { before: was, after: becomes };
}
