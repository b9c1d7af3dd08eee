import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { folderOf, type AskedPage } from './askedPage.ts';
import { nearPages } from './nearPages.ts';
import { nextInSeries } from './numberSeries.ts';

export interface ValueVote {
  readonly value: string;
  readonly votes: number;
  /** How many of the pages that were asked say it; 0 for one that follows from them. */
  readonly pages: number;
}

/** What the pages that resemble `asked` say of the key `id`, the likeliest first, and what goes on with their numbers. */
export function valueVotes(site: SiteSnapshot, asked: AskedPage, id: string): readonly ValueVote[] {
  const answer = ({ keys }: PageRecord): readonly string[] => keys.find((key) => key.id === id)?.values ?? [];
  const found = new Map<string, { value: string; votes: number; pages: number }>();
  const folder = folderOf(asked);
  const numbers: number[] = [];
  for (const { page, weight } of nearPages(site, asked, answer)) {
    const isSibling = page.language === asked.language && folderOf(page) === folder;
    for (const value of answer(page)) {
      const vote = found.get(value) ?? { value, votes: 0, pages: 0 };
      found.set(value, vote);
      vote.votes += weight;
      vote.pages++;
      if (isSibling && isWhole(value)) {
        numbers.push(Number(value));
      }
    }
  }
  const most = Math.max(0, ...[...found.values()].map(({ votes }) => votes));
  for (const [at, number] of nextInSeries(numbers).entries()) {
    const value = String(number);
    const vote = found.get(value) ?? { value, votes: 0, pages: 0 };
    found.set(value, { ...vote, votes: vote.votes + most * (0.9 - 0.09 * Math.min(at, 8)) });
  }
  return [...found.values()].sort((a, b) => b.votes - a.votes || b.pages - a.pages || (a.value < b.value ? -1 : 1));
}

function isWhole(value: string): boolean {
  return /^-?\d{1,9}$/.test(value);
}
