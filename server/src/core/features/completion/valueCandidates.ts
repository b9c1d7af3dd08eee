// Which values a key may be given, and in which order.
import type { AskedPage } from '../../schema/askedPage.ts';
import { keySchema, type KeySchema, type NamedValue } from '../../schema/keySchema.ts';
import { arePicturesOfPages, newestFirst, newPictures } from '../../schema/newPictures.ts';
import { begins, leastTyped, ownWords, valuesAsked } from '../../schema/ownWords.ts';
import { hidesPages, targetsOf } from '../../schema/targets.ts';
import { isOwnText, isTaxonomy } from '../../schema/valueType.ts';
import { valueVotes, type ValueVote } from '../../schema/valueVotes.ts';
import { valuesOf } from '../../site/keyValues.ts';
import { toKeyId } from '../../site/pageRecord.ts';
import { logicalPath, stemOf } from '../../site/pagePath.ts';
import type { SiteSnapshot, ValueStats } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import { isPicture } from '../../text/path.ts';
import { usedOnPages } from '../provenance.ts';
import { pageForm } from './linkForm.ts';
import type { CompletionRequest } from './suggestion.ts';
import type { ValuePlace } from './valueText.ts';

/** A value to suggest, as a reader of the front matter sees it. */
export interface Candidate {
  readonly value: string;
  /** Written as it is; everything else is a string. */
  readonly isLiteral?: boolean;
  /** More stands below it. */
  readonly isFolder?: boolean;
  /** By which it can be found, too. */
  readonly title?: string | undefined;
  readonly details: readonly (Message | string)[];
}

/** So many values of other pages are offered. */
const mostValues = 300;

/** Whether words of single pages, or pages, are known that are offered only to who types their beginning. */
export function hidesWords({ site }: CompletionRequest, { path, typed }: ValuePlace): boolean {
  const key = keySchema(site, undefined, path);
  if (key !== undefined && hidesPages(site, key.uses)) {
    return true;
  }
  if (typed.length >= leastTyped || key === undefined || isOwnText(key)) {
    return false;
  }
  const values = site.values(key.id, valuesAsked);
  const isOwn = ownWords(values);
  return values.some(({ value, pages }) => pages === 1 && isOwn(value));
}

/** The likeliest first; a value may come twice. */
export function* valueCandidates(
  request: CompletionRequest,
  asked: AskedPage,
  place: ValuePlace,
  key: KeySchema | undefined,
): Iterable<Candidate> {
  if (key === undefined) {
    return;
  }
  const votes = votesFor(request, asked, key, place.typed);
  if (key.type === 'bool') {
    yield* booleans(votes);
    return;
  }
  yield* key.values.filter(({ from }) => from === 'hugo' || from === 'team').map(toCandidate);
  const hasOwnPicture =
    place.typed === '' && arePicturesOfPages(request.site, request.site.values(key.id, valuesAsked));
  yield* hasOwnPicture ? pictures(request, asked, key, votes) : [];
  yield* key.type === 'date'
    ? dates(request, key)
    : used(request, key, hasOwnPicture ? newestFirst(votes) : votes);
  yield* key.values.filter(({ value, from }) => value !== '' && from !== 'data').map(toCandidate);
  yield* files(request, asked, key, place);
}

function votesFor(
  request: CompletionRequest,
  asked: AskedPage,
  key: KeySchema,
  typed: string,
): readonly ValueVote[] {
  if (key.type === 'date') {
    return [];
  }
  if (isOwnText(key)) {
    return addresses.has(key.id) ? saidByTranslations(request.site, asked, key) : [];
  }
  return usedValues(request, asked, key, typed);
}

const addresses: ReadonlySet<string> = new Set(['aliases', 'slug', 'url']);

const mostTranslations = 100;

/** What a page's translations say, which it often repeats. */
function saidByTranslations(
  site: SiteSnapshot,
  asked: AskedPage,
  { id }: Pick<KeySchema, 'id'>,
): readonly ValueVote[] {
  const stem = stemOf(asked);
  const translations = site
    .pagesAt(logicalPath(asked).toLowerCase(), 'path', mostTranslations)
    .filter((page) => page.uri !== asked.uri && stemOf(page) === stem);
  return translations.flatMap(({ keys }) =>
    keys
      .filter((key) => key.id === id)
      .flatMap(({ values }) => values.map((value) => ({ value, votes: 1, pages: 1 }))),
  );
}

/** For a page that wants a picture of its own: those in its bundle, those of its translations, and those that no page has yet. */
function* pictures(
  { site }: CompletionRequest,
  asked: AskedPage,
  { id, uses }: KeySchema,
  votes: readonly ValueVote[],
): Iterable<Candidate> {
  const beside = uses.filter(({ type }) => type === 'resource');
  for (const { kind, value } of targetsOf(site, asked, beside, '')) {
    if (kind === 'file' && isPicture(value)) {
      yield { value, details: [] };
    }
  }
  const translated = saidByTranslations(site, asked, { id });
  for (const { value, pages } of translated) {
    yield { value, details: [usedOnPages(pages)] };
  }
  const others = votes.filter(({ value }) => translated.every((each) => each.value !== value));
  const known = new Set(site.values(id, mostKnown).map(({ value }) => value));
  for (const value of newPictures(site, uses, others, known)) {
    yield { value, details: [message('not used yet')] };
  }
}

