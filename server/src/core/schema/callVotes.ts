// What pages like the asked one call, and with which arguments.
import type { Delimiter } from '../shortcodes/types.ts';
import { toArgumentId } from '../site/pageRecord.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { AskedPage } from './askedPage.ts';
import { nearPages } from './nearPages.ts';

export type Votes = ReadonlyMap<string, number>;

/** How much less a call counts that is written with the other delimiter. */
const otherDelimiter = 0.3;

/** How much the pages that resemble `asked` speak for a call with this delimiter, by the name of the shortcode as they write it. */
export function callVotes(site: SiteSnapshot, asked: AskedPage, delimiter: Delimiter): Votes {
  const votes = new Map<string, number>();
  for (const { page, weight } of nearPages(site, asked, ({ calls }) => calls)) {
    const delimiters = new Map(
      page.calls.map((name, at) => [name, page.callDetails?.[at]?.isMarkdown === true ? '%' : '<']),
    );
    for (const [name, written] of delimiters) {
      const share = written === delimiter ? weight : weight * otherDelimiter;
      votes.set(name, (votes.get(name) ?? 0) + share);
    }
  }
  return votes;
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
