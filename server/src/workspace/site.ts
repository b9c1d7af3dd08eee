import { emptyFacts } from '../core/site/emptyFacts.ts';
import type { PageRecord, SiteProgress, SiteSnapshot } from '../core/site/snapshot.ts';
import { publishedPlaces } from '../core/site/publishedPlaces.ts';
import { SiteStore, type PageChange, type SiteChanges, type SiteFacts } from '../core/site/store.ts';
import type { HugoRange, HugoVersion } from '../core/hugo/version.ts';
import { partComponents, sortChanges, type ChangedPath, type FileChange } from './changes.ts';
import { longestFile, type FileSystem } from './fileSystem.ts';
import { changedPlaces, listPlaces, type PlaceRule } from './places.ts';
import { contentPlaces, contentRule, readPages, toPage, type ContentPlace } from './readContent.ts';
import { hugoOf, readLayout, type SiteLayout } from './readLayout.ts';
import { readSiteChanges, type SiteFilesListener } from './readSiteChanges.ts';
import { readSiteFiles } from './readSiteFiles.ts';
import { SiteLearning } from './siteLearning.ts';
import type { SiteFiles } from '../core/preview/siteFiles.ts';
import { staticFiles } from '../core/preview/staticFiles.ts';
import type { SiteSource } from './siteSource.ts';
import { Slices, type Schedule } from './slices.ts';
import { normalUri, pathFrom, uriAt } from './uris.ts';

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
const gathering = 20;
/** While content is read, a new snapshot is made at most this often, in milliseconds. */
const progressStep = 200;

/** One site: read once, then kept up to date. All reading is done by one task after the other. */
export class Site {
  readonly root: string;
  /** Fulfilled when the configuration is known. */
  readonly configured: Promise<void>;
  /** Fulfilled when everything has been read. */
  readonly ready: Promise<void>;
  /** Fulfilled when configuration, templates and content have been read. */
  readonly #content: Promise<void>;
  readonly #options: SiteOptions;
  readonly #source: SiteSource;
  readonly #store: SiteStore;
  readonly #documents = new Map<string, string>();
  readonly #listeners = new Set<SiteFilesListener>();
  #hugo: KnownHugo;
  #layout: SiteLayout | undefined;
  #learning: SiteLearning | undefined;
  #rule: PlaceRule<ContentPlace> = () => undefined;
  #work: Promise<void> = Promise.resolve();
  /** What the watcher saw, and documents that are no content in which somebody typed. */
  #waiting: FileChange[] = [];
  readonly #typed = new Set<string>();
  #isGathering = false;
  #disposed = false;
  #tellConfigured: () => void = () => undefined;
  #tellContent: () => void = () => undefined;

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
    this.#content = new Promise((resolve) => (this.#tellContent = resolve));
    this.ready = this.#enqueue(() => this.#read());
    void this.ready.then(this.#tellConfigured).then(this.#tellContent);
  }

  get snapshot(): SiteSnapshot {
    return this.#store.snapshot;
  }

  open(uri: string, text: string): void {
    this.#documents.set(uri, text);
    const page = this.#openPage(uri, text);
    this.#update({ open: [[uri, page]] });
    if (page === undefined) {
      this.#typed.add(uri);
      this.#gather();
    }
  }

  /** The file is read again: who closes a document may have saved it or thrown its changes away. */
  close(uri: string): void {
    this.#documents.delete(uri);
    this.#update({ open: [[uri, undefined]] });
    this.filesChanged([{ uri, type: 'changed' }]);
  }

  filesChanged(changes: readonly FileChange[]): void {
    if (changes.length > 0) {
      this.#waiting.push(...changes);
      this.#gather();
    }
  }

