import type { OffsetEdit } from '../text/edit.ts';
import { countStartingBefore, range, textOf, touches, type TextRange } from '../text/range.ts';
import { unknownHugo } from '../hugo/version.ts';
import { rightDelimiter } from './faults.ts';
import { scanShortcodes } from './scan.ts';
import { leftLength } from './types.ts';
import type { Argument, ArgumentQuote, Delimiter, ShortcodeScan, ShortcodeTag } from './types.ts';

/** What a writer is typing at the cursor, and what a completion there has to replace. */
export type ShortcodePlace =
  | NamePlace
  | ArgumentPlace
  | ValuePlace
  | { readonly kind: 'comment'; readonly tag: ShortcodeTag }
  | { readonly kind: 'none' };

/** The cursor stands where the name of a shortcode is or could be: `{{< fi█ >}}`, `{{</█`. */
export interface NamePlace {
  readonly kind: 'name';
  readonly tag: ShortcodeTag;
  readonly delimiter: Delimiter;
  /** A closing tag: the slash is there. */
  readonly closing: boolean;
  /** The half-typed name. */
  readonly range: TextRange;
  /** What of it stands before the cursor. */
  readonly typed: string;
  readonly left: TextRange;
  /** A blank separates the name from what stands before it. */
  readonly hasBlankBefore: boolean;
  /** The right delimiter, when nothing but blanks stands between it and the name. */
  readonly right: TextRange | undefined;
  /** What follows `range` and goes with a half-typed tag: blanks and the right delimiter, or what an editor closed by itself (`>`, `}}`). May be empty. */
  readonly tail: TextRange;
}

/** What both places among the arguments tell. */
interface AmongArguments {
  readonly tag: ShortcodeTag;
  /** The other arguments of the call. In a tag that nothing closes, what stands behind the cursor is text of the page. */
  readonly others: readonly Argument[];
  /** How many positional arguments stand before it. */
  readonly positionalIndex: number;
  /** What belongs behind `range` once a completion is accepted: the closing quote and the right delimiter, in place of what stands there of them. */
  readonly ending: OffsetEdit;
}

/** The cursor stands where an argument begins, or in its name, or in an unquoted positional value. */
export interface ArgumentPlace extends AmongArguments {
  readonly kind: 'argument';
  /** Absent where nothing is typed yet. */
  readonly argument: Argument | undefined;
  readonly range: TextRange;
  readonly typed: string;
}

/** The cursor stands in the value of a named argument, or in a quoted positional one. */
export interface ValuePlace extends AmongArguments {
  readonly kind: 'value';
  readonly argument: Argument;
  readonly quote: ArgumentQuote;
  /** The closing quote is there, or none is needed. */
  readonly closed: boolean;
  /** The value without its quotes. */
  readonly range: TextRange;
  readonly typed: string;
}

const none: ShortcodePlace = { kind: 'none' };

/** The tag that `offset` (UTF-16) touches; of two that meet there, the second. */
export function findTagAt({ tags }: ShortcodeScan, offset: number): ShortcodeTag | undefined {
  const tag = lastStartingBefore(tags, offset + 1);
  return tag !== undefined && touches(tag.range, offset) ? tag : undefined;
}

/** Where in a shortcode the cursor at `offset` (UTF-16) stands. `scan` is the scan of `text`. Works in half-typed tags, which end with their line. */
export function findShortcodePlace(text: string, scan: ShortcodeScan, offset: number): ShortcodePlace {
  const tag = lastStartingBefore(scan.tags, offset);
  if (tag === undefined || offset < tag.range.start + leftLength) {
    return none;
  }
  if (goesOnTo(text, tag, offset)) {
    const line = onOneLine(text, tag, offset);
    return findShortcodePlace(line, scanShortcodes(line, tag.range.start, unknownHugo), offset);
  }
  if (tag.kind === 'comment') {
    const inside =
      offset > tag.range.start + leftLength &&
      (tag.right === undefined ? offset <= tag.range.end : offset < tag.range.end);
    return inside ? { kind: 'comment', tag } : none;
  }
  if (offset > (tag.right?.start ?? tag.range.end)) {
    return none;
  }
  return (
    namePlace(text, tag, offset) ?? (isAmongArguments(tag, offset) ? argumentPlace(text, tag, offset) : none)
  );
}

