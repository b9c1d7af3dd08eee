// A site as it will be once files have other names, so that a link can be asked where it leads then. It answers from the site of now and from the
// pages that move: making it costs as much as these.
import { contentFileOf, isContentPath } from '../site/contentFile.ts';
import { PageOrder, type AddressKind } from '../site/pageOrder.ts';
import { folderOf } from '../site/pagePath.ts';
import { PlaceIndex } from '../site/placeIndex.ts';
import type {
  FileComponent,
  MountedFile,
  MountedFiles,
  PageRecord,
  ShortcodeDefinition,
  SiteSnapshot,
} from '../site/snapshot.ts';
import type { Relocation } from './relocation.ts';

export class MovedSite implements SiteSnapshot {
  readonly relocation: Relocation;
  /** The pages that move as they will be, by their URIs of now; without those that will be none any more. */
  readonly arrivals: ReadonlyMap<string, PageRecord>;
  readonly files: MountedFiles;
  readonly #site: SiteSnapshot;
  readonly #there: ReadonlyMap<string, PageRecord>;
  readonly #places: PlaceIndex;
  readonly #orders = new Map<AddressKind, PageOrder>();

  constructor(site: SiteSnapshot, relocation: Relocation) {
    this.#site = site;
    this.relocation = relocation;
    this.arrivals = arrivalsOf(site, relocation);
    this.#there = new Map([...this.arrivals.values()].map((page) => [page.uri, page]));
    this.#places = new PlaceIndex(this.#there);
    this.files = new MovedFiles(site.files, relocation);
  }

  get revision(): number {
    return this.#site.revision;
  }

  get root(): string {
    return this.#site.root;
  }

  get config(): SiteSnapshot['config'] {
    return this.#site.config;
  }

  get hugo(): SiteSnapshot['hugo'] {
    return this.#site.hugo;
  }

  get progress(): SiteSnapshot['progress'] {
    return this.#site.progress;
  }

  get missingModules(): readonly string[] {
    return this.#site.missingModules;
  }

  get shortcodesComplete(): boolean {
    return this.#site.shortcodesComplete;
  }

  get data(): SiteSnapshot['data'] {
    return this.#site.data;
  }

  get redirects(): SiteSnapshot['redirects'] {
    return this.#site.redirects;
  }

  get team(): SiteSnapshot['team'] {
    return this.#site.team;
  }

