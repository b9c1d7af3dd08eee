// Files that values of front matter name: where templates look for one, whether it is there, and which the writer may have meant.
import { scopesFor, templateKeys, type TemplateRead } from '../../../schema/templateKeys.ts';
import type {
  FileComponent,
  MountedFiles,
  PageRecord,
  SiteSnapshot,
  SiteTemplate,
} from '../../../site/snapshot.ts';
import type { TypeFact, UseType, ValueUse } from '../../../templates/signature.ts';
import { joinPath } from '../../../text/path.ts';
import { fileOf, leadsOf } from '../../leads.ts';
import { misspelling, nearestOf } from '../../../text/near.ts';

/** A folder of files that a template looks in. */
export interface FilePlace {
  readonly component: FileComponent;
  /** Below the component. */
  readonly folder: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What all templates do with the value of a key that names files. */
export interface FileKey {
  /** Each thing once. */
  readonly uses: readonly ValueUse[];
  readonly reads: readonly { readonly read: TemplateRead; readonly use: ValueUse }[];
}

const components: { readonly [type in UseType]?: FileComponent } = {
  path: 'static',
  asset: 'assets',
  resource: 'content',
};

const known = new WeakMap<readonly SiteTemplate[], Map<string, FileKey | undefined>>();

/** What templates do with the key `id`; nothing where it names no files, or where a template looks on another host. */
export function fileKeyOf(site: SiteSnapshot, id: string): FileKey | undefined {
  const { baseUrl = '' } = site.config;
  const keys = known.get(site.templates()) ?? new Map<string, FileKey | undefined>();
  const name = `${baseUrl}\n${id}`;
  if (!keys.has(name)) {
    keys.set(name, readFileKey(templateKeys(site).key(id)?.reads ?? [], baseUrl.replace(/\/*$/, '/')));
  }
  known.set(site.templates(), keys);
  return keys.get(name);
}

function readFileKey(reads: readonly TemplateRead[], host: string): FileKey | undefined {
  const used = reads.flatMap((read) =>
    read.reading.types.map((use) => ({ read, use: withoutHost(use, host) })),
  );
  const uses = distinct(
    used.map(({ use }) => use),
    ({ type, folder, prefix, suffix, field }) => [type, folder, prefix, suffix, field],
  );
  return uses.every(({ type }) => components[type] === undefined) || uses.some(isOfOtherHost)
    ? undefined
    : { uses, reads: used.filter(({ use }) => components[use.type] !== undefined) };
}

function withoutHost(use: TypeFact, host: string): ValueUse {
  return host !== '/' && use.folder?.startsWith(host) === true
    ? { ...use, folder: use.folder.slice(host.length - 1) }
    : use;
}

function isOfOtherHost({ folder = '' }: ValueUse): boolean {
  return /^(?:[a-z][\w+.-]*:)?\/\//i.test(folder);
}

/** Where those templates look that render the page or list it. */
export function placesFor(site: SiteSnapshot, page: PageRecord, { reads }: FileKey): readonly FilePlace[] {
  const scopeOf = scopesFor(site, page);
  return distinct(
    reads.filter(({ read }) => scopeOf(read) !== 'elsewhere').flatMap(({ use }) => placesOf(site, page, use)),
    ({ component, folder, prefix, suffix }) => [component, folder, prefix, suffix],
  );
}

function placesOf(
  { files }: SiteSnapshot,
  page: PageRecord,
  { type, folder = '', prefix = '', suffix = '' }: ValueUse,
): readonly FilePlace[] {
  const component = components[type];
  if (component === undefined || (component === 'content' && page.bundle === 'none')) {
    return [];
  }
  const base = component === 'content' ? parentOf(page.path) : '';
  const place = { component, folder: joinPath(base, folder), prefix, suffix };
  const isPublished = component === 'static' && folder !== '' && files.filesIn('content', folder).length > 0;
  return isPublished ? [place, { ...place, component: 'content' }] : [place];
}

function distinct<Item>(
  items: readonly Item[],
  partsOf: (item: Item) => readonly (string | undefined)[],
): readonly Item[] {
  return [...new Map(items.map((item) => [partsOf(item).join('\n'), item])).values()];
}

/** Whether the value leads to anything at all, however templates use it. */
export function leadsSomewhere(
  site: SiteSnapshot,
  page: PageRecord,
  value: string,
  { uses }: FileKey,
): boolean {
  const isThere = (path: string): boolean =>
    site.files.file('content', joinPath(parentOf(page.path), path)) !== undefined;
  // What stands beside pages is published at the address of their folder.
  const isPublished = ({ folder = '', prefix = '', suffix = '' }: ValueUse): boolean =>
    site.files.file('content', joinPath(folder, prefix + value) + suffix) !== undefined;
  return (
    fileOf(site, value, uses) !== undefined ||
    uses.some(isPublished) ||
    leadsOf(site, value, uses).some((lead) => lead.kind !== 'beside' || isThere(lead.path))
  );
}

/** There is a file at the place. */
export function isIn({ files }: SiteSnapshot, place: FilePlace, value: string): boolean {
  return files.file(place.component, pathIn(place, value)) !== undefined;
}

/** The path below the component that a template makes of the value. */
export function pathIn({ folder, prefix, suffix }: FilePlace, value: string): string {
  return joinPath(folder, prefix + value) + suffix;
}

/** `static/img/cards`, as people call it. */
export function shownFolder({ component }: FilePlace, path: string): string {
  return joinPath(component, parentOf(path));
}

export interface NearFile {
  /** What the value has to be; absent where no value of the key leads there. */
  readonly value: string | undefined;
  readonly component: FileComponent;
  /** Below it. */
  readonly path: string;
  readonly differs: 'case' | 'name' | 'folder';
}

/** The file that is most likely meant: the same in other letters, one of nearly the same name beside it, or one of the same name in another folder. */
export function nearFileOf({ files }: SiteSnapshot, place: FilePlace, value: string): NearFile | undefined {
  const found = nearFiles.get(files) ?? new Map<string, NearFile | undefined>();
  nearFiles.set(files, found);
  const { component, folder, prefix, suffix } = place;
  const id = [component, folder, prefix, suffix, value].join('\n');
  if (!found.has(id)) {
    found.set(id, findNear(files, place, value));
  }
  return found.get(id);
}

/** A folder may have very many files, and the page changes with every letter. */
const nearFiles = new WeakMap<MountedFiles, Map<string, NearFile | undefined>>();

function findNear(files: MountedFiles, place: FilePlace, value: string): NearFile | undefined {
  const { component } = place;
  const path = pathIn(place, value);
  const name = nameIn(path);
  const same = filesNamed(files, component, name);
  const inOtherCase = same.find((other) => folded(other) === folded(path));
  if (inOtherCase !== undefined) {
    return { value: valueFor(place, inOtherCase, value), component, path: inOtherCase, differs: 'case' };
  }
  const folder = parentOf(path);
  const beside = files.filesIn(component, folder).filter(({ isFolder }) => !isFolder);
  const near = nearestOf(beside, (file) => distanceOfNames(name, file.name));
  if (near?.isOnly === true) {
    const found = joinPath(folder, near.item.name);
    return { value: valueFor(place, found, value), component, path: found, differs: 'name' };
  }
  const [elsewhere, second] = same;
  return elsewhere === undefined
    ? undefined
    : {
        value: second === undefined ? valueFor(place, elsewhere, value) : undefined,
        component,
        path: elsewhere,
        differs: 'folder',
      };
}

/** Another ending is as good as one letter. */
function distanceOfNames(written: string, meant: string): number | undefined {
  const [own, other] = [stemOf(written), stemOf(meant)];
  const distance = own.toLowerCase() === other.toLowerCase() ? 0 : misspelling(own, other);
  return distance === undefined
    ? undefined
    : distance +
        (written.slice(own.length).toLowerCase() === meant.slice(other.length).toLowerCase() ? 0 : 1);
}

/** As a writer would name `path`, in the manner of `written`. */
function valueFor({ folder, prefix, suffix }: FilePlace, path: string, written: string): string | undefined {
  const start = folder === '' ? prefix : `${folder}/${prefix}`;
  if (!path.startsWith(start) || !path.endsWith(suffix)) {
    return undefined;
  }
  const value = path.slice(start.length, path.length - suffix.length);
  return written.startsWith('/') ? `/${value}` : value;
}

/** Where a file stands that a value names, whatever folder a template puts before it. */
export interface NamedFile {
  readonly place: FilePlace;
  /** The same in other letters is there alone. */
  readonly differs: 'case' | 'nothing';
}

const named: readonly FileComponent[] = ['static', 'content', 'assets'];

/** The files whose paths end in `value`; where there is none, those that do in another case of letters. */
export function filesEndingIn(files: MountedFiles, value: string): readonly NamedFile[] {
  const path = value.replace(/^\/+/, '');
  const depth = path.split('/').length;
  const found = named.flatMap((component) =>
    filesNamed(files, component, nameIn(path)).flatMap((other): readonly NamedFile[] => {
      const parts = other.split('/');
      const end = parts.slice(-depth).join('/');
      const place = { component, folder: parts.slice(0, -depth).join('/'), prefix: '', suffix: '' };
      return folded(end) === folded(path) ? [{ place, differs: end === path ? 'nothing' : 'case' }] : [];
    }),
  );
  const same = found.filter(({ differs }) => differs === 'nothing');
  return same.length > 0 ? same : found;
}

const indexes = new WeakMap<MountedFiles, Map<FileComponent, ReadonlyMap<string, readonly string[]>>>();

/** The paths of all files of this name, whatever its case and the composition of its letters. */
function filesNamed(files: MountedFiles, component: FileComponent, name: string): readonly string[] {
  const index = indexes.get(files) ?? new Map<FileComponent, ReadonlyMap<string, readonly string[]>>();
  const byName = index.get(component) ?? indexOf(files, component);
  indexes.set(files, index.set(component, byName));
  return byName.get(folded(name)) ?? [];
}

function indexOf(files: MountedFiles, component: FileComponent): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  const folders = [''];
  for (const folder of folders) {
    for (const { name, isFolder } of files.filesIn(component, folder)) {
      const path = joinPath(folder, name);
      if (isFolder) {
        folders.push(path);
      } else {
        const key = folded(name);
        const paths = byName.get(key) ?? [];
        paths.push(path);
        byName.set(key, paths);
      }
    }
  }
  return byName;
}

/** As file systems compare names that mind neither case nor how a letter with an accent is composed. */
function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? name : name.slice(0, dot);
}
