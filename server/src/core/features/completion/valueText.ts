// How a value is written: in the quotes that stand there, else in the page's own, by the rule that every dialect reads it as it is meant.
import type { Place } from '../../frontMatter/types.ts';
import { writeText } from '../../frontMatter/writing.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { message } from '../../text/message.ts';
import type { Suggestion } from './suggestion.ts';

export type ValuePlace = Extract<Place, { kind: 'value' }>;

/** How a value that is chosen at `place` is written. */
export interface ValueShape {
  /** Written as it is where its format allows: a boolean, a number, a date. */
  readonly isLiteral: boolean;
  /** The first item of a list that has no brackets yet. */
  readonly inBrackets: boolean;
}

export function valueText(page: PageDocument, place: ValuePlace, value: string, shape: ValueShape): string {
  const keepsQuotes = isDate(value) && (place.quote !== '' || place.format === 'json');
  const flow = place.flow || shape.inBrackets;
  const text = shape.isLiteral && !keepsQuotes ? value : textAt(page, { ...place, flow }, value);
  return framed(place, text, shape);
}

/** A pair of quotes for a text that nobody knows yet; it matches only where nothing is typed. */
export function emptyQuotes(place: ValuePlace, shape: ValueShape): Suggestion {
  return {
    label: '""',
    kind: 'text',
    range: place.range,
    newText: framed(place, '""', shape),
    snippet: framed(place, '"$1"', shape),
    details: [message('text in quotes')],
  };
}

function framed({ needsBlank }: ValuePlace, text: string, { inBrackets }: ValueShape): string {
  return (needsBlank ? ' ' : '') + (inBrackets ? `[${text}]` : text);
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
