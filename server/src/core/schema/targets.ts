// Where a value may lead, by what templates do with it: pages, files, entries of the data.
import { languageOf } from '../site/folderLanguage.ts';
import { valueOf } from '../site/keyValues.ts';
import { addressOf } from '../site/pageOrder.ts';
import { logicalPath } from '../site/pagePath.ts';
import type { FileComponent, MountedFile, PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { UseType, ValueUse } from '../templates/signature.ts';
import { isPicture, joinPath } from '../text/path.ts';
import { nameOf } from './templateKeys.ts';

/** The page that says a value. */
export type Origin = Pick<PageRecord, 'path' | 'bundle' | 'language' | 'section'>;

export interface Target {
  readonly kind: 'page' | 'file' | 'folder' | 'data' | 'partial';
  /** As it stands in the value. */
  readonly value: string;
  /** Of a page its title, of an entry its file. */
  readonly title: string | undefined;
}

/** So many pages are offered at once: those that match what is typed. */
const mostPages = 200;

/** So many are looked at in the section, and as many in the rest of the site. */
const mostLooked = 1000;

/**
 * What a value that a template uses so may say. `typed` is what of it stands before the cursor: of files those of the folder that it names are
 * told, of pages those whose address, or a word of whose title, it begins. `from` is the page that says it: pages of its language come first, those of its section before others.
 */
export function* targetsOf(
  site: SiteSnapshot,
  from: Origin,
  uses: readonly ValueUse[],
  typed: string,
): Iterable<Target> {
  const isOfFile = uses.some(({ type }) => fileTypes.has(type));
  for (const use of uses.filter(({ type }) => !(isOfFile && type === 'url'))) {
    yield* targetsOfUse(site, from, use, typed);
  }
}

/** A picture that is linked, too, is no page for that. */
const fileTypes: ReadonlySet<UseType> = new Set(['path', 'asset', 'resource']);

function targetsOfUse(site: SiteSnapshot, from: Origin, use: ValueUse, typed: string): Iterable<Target> {
  switch (use.type) {
    case 'data':
      return entries(site, use);
    case 'partial':
      return partials(site, use);
    case 'path':
      return files(site, 'static', use, typed);
    case 'asset':
      return files(site, 'assets', use, typed);
    case 'resource':
      return resources(site, from, use, typed);
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

/** Files of the page's own bundle. What is in the folders of a branch bundle belongs to other pages. */
function* resources(
  site: SiteSnapshot,
  { path, bundle }: Origin,
  use: ValueUse,
  typed: string,
): Iterable<Target> {
  if (bundle === 'none') {
    return;
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const target of files(site, 'content', { ...use, folder: `${folder}${use.folder ?? ''}` }, typed)) {
    if (target.kind === 'file' || bundle === 'leaf') {
      yield { ...target, value: target.value.replace(/^\//, '') };
    }
  }
}

function* partials(site: SiteSnapshot, use: ValueUse): Iterable<Target> {
  const { folder = '', prefix = '', suffix = '' } = use;
  const start = (folder + prefix).toLowerCase();
  for (const template of site.templates().filter(({ role }) => role === 'partial')) {
    const name = nameOf(template);
    if (name.startsWith(start) && name.endsWith(suffix) && name.length > start.length + suffix.length) {
      const value = name.slice(start.length, name.length - suffix.length);
      yield { kind: 'partial', value, title: template.source.path };
    }
  }
}

function* files(
  site: SiteSnapshot,
  component: FileComponent,
  use: ValueUse,
  typed: string,
): Iterable<Target> {
  const { folder = '', prefix = '', suffix = '' } = use;
  const start = typed.slice(0, typed.lastIndexOf('/') + 1);
  const slash = folder === '' && start === '' ? '/' : '';
  const here = joinPath(folder, start);
  const listed = site.files.filesIn(component, here);
  for (const { name, isFolder } of use.isPicture === true
    ? pictures(site, component, here, listed)
    : listed) {
    if (isFolder) {
      yield { kind: 'folder', value: `${slash}${start}${name}/`, title: undefined };
    } else if (name.startsWith(prefix) && name.endsWith(suffix)) {
      const written = name.slice(prefix.length, name.length - suffix.length);
      yield { kind: 'file', value: `${slash}${start}${written}`, title: undefined };
    }
  }
}

/** Folders are only a way to pictures. */
function pictures(
  site: SiteSnapshot,
  component: FileComponent,
  folder: string,
  listed: readonly MountedFile[],
): readonly MountedFile[] {
  return [
    ...listed.filter(({ name, isFolder }) => !isFolder && isPicture(name)),
    ...listed.filter(
      ({ name, isFolder }) => isFolder && holdsPicture(site, component, `${folder}/${name}`, deepestFolder),
    ),
  ];
}

/** So deep pictures are looked for; what is deeper may be one. */
const deepestFolder = 3;

function holdsPicture(site: SiteSnapshot, component: FileComponent, folder: string, depth: number): boolean {
  return (
    depth === 0 ||
    site.files
      .filesIn(component, folder)
      .some(({ name, isFolder }) =>
        isFolder ? holdsPicture(site, component, `${folder}/${name}`, depth - 1) : isPicture(name),
      )
  );
}

/** Whether there may be pages that only who types on is told. */
export function hidesPages(site: SiteSnapshot, uses: readonly ValueUse[]): boolean {
  return site.pageCount() > mostPages && uses.some(({ type }) => type === 'page' || type === 'url');
}

/** What stands behind the folder: of addresses for `url`, of paths as `ref` and `GetPage` take them for `page`. */
function* pages(
  site: SiteSnapshot,
  from: Origin,
  { type, folder = '' }: ValueUse,
  typed: string,
): Iterable<Target> {
  const start = folder.toLowerCase();
  const wanted = start + typed.toLowerCase();
  const named = new Set(typed === '' ? [] : site.pagesAt(typed.toLowerCase(), 'words', mostLooked));
  const kind = type === 'page' ? 'path' : 'address';
  const own = languageOf(site, from);
  const nearness = (page: PageRecord): number =>
    (languageOf(site, page) === own ? 2 : 0) + (page.section === from.section ? 1 : 0);
  // Hugo looks up paths in the language of the page.
  const isInReach = ({ language }: PageRecord): boolean => kind === 'address' || language === from.language;
  const looked = new Set([
    ...site.pagesIn(from.section, mostLooked),
    ...site.pagesAt(wanted, kind, mostLooked),
    ...named,
  ]);
  const isMeant = (page: PageRecord, address: string): boolean =>
    address.startsWith(wanted) || (named.has(page) && address.startsWith(start));
  const found = [...looked]
    .map((page) => ({ page, address: addressOf(page, kind, site.config), nearness: nearness(page) }))
    .filter(({ page, address }) => isMeant(page, address) && isInReach(page))
    .sort((a, b) => b.nearness - a.nearness || (a.address < b.address ? -1 : 1));
  for (const { page, address } of found.slice(0, mostPages)) {
    const written = kind === 'path' ? logicalPath(page) : address;
    yield { kind: 'page', value: written.slice(folder.length), title: valueOf(page, 'title') };
  }
}
