// Where a new page can stand: the lists of the site in each language, those where pages are made most first.
import { archetypesFor } from '../../site/archetypes.ts';
import { valueOf } from '../../site/keyValues.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { contentFolderAt, listOf, withoutYears, type PostPlace } from './habits.ts';

export interface ListedPlace extends PostPlace {
  readonly pages: number;
  /** The newest date of its pages as they write it; empty where they have none. */
  readonly newest: string;
}

/** So many are offered. */
const mostPlaces = 300;

/** All lists that have pages, then sections that have none yet: those with a page of their own, and those of archetypes. */
export function postPlaces(site: SiteSnapshot): readonly ListedPlace[] {
  const places = new Map<string, ListedPlace>();
  const empty = new Map<string, ListedPlace>();
  for (const page of site.pages()) {
    const folder = page.bundle === 'branch' ? page.path.replace(/\/?[^/]*$/, '') : listOf(page);
    const key = `${folder}\n${page.language}`;
    const known = places.get(key);
    if (page.bundle === 'branch') {
      empty.set(key, { folder, language: page.language, pages: 0, newest: '' });
    } else {
      const date = valueOf(page, 'date') ?? '';
      const newest = known === undefined || date > known.newest ? date : known.newest;
      places.set(key, { folder, language: page.language, pages: (known?.pages ?? 0) + 1, newest });
    }
  }
  const rest = [...empty].filter(([key]) => !places.has(key)).map(([, place]) => place);
  return [...[...places.values()].sort(byUse), ...rest, ...ofArchetypes(site)].slice(0, mostPlaces);
}

/** A place that follows from a file or folder, with the folder itself where that is what was pointed at. */
export interface GuessedPlace extends PostPlace {
  readonly here?: string;
}

/** Where a page beside an open file would stand. `isFolder`: the writer points at this very folder. `undefined` outside of the content. */
export function placeAt(site: SiteSnapshot, uri: string, isFolder: boolean): GuessedPlace | undefined {
  const page = isFolder ? undefined : site.page(uri);
  if (page !== undefined) {
    const isIndex = page.bundle === 'branch';
    return {
      folder: isIndex ? withoutYears(page.path.replace(/\/?[^/]*$/, '')) : listOf(page),
      language: page.language,
    };
  }
  const at = contentFolderAt(site, isFolder ? uri : uri.replace(/\/[^/]*$/, ''));
  if (at === undefined) {
    return undefined;
  }
  const folder = withoutYears(at.folder);
  const place = { folder, language: at.language ?? languageIn(site, folder) };
  return isFolder ? { ...place, here: at.folder } : place;
}

/** That of most pages of a folder. */
function languageIn(site: SiteSnapshot, folder: string): string {
  const { defaultLanguage, languages } = site.config;
  const counts = new Map<string, number>([[defaultLanguage, 0]]);
  if (languages.length > 1) {
    for (const page of site.pages()) {
      if (listOf(page) === folder) {
        counts.set(page.language, (counts.get(page.language) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? defaultLanguage;
}

/** Lists with dates are where posts are written. */
function byUse(a: ListedPlace, b: ListedPlace): number {
  return (
    Number(b.newest !== '') - Number(a.newest !== '') || b.pages - a.pages || (a.folder < b.folder ? -1 : 1)
  );
}

function ofArchetypes(site: SiteSnapshot): readonly ListedPlace[] {
  const sections = new Set(site.sections());
  const names = new Set(site.archetypes().map(({ name }) => name));
  return [...names]
    .filter((name) => name.toLowerCase() !== 'default' && !sections.has(name.toLowerCase()))
    .filter((name) => archetypesFor(site.archetypes(), name).length > 0)
    .map((folder) => ({ folder, language: site.config.defaultLanguage, pages: 0, newest: '' }));
}
