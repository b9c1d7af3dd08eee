import { addressOf, type AddressKind } from './pageOrder.ts';
import type { PageRecord, SiteSnapshot } from './snapshot.ts';

/** Mostly one page has an address, and its translations. */
const mostlyEnough = 4;
const most = 500;

/** The pages whose `addressOf` is `address`, not only begins with it: they are the first of those. */
export function pagesExactlyAt(
  site: Pick<SiteSnapshot, 'pagesAt' | 'config'>,
  address: string,
  kind: AddressKind,
): readonly PageRecord[] {
  for (let limit = mostlyEnough; ; limit *= 5) {
    const found = site.pagesAt(address, kind, limit);
    const exact = found.filter((page) => addressOf(page, kind, site.config) === address);
    if (exact.length < limit || limit >= most) {
      return exact;
    }
  }
}
