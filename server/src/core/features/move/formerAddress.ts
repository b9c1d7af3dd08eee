import { changedAddress, type AddressChange } from '../../references/changedAddress.ts';
import { publicAddress } from '../../site/publicAddress.ts';
import { isBundled } from '../../site/bundled.ts';
import { pageAddress } from '../../site/pageAddress.ts';
import { publishStateOf } from '../../site/publishState.ts';
import type { PageRecord } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import type { Move } from './movedLinks.ts';

/** Where readers found a page that moves, if that is another address than the one it gets; `undefined` where nobody can tell. */
export function formerAddress(move: Move, uri: string): AddressChange | undefined {
  const { site, now } = move;
  const pages = pagesOf(move, uri);
  return pages && changedAddress(site, pages.before, pages.then, now);
}

/** Names a page that readers find at an address which does not follow from what is known of it, and that may get another one. */
export function lostAddresses(move: Move): readonly Message[] {
  const { site, after, now } = move;
  for (const uri of after.arrivals.keys()) {
    const pages = pagesOf(move, uri);
    const isLost =
      pages !== undefined &&
      publicAddress(pages.before, site.config) === undefined &&
      pageAddress(pages.before, site.config) !== pageAddress(pages.then, site.config) &&
      publishStateOf(pages.before, site, now) === 'published';
    if (isLost) {
      return [
        message(
          'Nobody can tell here what address Hugo gives "{0}", so no alias keeps it. If readers know the page, add its old address to "aliases".',
          pages.before.path,
        ),
      ];
    }
  }
  return [];
}

/** A page before and after; what belongs to a bundle has no address. */
function pagesOf(
  { site, after }: Move,
  uri: string,
): { readonly before: PageRecord; readonly then: PageRecord } | undefined {
  const before = site.page(uri);
  const then = after.arrivals.get(uri);
  return before === undefined || then === undefined || isBundled(site, before) || isBundled(after, then)
    ? undefined
    : { before, then };
}
