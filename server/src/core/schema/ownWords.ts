import type { ValueStats } from '../site/snapshot.ts';

/** A longer text is a sentence. */
export const longestWords = 60;

/** Where so many values are known, so many of them words that one page alone says, each page has its own. */
const leastValues = 5;
const ownShare = 0.8;

/** So many of the most used values say what the others are like. */
export const valuesAsked = 300;

/**
 * Tells of a value whether it is words of its page's own, a sentence or what a heading is, by the values that pages give, most used first. Who
 * writes such words wants no others'.
 */
export function ownWords(values: readonly ValueStats[]): (value: string) => boolean {
  const own = values.filter(({ value, pages }) => pages === 1 && value.includes(' '));
  const isProse = values.length >= leastValues && own.length >= ownShare * values.length;
  return (value) => value.includes(' ') && (isProse || value.length > longestWords);
}

/** Who has typed so much of the words of one page may mean to repeat them. */
export const leastTyped = 2;

/** Whether that is so: `typed` is the beginning of `value`, whatever its case. */
export function begins(value: string, typed: string): boolean {
  return typed.length >= leastTyped && value.toLowerCase().startsWith(typed.toLowerCase());
}