/** So many values count as used. */
const mostKnown = 10_000;

function* booleans(votes: readonly ValueVote[]): Iterable<Candidate> {
  const given = votes.filter(({ value }) => value === 'true' || value === 'false');
  for (const value of [...given.map((vote) => vote.value), 'true', 'false']) {
    const pages = given.find((vote) => vote.value === value)?.pages;
    yield { value, isLiteral: true, details: pages === undefined ? [] : [usedOnPages(pages)] };
  }
}

/** What pages like this one say, and what follows from their numbers; of sentences of their own those that begin with what is typed. */
function usedValues(
  { site }: CompletionRequest,
  asked: AskedPage,
  { id, uses }: KeySchema,
  typed: string,
): readonly ValueVote[] {
  const isOwn = ownWords(site.values(id, valuesAsked));
  const isOffered = ({ value, pages }: ValueStats): boolean =>
    pages > 1 || !isOwn(value) || begins(value, typed);
  const votes = valueVotes(site, asked, id).filter(isOffered);
  const asksAll = site.pageCount() > votes.reduce((sum, { pages }) => sum + pages, 0);
  const others = asksAll ? site.values(id, mostValues) : [];
  const known = new Set([...votes.map(({ value }) => value), ...valuesOf(asked, id)]);
  const rest = others.filter((stats) => isOffered(stats) && !known.has(stats.value));
  const all = [...votes, ...rest.map(({ value, pages }) => ({ value, pages, votes: 0 }))];
  return inOneForm(all, pageForm(uses, site.values(id, mostFormed))).slice(0, mostValues);
}

/** So many values say in which form addresses are written. */
const mostFormed = 1000;

/** Those that become the same are one, at the place of the likeliest. */
function inOneForm(votes: readonly ValueVote[], form: (value: string) => string): readonly ValueVote[] {
  const merged = new Map<string, ValueVote>();
  for (const vote of votes) {
    const value = form(vote.value);
    const known = merged.get(value) ?? { value, votes: 0, pages: 0 };
    merged.set(value, { value, votes: known.votes + vote.votes, pages: known.pages + vote.pages });
  }
  return [...merged.values()];
}

function* used(
  { site }: CompletionRequest,
  key: KeySchema,
  votes: readonly ValueVote[],
): Iterable<Candidate> {
  const isNumeric = key.type === 'int' || key.type === 'float';
  const isTerm = isTaxonomy(site, key.id);
  for (const { value, pages } of votes) {
    const named = key.values.find((each) => each.value === value);
    yield {
      value,
      isLiteral: isNumeric && isNumber(value),
      details: [
        pages > 0 ? (isTerm ? termUse(pages) : usedOnPages(pages)) : [],
        named === undefined ? [] : sourceOf(named),
        pages === 0 && named === undefined ? message('goes on with the numbers of this folder') : [],
      ].flat(),
    };
  }
}

function termUse(pages: number): Message {
  return pages === 1 ? message('term of one page') : message('term of {0} pages', pages);
}

function toCandidate(named: NamedValue): Candidate {
  const { value, isText } = named;
  return { value, isLiteral: !isText, details: sourceOf(named) };
}

function sourceOf({ from, at, path }: NamedValue): readonly (Message | string)[] {
  switch (from) {
    case 'hugo':
      return [message('read by Hugo')];
    case 'team':
      return [message('of the team')];
    case 'template':
      return at === undefined ? [] : [message('compared in {0}', `${at.path}:${String(at.line)}`)];
    case 'archetype':
      return [message('of the archetype')];
    case 'data':
      return path === undefined ? [] : [path];
  }
}

/** Files, pages and data to which the value leads. */
function* files(
  { site }: CompletionRequest,
  asked: AskedPage,
  { id, uses }: KeySchema,
  { typed }: ValuePlace,
): Iterable<Candidate> {
  const form = pageForm(uses, site.values(id, mostFormed));
  for (const { kind, value, title } of targetsOf(site, asked, uses, typed)) {
    yield {
      value: kind === 'page' ? form(value) : value,
      isFolder: kind === 'folder',
      title: kind === 'page' ? title : undefined,
      details: title === undefined ? [] : [title],
    };
  }
}

/** Today, this moment, and the page's other dates. */
function* dates({ page, site, client }: CompletionRequest, { id }: KeySchema): Iterable<Candidate> {
  yield { value: client.today, isLiteral: true, details: [message('today')] };
  if (client.now !== undefined) {
    yield { value: client.now, isLiteral: true, details: [message('now')] };
  }
  for (const { path, key, scalars } of page.outline?.entries ?? []) {
    const [scalar] = scalars;
    if (scalar !== undefined && toKeyId(path) !== id && keySchema(site, undefined, path)?.type === 'date') {
      yield {
        value: scalar.text,
        isLiteral: scalar.style === 'plain',
        details: [message('{0} of this page', key)],
      };
    }
  }
}

function isNumber(value: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value);
}
