// Only the newest snapshot is read often, so the store keeps its pages and counts in plain maps that change in place, and an
// older snapshot keeps the pages as they were before each change that came after it: it answers from the store less what has
// changed since. An edit costs as much as the page that it touches, nothing is ever folded or copied, and a snapshot that
// nobody holds any more takes its memory of the past with it.
import { definitionsOf, type Definitions } from './definitions.ts';
import { sameKeys, sameList } from './keyCounts.ts';
import { PageGroups } from './pageGroups.ts';
import { PageOrder } from './pageOrder.ts';
import { folderOf } from './pagePath.ts';
import { PlaceIndex } from './placeIndex.ts';
import type { Archetype, PageRecord, ShortcodeDefinition, SiteSnapshot, SiteTemplate } from './snapshot.ts';
import { StoredSnapshot, type PageBase, type Past } from './storedSnapshot.ts';
import { sameCalls, Tally } from './tally.ts';

/** What a snapshot says of its site beside the pages. */
export interface SiteFacts extends Pick<
  SiteSnapshot,
  | 'root'
  | 'config'
  | 'hugo'
  | 'progress'
  | 'missingModules'
  | 'shortcodesComplete'
  | 'data'
  | 'files'
  | 'redirects'
  | 'team'
> {
  readonly shortcodes: readonly ShortcodeDefinition[];
  readonly templates: readonly SiteTemplate[];
  readonly archetypes: readonly Archetype[];
}

/** A page by its URI; `undefined` takes it away. */
export type PageChange = readonly [uri: string, page: PageRecord | undefined];

export interface SiteChanges {
  readonly facts?: Partial<SiteFacts>;
  /** Pages as their files are. */
  readonly files?: Iterable<PageChange>;
  /** Pages as the open documents are; they win over the files until they are taken away. */
  readonly open?: Iterable<PageChange>;
}

/** Makes the snapshots of one site, one after the other. */
export class SiteStore {
  readonly #base = emptyBase();
  /** Open documents, each with the page of its file. */
  readonly #open = new Map<string, PageRecord | undefined>();
  /** Files that were made after all content had been read. */
  readonly #newcomers = new Set<string>();
  #facts: SiteFacts;
  #definitions: Definitions;
  #snapshot: StoredSnapshot;

  constructor(facts: SiteFacts) {
    this.#facts = facts;
    this.#definitions = definitionsOf(facts.shortcodes);
    this.#snapshot = new StoredSnapshot(1, facts, this.#definitions, this.#base);
  }

  get snapshot(): SiteSnapshot {
    return this.#snapshot;
  }

  /** The URIs of all pages, those of open documents too. */
  uris(): Iterable<string> {
    return this.#base.pages.keys();
  }

  /** Takes the changes over and answers the snapshot that holds them: the same one as before when they change nothing. */
  update({ facts, files = [], open = [] }: SiteChanges): SiteSnapshot {
    const past: Past = new Map();
    for (const [uri, page] of files) {
      this.#putFile(uri, page, past);
    }
    for (const [uri, page] of open) {
      this.#putOpen(uri, page, past);
    }
    if (facts !== undefined || past.size > 0) {
      this.#publish(facts, past);
    }
    return this.#snapshot;
  }

  #publish(facts: Partial<SiteFacts> | undefined, past: Past): void {
    this.#facts = { ...this.#facts, ...facts };
    if (facts?.shortcodes !== undefined) {
      this.#definitions = definitionsOf(facts.shortcodes);
    }
    const superseded = this.#snapshot;
    this.#snapshot = new StoredSnapshot(superseded.revision + 1, this.#facts, this.#definitions, this.#base);
    superseded.supersede(past, this.#snapshot);
  }

  #putFile(uri: string, page: PageRecord | undefined, past: Past): void {
    const isBeingRead = !this.#facts.progress.content;
    if (!isBeingRead && !this.#open.has(uri) && !this.#base.pages.has(uri)) {
      this.#newcomers.add(uri);
    }
    if (this.#open.has(uri)) {
      this.#open.set(uri, page);
      if (isBeingRead) {
        this.#base.opened.set(uri, page);
      }
    } else {
      this.#put(uri, page, past);
    }
  }

  #putOpen(uri: string, page: PageRecord | undefined, past: Past): void {
    if (page === undefined) {
      const file = this.#open.get(uri);
      this.#base.opened.delete(uri);
      if (this.#open.delete(uri)) {
        this.#put(uri, file, past);
      }
      return;
    }
    if (!this.#open.has(uri)) {
      const file = this.#base.pages.get(uri);
      this.#open.set(uri, file);
      this.#base.opened.set(uri, this.#newcomers.has(uri) ? undefined : file);
    }
    this.#put(uri, page, past);
  }

  #put(uri: string, page: PageRecord | undefined, past: Past): void {
    const { pages, tally, sections, folders, cascading, orders, places } = this.#base;
    const before = pages.get(uri);
    if (samePage(before, page)) {
      return;
    }
    if (!past.has(uri)) {
      past.set(uri, before);
    }
    tally.replace(before, page);
    const shared = page && tally.share(page);
    if (shared === undefined) {
      pages.delete(uri);
    } else {
      pages.set(uri, shared);
    }
    sections.replace(before, shared);
    folders.replace(before, shared);
    cascading.replace(before, shared);
    places.replace(uri, before);
    Object.values(orders).forEach((order) => {
      order.replace(uri, before);
    });
  }
}

function emptyBase(): PageBase {
  const pages = new Map<string, PageRecord>();
  return {
    pages,
    sections: new PageGroups(({ section }) => section),
    folders: new PageGroups(folderOf),
    cascading: new PageGroups(({ cascades }) => cascades && 'cascade'),
    places: new PlaceIndex(pages),
    orders: {
      address: new PageOrder('address', pages),
      name: new PageOrder('name', pages),
      path: new PageOrder('path', pages),
      baseName: new PageOrder('baseName', pages),
      words: new PageOrder('words', pages),
    },
    tally: new Tally(),
    opened: new Map(),
  };
}

function samePage(a: PageRecord | undefined, b: PageRecord | undefined): boolean {
  return (
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      a.path === b.path &&
      a.language === b.language &&
      a.section === b.section &&
      a.bundle === b.bundle &&
      sameCalls(a, b) &&
      sameKeys(a.keys, b.keys) &&
      JSON.stringify(a.cascades) === JSON.stringify(b.cascades) &&
      sameList(a.leads ?? [], b.leads ?? []) &&
      JSON.stringify(a.headings) === JSON.stringify(b.headings) &&
      sameKeys(a.arguments, b.arguments))
  );
}
