import { isBundled } from '../../site/bundled.ts';
import { pageAddress } from '../../site/pageAddress.ts';
import { openStart } from '../../site/publishedPlaces.ts';
import { publishStateOf } from '../../site/publishState.ts';
import { flagAt, mapAt } from '../../config/value.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import type { Move } from './movedLinks.ts';

export interface AddressChange {
  readonly before: string;
  readonly after: string;
}

/** Where readers found a page that moves, if that is another address than the one it gets; `undefined` where nobody can tell. */
export function formerAddress({ site, after, now }: Move, uri: string): AddressChange | undefined {
  const before = site.page(uri);
  const then = after.arrivals.get(uri);
  return before === undefined || then === undefined || isBundled(site, before) || isBundled(after, then)
    ? undefined
    : changeOfAddress(site, before, then, now);
}

/** The same for two states of one page. */
export function changeOfAddress(
  { config }: Pick<SiteSnapshot, 'config'>,
  before: PageRecord,
  then: PageRecord,
  now: string,
): AddressChange | undefined {
  const isOpen = openStart(before, config) !== undefined || openStart(then, config) !== undefined;
  const isUgly = flagAt(config.raw, 'uglyURLs') || mapAt(config.raw, 'uglyURLs').size > 0;
  const [was, becomes] = [before, then].map((page) => pageAddress(page, config));
  return isOpen ||
    isUgly ||
    was === undefined ||
    becomes === undefined ||
    was.toLowerCase() === becomes.toLowerCase() ||
    was === '/' ||
    publishStateOf(before, config, now) !== 'published'
    ? undefined
    : { before: was, after: becomes };
}
