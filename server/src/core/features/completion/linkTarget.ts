// Which page the address that stands before a `#` leads to: its headings are offered behind it.
import { pageBySource } from '../../site/links/pageBySource.ts';
import { resolveLink } from '../../site/links/resolveLink.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import type { LinkPlace } from './linkPlace.ts';

/** The address without what follows its `#`; `undefined` where the cursor does not stand behind one. */
export function addressBeforeAnchor({ typed }: LinkPlace): string | undefined {
  const sign = typed.indexOf('#');
  return sign < 0 ? undefined : typed.slice(0, sign);
}

/** Where an address leads on `from`; of `ref` the page that its path names. */
export function pageAtAddress(
  site: SiteSnapshot,
  from: PageRecord,
  { frame }: LinkPlace,
  address: string,
): PageRecord | undefined {
  if (address === '') {
    return from;
  }
  if (frame === 'ref') {
    return pageBySource(site, from, address, true);
  }
  const target = resolveLink(site, from, address, false);
  return target.kind === 'page' || target.kind === 'source' ? target.page : undefined;
}
