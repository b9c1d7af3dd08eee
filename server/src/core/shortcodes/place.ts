import { range, textOf, touches, type TextRange } from '../text/range.ts';
import { rightDelimiter } from './faults.ts';
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

/** The cursor stands where an argument begins, or in its name, or in an unquoted positional value. */
export interface ArgumentPlace {
  readonly kind: 'argument';
  readonly tag: ShortcodeTag;
  /** Absent where nothing is typed yet. */
  readonly argument: Argument | undefined;
  readonly range: TextRange;
  readonly typed: string;
  /** How many positional arguments stand before it. */
  readonly positionalIndex: number;
}

/** The cursor stands in the value of a named argument, or in a quoted positional one. */
export interface ValuePlace {
  readonly kind: 'value';
  readonly tag: ShortcodeTag;
  readonly argument: Argument;
  readonly quote: ArgumentQuote;
  /** The closing quote is there, or none is needed. */
  readonly closed: boolean;
  /** The value without its quotes. */
  readonly range: TextRange;
  readonly typed: string;
  readonly positionalIndex: number;
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

function lastStartingBefore(tags: readonly ShortcodeTag[], offset: number): ShortcodeTag | undefined {
  let low = 0;
  let high = tags.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.range.start ?? offset) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return tags[low - 1];
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

function argumentPlace(text: string, tag: ShortcodeTag, offset: number): ShortcodePlace {
  const argument = tag.args.findLast(({ range }) => range.start <= offset);
  const positionalIndex = tag.args.filter(
    ({ name, range }) => name === undefined && range.end < offset,
  ).length;
  if (argument !== undefined && (touches(argument.range, offset) || awaitsValue(text, argument, offset))) {
    return placeInArgument(text, { tag, argument, positionalIndex }, offset);
  }
  return /\s/.test(text.charAt(offset - 1))
    ? { kind: 'argument', tag, argument: undefined, range: range(offset, offset), typed: '', positionalIndex }
    : none;
}

/** Nothing but blanks stands between the `=` of `argument` and the cursor. */
function awaitsValue(text: string, { name, valueRange }: Argument, offset: number): boolean {
  return (
    name !== undefined &&
    valueRange.start === valueRange.end &&
    text.slice(valueRange.end, offset).trim() === ''
  );
}

interface InArgument {
  readonly tag: ShortcodeTag;
  readonly argument: Argument;
  readonly positionalIndex: number;
}

function placeInArgument(text: string, where: InArgument, offset: number): ShortcodePlace {
  const { argument } = where;
  const { nameRange, valueRange, contentRange, quote } = argument;
  const typedFrom = (range: TextRange): string => text.slice(range.start, offset);
  if (nameRange !== undefined && touches(nameRange, offset)) {
    return { kind: 'argument', ...where, range: nameRange, typed: typedFrom(nameRange) };
  }
  if (nameRange === undefined && quote === '') {
    return { kind: 'argument', ...where, range: argument.range, typed: typedFrom(argument.range) };
  }
  const closed = quote === '' || valueRange.end > contentRange.end;
  if (touches(contentRange, offset)) {
    return { kind: 'value', ...where, quote, closed, range: contentRange, typed: typedFrom(contentRange) };
  }
  const isBehindEquals = nameRange !== undefined && text.slice(nameRange.end, offset).trim() === '=';
  if (isBehindEquals && (offset < valueRange.start || valueRange.start === valueRange.end)) {
    return { kind: 'value', ...where, quote: '', closed: true, range: range(offset, offset), typed: '' };
  }
  return none;
}
