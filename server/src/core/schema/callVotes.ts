// What pages like the asked one call, and with which arguments.
import { toArgumentId } from '../site/pageRecord.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { AskedPage } from './askedPage.ts';
import { nearPages } from './nearPages.ts';

export type Votes = ReadonlyMap<string, number>;

/** How much the pages that resemble `asked` speak for each shortcode, by its name as they write it. */
export function callVotes(site: SiteSnapshot, asked: AskedPage): Votes {
  return votesOf(site, asked, ({ calls }) => [...new Set(calls)]);
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
  return votesOf(
    site,
    asked,
    ({ arguments: all }) => all.map(({ id }) => id).filter((id) => id.startsWith(start)),
    (ids) => sharedArgument ** given.filter((id) => ids.includes(id)).length,
  );
}

function votesOf(
  site: SiteSnapshot,
  asked: AskedPage,
  answer: (page: PageRecord) => readonly string[],
  factor: (answers: readonly string[]) => number = () => 1,
): Votes {
  const votes = new Map<string, number>();
  for (const { page, weight } of nearPages(site, asked, answer)) {
    const answers = answer(page);
    for (const each of answers) {
      votes.set(each, (votes.get(each) ?? 0) + weight * factor(answers));
    }
  }
  return votes;
}
