// The cursor between brackets and braces, where neither a key nor a scalar stands at it.
import { range } from '../text/range.ts';
import { isBlank, isLineEnd, isWord, lineEndFrom } from './outline/outlineLines.ts';
import { findFlow, isInComment, keyPlace, nonePlace, separatorAfter, valuePlace } from './placeParts.ts';
import type { PlaceContext } from './placeParts.ts';
import type { OutlineEntry, Place } from './types.ts';

/**
 * `[a, █]` is a value, `{█}` and `{a: 1, █}` are keys, `{a: █}` is a value, and anything after a finished value is none.
 * Absent when no bracket is open round the cursor.
 */
export function placeInFlow(context: PlaceContext): Place | undefined {
  const flow = findFlow(context, context.offset);
  if (flow === undefined) {
    return undefined;
  }
  const spot = scanTo(context, flow.start);
  if (spot.isComment) {
    return nonePlace('comment');
  }
  const path = [...flow.path, ...spot.open.filter((mark) => mark === '[').map(() => '[]')];
  return spot.open.at(-1) === '[' ? placeOfItem(context, path, spot) : placeOfPair(context, path, spot);
}

interface Spot {
  /** The brackets that are open at the cursor, outermost first. */
  readonly open: readonly string[];
  /** The last character before the word at the cursor that is no blank or line end. */
  readonly before: string;
  /** Where the word or the unclosed quote at the cursor begins; the cursor when there is none. */
  readonly wordStart: number;
  readonly isFirstOnLine: boolean;
  readonly isComment: boolean;
}

/** Follows brackets and quotes from `start` to the cursor. A quote that nobody closed ends with its line. */
function scanTo(context: PlaceContext, start: number): Spot {
  const { text, fence, offset } = context;
  const open: string[] = [];
  let before = '';
  let wordStart = -1;
  let beforeWord = '';
  for (let at = start; at < offset; at++) {
    const mark = text.charAt(at);
    const isToken = wordStart < 0;
    if (isToken && (mark === '"' || (mark === "'" && fence.format !== 'json'))) {
      const close = quoteEnd(text, at, offset);
      if (close === undefined) {
        return spotOf(context, open, before, at);
      }
      before = mark;
      at = close - 1;
      continue;
    }
    if (isToken && mark === '#' && fence.format !== 'json') {
      const lineEnd = lineEndFrom(text, at, offset);
      if (lineEnd >= offset) {
        return { ...spotOf(context, open, before, offset), isComment: isInComment(context, at) };
      }
      at = lineEnd - 1;
      continue;
    }
    const isInWord = isWord(text.charCodeAt(at)) || mark === '.';
    if (isInWord && isToken) {
      wordStart = at;
      beforeWord = before;
    }
    wordStart = isInWord ? wordStart : -1;
    if (mark === '[' || mark === '{') {
      open.push(mark);
    } else if (mark === ']' || mark === '}') {
      open.pop();
    }
    before = isSpace(text.charCodeAt(at)) ? before : mark;
  }
  return wordStart < 0 ? spotOf(context, open, before, offset) : spotOf(context, open, beforeWord, wordStart);
}

function spotOf(
  { text, fence }: PlaceContext,
  open: readonly string[],
  before: string,
  wordStart: number,
): Spot {
  let at = wordStart;
  while (at > fence.content.start && isBlank(text.charCodeAt(at - 1))) {
    at--;
  }
  const isFirstOnLine = at <= fence.content.start || isLineEnd(text.charCodeAt(at - 1));
  return { open, before, wordStart, isFirstOnLine, isComment: false };
}

function quoteEnd(text: string, at: number, limit: number): number | undefined {
  const quote = text.charAt(at);
  for (let i = at + 1; i < limit; i++) {
    if (isLineEnd(text.charCodeAt(i))) {
      return i;
    }
    if (text[i] === quote) {
      return i + 1;
    }
    i += text[i] === '\\' && quote === '"' ? 1 : 0;
  }
  return undefined;
}

function placeOfItem(context: PlaceContext, path: readonly string[], spot: Spot): Place {
  if (spot.before !== '[' && spot.before !== ',') {
    return nonePlace('separator');
  }
  return valuePlace(context, {
    path,
    range: range(spot.wordStart, wordEnd(context, spot.wordStart)),
    closed: false,
    flow: true,
    needsBlank: false,
  });
}

function placeOfPair(context: PlaceContext, path: readonly string[], spot: Spot): Place {
  const { text, fence, entries, offset } = context;
  const separator = fence.format === 'toml' ? '=' : ':';
  if (spot.before === separator) {
    const entry = entries.findLast(({ keyRange }) => keyRange.end <= offset);
    return entry === undefined ? nonePlace('separator') : placeOfValue(context, entry, spot);
  }
  if (spot.before !== '{' && spot.before !== ',' && !spot.isFirstOnLine) {
    return nonePlace('separator');
  }
  const where = range(spot.wordStart, wordEnd(context, spot.wordStart));
  const place = keyPlace(context, path, where, true);
  return {
    ...place,
    separator: where.end > where.start ? separatorAfter(text, fence.format, where.end) : undefined,
  };
}

function placeOfValue(context: PlaceContext, entry: OutlineEntry, spot: Spot): Place {
  const { text, fence, offset } = context;
  if (entry.shape !== 'none') {
    return nonePlace('separator');
  }
  return valuePlace(context, {
    path: entry.path,
    range: range(spot.wordStart, wordEnd(context, spot.wordStart)),
    closed: false,
    flow: true,
    needsBlank: fence.format === 'yaml' && text[offset - 1] === ':',
  });
}

/** Where the word or the unclosed quote at the cursor ends; the cursor when none begins before it. */
function wordEnd({ text, fence, offset }: PlaceContext, start: number): number {
  if (start >= offset) {
    return offset;
  }
  let at = offset;
  while (at < fence.content.end && isWord(text.charCodeAt(at))) {
    at++;
  }
  const quote = text[start];
  return (quote === '"' || quote === "'") && text[at] === quote ? at + 1 : at;
}

function isSpace(code: number): boolean {
  return isBlank(code) || isLineEnd(code);
}
