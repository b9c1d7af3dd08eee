import { emptyFacts } from '../core/site/emptyFacts.ts';
import { shortcodeDefinitions } from '../core/site/shortcodeDefinitions.ts';
import type { PageRecord, SiteProgress, SiteSnapshot } from '../core/site/snapshot.ts';
import { SiteStore, type PageChange, type SiteChanges, type SiteFacts } from '../core/site/store.ts';
import type { HugoRange, HugoVersion } from '../core/hugo/version.ts';
import { affectedBy, type Affected, type FileChange } from './changes.ts';
import { longestFile, type FileSystem } from './fileSystem.ts';
import {
  contentPlace,
  contentRule,
  listContent,
  readPages,
  toPage,
  type ContentPlace,
  type ContentRule,
} from './readContent.ts';
import { hugoOf, readLayout, type SiteLayout } from './readLayout.ts';
import { readSiteChanges, type SiteFilesListener } from './readSiteChanges.ts';
import { readSiteFiles } from './readSiteFiles.ts';
import { readShortcodes, readTemplates, type SiteTemplates } from './readTemplates.ts';
import type { SiteFiles } from '../core/preview/siteFiles.ts';
import { staticFiles } from '../core/preview/staticFiles.ts';
import type { SiteSource } from './siteSource.ts';
import { Slices, type Schedule } from './slices.ts';
import { normalUri, parentUri, pathFrom, uriAt } from './uris.ts';

export interface SiteOptions {
  readonly fileSystem: FileSystem;
  readonly schedule: Schedule;
  readonly now: () => number;
  readonly onChange: (snapshot: SiteSnapshot) => void;
  readonly log: (level: 'debug' | 'info' | 'warning' | 'error', text: string) => void;
}

/** The releases of Hugo that are known from outside the site. */
export interface KnownHugo {
  readonly setting: HugoVersion | undefined;
  readonly installed: HugoVersion | undefined;
}

/** A watcher's events come in one by one, a checkout's in hundreds: they are gathered for so many milliseconds. */
const gathering = 50;
/** While content is read, a new snapshot is made at most this often, in milliseconds. */
const progressStep = 200;

/** One site: read once, then kept up to date. All reading is done by one task after the other. */
export class Site {
  readonly root: string;
  /** Fulfilled when the configuration is known. */
  readonly configured: Promise<void>;
  /** Fulfilled when configuration, templates and content have been read. */
  readonly ready: Promise<void>;
  readonly #options: SiteOptions;
  readonly #source: SiteSource;
  readonly #store: SiteStore;
  readonly #documents = new Map<string, string>();
  readonly #listeners = new Set<SiteFilesListener>();
  #hugo: KnownHugo;
  #layout: SiteLayout | undefined;
  #templates: SiteTemplates | undefined;
  #rule: ContentRule = () => undefined;
  #work: Promise<void> = Promise.resolve();
  #waiting: FileChange[] = [];
  #disposed = false;
  #tellConfigured: () => void = () => undefined;

