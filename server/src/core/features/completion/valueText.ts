// How a value is written: in the quotes that stand there, else by the rule that every dialect must read it as it is meant.
import type { Place, Quote } from '../../frontMatter/types.ts';
import { message } from '../../text/message.ts';
import type { Suggestion } from './suggestion.ts';

type ValuePlace = Extract<Place, { kind: 'value' }>;

/** `value` as it is written at `place`; a literal (a boolean, a number, a date) stands without quotes where its format allows. */
export function valueText(place: ValuePlace, value: string, isLiteral: boolean): string {
  const blank = place.needsBlank ? ' ' : '';
  if (isLiteral && (place.quote === '' || !isDate(value)) && !(place.format === 'json' && isDate(value))) {
    return blank + value;
  }
  return blank + inQuotes(value, place.quote === '' ? neededQuote(place, value) : place.quote);
}

/** A pair of quotes for a text that nobody knows yet; it matches only where nothing is typed. */
export function emptyQuotes(place: ValuePlace): Suggestion {
  const blank = place.needsBlank ? ' ' : '';
  return {
    label: '""',
    kind: 'text',
    range: place.range,
    newText: `${blank}""`,
    snippet: `${blank}"$1"`,
    details: [message('text in quotes')],
  };
}

function isDate(value: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(value);
}

function neededQuote({ format }: ValuePlace, value: string): Quote {
  if (format === 'org') {
    return '';
  }
  return format === 'yaml' && readsAsItself(value) ? '' : '"';
}

/** Every YAML reader takes the plain text for this very string, in a flow list, too. */
function readsAsItself(value: string): boolean {
  return /^\p{L}(?:[\p{L}\p{N} _./+-]*[\p{L}\p{N}_./+-])?$/u.test(value) && !yamlWord.test(value);
}

const yamlWord = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

function inQuotes(value: string, quote: Quote): string {
  switch (quote) {
    case '"':
      return `"${value.replace(/["\\]/g, '\\$&')}"`;
    case "'":
      return value.includes("'") ? `"${value.replace(/["\\]/g, '\\$&')}"` : `'${value}'`;
    default:
      return quote + value + quote;
  }
}
