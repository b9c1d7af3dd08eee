import { contentFileOf } from '../../../site/contentFile.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { toPageRecord } from '../../../site/pageRecord.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';

/** What the site knows of a page, or of one that is not saved yet what its text says; nothing outside of the content. */
export function recordOf(site: SiteSnapshot, { uri, text, hugo }: PageDocument): PageRecord | undefined {
  const folder = `${site.root}/content/`;
  return (
    site.page(uri) ??
    (uri.startsWith(folder)
      ? toPageRecord(
          uri,
          contentFileOf(decodeURIComponent(uri.slice(folder.length)), site.config),
          text,
          hugo,
        )
      : undefined)
  );
}
