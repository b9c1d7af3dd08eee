import { hasValues, isWrittenBare, namedValues } from '../../schema/argumentValues.ts';
import { askedPage } from '../../schema/askedPage.ts';
import { argumentVotes } from '../../schema/callVotes.ts';
import {
  findArgument,
  shortcodeSchema,
  type ArgumentSchema,
  type ShortcodeSchema,
} from '../../schema/shortcodeSchema.ts';
import type { ArgumentPlace, ValuePlace } from '../../shortcodes/place.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { toArgumentId } from '../../site/pageRecord.ts';
import { formatMessage, message } from '../../text/message.ts';
import { range } from '../../text/range.ts';
import { snippetText } from '../../text/snippet.ts';
import { argumentDetails, argumentDocumentation } from '../shortcodeArguments.ts';
import { argumentAt, offeredValues } from './shortcodeArgumentValues.ts';
import type { OfferedValue } from './shortcodeArgumentValues.ts';
import type { CompletionRequest, Suggestion } from './suggestion.ts';

/** So many names come before the values of a position that pages rather give. */
const namesBeforeValues = 2;

/**
 * The names of arguments that the tag has not got yet, and what may stand at this position: Hugo takes no mix of both. Where nothing closes
 * the tag, its end comes last.
 */
export function* shortcodeArguments(request: CompletionRequest, place: ArgumentPlace): Iterable<Suggestion> {
  const schema = shortcodeSchema(request.site, place.tag.name);
  const positional = positionalAt(place, schema);
  const names = place.others.some(({ name }) => name === undefined) ? [] : ranked(request, place, schema);
  const values = positional === undefined ? [] : offeredValues(request, place, schema, positional);
  const isRatherNamed = positional === undefined || positional.named > positional.positional;
  const early = isRatherNamed ? names : names.filter(({ named }) => named > 0).slice(0, namesBeforeValues);
  yield* nameSuggestions(request, place, schema, early);
  yield* bareValues(request, place, values.filter(isUsual));
  yield* nameSuggestions(
    request,
    place,
    schema,
    names.filter((argument) => !early.includes(argument)),
  );
  yield* bareValues(
    request,
    place,
    values.filter((value) => !isUsual(value)),
  );
  yield* endOfCall(place);
}

/** What may stand in a value. */
export function* shortcodeValues(request: CompletionRequest, place: ValuePlace): Iterable<Suggestion> {
  const { schema, argument } = argumentAt(request, place);
  const values = argument === undefined ? [] : offeredValues(request, place, schema, argument);
  if (place.quote === '') {
    yield* bareValues(request, place, values);
    return;
  }
  for (const value of values.filter(({ isText }) => isText)) {
    yield valueSuggestion(place, value, '', '');
  }
}

function positionalAt(
  { others, argument, positionalIndex }: ArgumentPlace,
  schema: ShortcodeSchema,
): ArgumentSchema | undefined {
  const isNamed = argument?.name !== undefined || others.some(({ name }) => name !== undefined);
  return isNamed ? undefined : findArgument(schema, positionalIndex);
}

/** Named somewhere, or on more pages than one. */
function isUsual({ isNamed, kind, pages }: OfferedValue): boolean {
  return isNamed || kind !== 'value' || pages > 1;
}

function* nameSuggestions(
  request: CompletionRequest,
  place: ArgumentPlace,
  schema: ShortcodeSchema,
  names: readonly ArgumentSchema[],
): Iterable<Suggestion> {
  const given = new Set(place.others.map(({ name }) => name));
  for (const argument of names) {
    if (argument.name !== undefined && !given.has(argument.name)) {
      yield nameSuggestion(request, place, schema, argument, argument.name);
    }
  }
}

/** Those that must be given first; then as pages like this one give them together with those that are there. */
function ranked(
  { site, page }: CompletionRequest,
  place: ArgumentPlace,
  schema: ShortcodeSchema,
): readonly ArgumentSchema[] {
  const given = place.others.flatMap(({ name }) =>
    name === undefined ? [] : toArgumentId(schema.name, name),
  );
  const votes = argumentVotes(site, askedPage(site, page), schema.name, given);
  const most = Math.max(...votes.values(), Number.MIN_VALUE);
  const own = ownVotes(page, place);
  const score = ({ name = '', isRequired }: ArgumentSchema): number =>
    (isRequired ? 10 : 0) + (votes.get(toArgumentId(schema.name, name)) ?? 0) / most + (own.get(name) ?? 0);
  const scores = new Map(schema.arguments.map((argument) => [argument, score(argument)]));
  return schema.arguments.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** How the other calls on this page speak for each argument: the more they share with this one, the more. */
function ownVotes({ shortcodes }: PageDocument, { tag, others }: ArgumentPlace): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  let total = 0;
  for (const { name, sound, args } of shortcodes.tags.filter((each) => each !== tag)) {
    if (name === tag.name && sound && args.length > 0) {
      const weight = 4 ** others.filter((other) => args.some((each) => each.name === other.name)).length;
      total += weight;
      for (const each of new Set(args.map((argument) => argument.name ?? ''))) {
        votes.set(each, (votes.get(each) ?? 0) + weight);
      }
    }
  }
  return new Map([...votes].map(([name, weight]) => [name, weight / total]));
}