  /** By its URI after the moves. */
  page(uri: string): PageRecord | undefined {
    const arrived = this.#there.get(uri);
    return arrived ?? (this.relocation.isMoved(uri) ? undefined : this.#site.page(uri));
  }

  openedPage(uri: string): PageRecord | undefined {
    return this.page(uri);
  }

  pageCount(): number {
    return this.#site.pageCount();
  }

  pages(limit?: number): Iterable<PageRecord> {
    return this.#with(this.#site.pages(), () => true, limit);
  }

  sections(): readonly string[] {
    const names = new Set([
      ...this.#site.sections(),
      ...[...this.#there.values()].map(({ section }) => section),
    ]);
    return [...names].filter((name) => [...this.pagesIn(name, 1)].length > 0);
  }

  pagesIn(section: string, limit?: number): Iterable<PageRecord> {
    return this.#with(this.#site.pagesIn(section), (page) => page.section === section, limit);
  }

  pagesInFolder(folder: string, limit?: number): Iterable<PageRecord> {
    return this.#with(this.#site.pagesInFolder(folder), (page) => folderOf(page) === folder, limit);
  }

  cascading(): Iterable<PageRecord> {
    return this.#with(this.#site.cascading(), ({ cascades }) => cascades !== undefined);
  }

  pagesAt(start: string, kind: AddressKind, limit: number): readonly PageRecord[] {
    const order = this.#orders.get(kind) ?? new PageOrder(kind, this.#there);
    this.#orders.set(kind, order);
    const arrived = order.from(start, limit, this.config);
    for (let asked = limit; ; asked *= 4) {
      const found = this.#site.pagesAt(start, kind, asked);
      const stay = found.filter(({ uri }) => !this.relocation.isMoved(uri));
      if (stay.length >= limit || found.length < asked) {
        return [...arrived, ...stay].slice(0, limit);
      }
    }
  }

  pagesPublishedAt(key: string): readonly PageRecord[] {
    return this.#moved(this.#site.pagesPublishedAt(key), this.#places.at(key, this.config));
  }

  pagesStandingAt(key: string): readonly PageRecord[] {
    return this.#moved(this.#site.pagesStandingAt(key), this.#places.ownAt(key, this.config));
  }

  isOpenAt(key: string): boolean {
    return this.#site.isOpenAt(key) || this.#places.isOpen(key, this.config);
  }

  keyStats(id: string): ReturnType<SiteSnapshot['keyStats']> {
    return this.#site.keyStats(id);
  }

  keysBelow(parent: string): ReturnType<SiteSnapshot['keysBelow']> {
    return this.#site.keysBelow(parent);
  }

  values(id: string, limit: number): ReturnType<SiteSnapshot['values']> {
    return this.#site.values(id, limit);
  }

  shortcode(name: string): ShortcodeDefinition | undefined {
    return this.#site.shortcode(name);
  }

  shortcodes(): readonly ShortcodeDefinition[] {
    return this.#site.shortcodes();
  }

  shortcodeUse(name: string): ReturnType<SiteSnapshot['shortcodeUse']> {
    return this.#site.shortcodeUse(name);
  }

  argumentStats(shortcode: string): ReturnType<SiteSnapshot['argumentStats']> {
    return this.#site.argumentStats(shortcode);
  }

  argumentValues(id: string, limit: number): ReturnType<SiteSnapshot['argumentValues']> {
    return this.#site.argumentValues(id, limit);
  }

  templates(): ReturnType<SiteSnapshot['templates']> {
    return this.#site.templates();
  }

  archetypes(): ReturnType<SiteSnapshot['archetypes']> {
    return this.#site.archetypes();
  }

  /** The pages of the site before that stay, with those that have arrived. */
  #moved(before: readonly PageRecord[], arrived: Iterable<string>): readonly PageRecord[] {
    return [
      ...before.filter(({ uri }) => !this.relocation.isMoved(uri)),
      ...[...arrived].flatMap((uri) => this.#there.get(uri) ?? []),
    ];
  }

  #with(
    now: Iterable<PageRecord>,
    counts: (page: PageRecord) => boolean,
    limit = Infinity,
  ): readonly PageRecord[] {
    const stay = [...now].filter(({ uri }) => !this.relocation.isMoved(uri));
    return [...stay, ...[...this.#there.values()].filter(counts)].slice(0, limit);
  }
}

function arrivalsOf(site: SiteSnapshot, relocation: Relocation): ReadonlyMap<string, PageRecord> {
  const arrivals = new Map<string, PageRecord>();
  for (const page of movingPages(site, relocation)) {
    const uri = relocation.after(page.uri);
    const place = relocation.placeOf(uri);
    if (place?.component === 'content' && isContentPath(place.logicalPath, site.hugo)) {
      const { path, language, section, bundle } = contentFileOf(
        place.logicalPath,
        site.config,
        place.language,
      );
      arrivals.set(page.uri, { ...page, uri, path, language, section, bundle });
    }
  }
  return arrivals;
}

/** Files are found by their names; a look at all pages is needed for folders alone. */
export function movingPages(site: SiteSnapshot, relocation: Relocation): readonly PageRecord[] {
  const pages = relocation.moves.map(({ from }) => site.page(from));
  return pages.includes(undefined)
    ? [...site.pages()].filter(({ uri }) => relocation.isMoved(uri))
    : pages.filter((page) => page !== undefined);
}

class MovedFiles implements MountedFiles {
  readonly #files: MountedFiles;
  readonly #relocation: Relocation;
  readonly #moved: readonly MovedPlace[];

  constructor(files: MountedFiles, relocation: Relocation) {
    this.#files = files;
    this.#relocation = relocation;
    this.#moved = relocation.moves.flatMap(({ from, to }) => {
      const before = relocation.placeOf(from);
      const after = relocation.placeOf(to);
      return before !== undefined && isFileComponent(before.component) && after !== undefined
        ? [
            {
              from: before.logicalPath,
              component: before.component,
              to: after.logicalPath,
              into: after.component,
            },
          ]
        : [];
    });
  }

  get isCapped(): boolean {
    return this.#files.isCapped;
  }

  file(component: FileComponent, path: string): MountedFile | undefined {
    const wanted = path.replace(/^\/+/, '');
    for (const { from, component: source, to, into } of this.#moved) {
      if (into === component && (wanted === to || wanted.startsWith(`${to}/`))) {
        const file = this.#files.file(source, from + wanted.slice(to.length));
        if (file !== undefined) {
          return { ...file, name: nameOf(wanted), uri: this.#relocation.after(file.uri) };
        }
      }
    }
    const file = this.#files.file(component, path);
    return file === undefined || this.#relocation.isMoved(file.uri) ? undefined : file;
  }

  filesIn(component: FileComponent, folder: string): readonly MountedFile[] {
    const wanted = folder.replace(/^\/+|\/+$/g, '');
    const stay = this.#files.filesIn(component, folder).filter(({ uri }) => !this.#relocation.isMoved(uri));
    const arrived = this.#moved.flatMap(({ from, component: source, to, into }) => {
      if (into !== component || wanted !== parentOf(to)) {
        return [];
      }
      return this.#files
        .filesIn(source, parentOf(from))
        .filter(({ name }) => name === nameOf(from))
        .map((file) => ({ ...file, name: nameOf(to), uri: this.#relocation.after(file.uri) }));
    });
    return [...stay, ...arrived];
  }
}

/** Below their components. */
interface MovedPlace {
  readonly component: FileComponent;
  readonly from: string;
  readonly into: string;
  readonly to: string;
}

function isFileComponent(component: string): component is FileComponent {
  return component === 'static' || component === 'assets' || component === 'content';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