  constructor(root: string, options: SiteOptions, hugo: KnownHugo) {
    this.root = root;
    this.#options = options;
    this.#hugo = hugo;
    this.#store = new SiteStore(emptyFacts(root));
    this.#source = {
      fileSystem: options.fileSystem,
      root,
      slices: new Slices(options.schedule, options.now),
    };
    this.configured = new Promise((resolve) => (this.#tellConfigured = resolve));
    this.ready = this.#enqueue(() => this.#read());
    void this.ready.then(this.#tellConfigured);
  }

  get snapshot(): SiteSnapshot {
    return this.#store.snapshot;
  }

  open(uri: string, text: string): void {
    this.#documents.set(uri, text);
    this.#update({ open: [[uri, this.#openPage(uri, text)]] });
  }

  /** The file is read again: who closes a document may have saved it or thrown its changes away. */
  close(uri: string): void {
    this.#documents.delete(uri);
    this.#update({ open: [[uri, undefined]] });
    this.filesChanged([{ uri, type: 'changed' }]);
  }

  filesChanged(changes: readonly FileChange[]): void {
    if (this.#waiting.length === 0 && changes.length > 0) {
      this.#options.schedule(() => void this.#enqueue(() => this.#readChanges()), gathering);
    }
    this.#waiting.push(...changes);
  }

  isContent(uri: string): boolean {
    return this.#placeOf(normalUri(uri)) !== undefined;
  }

  /** See `EngineSite`. Rejects when the site could not be read at all. */
  async readFiles(page: string): Promise<SiteFiles> {
    await this.ready;
    if (this.#layout === undefined) {
      throw new Error(`${this.root} could not be read.`);
    }
    const { snapshot } = this;
    return readSiteFiles(this.#source, this.#layout, {
      page,
      snapshot,
      documents: this.#documents,
      now: new Date().toISOString(),
    });
  }

  get resourceRoots(): readonly string[] {
    return this.#static().roots.map((path) => uriAt(this.root, path));
  }

  localFiles(address: string): readonly string[] {
    return this.#static()
      .candidates(address)
      .map((path) => uriAt(this.root, path));
  }

  onFilesChanged(listener: SiteFilesListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #static(): ReturnType<typeof staticFiles> {
    return staticFiles(this.#layout?.mounted ?? [], this.snapshot.config);
  }

  /** The new range holds at once, since findings depend on it; the content that is on disk is read again for it. */
  setHugo(hugo: KnownHugo): void {
    this.#hugo = hugo;
    if (this.#layout !== undefined && this.#hugoOf(this.#layout) !== this.snapshot.hugo) {
      this.#adopt(this.#layout, this.#templates);
      void this.#enqueue(() => this.#read(true));
    }
  }

  dispose(): void {
    this.#disposed = true;
  }

  /** Nothing that goes wrong here may end the server; the tasks after it go on. */
  #enqueue(task: () => Promise<void>): Promise<void> {
    const run = (): Promise<void> => (this.#disposed ? Promise.resolve() : task());
    this.#work = this.#work.then(run).catch((error: unknown) => {
      this.#options.log(
        'error',
        `${this.root}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
      );
    });
    return this.#work;
  }

  #update(changes: SiteChanges): void {
    const before = this.#store.snapshot;
    if (!this.#disposed && this.#store.update(changes) !== before) {
      this.#options.onChange(this.#store.snapshot);
    }
  }

  /** Reads everything. Later times take over configuration and templates together, so that no snapshot mixes old and new. */
  async #read(everything = false): Promise<void> {
    const layout = await readLayout(this.#source);
    const isFirst = this.#layout === undefined;
    if (isFirst) {
      this.#adopt(layout, undefined);
    }
    const templates = await readTemplates(this.#source, layout);
    const { hugo } = this.snapshot;
    this.#adopt(layout, templates);
    await this.#readContent(layout, everything || isFirst || this.snapshot.hugo !== hugo);
  }

  #adopt(layout: SiteLayout, templates: SiteTemplates | undefined): void {
    const { missing } = layout.modules;
    if (missing.length > 0 && missing.join() !== this.snapshot.missingModules.join()) {
      this.#options.log('info', `${this.root}: not on disk: ${missing.join(', ')}`);
    }
    const hugo = this.#hugoOf(layout);
    this.#layout = layout;
    this.#templates = templates;
    this.#rule = contentRule(layout, hugo);
    this.#update({
      facts: {
        config: layout.config,
        hugo,
        missingModules: missing,
        ...(templates && {
          ...templateFacts(layout, templates, hugo),
          progress: { ...this.snapshot.progress, templates: true },
        }),
      },
      open: [...this.#documents].map(([uri, text]) => [uri, this.#openPage(uri, text)]),
    });
    this.#tellConfigured();
  }

  /** The very object of the snapshot while the range stays the same: what was parsed for it stays good. */
  #hugoOf(layout: SiteLayout): HugoRange {
    const hugo = hugoOf(layout, this.#hugo.setting, this.#hugo.installed);
    const known = this.snapshot.hugo;
    const same = (['min', 'max', 'source', 'file'] as const).every((part) => hugo[part] === known[part]);
    return same ? known : hugo;
  }

  #placeOf(uri: string): ContentPlace | undefined {
    const path = pathFrom(this.root, uri);
    return path === undefined ? undefined : contentPlace(this.#source, this.#rule, path);
  }

  #openPage(uri: string, text: string): PageRecord | undefined {
    const place = this.#placeOf(uri);
    return place && toPage(place, text.length > longestFile ? undefined : text, this.snapshot.hugo);
  }

  /** Reads all content, or only what is new or has moved since, and forgets what is gone. */
  async #readContent(layout: SiteLayout, everything: boolean): Promise<void> {
    const { places, complete } = await listContent(
      this.#source,
      this.#rule,
      layout.mounts.folders(['content']),
    );
    if (!complete) {
      this.#options.log(
        'warning',
        `${this.root}: there is content that could not be listed, or too much of it.`,
      );
    }
    const listed = new Set(places.map(({ uri }) => uri));
    const gone = [...this.#store.uris()].filter((uri) => !listed.has(uri));
    this.#store.update({ files: gone.map((uri) => [uri, undefined]) });
    const wanted = everything ? places : places.filter((place) => !this.#isKnown(place));
    let pagesRead = places.length - wanted.length;
    let unreadable = 0;
    let published = this.#options.now();
    for await (const pages of readPages(this.#source, wanted, this.snapshot.hugo)) {
      if (this.#disposed) {
        return;
      }
      this.#store.update({ files: pages });
      pagesRead += pages.length;
      unreadable += pages.filter(([, page]) => page === undefined).length;
      if (this.#options.now() - published >= progressStep) {
        this.#publishProgress({ content: false, pagesRead, pagesTotal: places.length });
        published = this.#options.now();
      }
    }
    this.#publishProgress({ content: true, pagesRead, pagesTotal: places.length });
    if (unreadable > 0) {
      this.#options.log(
        'info',
        `${this.root}: ${unreadable} content files could not be read, are binary or too long.`,
      );
    }
  }

  /** The pages read so far are in the store already; this is when others hear of them. */
  #publishProgress(progress: Omit<SiteProgress, 'templates'>): void {
    this.#update({ facts: { progress: { ...this.snapshot.progress, ...progress } } });
  }

  #isKnown({ uri, file }: ContentPlace): boolean {
    const page = this.snapshot.page(uri);
    return (
      page?.path === file.path &&
      page.language === file.language &&
      page.section === file.section &&
      page.bundle === file.bundle
    );
  }

  async #readChanges(): Promise<void> {
    const layout = this.#layout;
    const changes = new Map(this.#waiting.map((change) => [change.uri, change]));
    this.#waiting = [];
    if (layout === undefined) {
      return;
    }
    const affected = sortChanges(this.root, layout, [...changes.values()]);
    if (affected.layout.length > 0) {
      await this.#read();
    }
    const facts = await this.#readTemplateChanges(affected);
    const files = await this.#readContentChanges(affected.content);
    this.#update({ files, ...(facts && { facts }) });
    await this.#tellListeners(affected.layout.length > 0, [...changes.values()]);
  }

  async #tellListeners(reset: boolean, changes: readonly FileChange[]): Promise<void> {
    if (this.#listeners.size > 0 && this.#layout !== undefined) {
      const seen = reset
        ? ('reset' as const)
        : await readSiteChanges(this.#source, this.#layout, this.snapshot, changes);
      if (seen === 'reset' || seen.size > 0) {
        this.#listeners.forEach((listener) => listener(seen));
      }
    }
  }

  async #readTemplateChanges(affected: ChangesByEffect): Promise<Partial<SiteFacts> | undefined> {
    const [layout, known] = [this.#layout, this.#templates];
    const isRead = affected.layout.length > 0 || affected.templates.length + affected.template.length === 0;
    if (layout === undefined || known === undefined || isRead) {
      return undefined;
    }
    const paths = affected.template.map(({ path }) => path);
    const templates =
      affected.templates.length > 0
        ? await readTemplates(this.#source, layout)
        : {
            ...known,
            shortcodes: new Map([
              ...known.shortcodes,
              ...(await readShortcodes(this.#source, layout, paths, known.partialOf)),
            ]),
          };
    this.#templates = templates;
    return templateFacts(layout, templates, this.snapshot.hugo);
  }

  async #readContentChanges(changes: readonly ChangedPath[]): Promise<PageChange[]> {
    const places: ContentPlace[] = [];
    const folders: string[] = [];
    const gone = new Set<string>();
    for (const { uri, path, type } of changes) {
      const place = contentPlace(this.#source, this.#rule, path);
      if (type === 'deleted') {
        gone.add(uri);
      } else if (place !== undefined) {
        places.push(place);
      } else if (type === 'created' && (await this.#options.fileSystem.stat(uri)) === 'directory') {
        folders.push(path);
      }
    }
    const inside = await listContent(this.#source, this.#rule, folders);
    const pages = this.#pagesBelow(gone);
    for await (const some of readPages(this.#source, [...places, ...inside.places], this.snapshot.hugo)) {
      pages.push(...some);
    }
    return pages;
  }

  /** The pages that went away with these files and folders. */
  #pagesBelow(gone: ReadonlySet<string>): PageChange[] {
    const isFolder = [...gone].some((uri) => this.snapshot.page(uri) === undefined);
    const isGone = (uri: string | undefined): boolean =>
      uri !== undefined && (gone.has(uri) || isGone(parentUri(uri)));
    const uris = isFolder ? [...this.#store.uris()].filter(isGone) : [...gone];
    return uris.map((uri) => [uri, undefined]);
  }
}

interface ChangedPath extends FileChange {
  readonly path: string;
}

type ChangesByEffect = { readonly [effect in Affected]: readonly ChangedPath[] };

function sortChanges(root: string, layout: SiteLayout, changes: readonly FileChange[]): ChangesByEffect {
  const sorted: { [effect in Affected]: ChangedPath[] } = {
    layout: [],
    templates: [],
    template: [],
    content: [],
    nothing: [],
  };
  for (const change of changes) {
    const path = pathFrom(root, change.uri);
    if (path !== undefined) {
      sorted[affectedBy(layout, path, change.type)].push({ ...change, path });
    }
  }
  return sorted;
}

function templateFacts(
  layout: SiteLayout,
  { shortcodes, complete }: SiteTemplates,
  hugo: HugoRange,
): Pick<SiteFacts, 'shortcodes' | 'shortcodesComplete'> {
  return {
    shortcodes: shortcodeDefinitions([...shortcodes.values()], hugo),
    shortcodesComplete: complete && !layout.outOfReach && layout.modules.missing.length === 0,
  };
}
