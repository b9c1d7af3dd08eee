import { isBundled } from '../../../site/bundled.ts';
import { knownAddress } from '../../../site/pageAddress.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { openStart, placeKey } from '../../../site/publishedPlaces.ts';
import { publishStateOf } from '../../../site/publishState.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import { range, type TextRange } from '../../../text/range.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { recordOf } from '../../../site/recordOf.ts';

export const sharedAddress: DiagnosticRule = {
  code: 'shared-address',
  summary: 'Two pages with one address',
  why: 'Hugo writes one over the other, without a word: which one readers see is chance.',
  defaultSeverity: 'warning',
  examples: [
    {
      wrong: '---\nslug: ink\n---\n',
      right: '---\nslug: paper\n---\n',
      site: '-- content/ink.md --\n---\ntitle: Ink\n---\n',
    },
  ],
  *check(site, page, now) {
    const record = recordOf(site, page);
    if (record === undefined || !site.progress.content) {
      return;
    }
    const other = otherAt(site, record, now);
    if (other !== undefined) {
      yield {
        range: placeOf(page),
        message: message(
          'This page and "{0}" have the same address, "{1}": only one of them will be there. Give one of the two another "slug" or "url".',
          other.path,
          knownAddress(site, record),
        ),
      };
    }
  },
};

function otherAt(site: SiteSnapshot, record: PageRecord, now: string): PageRecord | undefined {
  const { config } = site;
  const own = knownAddress(site, record);
  const isThere = (page: PageRecord): boolean =>
    knownAddress(site, page) === own &&
    openStart(page, config) === undefined &&
    publishStateOf(page, site, now) === 'published' &&
    !isBundled(site, page);
  return isThere(record)
    ? site.pagesPublishedAt(placeKey(own, config)).find((page) => page.uri !== record.uri && isThere(page))
    : undefined;
}

/** What gives the page its address, or else its first line. */
function placeOf({ outline, lines, text }: PageDocument): TextRange {
  for (const key of ['url', 'slug', 'title']) {
    const entry = outline?.entries.find(({ path }) => path.length === 1 && path[0]?.toLowerCase() === key);
    if (entry?.scalars[0] !== undefined) {
      return entry.scalars[0].range;
    }
  }
  return range(0, Math.min(text.length, lines.offsetAt({ line: 1, character: 0 })));
}
