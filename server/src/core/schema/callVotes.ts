// What pages like the asked one call, and with which arguments.
import type { Delimiter } from '../shortcodes/types.ts';
import { toArgumentId } from '../site/pageRecord.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { AskedPage } from './askedPage.ts';
import { nearPages } from './nearPages.ts';

export type Votes = ReadonlyMap<string, number>;

/** How much less a call counts that is written with the other delimiter. */
const otherDelimiter = 0.05;

export interface CallVotes {
  /** How much the pages that resemble the asked one speak for a call with each delimiter, by the name of the shortcode as they write it. */
  readonly votes: Readonly<Record<Delimiter, Votes>>;
  /** Those that any of these pages writes with each delimiter. */
  readonly written: Readonly<Record<Delimiter, ReadonlySet<string>>>;
  /** On how many of them each stands together with one of the shortcodes that enclose the asked place. */
  readonly inside: Votes;
}

/** What pages like `asked` call; `enclosing` are the shortcodes in which the asked call stands. */
export function callVotes(
  site: SiteSnapshot,
  asked: AskedPage,
  enclosing: readonly string[] = [],
): CallVotes {
  const votes = { '<': new Map<string, number>(), '%': new Map<string, number>() };
  const written = { '<': new Set<string>(), '%': new Set<string>() };
  const inside = new Map<string, number>();
  for (const { page, weight } of nearPages(site, asked, ({ calls }) => calls)) {
    const delimiters = new Map<string, Delimiter>(
      page.calls.map((name, at) => [name, page.callDetails?.[at]?.isMarkdown === true ? '%' : '<']),
    );
    const isTogether = enclosing.some((name) => delimiters.has(name));
    for (const [name, delimiter] of delimiters) {
      written[delimiter].add(name);
      add(votes[delimiter], name, weight);
      add(votes[delimiter === '<' ? '%' : '<'], name, weight * otherDelimiter);
      add(inside, name, isTogether ? 1 : 0);
    }
  }
  return { votes, written, inside };
}

function add(votes: Map<string, number>, name: string, weight: number): void {
  votes.set(name, (votes.get(name) ?? 0) + weight);
}

/** How much more a page counts for each argument that it gives like the asked call. */
const sharedArgument = 4;

/** How much they speak for each argument of `shortcode`, by id; `given` are the ids of those that the call has. */
export function argumentVotes(
  site: SiteSnapshot,
  asked: AskedPage,
  shortcode: string,
  given: readonly string[],
): Votes {
  const start = toArgumentId(shortcode, '');
  const votes = new Map<string, number>();
  const answer = ({ arguments: all }: PageRecord): readonly string[] =>
    all.map(({ id }) => id).filter((id) => id.startsWith(start));
  for (const { page, weight } of nearPages(site, asked, answer)) {
    const ids = answer(page);
    const share = weight * sharedArgument ** given.filter((id) => ids.includes(id)).length;
    for (const id of ids) {
      votes.set(id, (votes.get(id) ?? 0) + share);
    }
  }
  return votes;
}
