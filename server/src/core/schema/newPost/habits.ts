// How the pages of one list are kept, so that a new one can be kept the same way: what its newest pages do, which is what their writers do now.
import type { Mount } from '../../config/types.ts';
import { valueOf } from '../../site/keyValues.ts';
import { folderOf } from '../../site/pagePath.ts';
import { decoded, encodedPath, joinPath } from '../../text/path.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { flagAt } from '../../config/value.ts';

/** A list of pages in one language. */
export interface PostPlace {
  /** Below the content directory, without the folders of years: `blogg`, `no/blogg`, empty at the top. */
  readonly folder: string;
  readonly language: string;
}

export interface Habits {
  /** Where they stand, encoded, without a slash at the end, and what Hugo calls that folder. */
  readonly root: string;
  readonly base: string;
  readonly isBundle: boolean;
  /** Of the day: `2024/05`; empty where pages have no folders of their own for it. */
  readonly dateFolder: string;
  /** `2024-05-06-`, or empty. */
  readonly datePrefix: string;
  /** `.no`, or empty. */
  readonly suffix: string;
  /** With its dot. */
  readonly extension: string;
  readonly keepsAccents: boolean;
}

/** So many of the newest tell. */
const mostAsked = 30;

const yearFolders = /(?:^|\/)\d{4}(?:\/\d\d){0,2}$/;

/** The list that a page stands in, years apart. */
export function listOf(page: PageRecord): string {
  return withoutYears(folderOf(page));
}

/** A folder that is one of years, or of their months and days, counts as the one above. */
export function withoutYears(folder: string): string {
  return folder.replace(yearFolders, '');
}

const known = new WeakMap<SiteSnapshot, Map<string, Habits>>();

/** `today` is `yyyy-mm-dd`. */
export function habitsOf(site: SiteSnapshot, place: PostPlace, today: string): Habits {
  const ofSite = known.get(site) ?? new Map<string, Habits>();
  known.set(site, ofSite);
  const key = `${place.folder}\n${place.language}\n${today}`;
  const habits = ofSite.get(key) ?? readHabits(site, place, today);
  ofSite.set(key, habits);
  return habits;
}

function readHabits(site: SiteSnapshot, place: PostPlace, today: string): Habits {
  const pages = newestIn(site, place);
  const names = pages.map(nameOf);
  const { root, base, language } = rootOf(site, place, pages[0]);
  const suffix = `.${place.language}`;
  const named =
    place.language === site.config.defaultLanguage ? most(pages, hasSuffix) : language === undefined;
  return {
    root,
    base,
    isBundle: most(pages, ({ bundle }) => bundle === 'leaf'),
    dateFolder: usual(dateFolders, (pattern) => most(pages, (page) => pattern.test(folderOf(page))), today),
    datePrefix: usual(datePrefixes, (pattern) => most(names, (name) => pattern.test(name)), today),
    suffix: named && language === undefined ? suffix : '',
    extension: usualExtension(pages),
    keepsAccents: keepsAccents(site, names),
  };
}

/** By their dates; those without one by their paths, where years often stand. */
function newestIn(site: SiteSnapshot, { folder, language }: PostPlace): readonly PageRecord[] {
  const pages: PageRecord[] = [];
  const section = folder.split('/', 1)[0]?.toLowerCase() ?? '';
  for (const page of section === '' ? site.pages() : site.pagesIn(section)) {
    if (page.language === language && page.bundle !== 'branch' && listOf(page) === folder) {
      pages.push(page);
    }
  }
  const age = new Map(pages.map((page) => [page, `${dateOf(page)} ${page.path}`]));
  return pages.toSorted((a, b) => ((age.get(a) ?? '') < (age.get(b) ?? '') ? 1 : -1)).slice(0, mostAsked);
}

function dateOf(page: PageRecord): string {
  const date = valueOf(page, 'date') ?? '';
  return /^\d{4}-\d\d/.test(date) ? date : '0000';
}

/** Of a bundle that of its folder; without language and extension. */
function nameOf({ path, bundle }: PageRecord): string {
  const parts = path.split('/');
  return (parts.at(bundle === 'leaf' ? -2 : -1) ?? '').replace(/\.[^.]*$/, '');
}

function hasSuffix({ path, language }: PageRecord): boolean {
  return path.toLowerCase().includes(`.${language}.`);
}

