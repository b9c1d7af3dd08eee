import type { PageLink } from '../../references/pageLinks.ts';
import { resolveLink } from '../../site/links/resolveLink.ts';
import { callsOn } from '../../site/pageCalls.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';

/**
 * The arguments of shortcodes that are whole paths from the root of the site and lead to a page or a file there, though no template says what it
 * makes of them (`range .Params`).
 */
export function argumentValues(
  site: SiteSnapshot,
  page: PageDocument,
  record: PageRecord,
): readonly PageLink[] {
  return callsOn(page).flatMap((tag) =>
    /^(?:rel)?ref$/i.test(tag.name)
      ? []
      : tag.args.flatMap(({ value, contentRange }): PageLink[] => {
          const isWritten = contentRange.end - contentRange.start === value.length;
          if (!isWritten || !/^\/\S*[^/\s]/.test(value)) {
            return [];
          }
          const target = resolveLink(site, record, value, false);
          return target.kind === 'page' || target.kind === 'file'
            ? [
                {
                  origin: 'argument',
                  address: value,
                  range: contentRange,
                  whole: tag.range,
                  around: { before: 0, after: 0 },
                  isImage: false,
                  target,
                },
              ]
            : [];
        }),
  );
}
