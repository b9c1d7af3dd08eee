import type { LinkTarget } from '../site/links/resolveLink.ts';
import { placeKey, publishedPlaces } from '../site/publishedPlaces.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';

/** The target of a link, where that is the list of a section or a term without a page of its own: no page of those that are in the list, but `generated`. */
export function ownTarget({ config }: SiteSnapshot, target: LinkTarget): LinkTarget {
  if (target.kind !== 'page' || target.path === undefined) {
    return target;
  }
  const key = placeKey(target.path, config);
  const isOwn = publishedPlaces(target.page, config).some(
    (place) => place.key === key && (place.role === 'page' || place.role === 'alias'),
  );
  return isOwn ? target : { kind: 'generated' };
}
