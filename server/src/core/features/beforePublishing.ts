// What a page still lacks before it is published, for a list that a writer asks for and goes through: never shown by itself.
import { timeZoneOf } from '../config/timeZone.ts';
import { noOtherPages, type OtherPages } from '../site/otherPages.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import { publication } from '../site/publication.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { OffsetEdit } from '../text/edit.ts';
import { asPublished, backInText } from './beforePublishing/asPublished.ts';
import { copiedValues } from './beforePublishing/copiedValues.ts';
import { emptyKeys } from './beforePublishing/emptyKeys.ts';
import { findingItems } from './beforePublishing/findingItems.ts';
import { language } from './beforePublishing/language.ts';
import { lengths } from './beforePublishing/lengths.ts';
import { toListRequest, type ListRequest, type PublicationFacts } from './beforePublishing/listRequest.ts';
import { missingKeys } from './beforePublishing/missingKeys.ts';
import type { ItemGroup, OpenItem } from './beforePublishing/openItem.ts';
import { pictures } from './beforePublishing/pictures.ts';
import { placeholders } from './beforePublishing/placeholders.ts';
import { publicationItems, staleDate } from './beforePublishing/publicationItems.ts';
import { check, type Severities } from './check.ts';
import { fixAll, sureFixOf } from './fixAll.ts';
import { nowInFormOf } from './publishing/dateForm.ts';
import { describePublication, type Description } from './publishing/describe.ts';
import { publishNow } from './publishing/change.ts';

export type { ItemGroup, OpenItem } from './beforePublishing/openItem.ts';

export interface BeforePublishing {
  /** The most important first. */
  readonly items: readonly OpenItem[];
  /** What has one right answer, all at once: of so many items. */
  readonly sure: { readonly count: number; readonly edits: readonly OffsetEdit[] };
  /** What becomes of the page now, and where; `undefined` for what is no content. */
  readonly description: Description | undefined;
  readonly path: string | undefined;
}

export interface BeforePublishingOptions extends Pick<PublicationFacts, 'today' | 'now'> {
  /** How severe the writer wants findings, and the pages that this one leads to: as for `check`. */
  readonly severities?: Severities;
  readonly others?: OtherPages;
}

/** `today` is the writer's day, `yyyy-mm-dd`, and `now` the time as in RFC 3339. What needs facts that are not read yet is left out. */
export function beforePublishing(
  site: SiteSnapshot,
  page: PageDocument,
  { severities = new Map(), others = noOtherPages, today, now }: BeforePublishingOptions,
): BeforePublishing {
  const state = publication(site, page, now);
  const description = state && describePublication(site, state, now);
  const change = publishNow(site, page, now);
  const zone = timeZoneOf(site.config, state?.language ?? '');
  const request = toListRequest(site, page, state, {
    today,
    now,
    reason: description?.reason,
    publishing: 'edits' in change ? change : undefined,
    nowLike: (scalar) => nowInFormOf(scalar, now, zone),
  });
  const found = check(site, asPublished(request), now, withAlt(severities), others);
  const findings = backInText(request, found);
  const told = [...findingItems(request, findings)];
  const besides = itemsBesides(request, told);
  const fixed = [...findings, ...besides.map(({ fix }) => ({ fixes: fix === undefined ? [] : [fix] }))];
  const sure = fixed.filter((each) => sureFixOf(each) !== undefined);
  return {
    items: [...told, ...besides].sort(byImportance),
    sure: { count: sure.length, edits: fixAll(sure) },
    description,
    path: state?.path,
  };
}

/** Who asks what is missing wants to know of pictures without a description, too. */
function withAlt(severities: Severities): Severities {
  const chosen = severities.get('missing-alt') ?? 'off';
  return new Map([...severities, ['missing-alt', chosen === 'off' ? 'hint' : chosen]]);
}

/** Where two speak of the same key, the first does. */
const sources: readonly ((request: ListRequest) => Iterable<OpenItem>)[] = [
  language,
  placeholders,
  emptyKeys,
  missingKeys,
  pictures,
  copiedValues,
  staleDate,
  lengths,
  publicationItems,
];

/** What the sources say of keys of which nothing is told yet. */
function itemsBesides(request: ListRequest, told: readonly OpenItem[]): readonly OpenItem[] {
  const found: OpenItem[] = [];
  for (const source of sources) {
    const taken = new Set([...told, ...found].flatMap(({ key }) => key ?? []));
    found.push(...[...source(request)].filter(({ key }) => key === undefined || !taken.has(key)));
  }
  return found;
}

const groups: readonly ItemGroup[] = ['wrong', 'unfilled', 'look', 'publication'];

function byImportance(a: OpenItem, b: OpenItem): number {
  return (
    groups.indexOf(a.group) - groups.indexOf(b.group) || b.weight - a.weight || a.range.start - b.range.start
  );
}
