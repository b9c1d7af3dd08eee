import { contentFileOf } from './contentFile.ts';
import type { PageDocument } from './pageDocument.ts';
import { toPageKeys, toPageRecord } from './pageRecord.ts';
import type { PageRecord, SiteSnapshot } from './snapshot.ts';
import { memoizeBoth } from '../text/memoize.ts';
import { decoded } from '../text/path.ts';

/** What the site knows of a page, or of one that is not saved yet what its text says; nothing outside of the content. */
export function recordOf(site: SiteSnapshot, page: PageDocument): PageRecord | undefined {
  return site.page(page.uri) ?? unsaved(page, site);
}

/** The same with the keys that its text has now. */
export function writtenRecord(site: SiteSnapshot, page: PageDocument): PageRecord | undefined {
  const known = recordOf(site, page);
  return known && { ...known, keys: page.outline === undefined ? [] : toPageKeys(page.outline, page.hugo) };
}

const unsaved = memoizeBoth(
  ({ uri, text, hugo }: PageDocument, site: SiteSnapshot): PageRecord | undefined => {
    const folder = `${site.root}/content/`;
    return uri.startsWith(folder)
      ? toPageRecord(uri, contentFileOf(decoded(uri.slice(folder.length)), site.config), text, hugo)
      : undefined;
  },
);
