import { changedAddress, type AddressChange } from '../../references/changedAddress.ts';
import { isBundled } from '../../site/bundled.ts';
import type { Move } from './movedLinks.ts';

/** Where readers found a page that moves, if that is another address than the one it gets; `undefined` where nobody can tell. */
export function formerAddress({ site, after, now }: Move, uri: string): AddressChange | undefined {
  const before = site.page(uri);
  const then = after.arrivals.get(uri);
  return before === undefined || then === undefined || isBundled(site, before) || isBundled(after, then)
    ? undefined
    : changedAddress(site, before, then, now);
}