/** An unfinished tag is looked for so far behind its first line (UTF-16). */
const longestTag = 2000;
const namedArguments = /^\s*(?:[\w-]+=(?:"[^"]*"|`[^`]*`|[^\s"`]+)(?:\s+|$))+$/;
const indented =
  /^\s+(?:[\w-]+=(?:"[^"]*"|`[^`]*`|[^\s"`]+)\s+)*(?:[\w-]+(?:=(?:"[^"]*"?|`[^`]*`?|[^\s"`]*))?)?$/;

/** Whether a tag that nothing closes goes on behind its line: with lines of named arguments alone, and an indented one up to `offset`. */
function goesOnTo(
  text: string,
  { kind, name, right, range: { end } }: ShortcodeTag,
  offset: number,
): boolean {
  if (
    kind === 'close' ||
    kind === 'comment' ||
    name === '' ||
    right !== undefined ||
    offset - end > longestTag
  ) {
    return false;
  }
  const [rest = '', ...lines] = text.slice(end, offset).split('\n');
  const current = lines.pop();
  return (
    rest.trim() === '' &&
    current !== undefined &&
    indented.test(current) &&
    lines.every((line) => namedArguments.test(line))
  );
}

/** The text up to the end of the line of `offset`, with the lines of the tag put together; every offset stays. */
function onOneLine(text: string, { range: { start } }: ShortcodeTag, offset: number): string {
  const [rest = ''] = /^[^\r\n]*/.exec(text.slice(offset)) ?? [];
  return text.slice(0, start) + text.slice(start, offset).replace(/[\r\n]/g, ' ') + rest;
}

function lastStartingBefore(tags: readonly ShortcodeTag[], offset: number): ShortcodeTag | undefined {
  return tags[countStartingBefore(tags, offset, ({ range: { start } }) => start) - 1];
}

function namePlace(text: string, tag: ShortcodeTag, offset: number): NamePlace | undefined {
  const where = nameAt(text, tag, offset);
  if (where === undefined) {
    return undefined;
  }
  const closing = tag.kind === 'close';
  const tail = tailAt(text, tag, where.end);
  return {
    kind: 'name',
    tag,
    delimiter: tag.delimiter,
    closing,
    range: where,
    typed: text.slice(where.start, offset),
    left: range(tag.range.start, tag.range.start + leftLength),
    hasBlankBefore: where.start > nameStart(tag),
    right: textOf(text, tail).trimStart() === rightDelimiter[tag.delimiter] ? tag.right : undefined,
    tail,
  };
}

/** Behind the left delimiter, or behind the slash of a closing tag. */
function nameStart({ kind, slash, range: { start } }: ShortcodeTag): number {
  return kind === 'close' && slash !== undefined ? slash.end : start + leftLength;
}

/** The half-typed name. A tag without an end may have begun before a word of the text: that word is not its name while nothing is typed. */
function nameAt(text: string, tag: ShortcodeTag, offset: number): TextRange | undefined {
  const before = text.slice(nameStart(tag), offset);
  const isFirst = offset >= nameStart(tag) && before.trim() === '';
  if (tag.name === '') {
    return isFirst ? range(offset, offset) : undefined;
  }
  if (isFirst && tag.right === undefined) {
    return range(offset, offset);
  }
  return touches(tag.nameRange, offset) ? tag.nameRange : undefined;
}

const leftovers: Record<Delimiter, RegExp> = { '<': />?\}{0,2}/y, '%': /%?\}{0,2}/y };

function tailAt(text: string, { delimiter, right }: ShortcodeTag, at: number): TextRange {
  if (right !== undefined && at <= right.start && text.slice(at, right.start).trim() === '') {
    return range(at, right.end);
  }
  const pattern = leftovers[delimiter];
  pattern.lastIndex = at;
  return range(at, at + (pattern.exec(text)?.[0].length ?? 0));
}

function isAmongArguments({ kind, name, nameRange, slash }: ShortcodeTag, offset: number): boolean {
  return kind !== 'close' && name !== '' && offset > nameRange.end && offset <= (slash?.start ?? offset);
}

