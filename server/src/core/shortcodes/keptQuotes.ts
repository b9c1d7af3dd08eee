import type { Argument } from './types.ts';

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