function nameSuggestion(
  request: CompletionRequest,
  place: ArgumentPlace,
  schema: ShortcodeSchema,
  argument: ArgumentSchema,
  name: string,
): Suggestion {
  const { client } = request;
  const documentation = argumentDocumentation(argument, (text) => formatMessage(text, client.translate));
  const isRenamed = place.argument?.name !== undefined;
  return {
    label: name,
    kind: 'key',
    range: isRenamed ? place.range : wholeRange(place),
    ...(isRenamed ? { newText: name } : withValue(request, place, schema, argument, name)),
    details: argumentDetails(argument),
    ...(documentation === '' ? {} : { documentation }),
  };
}

/** `name=""` with the cursor in the quotes; what is no text stands without: `open="false"` would be true, too. */
function withValue(
  request: CompletionRequest,
  place: ArgumentPlace,
  schema: ShortcodeSchema,
  argument: ArgumentSchema,
  name: string,
): Pick<Suggestion, 'newText' | 'snippet' | 'asksAgain'> {
  const { site, page } = request;
  const end = place.ending.newText;
  if (!isWrittenBare(site, schema, argument)) {
    return {
      newText: `${name}=""${end}`,
      snippet: `${snippetText(name)}="$1"${snippetText(end)}`,
      asksAgain: hasValues(site, schema, argument),
    };
  }
  const [first = { text: '' }] = namedValues(argument);
  const behind = end === '' ? blankBehind(page, place) : end;
  return {
    newText: `${name}=${first.text}${behind}`,
    snippet: `${snippetText(name)}=\${1:${snippetText(first.text)}}${snippetText(behind)}`,
  };
}

/** Values where no quote is typed: texts bring their quotes. */
function* bareValues(
  { page }: CompletionRequest,
  place: ArgumentPlace | ValuePlace,
  values: readonly OfferedValue[],
): Iterable<Suggestion> {
  const behind = place.ending.newText === '' ? blankBehind(page, place) : '';
  for (const value of values) {
    yield value.isText ? valueSuggestion(place, value, '"', '"') : valueSuggestion(place, value, '', behind);
  }
}

/** An unquoted value would take what follows without a blank. */
function blankBehind({ text }: PageDocument, { range: { end } }: ArgumentPlace | ValuePlace): string {
  return /\S/.test(text.charAt(end)) ? ' ' : '';
}

/** Between `before` and `behind`, which are quotes or nothing. In a folder the writer goes on: the cursor stays in the quotes. */
function valueSuggestion(
  place: ArgumentPlace | ValuePlace,
  { text, kind, details, file }: OfferedValue,
  before: string,
  behind: string,
): Suggestion {
  const end = behind + place.ending.newText;
  const goesOn = { snippet: `${snippetText(before + text)}$0${snippetText(end)}`, asksAgain: true };
  return {
    label: text,
    kind: 'value',
    range: wholeRange(place),
    newText: before + text + end,
    details,
    ...(kind === 'page' && typeof details[0] === 'string' ? { filterText: `${text} ${details[0]}` } : {}),
    ...(file === undefined ? {} : { file }),
    ...(kind === 'folder' ? goesOn : {}),
  };
}

function wholeRange({ range: { start }, ending }: ArgumentPlace | ValuePlace): Suggestion['range'] {
  return range(start, ending.range.end);
}

/** Where nothing closes the tag, nor is typed: its end. */
function* endOfCall({ ending, range: where, typed }: ArgumentPlace): Iterable<Suggestion> {
  const right = ending.newText.trimStart();
  if (right !== '' && typed === '') {
    yield {
      label: right,
      kind: 'closingTag',
      range: range(where.start, ending.range.end),
      newText: right,
      details: [message('ends the call')],
    };
  }
}
