// Which values an argument may be given, and in which order: those that pages like this one give first.
import { askedPage, type AskedPage } from '../../schema/askedPage.ts';
import { askedCall, callValueVotes, nextOfSeries } from '../../schema/callContext.ts';
import { likenessTo, wordsAround } from '../../schema/callWords.ts';
import { isLiteral, isWrittenBare, namedValues, recurring } from '../../schema/argumentValues.ts';
import { languageFit } from '../../schema/languageFit.ts';
import { leastTyped } from '../../schema/ownWords.ts';
import { argumentIds, findArgument, type ArgumentSchema } from '../../schema/shortcodeSchema.ts';
import { shortcodeSchema, type ShortcodeSchema } from '../../schema/shortcodeSchema.ts';
import { hidesPages, targetsOf, type Target } from '../../schema/targets.ts';
import type { ArgumentPlace, ValuePlace } from '../../shortcodes/place.ts';
import { message, type Message } from '../../text/message.ts';
import { fileOf } from '../leads.ts';
import { usedOnPages } from '../provenance.ts';
import { pageForm } from './linkForm.ts';
import type { CompletionRequest } from './suggestion.ts';

export interface OfferedValue {
  readonly text: string;
  /** It may stand in quotes; a number or truth value that is no text must not. */
  readonly isText: boolean;
  /** By the template, Hugo or the team. */
  readonly isNamed: boolean;
  readonly kind: Target['kind'] | 'value';
  /** On how many pages it is given. */
  readonly pages: number;
  readonly details: readonly (Message | string)[];
  /** URI of the file that it leads to. */
  readonly file?: string | undefined;
}

/** What a named value weighs that no call gives; 1 is the likeliest of those that calls give. */
const leastOfNamed = 0.02;
/** What a value weighs that has all words with those around the call in common. */
const mostOfLike = 2;
/** So many values of other pages are looked through. */
const mostUsed = 1000;

