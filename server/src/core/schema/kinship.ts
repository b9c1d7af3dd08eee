import type { AskedPage } from './askedPage.ts';

/** A longer text has too many words to be akin to anything. */
const longest = 200;

/**
 * Files are named after their page, and the pictures of a page after each other: how much likelier each of `values` is by the words that it
 * shares with the page's path and its other values, those that few of the values have the most. 1 or more.
 */
export function kinshipWith(
  { path, values: own }: AskedPage,
  id: string,
  values: readonly string[],
): ReadonlyMap<string, number> {
  const known = new Set(wordsOf(path));
  for (const text of [...own].flatMap(([key, texts]) => (key === id ? [] : texts))) {
    for (const word of wordsOf(text)) {
      known.add(word);
    }
  }
  const shared = values.map((value) => wordsOf(value).filter((word) => known.has(word)));
  const counts = new Map<string, number>();
  for (const word of shared.flat()) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Map(values.map((value, at) => [value, kinshipBy(shared[at] ?? [], counts, values.length)]));
}

function kinshipBy(words: readonly string[], counts: ReadonlyMap<string, number>, all: number): number {
  return words.reduce((product, word) => product * Math.sqrt((all + 1) / (counts.get(word) ?? 1)), 1);
}

function wordsOf(text: string): readonly string[] {
  return text.length > longest ? [] : [...new Set(text.toLowerCase().match(/\p{L}{3,}|\d{2,}/gu))];
}
