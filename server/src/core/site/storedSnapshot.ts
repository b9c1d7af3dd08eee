import { ignoresCase, type Definitions } from './definitions.ts';
import { statsBelow, statsOf, valuesOf } from './keyAnswers.ts';
import type { PageGroups } from './pageGroups.ts';
import { addressesOf, comparePlaced, type AddressKind, type PageOrder, type Placed } from './pageOrder.ts';
import { folderOf } from './pagePath.ts';
import type { PlaceIndex } from './placeIndex.ts';
import { isOwnPlace, publishedPlaces } from './publishedPlaces.ts';
import type {
  Archetype,
  KeyStats,
  PageRecord,
  ShortcodeDefinition,
  ShortcodeUse,
  SiteProgress,
  SiteSnapshot,
  SiteTemplate,
  ValueStats,
} from './snapshot.ts';
import type { SiteFacts } from './store.ts';
import { Tally } from './tally.ts';

/** The pages as they are now, with what is counted of them; changed in place by the store alone. */
export interface PageBase {
  readonly pages: Map<string, PageRecord>;
  readonly sections: PageGroups;
  readonly folders: PageGroups;
  readonly cascading: PageGroups;
  readonly orders: Readonly<Record<AddressKind, PageOrder>>;
  readonly places: PlaceIndex;
  readonly tally: Tally;
  /** Pages of open documents as their files were when they were opened; `undefined` for those that readers cannot have yet. */
  readonly opened: Map<string, PageRecord | undefined>;
}

/** The pages that have changed since a snapshot was the newest, as they were then. */
export type Past = Map<string, PageRecord | undefined>;

/** One picture of a site: the newest answers from the base, an older one from the base and its own past. */
export class StoredSnapshot implements SiteSnapshot {
  readonly revision: number;
  readonly #facts: SiteFacts;
  readonly #definitions: Definitions;
  readonly #base: PageBase;
  readonly #pageCount: number;
  #past: Past = new Map();
  #next: StoredSnapshot | undefined;
  #difference: Tally | undefined;

  constructor(revision: number, facts: SiteFacts, definitions: Definitions, base: PageBase) {
    this.revision = revision;
    this.#facts = facts;
    this.#definitions = definitions;
    this.#base = base;
    this.#pageCount = base.pages.size;
  }

  get root(): string {
    return this.#facts.root;
  }

  get config(): SiteSnapshot['config'] {
    return this.#facts.config;
  }

  get hugo(): SiteSnapshot['hugo'] {
    return this.#facts.hugo;
  }

  get progress(): SiteProgress {
    return this.#facts.progress;
  }

  get missingModules(): readonly string[] {
    return this.#facts.missingModules;
  }

  get shortcodesComplete(): boolean {
    return this.#facts.shortcodesComplete;
  }

  get data(): SiteSnapshot['data'] {
    return this.#facts.data;
  }

  get files(): SiteSnapshot['files'] {
    return this.#facts.files;
  }

  get redirects(): SiteSnapshot['redirects'] {
    return this.#facts.redirects;
  }

  get team(): SiteSnapshot['team'] {
    return this.#facts.team;
  }

  templates(): readonly SiteTemplate[] {
    return this.#facts.templates;
  }

  archetypes(): readonly Archetype[] {
    return this.#facts.archetypes;
  }

  /** Called by the store, once, when `next` takes its place; `past` says how the pages were before. */
  supersede(past: Past, next: StoredSnapshot): void {
    this.#past = past;
    this.#next = next;
  }

  page(uri: string): PageRecord | undefined {
    this.#catchUp();
    return this.#past.has(uri) ? this.#past.get(uri) : this.#base.pages.get(uri);
  }

  /** The same in all snapshots. */
  openedPage(uri: string): PageRecord | undefined {
    const { opened } = this.#base;
    return opened.has(uri) ? opened.get(uri) : this.page(uri);
  }

  pageCount(): number {
    return this.#pageCount;
  }

  pages(limit?: number): Iterable<PageRecord> {
    this.#catchUp();
    return this.#asThen(this.#base.pages.values(), () => true, limit);
  }