function most<Item>(items: readonly Item[], has: (item: Item) => boolean): boolean {
  return items.filter(has).length * 2 > items.length;
}

/** What it looks like, and how much of `yyyy-mm-dd` it writes. */
interface DateForm {
  readonly pattern: RegExp;
  readonly write: (today: string) => string;
}

const dateFolders: readonly DateForm[] = [
  { pattern: /(?:^|\/)\d{4}\/\d\d\/\d\d$/, write: (today) => today.replaceAll('-', '/') },
  { pattern: /(?:^|\/)\d{4}\/\d\d$/, write: (today) => today.slice(0, 7).replace('-', '/') },
  { pattern: /(?:^|\/)\d{4}$/, write: (today) => today.slice(0, 4) },
];

const datePrefixes: readonly DateForm[] = [
  { pattern: /^\d{4}-\d\d-\d\d-/, write: (today) => `${today}-` },
  { pattern: /^\d{4}-\d\d-\d\d_/, write: (today) => `${today}_` },
  { pattern: /^\d{4}-\d\d-(?!\d\d-)/, write: (today) => `${today.slice(0, 7)}-` },
  { pattern: /^\d{8}-/, write: (today) => `${today.replaceAll('-', '')}-` },
];

function usual(forms: readonly DateForm[], isUsual: (pattern: RegExp) => boolean, today: string): string {
  return forms.find(({ pattern }) => isUsual(pattern))?.write(today) ?? '';
}

function usualExtension(pages: readonly PageRecord[]): string {
  const counts = new Map<string, number>();
  for (const { path } of pages) {
    const extension = path.slice(path.lastIndexOf('.'));
    counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '.md';
}

/** Names with them say so; where titles have them and names do not, writers leave them out. Else it is as Hugo does it. */
function keepsAccents(site: SiteSnapshot, names: readonly string[]): boolean {
  const isMarked = (text: string): boolean => /[^\p{ASCII}\p{P}\p{S}\p{Z}]/u.test(text);
  if (names.some(isMarked)) {
    return true;
  }
  let plain = 0;
  for (const page of site.pages(mostCompared)) {
    const title = valueOf(page, 'title') ?? '';
    if (isMarked(title)) {
      plain += isMarked(nameOf(page)) ? -1 : 1;
    }
  }
  return plain === 0 ? !flagAt(site.config.raw, 'removePathAccents') : plain < 0;
}

const mostCompared = 2000;

interface Root {
  readonly root: string;
  readonly base: string;
  /** Of the mount; `undefined` where file names say it. */
  readonly language: string | undefined;
}

/** The folder below the content directory that a URI of this project names, and the language of its mount; `undefined` elsewhere. */
export function contentFolderAt(
  site: SiteSnapshot,
  uri: string,
): { readonly folder: string; readonly language: string | undefined } | undefined {
  const [root] = contentRoots(site).filter(({ root }) => uri === root || uri.startsWith(`${root}/`));
  return (
    root && {
      folder: joinPath(root.base, decoded(uri.slice(root.root.length + 1))),
      language: root.language,
    }
  );
}

/** The deepest first. */
function contentRoots(site: SiteSnapshot): readonly Root[] {
  return site.config.mounts
    .filter(({ target }) => target === 'content' || target.startsWith('content/'))
    .map((mount) => toRoot(site, mount))
    .toSorted((a, b) => b.root.length - a.root.length);
}

/** The folder of the project in which its pages stand; where there are none yet, that of its language. */
function rootOf(site: SiteSnapshot, place: PostPlace, model: PageRecord | undefined): Root {
  const roots = contentRoots(site).filter(
    ({ base }) => base === '' || `${place.folder}/`.startsWith(`${base}/`),
  );
  return (
    roots.find(({ root }) => model?.uri.startsWith(`${root}/`)) ??
    roots.find(({ language }) => language === place.language) ??
    roots.find(({ language }) => language === undefined) ?? {
      root: `${site.root}/content`,
      base: '',
      language: undefined,
    }
  );
}

function toRoot(site: SiteSnapshot, { source, target, language }: Mount): Root {
  return {
    root: `${site.root}/${encodedPath(source)}`,
    base: target.slice('content/'.length),
    language,
  };
}