/** A place among arguments before it is known what has to follow. */
type Unfinished<Place> = Place extends AmongArguments ? Omit<Place, 'ending'> : never;

function argumentPlace(text: string, tag: ShortcodeTag, offset: number): ShortcodePlace {
  const given = tag.right === undefined ? tag.args.filter((each) => each.range.start < offset) : tag.args;
  const argument = given.findLast((each) => each.range.start <= offset);
  const isInIt =
    argument !== undefined && (touches(argument.range, offset) || awaitsValue(text, argument, offset));
  const among = {
    tag,
    others: isInIt ? given.filter((each) => each !== argument) : given,
    positionalIndex: given.filter((each) => each.name === undefined && each.range.end < offset).length,
  };
  const place = isInIt ? placeInArgument(text, among, argument, offset) : placeOfNext(text, among, offset);
  return place === undefined ? none : { ...place, ending: endingOf(text, place) };
}

/** Nothing but blanks stands between the `=` of `argument` and the cursor. */
function awaitsValue(text: string, { name, valueRange }: Argument, offset: number): boolean {
  return (
    name !== undefined &&
    valueRange.start === valueRange.end &&
    text.slice(valueRange.end, offset).trim() === ''
  );
}

type Among = Omit<AmongArguments, 'ending'>;

function placeOfNext(text: string, among: Among, offset: number): Unfinished<ArgumentPlace> | undefined {
  return /\s/.test(text.charAt(offset - 1))
    ? { kind: 'argument', ...among, argument: undefined, range: range(offset, offset), typed: '' }
    : undefined;
}

function placeInArgument(
  text: string,
  among: Among,
  argument: Argument,
  offset: number,
): Unfinished<ArgumentPlace | ValuePlace> | undefined {
  const { nameRange, valueRange, contentRange, quote } = argument;
  const typedFrom = ({ start }: TextRange): string => text.slice(start, offset);
  const own = nameRange ?? (quote === '' ? argument.range : undefined);
  if (own !== undefined && touches(own, offset)) {
    return { kind: 'argument', ...among, argument, range: own, typed: typedFrom(own) };
  }
  const value = { kind: 'value', ...among, argument } as const;
  if (touches(contentRange, offset)) {
    const isClosed = isClosedValue(text, among.tag, argument, offset);
    const where = isClosed ? contentRange : range(contentRange.start, offset);
    return { ...value, quote, closed: isClosed || quote === '', range: where, typed: typedFrom(where) };
  }
  const isBehindEquals = nameRange !== undefined && text.slice(nameRange.end, offset).trim() === '=';
  if (isBehindEquals && (offset < valueRange.start || valueRange.start === valueRange.end)) {
    return { ...value, quote: '', closed: true, range: range(offset, offset), typed: '' };
  }
  return undefined;
}

/** In a tag that nothing closes, the next quote behind a blank may be one of the page's text. */
function isClosedValue(
  text: string,
  tag: ShortcodeTag,
  { valueRange, contentRange, quote }: Argument,
  offset: number,
): boolean {
  if (tag.right !== undefined) {
    return quote === '' || valueRange.end > contentRange.end;
  }
  return valueRange.end > contentRange.end && !/\s/.test(text.slice(offset, contentRange.end));
}

function endingOf(text: string, place: Unfinished<ArgumentPlace | ValuePlace>): OffsetEdit {
  const { tag } = place;
  const quote = place.kind === 'value' ? place.quote : '';
  const closingQuote = place.kind === 'value' && place.closed ? quote.length : 0;
  const { end } = place.range;
  const right = rightDelimiter[tag.delimiter];
  const tail = tailAt(text, tag, end + closingQuote);
  const isClosed =
    tag.right !== undefined && (textOf(text, tag.right) === right || tail.end !== tag.right.end);
  return isClosed
    ? { range: range(end, end), newText: closingQuote > 0 ? '' : quote + blankBefore(tag, end) }
    : { range: range(end, tail.end), newText: `${quote} ${right}` };
}

/** What separates an end at `at` from the right delimiter, which editors put there without a blank, where one stands behind the left one. */
function blankBefore({ right, nameRange, range: { start } }: ShortcodeTag, at: number): string {
  return right?.start === at && nameRange.start > start + leftLength ? ' ' : '';
}
