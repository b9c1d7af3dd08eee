// What the finders of places share: building a place, and looking round in the outline.
import { range, touches } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import { isBlank, lineStartOf, skipBlanks, skipSpace, trimBlanks } from './outline/outlineLines.ts';
import type { Fence, FrontMatterFormat, OutlineEntry, Place, Quote } from './types.ts';

/** Front matter with its outline. */
export interface OutlineContext {
  readonly text: string;
  readonly fence: Fence;
  readonly entries: readonly OutlineEntry[];
}

export interface PlaceContext extends OutlineContext {
  /** The cursor. */
  readonly offset: number;
}

type KeyPlace = Extract<Place, { kind: 'key' }>;
type ValuePlace = Extract<Place, { kind: 'value' }>;

export function nonePlace(reason: Extract<Place, { kind: 'none' }>['reason']): Place {
  return { kind: 'none', reason };
}

/** A key that stands alone at `where` in the map `parent`. */
export function keyPlace(
  { text, fence, offset }: PlaceContext,
  parent: readonly string[],
  where: TextRange,
  flow: boolean,
): KeyPlace {
  const quote = openingQuote(text, where);
  const inside = where.start + quote.length;
  const typed = text.slice(inside, Math.max(inside, offset));
  return {
    kind: 'key',
    format: fence.format,
    parent,
    range: where,
    typed: quote !== '' && typed.endsWith(quote) ? typed.slice(0, -quote.length) : typed,
    separator: undefined,
    hasValue: false,
    flow,
  };
}

/** The value at `where`, which may be empty. */
export function valuePlace(
  { text, fence, offset }: PlaceContext,
  place: Pick<ValuePlace, 'path' | 'range' | 'closed' | 'flow' | 'needsBlank'>,
): ValuePlace {
  const quote = openingQuote(text, place.range);
  const inside = place.range.start + quote.length;
  const typed = text.slice(inside, Math.max(inside, offset));
  return { kind: 'value', format: fence.format, ...place, quote, typed };
}

const quotes: readonly Quote[] = ['"""', "'''", '"', "'"];

function openingQuote(text: string, where: TextRange): Quote {
  const isTripleEmpty = where.end - where.start < 3;
  return (
    quotes.find(
      (quote) =>
        text.startsWith(quote, where.start) &&
        !(quote.length === 3 && isTripleEmpty) &&
        where.end > where.start,
    ) ?? ''
  );
}

/** The separator after a key, with the blanks round it; absent when the key stands alone. A dot separates the parts of a TOML key. */
export function separatorAfter(
  text: string,
  format: FrontMatterFormat,
  keyEnd: number,
): TextRange | undefined {
  const at = skipBlanks(text, keyEnd, text.length);
  const mark = text.charAt(at);
  const isSeparator = format === 'toml' ? mark === '=' || mark === '.' : mark === ':';
  return isSeparator ? range(keyEnd, skipBlanks(text, at + 1, text.length)) : undefined;
}

/** Brackets or braces and the key whose value they are; no key for those round the whole front matter. */
export interface Flow {
  readonly path: readonly string[];
  readonly start: number;
}

/** The innermost brackets or braces of a value round `at`; those that are not closed reach over the blanks after them. */
export function findFlow(context: OutlineContext, at: number): Flow | undefined {
  const entry = context.entries.findLast((candidate) => isFlowRound(context, candidate, at));
  if (entry !== undefined) {
    return { path: entry.path, start: entry.valueRange.start };
  }
  const { text, fence } = context;
  const root = skipSpace(text, fence.content.start, fence.content.end);
  const hasRoot = text[root] === '{' && root < at && (fence.format === 'json' || fence.format === 'yaml');
  return hasRoot ? { path: [], start: root } : undefined;
}

function isFlowRound(
  { text, fence }: OutlineContext,
  { shape, keyRange, valueRange }: OutlineEntry,
  at: number,
): boolean {
  const opener = text.charAt(valueRange.start);
  if ((shape !== 'list' && shape !== 'map') || (opener !== '[' && opener !== '{')) {
    return false;
  }
  if (at <= valueRange.start || fence.format === 'org') {
    return false;
  }
  if (at < valueRange.end) {
    return true;
  }
  const isClosed =
    valueRange.end > valueRange.start + 1 && text.charAt(valueRange.end - 1) === (opener === '[' ? ']' : '}');
  return (
    !isClosed && (skipBlanks(text, valueRange.end, at) >= at || isDeeperBelow(text, keyRange, valueRange, at))
  );
}

/** Whether only blank lines part `at` from a value that is not closed, and it stands deeper than the key. */
function isDeeperBelow(text: string, keyRange: TextRange, valueRange: TextRange, at: number): boolean {
  const column = keyRange.start - lineStartOf(text, keyRange.start, 0);
  return skipSpace(text, valueRange.end, at) >= at && at - lineStartOf(text, at, 0) > column;
}

/** Whether an entry is a part of `[params]` or `[[resources]]`: its table begins right after the header. */
export function isTableHeader({ text, fence }: OutlineContext, { shape, valueRange }: OutlineEntry): boolean {
  return (
    fence.format === 'toml' &&
    (shape === 'map' || shape === 'list') &&
    text.charAt(valueRange.start - 1) === ']'
  );
}

/** Whether the cursor stands in a comment of its line. Scalars are not comments: `known` is where the last one before it ends. */
export function isInComment({ text, offset }: PlaceContext, known: number): boolean {
  for (let at = known; at < offset; at++) {
    if (text[at] === '#' && (at === known || isBlank(text.charCodeAt(at - 1)))) {
      return true;
    }
  }
  return false;
}

/** The line of the cursor: where it begins, its first character that is no blank, its end. */
export interface CursorLine {
  readonly start: number;
  readonly first: number;
  readonly end: number;
}

export function cursorLine({ text, fence, offset }: PlaceContext): CursorLine {
  const start = lineStartOf(text, offset, fence.content.start);
  let end = offset;
  while (end < fence.content.end && text[end] !== '\n' && text[end] !== '\r') {
    end++;
  }
  return { start, first: skipBlanks(text, start, end), end: trimBlanks(text, start, end) };
}

/** The last entry whose key begins on the line and ends at the cursor or before it. */
export function keyBefore({ entries, offset }: PlaceContext, line: CursorLine): OutlineEntry | undefined {
  return entries.findLast(
    ({ keyRange }) =>
      keyRange.start >= line.start && keyRange.end <= offset && !touches(keyRange, line.start - 1),
  );
}
