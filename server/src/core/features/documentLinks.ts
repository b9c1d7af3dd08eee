import type { Range } from 'vscode-languageserver-types';
import { anchorsOf } from '../references/anchors.ts';
import { everyLink, type SiteLink } from '../references/everyLink.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { recordOf } from '../site/recordOf.ts';
import { formatMessage } from '../text/message.ts';
import type { ClientAbilities } from './client.ts';
import { factsOf, fileName, titleOf } from './provenance.ts';

/** A place of a page that opens another file. */
export interface OpeningLink {
  readonly range: Range;
  /** The source that it leads to. */
  readonly uri: string;
  /** The heading of that page, as the address names it. */
  readonly anchor: string | undefined;
  readonly tooltip: string;
}

/** Whatever leads to a page or a file of the site, in the text, in calls and in front matter: it opens what is written, not what is published. */
export function documentLinks(
  site: SiteSnapshot,
  page: PageDocument,
  client: ClientAbilities,
): readonly OpeningLink[] {
  const record = recordOf(site, page);
  return record === undefined
    ? []
    : everyLink(site, page).flatMap((link) => toLink({ site, page, client, record }, link));
}

/** The line (zero-based) of an anchor of a page; `undefined` where nothing has it. */
export function anchorLine(site: SiteSnapshot, page: PageDocument, anchor: string): number | undefined {
  const found = anchorsOf(site, page).anchors.find(({ id }) => id === anchor);
  return found && page.lines.toRange(found.range).start.line;
}

interface Opening {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  readonly client: ClientAbilities;
  readonly record: PageRecord;
}

function toLink({ site, page, client, record }: Opening, link: SiteLink): OpeningLink[] {
  const { target, range, fragment, origin } = link;
  const anchor = fragment?.value === '' ? undefined : fragment?.value;
  const place = { range: page.lines.toRange(range), anchor };
  switch (target.kind) {
    case 'page':
    case 'source':
      return [{ ...place, uri: target.page.uri, tooltip: pageText(site, target.page, record, client) }];
    case 'file':
      return [{ ...place, uri: target.uri, tooltip: fileName(site, target.uri) }];
    case 'samePage':
      return anchor === undefined || origin === 'alias'
        ? []
        : [{ ...place, uri: page.uri, tooltip: pageText(site, record, record, client) }];
    default:
      return [];
  }
}

function pageText(
  site: SiteSnapshot,
  page: PageRecord,
  from: PageRecord,
  { now, today, translate }: ClientAbilities,
): string {
  const facts = factsOf(site, page, from.language, now ?? today).map((fact) =>
    typeof fact === 'string' ? fact : formatMessage(fact, translate),
  );
  return [titleOf(page) ?? [], ...facts].flat().join(' · ');
}
