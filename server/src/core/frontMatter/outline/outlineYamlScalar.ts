// Scalars of YAML as the line scanner reads them. A quoted scalar that goes on over lines is believed only as far as
// no line in between looks like a key that stands no deeper than its own: such a quote was just opened.
import { FlowReader } from './outlineFlow.ts';
import type { FlowSyntax } from './outlineFlow.ts';
import {
  isBlank,
  isLineEnd,
  isWord,
  lineEndFrom,
  nextLineFrom,
  scalarOf,
  skipBlanks,
  trimBlanks,
  unit,
} from './outlineLines.ts';
import { scanBlock, scanPlain, scanQuoted } from '../yaml/yamlScalar.ts';
import type { ScalarNode } from '../types.ts';

/** Where the quoted scalar at `at` ends, after its quote; -1 when it is not closed. `column` is that of its key or dash. */
export function closedQuoteEnd(text: string, at: number, end: number, column: number): number {
  const quote = text.charCodeAt(at);
  let crossed = false;
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      if (quote === unit.quote && text.charCodeAt(i + 1) === quote && i + 1 < end) {
        i++;
      } else {
        return !crossed || mayFollowQuote(text, i + 1, end) ? i + 1 : -1;
      }
    } else if (code === unit.backslash && quote === unit.doubleQuote) {
      i += isLineEnd(text.charCodeAt(i + 1)) ? 0 : 1;
    } else if (isLineEnd(code)) {
      const next = nextLineFrom(text, i, end);
      if (looksLikeKey(text, next, end, column)) {
        return -1;
      }
      crossed = true;
      i = next - 1;
    }
  }
  return -1;
}

/** The quoted scalar at `at`; one that is not closed ends with its line. */
export function quotedScalar(text: string, at: number, end: number, column: number): ScalarNode {
  const closed = closedQuoteEnd(text, at, end, column);
  const stop = closed < 0 ? trimBlanks(text, at + 1, lineEndFrom(text, at, end)) : closed;
  const style = text.charCodeAt(at) === unit.quote ? 'single' : 'double';
  return scalarOf(text, at, stop, style, quotedText(text.slice(at, stop), closed >= 0));
}

/** What a quoted text says: without its quotes, escapes undone, lines folded. One with a wrong escape stays as written. */
export function quotedText(source: string, isClosed = true): string {
  const inner = source.slice(1, isClosed ? -1 : undefined);
  const isSimple = !/[\n\r\\]|''/.test(inner);
  const scanned = isSimple ? undefined : scanQuoted(source, 0);
  return scanned === undefined || scanned.next < source.length ? inner : scanned.text;
}

function mayFollowQuote(text: string, from: number, end: number): boolean {
  const at = skipBlanks(text, from, end);
  const code = text.charCodeAt(at);
  return (
    at >= end ||
    isLineEnd(code) ||
    code === unit.hash ||
    code === unit.comma ||
    code === unit.closeBracket ||
    code === unit.closeBrace
  );
}

/** Whether the line at `line` is a list item, or begins with a word and a colon, no deeper than `column`. In flow a key may be several words. */
function looksLikeKey(text: string, line: number, end: number, column: number, inFlow = false): boolean {
  let at = skipBlanks(text, line, end);
  if (at - line > column || at >= end) {
    return false;
  }
  const first = text.charCodeAt(at);
  if (isItemLine(text, line, end)) {
    return true;
  }
  if (first === unit.doubleQuote || first === unit.quote) {
    at = sameLineQuoteEnd(text, at, end);
  } else {
    while (at < end && (isWord(text.charCodeAt(at)) || (inFlow && text.charCodeAt(at) === unit.space))) {
      at++;
    }
  }
  return at > line && at < end && text.charCodeAt(at) === unit.colon && isBlankOrEnd(text, at + 1, end);
}

function isItemLine(text: string, line: number, end: number): boolean {
  const at = skipBlanks(text, line, end);
  return at < end && text.charCodeAt(at) === unit.dash && isBlankOrEnd(text, at + 1, end);
}

/** Where the quoted text at `at` ends on its own line; -1 when it does not. */
export function sameLineQuoteEnd(text: string, at: number, end: number): number {
  const quote = text.charCodeAt(at);
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isLineEnd(code)) {
      return -1;
    }
    if (code === unit.backslash && quote === unit.doubleQuote) {
      i += isLineEnd(text.charCodeAt(i + 1)) ? 0 : 1;
    } else if (code === quote) {
      if (quote !== unit.quote || text.charCodeAt(i + 1) !== quote) {
        return i + 1;
      }
      i++;
    }
  }
  return -1;
}

export function isBlankOrEnd(text: string, at: number, end: number): boolean {
  return at >= end || isBlank(text.charCodeAt(at)) || isLineEnd(text.charCodeAt(at));
}

/** Where the plain text at `at` ends on its line: before a comment, without blanks. */
function plainLineStop(text: string, at: number, end: number): number {
  let i = at;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (isLineEnd(code) || (code === unit.hash && i > at && isBlank(text.charCodeAt(i - 1)))) {
      break;
    }
    i++;
  }
  return trimBlanks(text, at, i);
}

/** Whether a line holds ` : ` or ends with a colon, and so cannot go on a plain scalar. */
function holdsSeparator(text: string, at: number, stop: number): boolean {
  for (let i = at; i < stop; i++) {
    if (text.charCodeAt(i) === unit.colon && isBlankOrEnd(text, i + 1, stop)) {
      return true;
    }
  }
  return false;
}

