import { endOfMatch, endOfRun } from '../text/pattern.ts';

/*
 * The character classes of Hugo's lexer (parser/pageparser: `isAlphaNumericOrHyphen`, `isSpace`, `unicode.IsSpace`) as sticky
 * patterns. A sticky pattern looks at one place only, so that no search runs past what it was asked for.
 */

/** What separates the parts of a tag. */
const blanks = /[\t\n\r ]+/y;
/** The form feeds that Hugo takes for blanks since 0.163.3, in addition. */
const blanksAndFeeds = /[\t\n\v\f\r ]+/y;
const inlineBlanks = /[\t ]+/y;
/** Go's `unicode.IsSpace`, which ends an unquoted value. */
const unicodeSpaces = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/y;
const unicodeSpace = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const nameStart = /[\p{L}\p{Nd}_]/uy;
const nameRun = /[\p{L}\p{Nd}_\-/]{1,999}/uy;
const wordStart = /[\p{L}\p{Nd}_-]/uy;
const wordRun = /[\p{L}\p{Nd}_\-.]{1,999}/uy;
const anyRightDelimiter = /[%>]?\}\}/y;
const halfRightDelimiter = /[%>][ \t]{0,9}\}{1,2}/y;

export function endOfBlanks(text: string, at: number, withFeeds = false): number {
  return endOfMatch(withFeeds ? blanksAndFeeds : blanks, text, at);
}

export function endOfInlineBlanks(text: string, at: number): number {
  return endOfMatch(inlineBlanks, text, at);
}

export function endOfUnicodeSpaces(text: string, at: number): number {
  return endOfMatch(unicodeSpaces, text, at);
}

/** Where an unquoted value that begins at `at` ends: before the next white space of any kind. */
export function endOfUnquoted(text: string, at: number): number {
  unicodeSpace.lastIndex = at;
  return unicodeSpace.exec(text)?.index ?? text.length;
}

/** The end of a shortcode name at `at`; `at` itself when none begins there. */
export function endOfName(text: string, at: number): number {
  return startsWith(nameStart, text, at) ? endOfRun(nameRun, text, at) : at;
}

/** The end of an unquoted positional argument, or of the name of a named one. */
export function endOfWord(text: string, at: number): number {
  return startsWith(wordStart, text, at) ? endOfRun(wordRun, text, at) : at;
}

/** The end of `>}}`, `%}}` or a bare `}}` that stands at `at`. */
export function endOfAnyRightDelimiter(text: string, at: number): number {
  return endOfMatch(anyRightDelimiter, text, at);
}

/** The end of what is half a right delimiter at `at`, such as `>}` or `> }}`; `at` where there is none. */
export function endOfHalfRightDelimiter(text: string, at: number): number {
  return endOfMatch(halfRightDelimiter, text, at);
}

function startsWith(pattern: RegExp, text: string, at: number): boolean {
  return endOfMatch(pattern, text, at) > at;
}
