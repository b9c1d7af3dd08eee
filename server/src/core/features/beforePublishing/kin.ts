// Whom a page is compared with: the pages of its kind that stand where it stands, and of these the ones of its time, because sites change their ways.
import { toMoment } from '../../hugo/dateLayouts.ts';
import { valuesOf } from '../../site/keyValues.ts';
import { folderOf } from '../../site/pagePath.ts';
import { publishStateOf } from '../../site/publishState.ts';
import type { PageKey, PageRecord, SiteSnapshot } from '../../site/snapshot.ts';

/** So many pages of a folder, or of a section, are a custom; fewer are chance. */
const leastInFolder = 4;
const leastInSection = 12;
/** So many are looked at, and so many of them, the nearest in time, are asked. */
const mostLooked = 2000;
const mostAsked = 40;
/** A page that is so many pages away in time counts half. */
const halfLife = 12;

export interface KinPage {
  readonly page: PageRecord;
  /** Above 0, at most 1. */
  readonly weight: number;
}

/** The nearest in time first; none where there are too few to tell anything. */
export type Kin = readonly KinPage[];

/** The published pages of the same section, kind, layout and language as `asked`, those of its folder where they are enough; `now` as in RFC 3339. */
export function kinOf(site: SiteSnapshot, asked: PageRecord, now: string): Kin {
  const alike = [...site.pagesIn(asked.section, mostLooked)].filter(
    (page) => isLike(asked, page) && publishStateOf(page, site, now) === 'published',
  );
  const own = shelfOf(asked);
  const beside = alike.filter((page) => shelfOf(page) === own);
  const kin = beside.length >= leastInFolder ? beside : alike.length >= leastInSection ? alike : [];
  return nearestInTime(site, asked, kin);
}

function isLike(asked: PageRecord, page: PageRecord): boolean {
  return (
    page.uri !== asked.uri &&
    page.language === asked.language &&
    (page.bundle === 'branch') === (asked.bundle === 'branch') &&
    lookedUpBy.every((id) => valueOf(page, id).toLowerCase() === valueOf(asked, id).toLowerCase())
  );
}

/** By which Hugo takes another template. */
const lookedUpBy = ['type', 'layout'];

/** Its folder without those of years and months. */
function shelfOf(page: PageRecord): string {
  return folderOf(page)
    .split('/')
    .filter((folder) => !/^\d[\d-]*$/.test(folder))
    .join('/');
}

function nearestInTime(site: SiteSnapshot, asked: PageRecord, pages: readonly PageRecord[]): Kin {
  const dated = pages
    .map((page) => ({ page, moment: momentOf(site, page) }))
    .sort((a, b) => a.moment - b.moment || (a.page.uri < b.page.uri ? -1 : 1));
  const own = momentOf(site, asked);
  const place = dated.filter(({ moment }) => moment < own).length;
  return dated
    .map(({ page }, at) => ({ page, weight: 2 ** (-Math.abs(at + 0.5 - place) / halfLife) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostAsked);
}

/** In ms since 1970. Of a page without a date after all others: it is about to be made. */
export function momentOf({ config }: SiteSnapshot, page: PageRecord): number {
  const moments = config.dateKeys.date.map((id) => toMoment(valueOf(page, id)));
  return moments.find((moment) => moment !== undefined) ?? Number.MAX_SAFE_INTEGER;
}

/** The first value of a key at the top; empty where there is none. */
export function valueOf(page: PageRecord, id: string): string {
  return valuesOf(page, id)[0] ?? '';
}

/** A key says something. */
export function isFilled(key: PageKey | undefined): boolean {
  return key?.isLong === true || key?.values.some((value) => value.trim() !== '') === true;
}

/** How many pages have something, and how usual that is: a share in which those near in time count more, and a few pages for less than many. */
export interface Share {
  readonly pages: number;
  readonly usual: number;
}

/** Of how many pages `has` is true. */
export function shareOf(kin: Kin, has: (page: PageRecord) => boolean): Share {
  let [pages, some, all] = [0, 0, 1];
  for (const { page, weight } of kin) {
    const isOne = has(page);
    pages += isOne ? 1 : 0;
    some += isOne ? weight : 0;
    all += weight;
  }
  return { pages, usual: some / all };
}

/** The share of the pages that fill a key. */
export function fillsOf(kin: Kin, id: string): Share {
  return shareOf(kin, ({ keys }) => isFilled(keys.find((key) => key.id === id)));
}
