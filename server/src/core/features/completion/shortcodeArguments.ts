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
  for (const value of valuesOf(argument)) {
    yield {
      ...valueSuggestion(argument, value),
      range: where,
      newText: value + (place.closed ? '' : place.quote),
    };
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

/** `name=""` with the cursor in the quotes; a switch is set, without quotes, in which `"false"` would be true, too. */
function withValue(
  { page }: CompletionRequest,
  { range: where }: ArgumentPlace,
  argument: KnownArgument,
  name: string,
): Pick<Suggestion, 'newText' | 'snippet' | 'asksAgain'> {
  if (isBareSwitch(argument)) {
    const blank = blankBehind(page, where);
    return { newText: `${name}=true${blank}`, snippet: `${snippetText(name)}=\${1:true}${blank}` };
  }
  return {
    newText: `${name}=""`,
    snippet: `${snippetText(name)}="$1"`,
    asksAgain: valuesOf(argument).length > 0,
  };
}

/** Values where no quote is typed: in quotes, but for a switch that is no text. */
function* bareValues(
  { page }: CompletionRequest,
  argument: KnownArgument,
  where: TextRange,
): Iterable<Suggestion> {
  for (const value of isBareSwitch(argument) ? ['true', 'false'] : []) {
    yield { ...valueSuggestion(argument, value), range: where, newText: value + blankBehind(page, where) };
  }
  for (const value of valuesOf(argument)) {
    yield { ...valueSuggestion(argument, value), range: where, newText: `"${value}"` };
  }
}

/** An unquoted value would take what follows without a blank. */
function blankBehind({ text }: PageDocument, { end }: TextRange): string {
  return /\S/.test(text.charAt(end)) ? ' ' : '';
}

/** The template asks whether it is given and true, not what it says. */
function isBareSwitch({ isSwitch, values }: KnownArgument): boolean {
  return isSwitch && values.length === 0;
}

function valueSuggestion(
  argument: KnownArgument,
  value: string,
): Pick<Suggestion, 'label' | 'kind' | 'details'> {
  return {
    label: value,
    kind: 'value',
    details: value === argument.default ? [message('default')] : [],
  };
}

/** Those that can stand in quotes of any kind; the default only among others, as leaving the argument out says the same. */
function valuesOf(argument: KnownArgument): readonly string[] {
  const { values, isSwitch } = argument;
  const opposites = isSwitch && values.includes('true') ? ['false'] : [];
  const fallback = argument.default === undefined || values.length === 0 ? [] : [argument.default];
  return [...new Set([...values, ...opposites, ...fallback])].filter((value) => !/["`\\\r\n]/.test(value));
}
