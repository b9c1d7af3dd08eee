import { valuesOf } from '../site/keyValues.ts';
import { folderOf } from '../site/pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { AskedPage } from './askedPage.ts';
import { archetypeOf } from './keySchema.ts';
import { kinshipWith } from './kinship.ts';
import { languageFit } from './languageFit.ts';
import { nearPages, type Answer, type NearPage } from './nearPages.ts';
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

/**
 * What the pages that resemble `asked` say of the key `id`, the likeliest first, and what goes on with their numbers. The archetype is asked like
 * one of them, and is louder than all of them together: a new page follows it until it says something else.
 */
export function valueVotes(site: SiteSnapshot, asked: AskedPage, id: string): readonly ValueVote[] {
  const answer = (page: PageRecord): readonly string[] => valuesOf(page, id);
  const archetype = archetypePage(site, asked);
  const asking = nearPages(site, asked, answer, archetype);
  const near = asking.filter(({ page }) => page !== archetype);
  const votes = new Map<string, ValueVote>();
  const numbers: number[] = [];
  for (const { page, weight } of near) {
    const isSibling = page.language === asked.language && folderOf(page) === folderOf(asked);
    for (const value of answer(page)) {
      const isNumber = isWhole(value);
      add(votes, value, isNumber && !isSibling ? weight * numberElsewhere : weight, 1);
      numbers.push(...(isNumber && isSibling ? [Number(value)] : []));
    }
  }
  goOn(votes, numbers);
  const all = near.reduce((sum, { weight }) => sum + weight, 0);
  for (const { page, weight } of asking.slice(near.length)) {
    answer(page).forEach((value) => add(votes, value, voiceOfArchetype * all * weight, 0));
  }
  const home = homeOf(asked, near, answer);
  return byVotes(asked, id, [...votes.values()], (value) => home(value) * languageFit(site, asked, value));
}

/** 1 is that of all pages. */
const voiceOfArchetype = 2;

/** What the archetype prescribes, as a page beside the asked one. */
function archetypePage(
  site: SiteSnapshot,
  { path, language, section, bundle }: AskedPage,
): PageRecord | undefined {
  const archetype = archetypeOf(site, { section });
  return (
    archetype && {
      uri: archetype.source.path,
      path: path.slice(0, path.lastIndexOf('/') + 1),
      language,
      section,
      bundle,
      keys: archetype.keys.map((key) => ({ ...key, values: key.values.filter((value) => value !== '') })),
      calls: [],
      arguments: [],
    }
  );
}

/**
 * How much more often than others the pages of the same section and language say a value: what is at home in other sections rather stays there. 1
 * where nobody says anything here.
 */
function homeOf(asked: AskedPage, pages: readonly NearPage[], answer: Answer): (value: string) => number {
  const all = new Map<string, number>();
  const here = new Map<string, number>();
  const counted = { all: 0, here: 0 };
  for (const { page } of pages) {
    const isHere = page.section === asked.section && page.language === asked.language;
    const values = answer(page) ?? [];
    counted.all += values.length;
    counted.here += isHere ? values.length : 0;
    for (const value of values) {
      all.set(value, (all.get(value) ?? 0) + 1);
      here.set(value, (here.get(value) ?? 0) + (isHere ? 1 : 0));
    }
  }
  const share = counted.here / Math.max(1, counted.all);
  return (value) => ((here.get(value) ?? 0) + 1) / ((all.get(value) ?? 0) * share + 1);
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

/** A text counts the more, the more it shares with the page, and where it is at home. */
function byVotes(
  asked: AskedPage,
  id: string,
  votes: readonly ValueVote[],
  home: (value: string) => number,
): readonly ValueVote[] {
  const texts = votes.map(({ value }) => value).filter((value) => !isWhole(value));
  const kinship = kinshipWith(asked, id, texts);
  const factorOf = (text: string): number => (kinship.get(text) ?? 1) * home(text);
  return votes
    .map((vote) => (isWhole(vote.value) ? vote : { ...vote, votes: vote.votes * factorOf(vote.value) }))
    .sort((a, b) => b.votes - a.votes || b.pages - a.pages || (a.value < b.value ? -1 : 1));
}

function isWhole(value: string): boolean {
  return /^-?\d{1,9}$/.test(value);
}
