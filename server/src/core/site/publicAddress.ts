import type { SiteConfig } from '../config/types.ts';
import { flagAt, mapAt } from '../config/value.ts';
import { pageAddress } from './pageAddress.ts';
import { openStart } from './publishedPlaces.ts';
import type { PageRecord } from './snapshot.ts';

/**
 * Where readers find a page, as an alias has to name it: `/blogg/post/`, and `/blogg/post.html` with `uglyURLs`. `undefined` where that does not follow from what is known: a part of
 * `permalinks`, or an ugly list, which is another file from Hugo 0.112 on.
 */
export function publicAddress(page: PageRecord, config: SiteConfig): string | undefined {
  const address = pageAddress(page, config);
  if (openStart(page, config) !== undefined) {
    return undefined;
  }
  if (!isUgly(page, config) || !address.endsWith('/') || address === '/') {
    return address;
  }
  const hasOwn = page.keys.some(({ id }) => id === 'url');
  return page.bundle === 'branch' ? undefined : hasOwn ? address : `${address.slice(0, -1)}.html`;
}

/** `uglyURLs` is one for all, or a map of sections. */
function isUgly({ section }: PageRecord, { raw }: SiteConfig): boolean {
  return flagAt(raw, 'uglyURLs') || flagAt(mapAt(raw, 'uglyURLs'), section.toLowerCase());
}
