import { endOfStretch } from './characters.ts';
import type { Argument } from './types.ts';
import { endOfMatch } from '../text/pattern.ts';
import { range, type TextRange } from '../text/range.ts';

/** Marks that Hugo does not know around a value: what begins with one of these, or ends with one of those. */
export const openingMark = /^['“”„‟‘’‚‛«»‹›″′]/;
export const closingMark = /['"“”„‟‘’‚‛«»‹›″′]$/;

/** Whether Hugo takes quotation marks around the value for part of it. */
export function keepsQuotes({ quote, value }: Argument): boolean {
  const opens = openingMark.test(value) && value.length > 1;
  return (
    quote === '' && ((opens && (closingMark.test(value) || /^[“„«]/.test(value))) || /["“”]$/.test(value))
  );
}

/** What stands between two such marks of one kind, on one line and within the call, and is a whole value. */
const between =
  /(?:['‘’‚‛′](?:[^'‘’‚‛′"\\\n}]|\}(?!\}))*['‘’‚‛′]|[“”„‟″](?:[^“”„‟″"\\\n}]|\}(?!\}))*["“”„‟″]|[«»](?:[^«»"\\\n}]|\}(?!\}))*[«»]|[‹›](?:[^‹›"\\\n}]|\}(?!\}))*[‹›])(?=\s|\/?[>%]\}\})/y;

/** The value in such marks that begins at `at`, with both of them; `undefined` where none ends it. */
export function findKeptQuotes(text: string, at: number): TextRange | undefined {
  const end = endOfMatch(between, text, at);
  return end > at ? range(at, end) : undefined;
}

/** The end of what a writer means by the mark at `at`: of the value in such marks, else of the word. */
export function endOfKeptQuotes(text: string, at: number): number {
  return findKeptQuotes(text, at)?.end ?? endOfStretch(text, at);
}
