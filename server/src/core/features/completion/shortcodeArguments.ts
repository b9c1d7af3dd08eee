import type { PageDocument } from '../../site/pageDocument.ts';
import type { ArgumentPlace, ValuePlace } from '../../shortcodes/place.ts';
import type { Argument } from '../../shortcodes/types.ts';
import { formatMessage, message } from '../../text/message.ts';
import { range, type TextRange } from '../../text/range.ts';
import {
  argumentDetails,
  argumentDocumentation,
  knownArguments,
  type KnownArgument,
  type KnownValue,
} from '../shortcodeArguments.ts';
import { snippetText } from './suggestion.ts';
import type { CompletionRequest, Suggestion } from './suggestion.ts';

/** The names of arguments that the tag has not got yet, or what may stand at this position: Hugo takes no mix of both. */
export function* shortcodeArguments(request: CompletionRequest, place: ArgumentPlace): Iterable<Suggestion> {
  const known = knownArguments(request.site, place.tag.name);
  const others = othersOf(request, place);
  if (others.every(({ name }) => name === undefined) && place.argument?.name === undefined) {
    const argument = known.find(({ position }) => position === place.positionalIndex);
    yield* argument === undefined ? [] : bareValues(request, argument, place.range);
  }
  if (others.some(({ name }) => name === undefined)) {
    return;
  }
  const given = new Set(others.map(({ name }) => name));
  for (const argument of known) {
    if (argument.name !== undefined && !given.has(argument.name)) {
      yield nameSuggestion(request, place, argument, argument.name);
    }
  }
}

/** What the template compares the argument with. */
export function* shortcodeValues(request: CompletionRequest, place: ValuePlace): Iterable<Suggestion> {
  const { name } = place.argument;
  const argument = knownArguments(request.site, place.tag.name).find((each) =>
    name === undefined ? each.position === place.positionalIndex : each.name === name,
  );
  if (argument === undefined) {
    return;
  }
  const isOpen = !place.closed || place.tag.right === undefined;
  const where = isOpen ? range(place.range.start, request.offset) : place.range;
  if (place.quote === '') {
    yield* bareValues(request, argument, where);
    return;
  }
  for (const value of valuesOf(argument).filter(({ isText }) => isText)) {
    const newText = value.text + (place.closed ? '' : place.quote);
    yield { ...valueSuggestion(argument, value), range: where, newText };
  }
}

/** In a tag that is not closed yet, what stands behind the cursor is text of the page. */
function othersOf({ offset }: CompletionRequest, { tag, argument }: ArgumentPlace): readonly Argument[] {
  return tag.args.filter(
    (each) => each !== argument && (tag.right !== undefined || each.range.start < offset),
  );
}

function nameSuggestion(
  request: CompletionRequest,
  place: ArgumentPlace,
  argument: KnownArgument,
  name: string,
): Suggestion {
  const { client } = request;
  const documentation = argumentDocumentation(argument, (text) => formatMessage(text, client.translate));
  return {
    label: name,
    kind: 'key',
    range: place.range,
    ...(place.argument?.name === undefined ? withValue(request, place, argument, name) : { newText: name }),
    details: argumentDetails(argument),
    ...(documentation === '' ? {} : { documentation }),
  };
}

/** `name=""` with the cursor in the quotes; what is no text stands without: `open="false"` would be true, too. */
function withValue(
  { page }: CompletionRequest,
  { range: where }: ArgumentPlace,
  argument: KnownArgument,
  name: string,
): Pick<Suggestion, 'newText' | 'snippet' | 'asksAgain'> {
  const values = valuesOf(argument);
  const [first] = values;
  if (first === undefined || values.some(({ isText }) => isText)) {
    return { newText: `${name}=""`, snippet: `${snippetText(name)}="$1"`, asksAgain: values.length > 0 };
  }
  const blank = blankBehind(page, where);
  return {
    newText: `${name}=${first.text}${blank}`,
    snippet: `${snippetText(name)}=\${1:${snippetText(first.text)}}${blank}`,
  };
}

/** Values where no quote is typed: texts bring their quotes. */
function* bareValues(
  { page }: CompletionRequest,
  argument: KnownArgument,
  where: TextRange,
): Iterable<Suggestion> {
  for (const value of valuesOf(argument)) {
    const { text, isText } = value;
    const newText = isText ? `"${text}"` : text + blankBehind(page, where);
    yield { ...valueSuggestion(argument, value), range: where, newText };
  }
}

/** An unquoted value would take what follows without a blank. */
function blankBehind({ text }: PageDocument, { end }: TextRange): string {
  return /\S/.test(text.charAt(end)) ? ' ' : '';
}

function valueSuggestion(
  argument: KnownArgument,
  { text }: KnownValue,
): Pick<Suggestion, 'label' | 'kind' | 'details'> {
  return { label: text, kind: 'value', details: text === argument.default ? [message('default')] : [] };
}

/**
 * Those that can stand in quotes of any kind. A switch has two, without quotes where the template only asks whether it is true; the default
 * comes only among others, as leaving the argument out says the same.
 */
function valuesOf(argument: KnownArgument): readonly KnownValue[] {
  const { values, isSwitch } = argument;
  const isText = values.some((value) => value.isText);
  const both = isSwitch ? ['true', 'false'].map((text) => ({ text, isText })) : [];
  const fallback =
    argument.default === undefined || values.length === 0 ? [] : [{ text: argument.default, isText }];
  const all = [...values, ...both, ...fallback];
  return all.filter(
    ({ text }, index) => !/["`\\\r\n]/.test(text) && all.findIndex((each) => each.text === text) === index,
  );
}
