// Where a value may lead, by what templates do with it: pages, files, entries of the data.
import { knownAddress } from '../site/pageAddress.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { ValueUse } from '../templates/signature.ts';
import { joinPath } from '../text/path.ts';
import { stemOf } from './askedPage.ts';

export interface Target {
  readonly kind: 'page' | 'file' | 'folder' | 'data';
  /** As it stands in the value. */
  readonly value: string;
  /** Of a page its title, of an entry its file. */
  readonly title: string | undefined;
}

/** So many pages are offered at once: those that match what is typed. */
const mostPages = 200;

/**
 * What a value that a template uses so may say. `typed` is what of it stands before the cursor: of files those of the folder that it names are
 * told, of pages those whose address it begins. `from` is the page that says it: pages of its language come first, those of its section before others.
 */
export function* targetsOf(
  site: SiteSnapshot,
  from: Pick<PageRecord, 'language' | 'section'>,
  uses: readonly ValueUse[],
  typed: string,
): Iterable<Target> {
  const seen = new Set<string>();
  for (const use of uses) {
    const { type, folder = '', suffix = '', field = '' } = use;
    const kind = [type, folder, suffix, field].join('\n');
    if (!seen.has(kind)) {
      seen.add(kind);
      yield* targetsOfUse(site, from, use, typed);
    }
  }
}

function targetsOfUse(
  site: SiteSnapshot,
  from: Pick<PageRecord, 'language' | 'section'>,
  use: ValueUse,
  typed: string,
): Iterable<Target> {
  switch (use.type) {
    case 'data':
      return entries(site, use);
    case 'path':
      return files(site, 'static', use, typed);
    case 'asset':
      return files(site, 'assets', use, typed);
    case 'page':
    case 'url':
      return pages(site, from, use, typed);
    default:
      return [];
  }
}

function* entries({ data }: SiteSnapshot, { folder = '', field }: ValueUse): Iterable<Target> {
  const all = field === undefined ? data.entries(folder) : data.values(folder, field);
  for (const { value, path } of all) {
    yield { kind: 'data', value, title: path };
  }
}

function* files(
  site: SiteSnapshot,
  component: 'static' | 'assets',
  { folder = '', suffix = '' }: ValueUse,
  typed: string,
): Iterable<Target> {
  const start = typed.slice(0, typed.lastIndexOf('/') + 1);
  const slash = folder === '' && start === '' ? '/' : '';
  for (const { name, isFolder } of site.files.filesIn(component, joinPath(folder, start))) {
    if (isFolder) {
      yield { kind: 'folder', value: `${slash}${start}${name}/`, title: undefined };
    } else if (name.endsWith(suffix)) {
      yield {
        kind: 'file',
        value: `${slash}${start}${name.slice(0, name.length - suffix.length)}`,
        title: undefined,
      };
    }
  }
}

/** What stands behind the folder: of addresses for `url`, of paths as `ref` and `GetPage` take them for `page`. */
function* pages(
  site: SiteSnapshot,
  from: Pick<PageRecord, 'language' | 'section'>,
  { type, folder = '' }: ValueUse,
  typed: string,
): Iterable<Target> {
  const wanted = folder.toLowerCase() + typed.toLowerCase();
  const nearness = ({ language, section }: PageRecord): number =>
    (language === from.language ? 2 : 0) + (section === from.section ? 1 : 0);
  const byNearness: FoundPage[][] = [[], [], [], []];
  for (const page of site.pages()) {
    const path = type === 'page' ? logicalPath(page) : knownAddress(site, page);
    if (path.toLowerCase().startsWith(wanted)) {
      byNearness[nearness(page)]?.push({ page, path });
    }
  }
  for (const { page, path } of firstPages(byNearness)) {
    yield { kind: 'page', value: path.slice(folder.length), title: titleOf(page) };
  }
}

interface FoundPage {
  readonly page: PageRecord;
  readonly path: string;
}

/** The nearest pages, by path. Thousands are not sorted for the few that are told. */
function firstPages(byNearness: readonly FoundPage[][]): readonly FoundPage[] {
  const first: FoundPage[] = [];
  for (const pages of byNearness.toReversed()) {
    const room = mostPages - first.length;
    first.push(...(pages.length <= room ? pages.sort(comparePaths) : firstOf(pages, room)));
  }
  return first;
}

function firstOf(pages: readonly FoundPage[], most: number): FoundPage[] {
  const first = pages.slice(0, most).sort(comparePaths);
  for (const page of pages.slice(most)) {
    const last = first.at(-1);
    if (last !== undefined && comparePaths(page, last) < 0) {
      const at = first.findIndex((one) => comparePaths(page, one) < 0);
      first.splice(at, 0, page);
      first.pop();
    }
  }
  return first;
}

function comparePaths({ path: a }: FoundPage, { path: b }: FoundPage): number {
  return a < b ? -1 : Number(a > b);
}

function logicalPath(page: PageRecord): string {
  return `/${stemOf(page).replace(/(?:^|\/)_?index$/, '')}`;
}

function titleOf({ keys }: PageRecord): string | undefined {
  return keys.find(({ id }) => id === 'title')?.values[0];
}
