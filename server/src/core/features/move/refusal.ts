import { isBundled } from '../../site/bundled.ts';
import type { MovedSite } from '../../references/movedSite.ts';
import { movingPages } from '../../references/movedSite.ts';
import { pathIn } from '../../references/relocation.ts';
import { knownAddress } from '../../site/pageAddress.ts';
import { openStart, placeKey, publishedPlaces } from '../../site/publishedPlaces.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';

/** Why nothing is changed for these moves; `undefined` where all is well. */
export function refusalOf(site: SiteSnapshot, after: MovedSite): Message | undefined {
  const { progress, files } = site;
  if (!progress.content || !progress.files || !progress.templates) {
    return message('The site is still being read. Links to what is moved stay as they are.');
  }
  if (files.isCapped) {
    return message('The site has more files than are listed. Links to what is moved stay as they are.');
  }
  const { relocation } = after;
  const mount = relocation.moves.find(({ from }) => relocation.placeOf(from)?.logicalPath === '');
  if (mount !== undefined) {
    return message(
      'The configuration says that Hugo reads "{0}". Change it there, too; links stay as they are.',
      pathIn(site.root, mount.from) ?? mount.from,
    );
  }
  return leavingPage(site, after) ?? clash(site, after);
}

function leavingPage(site: SiteSnapshot, { relocation, arrivals }: MovedSite): Message | undefined {
  const leaving = movingPages(site, relocation).find(({ uri }) => !arrivals.has(uri));
  return (
    leaving &&
    message('"{0}" is no page of the site where it goes. Links to it stay as they are.', leaving.path)
  );
}

/** Two pages at one address: Hugo writes the one over the other. */
function clash(site: SiteSnapshot, after: MovedSite): Message | undefined {
  for (const [uri, page] of after.arrivals) {
    const before = site.page(uri);
    const other = before && rivalOf(after, page);
    if (other !== undefined && rivalOf(site, before) === undefined) {
      return message(
        '"{0}" would get the address {1}, which "{2}" has. Links stay as they are.',
        page.path,
        knownAddress(site, page),
        other.path,
      );
    }
  }
  return undefined;
}

function rivalOf(site: SiteSnapshot, page: PageRecord | undefined): PageRecord | undefined {
  if (page === undefined || openStart(page, site.config) !== undefined || isBundled(site, page)) {
    return undefined;
  }
  const key = placeKey(knownAddress(site, page), site.config);
  return site
    .pagesPublishedAt(key)
    .find(
      (other) =>
        other.uri !== page.uri &&
        publishedPlaces(other, site.config).some((place) => place.key === key && place.role === 'page') &&
        !isBundled(site, other),
    );
}