/** The plain scalar at `at` with the deeper lines that go on with it. */
export function plainScalar(text: string, at: number, end: number, column: number): ScalarNode {
  let stop = plainLineStop(text, at, end);
  let lineStop = lineEndFrom(text, stop, end);
  const first = stop;
  while (skipBlanks(text, stop, lineStop) === lineStop) {
    const line = firstContentLine(text, nextLineFrom(text, stop, end), end);
    const start = skipBlanks(text, line, end);
    if (start >= end || start - line <= column || text.charCodeAt(start) === unit.hash) {
      break;
    }
    const next = plainLineStop(text, start, end);
    if (holdsSeparator(text, start, next)) {
      break;
    }
    stop = next;
    lineStop = lineEndFrom(text, stop, end);
  }
  const source = text.slice(at, stop);
  return scalarOf(text, at, stop, 'plain', stop === first ? source : scanPlain(source, 0, 0, false).text);
}

/** The start of the first line from `line` on that is not blank; comments count as content. */
function firstContentLine(text: string, line: number, end: number): number {
  let at = line;
  while (at < end) {
    const first = skipBlanks(text, at, end);
    if (first < end && !isLineEnd(text.charCodeAt(first))) {
      return at;
    }
    at = nextLineFrom(text, first, end);
  }
  return end;
}

/** The block scalar whose `|` or `>` stands at `at`. Its range ends with its last line that is not blank. */
export function blockScalar(text: string, at: number, end: number, column: number): ScalarNode {
  const scanned = scanBlock(text.slice(at, end), 0, column);
  return scalarOf(
    text,
    at,
    at + scanned.end,
    scanned.style === 'folded' ? 'folded' : 'literal',
    scanned.text,
  );
}

/**
 * Where the flow list or map at `at` ends, after its bracket. When it is not closed before `end`, a key no deeper than `column` or the
 * item of a block list: `~offset`, where that was seen.
 */
export function closedFlowEnd(text: string, at: number, end: number, column: number): number {
  let depth = 0;
  let isTokenStart = true;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isLineEnd(code)) {
      const next = nextLineFrom(text, i, end);
      if (looksLikeKey(text, next, end, column, true) || isItemLine(text, next, end)) {
        return ~i;
      }
      i = next - 1;
    } else if (code === unit.openBracket || code === unit.openBrace) {
      depth++;
      isTokenStart = true;
    } else if (code === unit.closeBracket || code === unit.closeBrace) {
      depth--;
      if (depth === 0) {
        return i + 1;
      }
      isTokenStart = false;
    } else if (isTokenStart && (code === unit.doubleQuote || code === unit.quote)) {
      const close = closedQuoteEnd(text, i, end, column);
      if (close < 0) {
        return ~i;
      }
      i = close - 1;
      isTokenStart = false;
    } else if (code === unit.hash && isBlankOrEnd(text, i - 1, end)) {
      i = lineEndFrom(text, i, end) - 1;
    } else if (code === unit.comma || code === unit.colon) {
      isTokenStart = true;
    } else if (!isBlank(code)) {
      isTokenStart = false;
    }
  }
  return ~end;
}

const yamlFlow: FlowSyntax = {
  separator: unit.colon,
  hasComments: true,
  isLoose: true,
  readKey: (text, at, limit) => [flowScalar(text, at, limit)],
  readScalar: flowScalar,
};

/** The reader of YAML's flow lists and maps. */
export function yamlFlowReader(
  text: string,
  entries: ConstructorParameters<typeof FlowReader>[2],
): FlowReader {
  return new FlowReader(text, yamlFlow, entries);
}

function flowScalar(text: string, at: number, limit: number): ScalarNode {
  const from = skipProperties(text, at, limit);
  const code = text.charCodeAt(from);
  if (from < limit && (code === unit.doubleQuote || code === unit.quote)) {
    return quotedScalar(text, from, limit, -1);
  }
  let stop = from;
  for (let i = from; i < limit; i++) {
    const here = text.charCodeAt(i);
    if (
      endsPlainInFlow(text, i, limit, here, from) ||
      (isLineEnd(here) && looksLikeKey(text, i + 1, limit, limit))
    ) {
      break;
    }
    stop = isBlank(here) || isLineEnd(here) ? stop : i + 1;
  }
  return scalarOf(text, from, stop, 'plain', plainText(text.slice(from, stop)));
}

/** A plain scalar over several lines, folded. */
function plainText(source: string): string {
  return /[\n\r]/.test(source) ? scanPlain(source, 0, 0, true).text : source;
}

function endsPlainInFlow(text: string, at: number, limit: number, code: number, from: number): boolean {
  if (code === unit.colon) {
    return isBlankOrEnd(text, at + 1, limit) || isFlowMark(text.charCodeAt(at + 1));
  }
  return isFlowMark(code) || (code === unit.hash && at > from && isBlankOrEnd(text, at - 1, limit));
}

function isFlowMark(code: number): boolean {
  return (
    code === unit.comma ||
    code === unit.openBracket ||
    code === unit.closeBracket ||
    code === unit.openBrace ||
    code === unit.closeBrace
  );
}

/** Skips `&anchor` and `!tag` before a value, with the blanks after them. */
export function skipProperties(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === unit.ampersand || text.charCodeAt(at) === unit.bang)) {
    while (at < end && !isBlankOrEnd(text, at, end)) {
      at++;
    }
    at = skipBlanks(text, at, end);
  }
  return at;
}
