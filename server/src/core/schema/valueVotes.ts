import { folderOf } from '../site/pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { AskedPage } from './askedPage.ts';
import { kinshipWith } from './kinship.ts';
import { nearPages } from './nearPages.ts';
import { nextInSeries } from './numberSeries.ts';

export interface ValueVote {
  readonly value: string;
  readonly votes: number;
  /** How many of the pages that were asked say it; 0 for one that follows from them. */
  readonly pages: number;
}

/** The number of a page of another folder says little. */
const numberElsewhere = 0.05;

/** What goes on with the numbers of a folder comes before what they are; the second of these is a little less likely than the first. */
const nextNumber = 1.2;
const eachFurther = 0.03;

/** A new page rather goes to the end of its folder: its last number is by this share likelier than its first. */
const towardsEnd = 0.5;

/** What the pages that resemble `asked` say of the key `id`, the likeliest first, and what goes on with their numbers. */
export function valueVotes(site: SiteSnapshot, asked: AskedPage, id: string): readonly ValueVote[] {
  const answer = ({ keys }: PageRecord): readonly string[] => keys.find((key) => key.id === id)?.values ?? [];
  const votes = new Map<string, ValueVote>();
  const numbers: number[] = [];
  for (const { page, weight } of nearPages(site, asked, answer)) {
    const isSibling = page.language === asked.language && folderOf(page) === folderOf(asked);
    for (const value of answer(page)) {
      const isNumber = isWhole(value);
      add(votes, value, isNumber && !isSibling ? weight * numberElsewhere : weight, 1);
      numbers.push(...(isNumber && isSibling ? [Number(value)] : []));
    }
  }
  goOn(votes, numbers);
  return byVotes(asked, id, [...votes.values()]);
}

/** Prefers the last of the numbers of a folder, and adds those that go on with them. */
function goOn(votes: Map<string, ValueVote>, numbers: readonly number[]): void {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  for (const [at, number] of sorted.entries()) {
    const own = votes.get(String(number))?.votes ?? 0;
    add(votes, String(number), (own * towardsEnd * (at + 1)) / numbers.length, 0);
  }
  const most = Math.max(0, ...[...votes.values()].map((vote) => vote.votes));
  for (const [at, number] of nextInSeries(numbers).entries()) {
    add(votes, String(number), most * Math.max(0, nextNumber - eachFurther * at), 0);
  }
}

function add(votes: Map<string, ValueVote>, value: string, weight: number, pages: number): void {
  const known = votes.get(value);
  votes.set(value, { value, votes: (known?.votes ?? 0) + weight, pages: (known?.pages ?? 0) + pages });
}

function byVotes(asked: AskedPage, id: string, votes: readonly ValueVote[]): readonly ValueVote[] {
  const texts = votes.map(({ value }) => value).filter((value) => !isWhole(value));
  const kinship = kinshipWith(asked, id, texts);
  return votes
    .map((vote) => ({ ...vote, votes: vote.votes * (kinship.get(vote.value) ?? 1) }))
    .sort((a, b) => b.votes - a.votes || b.pages - a.pages || (a.value < b.value ? -1 : 1));
}

function isWhole(value: string): boolean {
  return /^-?\d{1,9}$/.test(value);
}
