import { wordsOf } from '../../schema/callWords.ts';
import { valueOf } from '../../site/keyValues.ts';
import { logicalPath } from '../../site/pagePath.ts';
import type { PageRecord } from '../../site/snapshot.ts';
import { memoize } from '../../text/memoize.ts';

/** How much the names of each of `pages` have in common with a text, between 0 and 1: words that few of the pages have count more. */
export function likenessAmong(pages: readonly PageRecord[]): (text: string) => (page: PageRecord) => number {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const word of wordsIn(page).all) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const worthOf = (words: readonly string[]): number =>
    words.reduce((sum, word) => sum + Math.log(1 + pages.length / (counts.get(word) ?? 1)), 0);
  return (text) => {
    const wanted = new Set(wordsOf(text));
    const most = worthOf([...wanted]);
    const likeness = (words: readonly string[]): number => {
      const shared = words.filter((word) => wanted.has(word));
      return shared.length === 0 ? 0 : worthOf(shared) / Math.sqrt(most * worthOf(words));
    };
    return (page) => {
      const { title, name, all } = wordsIn(page);
      return all.some((word) => wanted.has(word))
        ? Math.max(likeness(title), likeness(name), likeness(all))
        : 0;
    };
  };
}

interface NameWords {
  readonly title: readonly string[];
  /** Of the last part of its path. */
  readonly name: readonly string[];
  readonly all: readonly string[];
}

const wordsIn = memoize((page: PageRecord): NameWords => {
  const title = wordsOf(valueOf(page, 'title') ?? '');
  const path = logicalPath(page).split('/');
  const name = wordsOf(path.at(-1) ?? '');
  const linkTitle = wordsOf(valueOf(page, 'linktitle') ?? '');
  const all = [...new Set([...title, ...linkTitle, ...name, ...wordsOf(path.slice(0, -1).join('/'))])];
  return { title: [...new Set(title)], name: [...new Set(name)], all };
});