/** The values of `argument` at this place, the likeliest first, each once, without those that no kind of quotes can hold. */
export function offeredValues(
  request: CompletionRequest,
  place: ArgumentPlace | ValuePlace,
  schema: ShortcodeSchema,
  argument: ArgumentSchema,
): readonly OfferedValue[] {
  const asked = askedPage(request.site, request.page);
  const known = argumentIds(schema.name, argument).flatMap((id) => request.site.argumentValues(id, mostUsed));
  const form = pageForm(argument.uses, known);
  const used = inOneForm(usedValues(request, asked, place, schema, argument), form);
  const offered = new Map<string, OfferedValue>();
  for (const value of candidates(request, asked, place, argument, used, form)) {
    if (!offered.has(value.text) && !/["`\\\r\n]/.test(value.text)) {
      offered.set(value.text, value);
    }
  }
  const all = [...offered.values()];
  const likeness = likenessAt(request, place, argument, all);
  const score = (value: OfferedValue): number =>
    Math.max(used.get(value.text)?.score ?? 0, value.isNamed ? leastOfNamed : 0) +
    mostOfLike * likeness(value);
  return all
    .map((value) => ({ value, score: score(value) }))
    .sort((a, b) => b.score - a.score)
    .map(({ value }) => ({ ...value, file: fileOf(request.site, value.text, argument.uses) }));
}

/** How much each value is like the words around the call; of a page its title counts, too. */
function likenessAt(
  { page }: CompletionRequest,
  { tag }: ArgumentPlace | ValuePlace,
  { name, position }: ArgumentSchema,
  values: readonly OfferedValue[],
): (value: OfferedValue) => number {
  const words = wordsAround(page.text, tag, (key) => key === name || key === position);
  const wordsIn = ({ text, kind, details }: OfferedValue): string =>
    kind === 'page' && typeof details[0] === 'string' ? `${text} ${details[0]}` : text;
  const likeness = likenessTo(words, values.map(wordsIn));
  return (value) => likeness(wordsIn(value));
}

function* candidates(
  { site }: CompletionRequest,
  asked: AskedPage,
  { typed }: ArgumentPlace | ValuePlace,
  argument: ArgumentSchema,
  used: ReadonlyMap<string, UsedValue>,
  form: (address: string) => string,
): Iterable<OfferedValue> {
  const pagesOf = (text: string): number => used.get(text)?.pages ?? 0;
  const useOf = (text: string): Message[] => (pagesOf(text) === 0 ? [] : [usedOnPages(pagesOf(text))]);
  for (const { text, isText } of namedValues(argument, used)) {
    const isDefault = text === argument.default;
    const details = [isDefault ? message('default') : [], useOf(text)].flat();
    yield { text, isText, isNamed: true, kind: 'value', pages: pagesOf(text), details };
  }
  for (const { kind, value, title } of targetsOf(site, asked, argument.uses, typed)) {
    const details = title === undefined ? [] : [title];
    const text = kind === 'page' ? form(value) : value;
    yield { text, isText: true, isNamed: false, kind, pages: pagesOf(text), details };
  }
  for (const { text, isText } of argument.isClosed ? [] : used.values()) {
    yield { text, isText, isNamed: false, kind: 'value', pages: pagesOf(text), details: useOf(text) };
  }
}

/** The value that stands at `place`, as its shortcode knows it. */
export function argumentAt(
  { site }: CompletionRequest,
  { tag, argument: { name }, positionalIndex }: ValuePlace,
): { readonly schema: ShortcodeSchema; readonly argument: ArgumentSchema | undefined } {
  const schema = shortcodeSchema(site, tag.name);
  return { schema, argument: findArgument(schema, name ?? positionalIndex) };
}

interface UsedValue {
  readonly text: string;
  readonly isText: boolean;
  readonly pages: number;
  readonly score: number;
}

/** By their texts; those that become the same are one. */
function inOneForm(
  values: readonly UsedValue[],
  form: (address: string) => string,
): ReadonlyMap<string, UsedValue> {
  const merged = new Map<string, UsedValue>();
  for (const value of values) {
    const text = form(value.text);
    const { pages, score } = merged.get(text) ?? { pages: 0, score: 0 };
    merged.set(text, { ...value, text, pages: pages + value.pages, score: Math.max(score, value.score) });
  }
  return merged;
}

/** What other calls give, of other pages and of this one. */
function usedValues(
  { site, page }: CompletionRequest,
  asked: AskedPage,
  { tag, argument: current, typed }: ArgumentPlace | ValuePlace,
  schema: ShortcodeSchema,
  argument: ArgumentSchema,
): readonly UsedValue[] {
  const ids = argumentIds(schema.name, argument);
  const call = askedCall(page.shortcodes.tags, tag);
  const votes = callValueVotes(site, asked, call, ids);
  const next = nextOfSeries(call, ids);
  const most = Math.max(...votes.values(), Number.MIN_VALUE);
  const isQuoted = !isWrittenBare(site, schema, argument);
  const used: UsedValue[] = [];
  for (const { value, pages } of ids.flatMap((id) => recurring(site.argumentValues(id, mostUsed), typed))) {
    const score = (votes.get(value) ?? 0) / most + (value === next ? 1 : 0);
    const isOwn = current?.value === value && score === 0;
    if (pages > (isOwn ? 1 : 0)) {
      used.push({
        text: value,
        isText: isQuoted || !isLiteral(value),
        pages,
        score: score * languageFit(site, asked, value),
      });
    }
  }
  return used;
}

/** Whether words of single pages, or pages, are known that are offered only to who types their beginning. */
export function hidesValues(request: CompletionRequest, place: ValuePlace): boolean {
  const { schema, argument } = argumentAt(request, place);
  if (argument !== undefined && hidesPages(request.site, argument.uses)) {
    return true;
  }
  const ids = argument === undefined ? [] : argumentIds(schema.name, argument);
  const values = ids.flatMap((id) => request.site.argumentValues(id, mostUsed));
  return place.typed.length < leastTyped && recurring(values).length < values.length;
}
