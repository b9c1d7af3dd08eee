import { ignoresCase, type Definitions } from './definitions.ts';
import { compareCounts, type Count } from './ranking.ts';
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
  ValueType,
} from './snapshot.ts';
import type { SiteFacts } from './store.ts';
import { Tally, type KeyTally } from './tally.ts';

/** The pages as they are now, with what is counted of them; changed in place by the store alone. */
export interface PageBase {
  readonly pages: Map<string, PageRecord>;
  /** URIs of the pages, by section. */
  readonly sections: Map<string, Set<string>>;
  readonly tally: Tally;
  /** The arguments of shortcode calls, counted as if they were keys. */
  readonly arguments: Tally;
  /** Answers of `keyStats` and `keysBelow`, until a page changes them. */
  readonly stats: Map<string, KeyStats>;
  readonly lists: Map<string, readonly KeyStats[]>;
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

  pageCount(): number {
    return this.#pageCount;
  }

  *pages(): Iterable<PageRecord> {
    this.#catchUp();
    yield* this.#existing([...this.#base.pages.keys(), ...this.#past.keys()]);
  }

  *pagesIn(section: string): Iterable<PageRecord> {
    this.#catchUp();
    const uris = [...(this.#base.sections.get(section) ?? []), ...this.#past.keys()];
    for (const page of this.#existing(uris)) {
      if (page.section === section) {
        yield page;
      }
    }
  }

  keyStats(id: string): KeyStats | undefined {
    const folded = id.toLowerCase();
    const difference = this.#catchUp();
    const tally = this.#base.tally.keys.get(folded);
    if (difference !== undefined) {
      return toKeyStats(folded, tally, difference.keys.get(folded));
    }
    const known = this.#base.stats.get(folded) ?? toKeyStats(folded, tally);
    if (known !== undefined) {
      this.#base.stats.set(folded, known);
    }
    return known;
  }

  keysBelow(parent: string): readonly KeyStats[] {
    const folded = parent.toLowerCase();
    const difference = this.#catchUp();
    const known = difference === undefined ? this.#base.lists.get(folded) : undefined;
    if (known !== undefined) {
      return known;
    }
    const ids = new Set([
      ...(this.#base.tally.children.get(folded) ?? []),
      ...(difference?.children.get(folded) ?? []),
    ]);
    const list = [...ids].flatMap((id) => this.keyStats(id) ?? []).sort(compareKeys);
    if (difference === undefined) {
      this.#base.lists.set(folded, list);
    }
    return list;
  }

  values(id: string, limit: number): readonly ValueStats[] {
    const folded = id.toLowerCase();
    const changed = this.#catchUp()?.keys.get(folded);
    const tally = this.#base.tally.keys.get(folded);
    const counts =
      changed === undefined
        ? (tally?.ranking.first(limit) ?? [])
        : mergeCounts(tally?.values, changed.values).slice(0, limit);
    return counts.map(({ text, pages }) => ({ value: text, pages }));
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

  argumentStats(_shortcode: string): readonly KeyStats[] {
    return [];
  }

  argumentValues(_id: string, _limit: number): readonly ValueStats[] {
    return [];
  }

  /** Asks for each page when it is its turn: the base may change while somebody goes through the pages. */
  *#existing(uris: readonly string[]): Iterable<PageRecord> {
    for (const uri of new Set(uris)) {
      const page = this.page(uri);
      if (page !== undefined) {
        yield page;
      }
    }
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

function toKeyStats(id: string, now: KeyTally | undefined, change?: KeyTally): KeyStats | undefined {
  const pages = (now?.pages ?? 0) + (change?.pages ?? 0);
  const [spelling] = mergeCounts(now?.spellings, change?.spellings);
  if (pages === 0 || spelling === undefined) {
    return undefined;
  }
  const types = new Map<ValueType, number>();
  for (const [type, count] of [...(now?.types ?? []), ...(change?.types ?? [])]) {
    types.set(type, (types.get(type) ?? 0) + count);
  }
  return {
    id,
    spelling: spelling.text,
    pages,
    types: new Map([...types].filter(([, count]) => count > 0)),
  };
}

function mergeCounts(
  now: ReadonlyMap<string, Count> | undefined,
  change: ReadonlyMap<string, Count> | undefined,
): Count[] {
  const merged = new Map<string, Count>();
  for (const { text, pages } of [...(now?.values() ?? []), ...(change?.values() ?? [])]) {
    merged.set(text, { text, pages: (merged.get(text)?.pages ?? 0) + pages });
  }
  return [...merged.values()].filter(({ pages }) => pages > 0).sort(compareCounts);
}

function compareKeys(a: KeyStats, b: KeyStats): number {
  return b.pages - a.pages || (a.id < b.id ? -1 : Number(a.id > b.id));
}
