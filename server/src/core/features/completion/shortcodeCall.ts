// A whole call as a snippet: what has to be given, or else what nearly every call on the site gives, is there to be filled in.
import { unknownArgument, type ArgumentSchema, type ShortcodeSchema } from '../../schema/shortcodeSchema.ts';
import { namedValues } from './shortcodeArgumentValues.ts';
import { choiceText, snippetText } from './suggestion.ts';

export interface CallArguments {
  /** With a blank in front; empty for none. */
  readonly newText: string;
  readonly snippet: string;
  /** The first one has to be filled in with one of several values. */
  readonly asksAgain: boolean;
}

/** More to fill in at once would be a form. */
const mostOptional = 4;
/** The share of the calling pages that makes an argument usual. */
const usual = 0.9;

/** What the arguments of a new call are. `hasValues` says whether completion knows values for one. */
export function callArguments(
  schema: ShortcodeSchema,
  hasValues: (argument: ArgumentSchema) => boolean,
): CallArguments {
  const stops = stopsOf(schema);
  const byPosition = arePositional(stops);
  const texts = stops.map((argument, at) => stopText(argument, at + 1, byPosition));
  const [first] = stops;
  return {
    newText: texts.map(({ newText }) => ` ${newText}`).join(''),
    snippet: texts.map(({ snippet }) => ` ${snippet}`).join(''),
    asksAgain: first !== undefined && !isChoice(first) && hasValues(first),
  };
}

/** What has to be given, else what is usual, else what comes first. */
function stopsOf(schema: ShortcodeSchema): readonly ArgumentSchema[] {
  const { arguments: all, pages } = schema;
  const required = all.filter(({ isRequired }) => isRequired);
  const isUsual = ({ named, positional }: ArgumentSchema): boolean =>
    pages > 0 && named + positional >= usual * pages;
  const usualOnes = all.filter(isUsual).slice(0, mostOptional);
  const stops = [required, usualOnes].find(({ length }) => length > 0) ?? firstOf(schema);
  return arePositional(stops)
    ? upToLast([...all, ...stops], stops)
    : stops.filter(({ name }) => name !== undefined);
}

/**
 * What Hugo's table has first: a figure is nothing without its picture. Of a template the first position, unless most calls go without; where it
 * only says that it takes arguments (`range .Params`), a position, too.
 */
function firstOf({
  arguments: all,
  pages,
  embedded,
  isOpen,
  definition,
}: ShortcodeSchema): readonly ArgumentSchema[] {
  if (embedded !== undefined) {
    return all.slice(0, 1);
  }
  const isWhollyOpen = isOpen && all.length === 0 && definition?.signature !== undefined;
  const isGiven = ({ position, named, positional }: ArgumentSchema): boolean =>
    position === 0 && positional >= Math.max(named, pages / 2);
  return isWhollyOpen ? [{ ...unknownArgument, position: 0 }] : all.filter(isGiven);
}

/** By position as most calls do, or as the only way; one alone also where Hugo's documentation leaves the choice. */
function arePositional(stops: readonly ArgumentSchema[]): boolean {
  return (
    stops.length > 0 &&
    stops.every(
      ({ name, position, named, positional }) =>
        position !== undefined &&
        (name === undefined || positional > named || (named === positional && stops.length === 1)),
    )
  );
}

/** No position can be left out before another one. */
function upToLast(
  all: readonly ArgumentSchema[],
  stops: readonly ArgumentSchema[],
): readonly ArgumentSchema[] {
  const last = Math.max(...stops.map(({ position = 0 }) => position));
  const positions = Array.from({ length: Math.min(last + 1, 10) }, (_, at) => at);
  return positions.flatMap((at) => all.find(({ position }) => position === at) ?? []);
}

function stopText(
  argument: ArgumentSchema,
  stop: number,
  byPosition: boolean,
): { readonly newText: string; readonly snippet: string } {
  const { name = '' } = argument;
  const start = byPosition ? '' : `${name}=`;
  const values = namedValues(argument);
  const isText = values.length === 0 || values.some((value) => value.isText);
  const quote = isText ? '"' : '';
  const first = isText ? '' : (values[0]?.text ?? '');
  const place = isChoice(argument)
    ? `\${${String(stop)}|${values.map(({ text }) => choiceText(text)).join(',')}|}`
    : `$${String(stop)}`;
  return {
    newText: start + quote + first + quote,
    snippet: snippetText(start + quote) + place + quote,
  };
}

/** Nothing but these values is right. */
function isChoice(argument: ArgumentSchema): boolean {
  const values = namedValues(argument);
  const isOne = argument.isClosed || (argument.type === 'bool' && !values.some(({ isText }) => isText));
  return isOne && values.length > 0 && values.every(({ text }) => !/["`\\\r\n]/.test(text));
}
