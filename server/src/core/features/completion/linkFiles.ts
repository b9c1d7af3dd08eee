// Which files a link may lead to: those of the page's own bundle first, then those where the pages around have theirs.
import { folderOf } from '../../site/pagePath.ts';
import type {
  FileComponent,
  MountedFile,
  MountedFiles,
  PageRecord,
  SiteSnapshot,
} from '../../site/snapshot.ts';
import { readsAssets } from '../../site/links/linkHooks.ts';
import { memoize } from '../../text/memoize.ts';
import { isPicture } from '../../text/path.ts';
import type { LinkPlace } from './linkPlace.ts';

export interface LinkedFile {
  /** As the page may write it, unescaped: `sky.jpg` of its own bundle, `/img/sky.jpg`. */
  readonly path: string;
  readonly uri: string;
  readonly isFolder: boolean;
}

type Asked = Pick<LinkPlace, 'typed' | 'isImage'>;

const mostFiles = 200;

/** Files, and folders on the way to them, that go on with what is typed; for a picture pictures alone. */
export function linkedFiles(site: SiteSnapshot, from: PageRecord, asked: Asked): readonly LinkedFile[] {
  const { typed, isImage } = asked;
  const isWanted = ({ path, isFolder }: LinkedFile): boolean => isFolder || !isImage || isPicture(path);
  const all = typed.startsWith('/')
    ? componentsOf(site, from, asked).flatMap((each) =>
        listed(site.files, each, folderIn(typed), folderIn(typed)),
      )
    : [
        ...ownFiles(site, from, typed),
        ...(typed.includes('/') || typed.startsWith('.') ? [] : filesByName(site, from, asked)),
      ];
  const wanted = typed.toLowerCase();
  const fitting = all.filter(
    (file) =>
      isWanted(file) &&
      (file.path.toLowerCase().startsWith(wanted) || nameOf(file).toLowerCase().startsWith(wanted)),
  );
  return [...new Map(fitting.map((file) => [file.path, file])).values()].slice(0, mostFiles);
}

type Component = 'static' | 'assets';

/** Assets are published where something asks for them: Hugo's own render hook, or one of the site, as the pages around show. */
function componentsOf(site: SiteSnapshot, from: PageRecord, { isImage }: Asked): readonly Component[] {
  const isAsset = (path: string): boolean =>
    site.files.file('assets', path) !== undefined && site.files.file('static', path) === undefined;
  return readsAssets(site, isImage ? 'image' : 'link') ||
    filesAround(site, from).some((path) => isPicture(path) === isImage && isAsset(path))
    ? ['static', 'assets']
    : ['static'];
}

/** Of the bundle of the page, in the folder that is typed. */
function ownFiles(site: SiteSnapshot, { path, bundle }: PageRecord, typed: string): readonly LinkedFile[] {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const dots = typed.startsWith('./') ? './' : '';
  const below = folderIn(typed.slice(dots.length));
  return bundle === 'none' || below.startsWith('..')
    ? []
    : listed(site.files, 'content', `${folder}/${below}`, dots + below).filter(
        ({ isFolder }) => !isFolder || bundle === 'leaf',
      );
}

/** Where nothing is typed, pictures of the folders from which the pages around take theirs; else all files of that name. */
function filesByName(site: SiteSnapshot, from: PageRecord, asked: Asked): readonly LinkedFile[] {
  const { typed, isImage } = asked;
  const components = componentsOf(site, from, asked);
  if (typed === '') {
    return isImage
      ? [
          ...picturesAround(site, from, components),
          ...components
            .flatMap((each) => listed(site.files, each, '', '/'))
            .filter(({ isFolder }) => isFolder),
        ]
      : [];
  }
  const wanted = typed.toLowerCase();
  return components.flatMap((each) => begunBy(namesIn[each](site.files), wanted));
}

function begunBy(names: readonly Named[], wanted: string): readonly LinkedFile[] {
  const found: LinkedFile[] = [];
  for (let at = placeOf(names, wanted); found.length < mostFiles; at++) {
    const named = names[at];
    if (named?.name.startsWith(wanted) !== true) {
      break;
    }
    found.push(named.file);
  }
  return found;
}

/** So many pages beside are asked, and so many folders are looked at. */
const mostAsked = 100;
const mostFolders = 3;

/** What the pages around lead to that has the name of a file, from the root of the site. */
function filesAround(site: SiteSnapshot, from: PageRecord): readonly string[] {
  const around = [
    from,
    ...site.pagesInFolder(folderOf(from), mostAsked),
    ...site.pagesIn(from.section, mostAsked),
  ];
  return around.flatMap(({ leads = [] }) => leads.filter((lead) => /^\/.*\.\w+$/.test(lead)));
}

function picturesAround(
  site: SiteSnapshot,
  from: PageRecord,
  components: readonly Component[],
): readonly LinkedFile[] {
  const folders = new Map<string, number>();
  for (const lead of filesAround(site, from).filter(isPicture)) {
    const folder = lead.slice(0, lead.lastIndexOf('/') + 1);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return [...folders]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostFolders)
    .flatMap(([folder]) => components.flatMap((each) => listed(site.files, each, folder, folder)))
    .filter(({ isFolder }) => !isFolder);
}

function listed(
  files: MountedFiles,
  component: FileComponent,
  folder: string,
  start: string,
): readonly LinkedFile[] {
  return files.filesIn(component, folder).map((file) => toLinked(file, start));
}

function toLinked({ name, uri, isFolder }: MountedFile, start: string): LinkedFile {
  return { path: `${start}${name}${isFolder ? '/' : ''}`, uri, isFolder };
}

function folderIn(typed: string): string {
  return typed.slice(0, typed.lastIndexOf('/') + 1);
}

function nameOf({ path }: LinkedFile): string {
  return path.replace(/\/$/, '').split('/').at(-1) ?? '';
}

interface Named {
  /** Lower-cased. */
  readonly name: string;
  readonly file: LinkedFile;
}

/** More files of a site are not looked for by name. */
const mostNamed = 20_000;

/** What there is, by name. */
const namesIn: Readonly<Record<Component, (files: MountedFiles) => readonly Named[]>> = {
  static: memoize((files) => namesBelow(files, 'static')),
  assets: memoize((files) => namesBelow(files, 'assets')),
};

function namesBelow(files: MountedFiles, component: Component): readonly Named[] {
  const found: Named[] = [];
  const folders = ['/'];
  for (const folder of folders) {
    for (const file of found.length < mostNamed ? listed(files, component, folder, folder) : []) {
      if (file.isFolder) {
        folders.push(file.path);
      } else {
        found.push({ name: nameOf(file).toLowerCase(), file });
      }
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

function placeOf(names: readonly Named[], name: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((names[middle]?.name ?? name) < name) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
