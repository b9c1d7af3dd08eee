import { endOfMatch } from '../text/pattern.ts';
import { CharacterClass } from '../text/characterClass.ts';

// The character classes of Hugo's lexer (parser/pageparser: `isAlphaNumericOrHyphen`, `isSpace`, `unicode.IsSpace`).

/** What separates the parts of a tag. */
const blanks = new CharacterClass(/[\t\n\r ]/u);
/** The form feeds that Hugo takes for blanks since 0.163.3, in addition. */
const blanksAndFeeds = new CharacterClass(/[\t\n\v\f\r ]/u);
const inlineBlanks = new CharacterClass(/[\t ]/u);
/** Go's `unicode.IsSpace`, which ends an unquoted value. */
const unicodeSpaces = new CharacterClass(
  /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u,
);
const notUnicodeSpaces = new CharacterClass(
  /[^\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u,
);
const nameStart = new CharacterClass(/[\p{L}\p{Nd}_]/u);
const nameRun = new CharacterClass(/[\p{L}\p{Nd}_\-/]/u);
const wordStart = new CharacterClass(/[\p{L}\p{Nd}_-]/u);
const wordRun = new CharacterClass(/[\p{L}\p{Nd}_\-.]/u);
const anyDelimiter = /\{\{[<%]|[%>]?\}\}/y;
const anyRightDelimiter = /[%>]?\}\}/y;
const halfRightDelimiter = /[%>][ \t]{0,9}\}{1,2}/y;

export function endOfBlanks(text: string, at: number, withFeeds = false): number {
  return (withFeeds ? blanksAndFeeds : blanks).endOfRun(text, at);
}

export function endOfInlineBlanks(text: string, at: number): number {
  return inlineBlanks.endOfRun(text, at);
}

export function endOfUnicodeSpaces(text: string, at: number): number {
  return unicodeSpaces.endOfRun(text, at);
}

/** Whether at least two lines end between `start` and `end`, which the run of blanks in between takes up. */
export function hasTwoLineEnds(text: string, start: number, end: number): boolean {
  return end > start + 1 && text.slice(start, end).split('\n').length > 2;
}

/** Where an unquoted value that begins at `at` ends: before the next white space of any kind. */
export function endOfUnquoted(text: string, at: number): number {
  return notUnicodeSpaces.endOfRun(text, at);
}

/** The end of what a writer sees as one word at `at`: before the next blank or right delimiter, one character at least. */
export function endOfStretch(text: string, at: number): number {
  const end = endOfUnquoted(text, at);
  const right = text.slice(at, end).search(/\/?[%>]?\}\}/);
  return Math.max(at + 1, right < 0 ? end : at + right);
}

/** The end of a shortcode name at `at`; `at` itself when none begins there. */
export function endOfName(text: string, at: number): number {
  return nameStart.includes(text, at) ? nameRun.endOfRun(text, at) : at;
}

/** The end of an unquoted positional argument, or of the name of a named one. */
export function endOfWord(text: string, at: number): number {
  return wordStart.includes(text, at) ? wordRun.endOfRun(text, at) : at;
}

/** The end of a left or right delimiter of either kind, or of a bare `}}`, that stands at `at`. */
export function endOfAnyDelimiter(text: string, at: number): number {
  return endOfMatch(anyDelimiter, text, at);
}

/** The end of `>}}`, `%}}` or a bare `}}` that stands at `at`. */
export function endOfAnyRightDelimiter(text: string, at: number): number {
  return endOfMatch(anyRightDelimiter, text, at);
}

/** The end of what is half a right delimiter at `at`, such as `>}` or `> }}`; `at` where there is none. */
export function endOfHalfRightDelimiter(text: string, at: number): number {
  return endOfMatch(halfRightDelimiter, text, at);
}