  sections(): readonly string[] {
    this.#catchUp();
    const then = [...this.#past.values()].flatMap((page) => page?.section ?? []);
    const names = new Set([...this.#base.sections.names(), ...then]);
    return [...names].filter((name) => [...this.pagesIn(name, 1)].length > 0);
  }

  pagesIn(section: string, limit?: number): Iterable<PageRecord> {
    this.#catchUp();
    return this.#asThen(this.#base.sections.in(section), (page) => page.section === section, limit);
  }

  pagesInFolder(folder: string, limit?: number): Iterable<PageRecord> {
    this.#catchUp();
    return this.#asThen(this.#base.folders.in(folder), (page) => folderOf(page) === folder, limit);
  }

  cascading(): Iterable<PageRecord> {
    this.#catchUp();
    return this.#asThen(this.#base.cascading.in('cascade'), (page) => page.cascades !== undefined);
  }

  pagesAt(start: string, kind: AddressKind, limit: number): readonly PageRecord[] {
    this.#catchUp();
    const now = this.#base.orders[kind].from(start, limit + this.#past.size, this.config);
    // Where it stands first.
    const placed = (page: PageRecord): Placed[] =>
      addressesOf(page, kind, this.config)
        .filter((address) => address.startsWith(start))
        .sort()
        .slice(0, 1)
        .map((address) => ({ address, page }));
    const pages = this.#asThen(now, (page) => placed(page).length > 0);
    const inOrder =
      this.#past.size === 0
        ? pages
        : pages
            .flatMap(placed)
            .sort(comparePlaced)
            .map(({ page }) => page);
    return inOrder.slice(0, limit);
  }

  pagesPublishedAt(key: string): readonly PageRecord[] {
    this.#catchUp();
    const isThere = (page: PageRecord): boolean =>
      publishedPlaces(page, this.config).some((place) => place.key === key);
    return this.#asThen(this.#pagesOf(this.#base.places.at(key, this.config)), isThere);
  }

  pagesStandingAt(key: string): readonly PageRecord[] {
    this.#catchUp();
    const isThere = (page: PageRecord): boolean =>
      publishedPlaces(page, this.config).some((place) => place.key === key && isOwnPlace(place));
    return this.#asThen(this.#pagesOf(this.#base.places.ownAt(key, this.config)), isThere);
  }

  isOpenAt(key: string): boolean {
    this.#catchUp();
    return this.#base.places.isOpen(key, this.config);
  }

  keyStats(id: string): KeyStats | undefined {
    const change = this.#catchUp();
    return statsOf(id.toLowerCase(), this.#base.tally.keys, change?.keys);
  }

  keysBelow(parent: string): readonly KeyStats[] {
    const change = this.#catchUp();
    return statsBelow(parent.toLowerCase(), this.#base.tally.keys, change?.keys);
  }

  values(id: string, limit: number): readonly ValueStats[] {
    const change = this.#catchUp();
    return valuesOf(id.toLowerCase(), limit, this.#base.tally.keys, change?.keys);
  }

  shortcode(name: string): ShortcodeDefinition | undefined {
    return this.#definitions.find(name, this.hugo);
  }

  shortcodes(): readonly ShortcodeDefinition[] {
    return this.#definitions.sorted;
  }

  shortcodeUse(name: string): ShortcodeUse {
    const difference = this.#catchUp();
    const folds = ignoresCase(this.hugo);
    const key = folds ? name.toLowerCase() : name;
    const [now, then] = [this.#base.tally, difference].map((tally) =>
      (folds ? tally?.foldedCalls : tally?.calls)?.get(key),
    );
    return {
      calls: (now?.calls ?? 0) + (then?.calls ?? 0),
      pages: (now?.pages ?? 0) + (then?.pages ?? 0),
    };
  }

  argumentStats(shortcode: string): readonly KeyStats[] {
    const change = this.#catchUp();
    return statsBelow(shortcode.toLowerCase(), this.#base.tally.arguments, change?.arguments);
  }

  argumentValues(id: string, limit: number): readonly ValueStats[] {
    const change = this.#catchUp();
    return valuesOf(id.toLowerCase(), limit, this.#base.tally.arguments, change?.arguments);
  }

  /** A list of its own, since the base may change while somebody goes through the pages. */
  #pagesOf(uris: Iterable<string>): readonly PageRecord[] {
    return [...uris].flatMap((uri) => this.#base.pages.get(uri) ?? []);
  }

  #asThen(
    now: Iterable<PageRecord>,
    counts: (page: PageRecord) => boolean,
    limit = Infinity,
  ): readonly PageRecord[] {
    const then = [...this.#past.values()].flatMap((page) => (page && counts(page) ? [page] : []));
    const pages: PageRecord[] = [];
    for (const page of now) {
      if (pages.length + then.length >= limit) {
        break;
      }
      if (!this.#past.has(page.uri)) {
        pages.push(page);
      }
    }
    return [...pages, ...then].slice(0, limit);
  }

  /** Brings the past up to the newest snapshot; answers what to add to the counts of now, nothing for the newest itself. */
  #catchUp(): Tally | undefined {
    if (this.#next === undefined) {
      return undefined;
    }
    for (let after = this.#next.#next; after !== undefined; after = this.#next.#next) {
      for (const [uri, page] of this.#next.#past) {
        if (!this.#past.has(uri)) {
          this.#past.set(uri, page);
        }
      }
      this.#next = after;
      this.#difference = undefined;
    }
    return (this.#difference ??= this.#compare());
  }

  #compare(): Tally {
    const difference = new Tally();
    for (const [uri, page] of this.#past) {
      difference.replace(this.#base.pages.get(uri), page);
    }
    return difference;
  }
}
