// What a writer does about the state of a page: the fewest edits of its front matter, or a sentence that says why there are none.
import { timeZoneOf } from '../../config/timeZone.ts';
import { newFrontMatter, removeKey, setValue } from '../../frontMatter/edit.ts';
import type { Fence, OutlineEntry } from '../../frontMatter/types.ts';
import type { NewValue, WritingStyle } from '../../frontMatter/writing.ts';
import { inheritedValues } from '../../site/cascade.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { folderOf } from '../../site/pagePath.ts';
import { toKeyId } from '../../site/pageRecord.ts';
import { publication, type Publication } from '../../site/publication.ts';
import { publishFacts, type KeyDate, type PublishFacts } from '../../site/publishState.ts';
import { writtenRecord } from '../../site/recordOf.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import type { OffsetEdit } from '../../text/edit.ts';
import { message, type Message } from '../../text/message.ts';
import { range } from '../../text/range.ts';
import { nowInFormOf } from './dateForm.ts';
import { reasonOf } from './describe.ts';

export interface PublishChange {
  readonly title: Message;
  readonly edits: readonly OffsetEdit[];
}

export type PublishAnswer = PublishChange | { readonly refusal: Message };

/** Makes a draft of a page, or a page of a draft, and leaves its dates alone. */
export function toggleDraft(site: SiteSnapshot, page: PageDocument): PublishAnswer {
  const record = writtenRecord(site, page);
  if (record === undefined) {
    return notContent;
  }
  const asked = { site, page, record, facts: publishFacts(site, page, record) };
  return asked.facts.isDraft
    ? answer(page, message('Make it a page'), [undraft(asked)])
    : answer(page, message('Make it a draft'), [makeDraft(asked)]);
}

/** Has the next build publish the page: no draft, no date in the future, none that has passed. `now` as in RFC 3339, in the writer's own zone. */
export function publishNow(site: SiteSnapshot, page: PageDocument, now: string): PublishAnswer {
  const record = writtenRecord(site, page);
  const state = publication(site, page, now);
  if (record === undefined || state === undefined) {
    return notContent;
  }
  const facts = publishFacts(site, page, record);
  const asked = { site, page, record, facts };
  const refusal = refusalOf(asked, state, now);
  return refusal === undefined
    ? answer(page, message('Publish now'), [
        ...(facts.isDraft ? [undraft(asked)] : []),
        ...newDates(asked, now),
      ])
    : { refusal };
}

interface Asked {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  readonly record: PageRecord;
  readonly facts: PublishFacts;
}

const notContent = { refusal: message('This file is no content of a Hugo site.') };

/** A key that gets a value, or goes (`undefined`); `entry` is where it stands. */
interface KeyChange {
  readonly key: string;
  readonly entry: OutlineEntry | undefined;
  readonly value: NewValue | undefined;
}

/** One change that cannot be made takes the others along. */
function answer(page: PageDocument, title: Message, changes: readonly KeyChange[]): PublishAnswer {
  const { text, fence, style } = page;
  const edits =
    fence === undefined ? [newHeader(changes, style)] : changes.map((change) => editsOf(text, fence, change));
  return edits.length === 0 || edits.some((some) => some.length === 0)
    ? {
        refusal: message('The front matter cannot be changed as it stands: mend what is marked there first.'),
      }
    : { title, edits: edits.flat() };
}

function newHeader(changes: readonly KeyChange[], style: WritingStyle): readonly OffsetEdit[] {
  const entries = changes.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value] as const]));
  return [{ range: range(0, 0), newText: newFrontMatter('yaml', entries, style) }];
}

function editsOf(text: string, fence: Fence, { key, entry, value }: KeyChange): readonly OffsetEdit[] {
  const path = entry?.path ?? [key];
  return value === undefined ? removeKey(text, fence, path) : setValue(text, fence, path, value);
}

function refusalOf({ page, facts }: Asked, state: Publication, now: string): Message | undefined {
  const { isDraft, starts, ends, hidingKey } = facts;
  const today = Date.parse(now);
  const isFuture = starts !== undefined && starts.moment > today;
  const isOver = ends !== undefined && ends.moment <= today;
  if (never.has(state.state) || hidingKey !== undefined) {
    return reasonOf(
      { ...state, ...(hidingKey !== undefined && { state: 'neverRendered', key: hidingKey }) },
      '',
    );
  }
  if (isFuture && starts.key === ':filename') {
    return message('The date in the name of the file says when it comes: rename the file to publish it now.');
  }
  if (isOver && entryOf(page, ends.key) === undefined) {
    return message(
      'It has expired by a cascade of a section or of the configuration: change "{0}" there.',
      ends.key,
    );
  }
  if (!isDraft && !isFuture && !isOver) {
    return state.state === 'withSection' ? reasonOf(state, '') : message('This page is published already.');
  }
  return undefined;
}

const never: ReadonlySet<string> = new Set([
  'ignored',
  'resource',
  'disabledLanguage',
  'disabledKind',
  'plainFile',
]);

/** What a cascade says is said otherwise here; else the key stays or goes as on the other pages of the folder. */
function undraft({ site, page, record, facts: { draftKey } }: Asked): KeyChange {
  const entry = entryOf(page, draftKey);
  if (entry === undefined || draftKey === 'published') {
    return { key: draftKey, entry, value: draftKey === 'published' };
  }
  const keys = record.keys.filter(({ id }) => id !== 'draft');
  const isInherited = inheritedValues(site, { ...record, keys })['draft'] !== undefined;
  return { key: draftKey, entry, value: isInherited || isUsual(site, record) ? false : undefined };
}

function makeDraft({ page, facts: { draftKey } }: Asked): KeyChange {
  return { key: draftKey, entry: entryOf(page, draftKey), value: draftKey === 'draft' };
}

/** At least half of the other pages of the folder have the key; where there are none, it may stay. Sections are asked about sections alone. */
function isUsual(site: SiteSnapshot, record: PageRecord): boolean {
  const isList = record.bundle === 'branch';
  const others = [...site.pagesInFolder(folderOf(record), mostAsked)].filter(
    ({ uri, bundle }) => uri !== record.uri && (bundle === 'branch') === isList,
  );
  const having = others.filter(({ keys }) => keys.some(({ id }) => id === 'draft'));
  return 2 * having.length >= others.length;
}

const mostAsked = 500;

/** The dates that lie in the future become now, each in the form that it has; the one that has passed goes. */
function newDates({ site, page, record, facts }: Asked, now: string): readonly KeyChange[] {
  const { starts, dated, ends } = facts;
  const today = Date.parse(now);
  const zone = timeZoneOf(site.config, record.language);
  const isFuture = (date: KeyDate | undefined): date is KeyDate => date !== undefined && date.moment > today;
  const late = isFuture(starts) ? [starts, ...(isFuture(dated) ? [dated] : [])] : [];
  const renewed = [...new Set(late.map(({ key }) => key))].map((id): KeyChange => {
    const entry = entryOf(page, id);
    return { key: spellings[id] ?? id, entry, value: nowInFormOf(entry?.scalars[0], now, zone) };
  });
  return ends === undefined || ends.moment > today
    ? renewed
    : [...renewed, { key: ends.key, entry: entryOf(page, ends.key), value: undefined }];
}

/** As people write the ids of keys. */
const spellings: Readonly<Record<string, string | undefined>> = {
  publishdate: 'publishDate',
  pubdate: 'pubDate',
};

/** Of a key that stands twice the last one counts. */
function entryOf({ outline }: PageDocument, id: string): OutlineEntry | undefined {
  return outline?.entries.findLast(({ path }) => toKeyId(path) === id);
}
