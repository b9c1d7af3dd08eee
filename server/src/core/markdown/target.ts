import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';

/** What stands in the parentheses of a link. */
export interface Target {
  /** Without the `<` and `>` around it. */
  readonly destination: TextRange;
  /** Inside its quotes. */
  readonly title: TextRange | undefined;
  /** Behind the closing parenthesis. */
  readonly end: number;
}

/** Parentheses may stand in each other so deep (the limit of CommonMark's readers). */
const deepest = 32;

/** `(destination "title")` at `open`, where its parenthesis stands; `undefined` where it is none. */
export function parseTarget(text: string, open: number): Target | undefined {
  const start = skipBlanks(text, open + 1);
  const found = parseDestination(text, start);
  if (found === undefined) {
    return undefined;
  }
  const afterDestination = skipBlanks(text, found.end);
  const title = afterDestination > found.end ? parseTitle(text, afterDestination) : undefined;
  const end = title === undefined ? afterDestination : skipBlanks(text, title.end + 1);
  return text[end] === ')' ? { destination: found.destination, title, end: end + 1 } : undefined;
}

/** A destination at `start`, which may be empty, and where it ends with its `>`; `undefined` where none can stand. */
export function parseDestination(
  text: string,
  start: number,
): { readonly destination: TextRange; readonly end: number } | undefined {
  if (text[start] === '<') {
    const end = endOfPointed(text, start + 1);
    return end === undefined ? undefined : { destination: range(start + 1, end), end: end + 1 };
  }
  const end = endOfBare(text, start);
  return end === undefined ? undefined : { destination: range(start, end), end };
}

function endOfPointed(text: string, start: number): number | undefined {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '>') {
      return at;
    }
    if (text[at] === '<' || text[at] === '\n') {
      return undefined;
    }
    if (text[at] === '\\') {
      at++;
    }
  }
  return undefined;
}

function endOfBare(text: string, start: number): number | undefined {
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 127 || (code === 41 && depth === 0)) {
      break;
    }
    if (code === 92 && text.charCodeAt(at + 1) > 32) {
      at++;
    } else if (code === 40 && ++depth > deepest) {
      return undefined;
    } else if (code === 41) {
      depth--;
    }
  }
  return depth === 0 ? Math.min(at, text.length) : undefined;
}

const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['(', ')'],
]);

function parseTitle(text: string, start: number): TextRange | undefined {
  const opener = text[start] ?? '';
  const closer = closers.get(opener);
  for (let at = start + 1; closer !== undefined && at < text.length; at++) {
    if (text[at] === closer) {
      return range(start + 1, at);
    }
    if (text[at] === opener) {
      return undefined;
    }
    if (text[at] === '\\') {
      at++;
    }
  }
  return undefined;
}

/** Behind blanks, tabs and line breaks. */
export function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && (text[at] === ' ' || text[at] === '\t' || text[at] === '\n')) {
    at++;
  }
  return at;
}
