// The arguments of a new call as a snippet: what has to be given, or else what nearly every call on the site gives, is there to be filled in.
import type { SiteSnapshot } from '../site/snapshot.ts';
import { choiceText, snippetText } from '../text/snippet.ts';
import { hasValues, isWrittenBare, namedValues, recurring } from './argumentValues.ts';
import type { AskedPage } from './askedPage.ts';
import { callValueVotes } from './callContext.ts';
import {
  argumentIds,
  unknownArgument,
  type ArgumentSchema,
  type ShortcodeSchema,
} from './shortcodeSchema.ts';

export interface CallArguments {
  /** With a blank in front; empty for none. */
  readonly newText: string;
  /** The same with places to fill in. */
  readonly snippet: string;
  /** The first one has to be filled in with one of several values. */
  readonly asksAgain: boolean;
}

/** More to fill in at once would be a form. */
const mostOptional = 4;
/** The share of the calling pages that makes an argument usual. */
const usual = 0.9;
/** More values than these are no choice but a list, which completion has; a choice is what several calls on the average say. */
const mostChoices = 8;
const callsPerChoice = 2;

/**
 * What the arguments of a new call on the page `asked` are, whose choices come in the order in which pages like it give them; without such a page, which
 * costs nothing, in the order of use. A call that gets inner content does without those that stand in for it.
 */
export function callArguments(
  site: SiteSnapshot,
  asked: AskedPage | undefined,
  schema: ShortcodeSchema,
  hasInner = false,
): CallArguments {
  const stops = stopsOf(schema).filter(({ name }) => !hasInner || !standsForInner(schema, name));
  const byPosition = arePositional(stops);
  const choices = stops.map((argument) => choicesOf(site, asked, schema, argument));
  const texts = stops.map((argument, at) => stopText(argument, at + 1, byPosition, choices[at] ?? []));
  const [first] = stops;
  const asksAgain = first !== undefined && choices[0]?.length === 0 && hasValues(site, schema, first);
  return {
    newText: texts.map(({ newText }) => ` ${newText}`).join(''),
    snippet: texts.map(({ snippet }) => ` ${snippet}`).join(''),
    asksAgain,
  };
}

/** Whether a call says by this argument what it could say by its inner content: the text of a QR code. */
export function standsForInner({ embedded }: ShortcodeSchema, name: string | undefined): boolean {
  return embedded?.args.some((argument) => argument.orInner === true && argument.name === name) === true;
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

interface Choice {
  readonly text: string;
  /** It may stand in quotes. */
  readonly isText: boolean;
}

function stopText(
  argument: ArgumentSchema,
  stop: number,
  byPosition: boolean,
  choices: readonly Choice[],
): { readonly newText: string; readonly snippet: string } {
  const start = byPosition ? '' : `${argument.name ?? ''}=`;
  const named = choices.length > 0 ? choices : namedValues(argument);
  const isText = named.length === 0 || named.some((value) => value.isText);
  const quote = isText ? '"' : '';
  const first = isText ? '' : (named[0]?.text ?? '');
  const place =
    choices.length > 0
      ? `\${${String(stop)}|${choices.map(({ text }) => choiceText(text)).join(',')}|}`
      : `$${String(stop)}`;
  return {
    newText: start + quote + first + quote,
    snippet: snippetText(start + quote) + place + quote,
  };
}

/** All that is right, or the few values that calls share, the likeliest on the page first; none where there are others besides. */
function choicesOf(
  site: SiteSnapshot,
  asked: AskedPage | undefined,
  schema: ShortcodeSchema,
  argument: ArgumentSchema,
): readonly Choice[] {
  const choices = closedChoices(argument) ?? sharedChoices(site, schema, argument);
  if (choices.length === 0 || choices.some(({ text }) => /["`\\\r\n]/.test(text))) {
    return [];
  }
  if (asked === undefined) {
    return choices;
  }
  const call = { calls: [{ name: schema.name, given: new Map() }], at: 0 };
  const votes = callValueVotes(site, asked, call, argumentIds(schema.name, argument));
  const voteOf = ({ text }: Choice): number => votes.get(text) ?? 0;
  return choices.toSorted((a, b) => voteOf(b) - voteOf(a));
}

function closedChoices(argument: ArgumentSchema): readonly Choice[] | undefined {
  const values = namedValues(argument);
  const isClosed = argument.isClosed || (argument.type === 'bool' && !values.some(({ isText }) => isText));
  return isClosed ? values : undefined;
}

function sharedChoices(
  site: SiteSnapshot,
  schema: ShortcodeSchema,
  argument: ArgumentSchema,
): readonly Choice[] {
  const stats = argumentIds(schema.name, argument).flatMap((id) => site.argumentValues(id, mostChoices + 1));
  const uses = stats.reduce((sum, { pages }) => sum + pages, 0);
  const isText = !isWrittenBare(site, schema, argument);
  const values = [...namedValues(argument), ...stats.map(({ value }) => ({ text: value, isText }))];
  const choices = values.filter(({ text }, at) => values.findIndex((each) => each.text === text) === at);
  const isShared =
    uses >= callsPerChoice * Math.max(2, stats.length) && recurring(stats).length === stats.length;
  return isShared && choices.length > 1 && choices.length <= mostChoices ? choices : [];
}
