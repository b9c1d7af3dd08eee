// What the line scanners of all formats share: characters, line ends, and the entries they fill in.
// A line ends with LF, CRLF or a lone CR, as Hugo's lexer has it.
import { range } from '../../text/range.ts';
import type { TextRange } from '../../text/range.ts';
import type { OutlineEntry, ScalarNode, ScalarStyle } from '../types.ts';

/** Deeper nesting than this is not looked into; it bounds recursion. */
export const maxDepth = 64;

/** An outline entry under construction. */
export type Draft = { -readonly [Key in keyof OutlineEntry]: OutlineEntry[Key] };

/** Code units that the scanners compare with. */
export const unit = {
  tab: 9,
  lf: 10,
  cr: 13,
  space: 32,
  bang: 33,
  doubleQuote: 34,
  hash: 35,
  percent: 37,
  ampersand: 38,
  quote: 39,
  star: 42,
  plus: 43,
  comma: 44,
  dash: 45,
  dot: 46,
  colon: 58,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
  at: 64,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  underscore: 95,
  backtick: 96,
  openBrace: 123,
  pipe: 124,
  closeBrace: 125,
} as const;

export function isBlank(code: number): boolean {
  return code === unit.space || code === unit.tab;
}

export function isLineEnd(code: number): boolean {
  return code === unit.lf || code === unit.cr;
}

/** The first offset from `at` on that is no blank (space, tab), at most `end`. */
export function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && isBlank(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** The first offset from `at` on that is neither blank nor line end, at most `end`. */
export function skipSpace(text: string, at: number, end: number): number {
  while (at < end && (isBlank(text.charCodeAt(at)) || isLineEnd(text.charCodeAt(at)))) {
    at++;
  }
  return at;
}

/** Where the line of `at` ends, before its line end. */
export function lineEndFrom(text: string, at: number, end = text.length): number {
  while (at < end && !isLineEnd(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** Where the line after that of `at` begins; `end` when there is none. */
export function nextLineFrom(text: string, at: number, end: number): number {
  const stop = lineEndFrom(text, at, end);
  if (stop >= end) {
    return end;
  }
  const isPair = text.charCodeAt(stop) === unit.cr && stop + 1 < end && text.charCodeAt(stop + 1) === unit.lf;
  return stop + (isPair ? 2 : 1);
}

/** Where the line of `at` begins, not before `start`. */
export function lineStartOf(text: string, at: number, start: number): number {
  while (at > start && !isLineEnd(text.charCodeAt(at - 1))) {
    at--;
  }
  return at;
}

/** `end` moved back over blanks, not before `start`. */
export function trimBlanks(text: string, start: number, end: number): number {
  while (end > start && isBlank(text.charCodeAt(end - 1))) {
    end--;
  }
  return end;
}

/** A letter, digit, `_`, `-` or anything beyond ASCII: what the keys of writers are made of. */
export function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === unit.underscore ||
    code === unit.dash ||
    code >= 128
  );
}

/** A new entry whose value is still missing; its place is right after the separator, `valueAt`. */
export function draftOf(parent: readonly string[], key: string, keyRange: TextRange, valueAt: number): Draft {
  const path = parent.length === 0 ? [key] : [...parent, key];
  return { path, key, keyRange, valueRange: range(valueAt, valueAt), scalars: [], shape: 'none' };
}

export function scalarOf(
  text: string,
  start: number,
  end: number,
  style: ScalarStyle,
  value: string,
): ScalarNode {
  return { kind: 'scalar', range: range(start, end), style, source: text.slice(start, end), text: value };
}
