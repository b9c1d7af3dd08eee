// How a value is written: in the quotes that stand there, else in the page's own, by the rule that every dialect reads it as it is meant.
import type { Place } from '../../frontMatter/types.ts';
import { writeText } from '../../frontMatter/writing.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { message } from '../../text/message.ts';
import type { Suggestion } from './suggestion.ts';

export type ValuePlace = Extract<Place, { kind: 'value' }>;

/** `value` as it is written at `place`; a literal (a boolean, a number, a date) stands without quotes where its format allows. */
export function valueText(page: PageDocument, place: ValuePlace, value: string, isLiteral: boolean): string {
  const blank = place.needsBlank ? ' ' : '';
  const keepsQuotes = isDate(value) && (place.quote !== '' || place.format === 'json');
  return blank + (isLiteral && !keepsQuotes ? value : textAt(page, place, value));
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

function textAt({ style }: PageDocument, { format, quote, flow }: ValuePlace, value: string): string {
  if (quote === '"""' || quote === "'''") {
    return quote + value + quote;
  }
  return writeText(format, value, quote === '' ? style.quote : quote, flow);
}
