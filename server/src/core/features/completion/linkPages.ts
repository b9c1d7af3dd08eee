// Which pages a link may lead to, and in which order.
import { wordsOf } from '../../schema/callWords.ts';
import { isBundled } from '../../site/bundled.ts';
import { languageOf, languageStart } from '../../site/folderLanguage.ts';
import { knownAddress } from '../../site/pageAddress.ts';
import { folderOf, logicalPath } from '../../site/pagePath.ts';
import { publishedPlaces } from '../../site/publishedPlaces.ts';
import { publishStateOf, type PublishState } from '../../site/publishState.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { joinPath } from '../../text/path.ts';
import { titleOf } from '../provenance.ts';
import type { LinkPlace } from './linkPlace.ts';
import { likenessAmong } from './linkLikeness.ts';
import { linkVotes } from './linkVotes.ts';

export interface LinkedPage {
  readonly page: PageRecord;
  readonly title: string | undefined;
  readonly state: PublishState;
}

export interface LinkedPages {
  /** The likeliest first. */
  readonly pages: readonly LinkedPage[];
  /** There are others. */
  readonly hidesSome: boolean;
}

/** So many pages are offered. */
const mostPages = 100;
/** So many are looked at of each kind. */
const mostLooked = 200;

/** The pages that `typed` names, by any word of their title or by their path. */
export function linkedPages(
  site: SiteSnapshot,
  from: PageRecord,
  { typed, text, context }: Pick<LinkPlace, 'typed' | 'text' | 'context'>,
  now: string,
): LinkedPages {
  const begun = begunBy(site, from, typed);
  const votes = linkVotes(site, from);
  const pool = new Set([
    ...begun.starts.flatMap(([start, kind]) => site.pagesAt(start, kind, mostLooked)),
    ...votes.keys.flatMap((key) => pagesAtKey(site, key)),
    ...likeWords(site, text),
    ...site.pagesInFolder(folderOf(from), mostLooked),
    ...site.pagesIn(from.section, mostLooked),
    ...site.pages(mostLooked),
  ]);
  const pages = [...pool]
    .map((page) => ({ page, match: page.uri === from.uri ? 0 : begun.match(page), votes: votes.of(page) }))
    .filter(({ match }) => match > 0);
  const likeness = likenessAmong(pages.map(({ page }) => page));
  const isLike = likeness(text);
  const isMentioned = likeness(context);
  const most = Math.max(1, ...pages.map((each) => each.votes));
  const scored = pages
    .map(({ page, match, votes: said }) => ({
      page,
      score:
        weights.match * match +
        weights.text * isLike(page) +
        weights.context * isMentioned(page) +
        (weights.votes * Math.log(1 + said)) / Math.log(1 + most) +
        nearness(site, from, page),
    }))
    .sort((a, b) => b.score - a.score);
  const shown = scored.slice(0, mostPages).flatMap(({ page }) => shownPage(site, page, now));
  return {
    pages: shown.sort((a, b) => Number(isLeftOut(a)) - Number(isLeftOut(b))),
    hidesSome: scored.length < site.pageCount() - 1,
  };
}

/** Where many pages make a list, the page of the list alone. */
function pagesAtKey(site: SiteSnapshot, key: string): readonly PageRecord[] {
  const pages = site.pagesPublishedAt(key);
  const isItself = (page: PageRecord): boolean =>
    publishedPlaces(page, site.config).some((place) => place.role === 'page' && place.key === key);
  return pages.length > mostLooked ? pages.filter(isItself) : pages;
}

/** What a plain `hugo` does not publish comes last. */
function isLeftOut({ state }: LinkedPage): boolean {
  return state !== 'published';
}

function shownPage(site: SiteSnapshot, page: PageRecord, now: string): LinkedPage[] {
  const state = publishStateOf(page, site, now);
  return state === 'neverRendered' || isBundled(site, page) ? [] : [{ page, title: titleOf(page), state }];
}