  #gather(): void {
    if (!this.#isGathering) {
      this.#isGathering = true;
      this.#options.schedule(() => void this.#enqueue(() => this.#readChanges()), gathering);
    }
  }

  isContent(uri: string): boolean {
    return this.#placeOf(normalUri(uri)) !== undefined;
  }

  /** See `EngineSite`. Rejects when the site could not be read at all. */
  async readFiles(page: string): Promise<SiteFiles> {
    await this.#content;
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
      this.#adopt(this.#layout, this.#learning);
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
      this.#adopt(layout);
    }
    const learning = new SiteLearning({
      source: this.#source,
      layout,
      hugo: this.#hugoOf(layout),
      documents: this.#documents,
      warn: (text) => {
        this.#options.log('warning', `${this.root}: ${text}`);
      },
    });
    const schema = await learning.readSchema();
    const { hugo } = this.snapshot;
    this.#adopt(layout, learning, schema);
    await this.#readContent(layout, everything || isFirst || this.snapshot.hugo !== hugo);
    this.#tellContent();
    const values = await learning.readValues();
    this.#update({ facts: { ...values, progress: { ...this.snapshot.progress, files: true } } });
    await this.#placePages();
  }

  /** Puts the pages in the order of their addresses before the first request asks for it, which would wait for that. */
  async #placePages(): Promise<void> {
    const { snapshot } = this;
    for (const page of snapshot.pages()) {
      publishedPlaces(page, snapshot.config);
      await this.#source.slices.pause();
    }
    this.snapshot.pagesAt('/', 'address', 1);
    this.snapshot.pagesPublishedAt('');
  }

  #adopt(layout: SiteLayout, learning?: SiteLearning, schema?: Partial<SiteFacts>): void {
    const { missing } = layout.modules;
    if (missing.length > 0 && missing.join() !== this.snapshot.missingModules.join()) {
      this.#options.log('info', `${this.root}: not on disk: ${missing.join(', ')}`);
    }
    const hugo = this.#hugoOf(layout);
    this.#layout = layout;
    this.#learning = learning;
    this.#rule = contentPlaces(this.#source, contentRule(layout, hugo));
    this.#update({
      facts: {
        config: layout.config,
        hugo,
        missingModules: missing,
        redirects: layout.redirects,
        ...schema,
        ...(learning && {
          ...learning.templateFacts(hugo),
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
    return path === undefined ? undefined : this.#rule(path);
  }

  #openPage(uri: string, text: string): PageRecord | undefined {
    const place = this.#placeOf(uri);
    return place && toPage(place, text.length > longestFile ? undefined : text, this.snapshot.hugo);
  }

  /** Reads all content, or only what is new or has moved since, and forgets what is gone. */
  async #readContent(layout: SiteLayout, everything: boolean): Promise<void> {
    const folders = layout.mounts.folders(partComponents.content);
    const { places, complete } = await listPlaces(this.#source, this.#rule, folders);
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
    void this.#enqueue(() => this.#prepare());
    if (unreadable > 0) {
      this.#options.log(
        'info',
        `${this.root}: ${unreadable} content files could not be read, are binary or too long.`,
      );
    }
  }

  /** Works out where the pages appear: who asks for the first link would wait for that on a big site. */
  async #prepare(): Promise<void> {
    const { snapshot } = this;
    for (const page of this.#disposed ? [] : snapshot.pages()) {
      publishedPlaces(page, snapshot.config);
      await this.#source.slices.pause();
    }
  }

  /** The pages read so far are in the store already; this is when others hear of them. */
  #publishProgress(progress: Pick<SiteProgress, 'content' | 'pagesRead' | 'pagesTotal'>): void {
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
    const seen = [...new Map(this.#waiting.map((change) => [change.uri, change])).values()];
    const typed = [...this.#typed].map((uri): FileChange => ({ uri, type: 'changed' }));
    this.#waiting = [];
    this.#typed.clear();
    this.#isGathering = false;
    if (layout === undefined) {
      return;
    }
    // What is typed into a configuration counts when it is saved.
    const readsAll = sortChanges(this.root, layout, seen).layout.length > 0;
    const changes = sortChanges(this.root, layout, [...typed, ...seen]);
    if (readsAll) {
      await this.#read();
    }
    const facts = readsAll ? {} : await this.#learning?.readChanges(changes);
    const files = await this.#readContentChanges(changes.content);
    const isLearnt = facts !== undefined && Object.keys(facts).length > 0;
    this.#update({ files, ...(isLearnt && { facts }) });
    await this.#tellListeners(readsAll, seen);
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

  async #readContentChanges(changes: readonly ChangedPath[]): Promise<PageChange[]> {
    const { gone, places } = await changedPlaces(this.#source, this.#rule, changes, {
      has: (uri) => this.snapshot.page(uri) !== undefined,
      uris: () => this.#store.uris(),
    });
    const pages = gone.map((uri): PageChange => [uri, undefined]);
    for await (const some of readPages(this.#source, places, this.snapshot.hugo)) {
      pages.push(...some);
    }
    return pages;
  }
}
