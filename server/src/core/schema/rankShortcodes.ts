// What pages like the asked one call, and how they call it: the order of names, arguments and their values.
import { toArgumentId } from '../site/pageRecord.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { AskedPage } from './askedPage.ts';
import { nearPages, type Answer } from './nearPages.ts';

export type Votes = ReadonlyMap<string, number>;

/** How much the pages that resemble `asked` speak for each shortcode, by its name as they write it. */
export function callVotes(site: SiteSnapshot, asked: AskedPage): Votes {
  return votesOf(site, asked, ({ calls }) => [...new Set(calls)]);
}

/**
 * How much they speak for each argument of `shortcode`, by id: a page that gives those of `given` (ids), too, counts the more.
 */
export function argumentVotes(
  site: SiteSnapshot,
  asked: AskedPage,
  shortcode: string,
  given: readonly string[],
): Votes {
  const start = toArgumentId(shortcode, '');
  const ids = (page: PageRecord): readonly string[] =>
    page.arguments.flatMap(({ id }) =>
      id.startsWith(start) && !id.includes('.', start.length) ? id.slice(start.length) : [],
    );
  const known = given.map((id) => id.slice(start.length));
  return votesOf(
    site,
    asked,
    (page) => (page.calls.length === 0 ? [] : ids(page)),
    (answers) => 4 ** known.filter((id) => answers.includes(id)).length,
  );
}

/** How much they speak for each value of the arguments with these ids. */
export function argumentValueVotes(site: SiteSnapshot, asked: AskedPage, ids: readonly string[]): Votes {
  return votesOf(site, asked, ({ arguments: all }) =>
    all.flatMap(({ id, values }) => (ids.includes(id) ? values : [])),
  );
}

function votesOf(
  site: SiteSnapshot,
  asked: AskedPage,
  answer: (page: PageRecord) => readonly string[],
  factor: (answers: readonly string[]) => number = () => 1,
): Votes {
  const votes = new Map<string, number>();
  const asAnswer: Answer = (page) => {
    const answers = answer(page);
    return answers.length === 0 ? undefined : answers;
  };
  for (const { page, weight } of nearPages(site, asked, asAnswer)) {
    const answers = asAnswer(page) ?? [];
    const share = weight * factor(answers);
    for (const each of answers) {
      votes.set(each, (votes.get(each) ?? 0) + share);
    }
  }
  return votes;
}