// The numbers were found by leaving links out of whole sites (test/bench/leaveOneOutLinks.ts), and none of them has to be exact.
const weights = {
  match: 4,
  text: 3.5,
  context: 7,
  votes: 0.8,
  folder: 0.4,
  sharedFolder: 0.3,
  list: 0.5,
  language: 1,
};
const deepestFolder = 5;

/** A page of another language comes after all others. */
function nearness(site: SiteSnapshot, from: PageRecord, page: PageRecord): number {
  return (
    (page.language === from.language ? 0 : -100) +
    (languageOf(site, page) === languageOf(site, from) ? weights.language : 0) +
    (page.bundle === 'branch' ? weights.list : 0) +
    (folderOf(page) === folderOf(from) ? weights.folder : 0) +
    weights.sharedFolder * sharedFolders(folderOf(from), folderOf(page))
  );
}

function sharedFolders(one: string, other: string): number {
  const own = one.split('/', deepestFolder);
  const others = other.split('/', deepestFolder);
  const first = own.findIndex((name, depth) => name === '' || name !== others[depth]);
  return first < 0 ? own.length : first;
}

const mostWords = 6;
const mostLike = 100;

/** Those that have one of the words in their title or name. */
function likeWords(site: SiteSnapshot, text: string): readonly PageRecord[] {
  const words = wordsOf(text).filter((word) => word.length > 2);
  return words.slice(0, mostWords).flatMap((word) => site.pagesAt(word, 'words', mostLike));
}

type Start = readonly [start: string, kind: 'address' | 'path' | 'words' | 'name'];

interface Begun {
  /** Under which pages are found that it begins. */
  readonly starts: readonly Start[];
  /** How well a page goes on with it; 0 for one that does not. */
  readonly match: (page: PageRecord) => number;
}

function begunBy(site: SiteSnapshot, from: PageRecord, typed: string): Begun {
  const wanted = typed.trimStart().toLowerCase();
  if (wanted === '' || wanted === '/') {
    return { starts: [], match: () => 1 };
  }
  const paths = pathsBegunBy(site, from, wanted);
  const isPath = wanted.startsWith('/') || wanted.startsWith('.');
  const starts: Start[] = [
    ...paths.flatMap((path): Start[] => [
      [path, 'address'],
      [path, 'path'],
    ]),
    ...(isPath ? [] : (['words', 'name'] as const).map((kind): Start => [wanted, kind])),
  ];
  return {
    starts,
    match: (page) => {
      const address = knownAddress(site, page);
      const path = logicalPath(page).toLowerCase();
      const inPath = paths.some((each) => address.startsWith(each) || path.startsWith(each)) ? 1 : 0;
      return isPath ? inPath : Math.max(inPath, nameMatch(page, wanted, path));
    },
  };
}

/** From the root of the site, or of its language; an address without a slash at its start may count from the page, its folder or the root. */
function pathsBegunBy(site: SiteSnapshot, from: PageRecord, wanted: string): readonly string[] {
  if (wanted.startsWith('/')) {
    const own = languageStart(site, from);
    return own === '' || wanted.startsWith(`/${own}/`) ? [wanted] : [wanted, `/${own}${wanted}`];
  }
  const [, folder = '', rest = ''] = /^(.*\/)?([^/]*)$/.exec(wanted) ?? [];
  const below = (start: string): string => `/${joinPath(start, folder)}/${rest}`.replace(/^\/\//, '/');
  const beside = [below(knownAddress(site, from)), below(`/${from.path.toLowerCase()}/..`)];
  return wanted.startsWith('.') ? beside : [...beside, `/${wanted}`];
}

function nameMatch(page: PageRecord, wanted: string, path: string): number {
  const title = titleOf(page)?.toLowerCase() ?? '';
  if (title.startsWith(wanted)) {
    return 1.5;
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith(wanted)) {
    return 1.4;
  }
  return hasWord(title, wanted) || hasWord(name, wanted) ? 1.2 : 0;
}

/** Whether a word of `text` begins so. */
function hasWord(text: string, start: string): boolean {
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) {
      return true;
    }
  }
  return false;
}
