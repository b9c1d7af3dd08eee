// Whom to ask what a page may say, and how much each answer counts: the more another page resembles it, the more. The numbers were found by
// leaving keys and values out of whole sites (test/bench/leaveOneOut.ts), and none of them has to be exact.
import { folderOf, stemOf } from '../site/pagePath.ts';
import type { PageKey, PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { AskedPage } from './askedPage.ts';

export interface NearPage {
  readonly page: PageRecord;
  /** Above 0, at most 1. */
  readonly weight: number;
}

/** So many pages are asked. */
const mostAsked = 1000;

type Trait = (page: PageRecord) => boolean;

/** What a page may have in common with `asked` by its place. Behind these come the values of its keys, in the order of `asked`. */
function placesOf(asked: AskedPage): readonly Trait[] {
  const folder = folderOf(asked);
  const stem = stemOf(asked);
  return [
    (page) => folderOf(page) === folder,
    ({ section }) => section === asked.section,
    ({ language }) => language === asked.language,
    ({ bundle }) => bundle === asked.bundle,
    (page) => page.path.startsWith(stem) && stemOf(page) === stem,
  ];
}

const places = 5;
const sameStem = 4;

interface Compared {
  readonly page: PageRecord;
  readonly traits: readonly number[];
  /** The share of the keys of both that both have. */
  readonly alike: number;
}

/** What a page says to a question; nothing where it does not know. */
export type Answer = (page: PageRecord) => readonly string[] | undefined;

/** The pages that may know which keys a page wants: those with the same keys, in the same place. */
export function pagesLike(site: SiteSnapshot, asked: AskedPage): readonly NearPage[] {
  const compared = pagesAround(site, asked).map(comparisonWith(asked));
  const worth = countTraits(compared).map(
    (pages, trait) => 0.1 * rarity(pages, compared.length) + (trait < places ? 0.7 : 0),
  );
  return weighed(compared, worth, 12);
}

/**
 * The pages that may know a value: what they share with the page counts the more, the more all who share it say the same. So a language
 * follows from the folder, and the address of an author from the name. A `guest` is asked, too, at last.
 */
export function nearPages(
  site: SiteSnapshot,
  asked: AskedPage,
  answer: Answer,
  guest?: PageRecord,
): readonly NearPage[] {
  const pages = [...pagesAround(site, asked), guest ?? []].flat();
  const compared = pages.map(comparisonWith(asked));
  const agreement = agreements(compared, answer);
  const worth = countTraits(compared).map((pages, trait) => {
    const agreed = agreement[trait] ?? 0.5;
    return agreed * (1 + 1.5 * rarity(pages, compared.length)) + (trait === sameStem ? 2 : 0);
  });
  return weighed(compared, worth, 1);
}

function weighed(
  compared: readonly Compared[],
  worth: readonly number[],
  likeness: number,
): readonly NearPage[] {
  const logs = compared.map(({ traits, alike }) =>
    traits.reduce((sum, trait) => sum + (worth[trait] ?? 0), likeness * alike),
  );
  const most = logs.reduce((a, b) => Math.max(a, b), 0);
  return compared.map(({ page }, at) => ({ page, weight: Math.exp((logs[at] ?? 0) - most) }));
}

/** The pages of the same folder, then those of the section, then others. */
function pagesAround(site: SiteSnapshot, asked: PageRecord): readonly PageRecord[] {
  const around = new Set([
    ...site.pagesInFolder(folderOf(asked), mostAsked),
    ...site.pagesIn(asked.section, mostAsked),
  ]);
  const all = around.size < mostAsked ? [...around, ...site.pages(mostAsked)] : around;
  return [...new Set(all)].filter((page) => page.uri !== asked.uri).slice(0, mostAsked);
}

function comparisonWith(asked: AskedPage): (page: PageRecord) => Compared {
  const holds = placesOf(asked);
  const own = new Map(
    [...asked.values].map(([id, texts], at) => [id, { texts, trait: places + at }] as const),
  );
  return (page) => {
    const traits: number[] = [];
    holds.forEach((isShared, trait) => {
      if (isShared(page)) {
        traits.push(trait);
      }
    });
    let shared = 0;
    for (const key of page.keys) {
      const same = own.get(key.id);
      shared += same === undefined ? 0 : 1;
      if (same !== undefined && sharesValue(key, same.texts)) {
        traits.push(same.trait);
      }
    }
    return { page, traits, alike: shared / Math.max(1, own.size + page.keys.length - shared) };
  };
}

function sharesValue({ values }: PageKey, own: readonly string[]): boolean {
  return values.some((value) => own.includes(value));
}

function countTraits(compared: readonly Compared[]): number[] {
  const counts: number[] = [];
  for (const { traits } of compared) {
    for (const trait of traits) {
      counts[trait] = (counts[trait] ?? 0) + 1;
    }
  }
  return Array.from(counts, (count: number | undefined) => count ?? 0);
}

function rarity(pages: number, all: number): number {
  return pages === 0 ? 0 : Math.log((all + 1) / pages);
}

interface Tally {
  pages: number;
  readonly counts: Map<string, number>;
}

/** How often two pages that share a trait answer the same: by trait, between 0 and 1; a half where nobody knows. */
function agreements(compared: readonly Compared[], answer: Answer): readonly number[] {
  const answers: Tally[] = [];
  for (const { page, traits } of compared) {
    const given = answer(page) ?? [];
    for (const trait of given.length === 0 ? [] : traits) {
      const tally = (answers[trait] ??= { pages: 0, counts: new Map() });
      tally.pages++;
      for (const value of given) {
        tally.counts.set(value, (tally.counts.get(value) ?? 0) + 1);
      }
    }
  }
  return Array.from(answers, (tally: Tally | undefined) => (tally === undefined ? 0.5 : agreementOf(tally)));
}

function agreementOf({ pages, counts }: Tally): number {
  let pairs = 0;
  for (const count of counts.values()) {
    pairs += count * (count - 1);
  }
  return Math.min(1, (pairs + 1) / (pages * (pages - 1) + 2));
}
