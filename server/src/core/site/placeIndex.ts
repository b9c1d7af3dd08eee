// Which pages appear at which address of the site. It is made when somebody asks for the first time; from then on a page that changes costs
// as much as its own places.
import type { SiteConfig } from '../config/types.ts';
import { isOwnPlace, openStart, publishedPlaces } from './publishedPlaces.ts';
import type { PageRecord } from './snapshot.ts';

export class PlaceIndex {
  readonly #pages: ReadonlyMap<string, PageRecord>;
  readonly #changed = new Map<string, PageRecord | undefined>();
  /** URIs by key. */
  #places = new Map<string, Set<string>>();
  /** Of those, the pages that stand there themselves. */
  #own = new Map<string, Set<string>>();
  /** How many pages have an address of which only the start is known, by that. */
  #open = new Map<string, number>();
  #config: SiteConfig | undefined;

  /** `pages` are all of them, and change with `replace`. */
  constructor(pages: ReadonlyMap<string, PageRecord>) {
    this.#pages = pages;
  }

  /** Has to be told of every change. */
  replace(uri: string, before: PageRecord | undefined): void {
    if (this.#config !== undefined && !this.#changed.has(uri)) {
      this.#changed.set(uri, before);
    }
  }

  /** The URIs of the pages that appear at `key`. */
  at(key: string, config: SiteConfig): Iterable<string> {
    this.#bringUpToDate(config);
    return this.#places.get(key) ?? [];
  }

  /** The URIs of the pages of which an address of their own, or an alias, is `key`. */
  ownAt(key: string, config: SiteConfig): Iterable<string> {
    this.#bringUpToDate(config);
    return this.#own.get(key) ?? [];
  }

  /** Whether a page may stand at `key` whose address is not wholly known. */
  isOpen(key: string, config: SiteConfig): boolean {
    this.#bringUpToDate(config);
    return [...this.#open.keys()].some(
      (start) => start === '' || key === start || key.startsWith(`${start}/`),
    );
  }

  #bringUpToDate(config: SiteConfig): void {
    if (this.#config === config && this.#changed.size === 0) {
      return;
    }
    if (this.#config === config) {
      for (const [uri, before] of this.#changed) {
        this.#count(before, config, -1);
        this.#count(this.#pages.get(uri), config, 1);
      }
    } else {
      this.#config = config;
      this.#places = new Map();
      this.#own = new Map();
      this.#open = new Map();
      for (const page of this.#pages.values()) {
        this.#count(page, config, 1);
      }
    }
    this.#changed.clear();
  }

  #count(page: PageRecord | undefined, config: SiteConfig, by: 1 | -1): void {
    if (page === undefined) {
      return;
    }
    for (const place of publishedPlaces(page, config)) {
      countAt(this.#places, place.key, page.uri, by);
      if (isOwnPlace(place)) {
        countAt(this.#own, place.key, page.uri, by);
      }
    }
    const start = openStart(page, config);
    if (start !== undefined) {
      const count = (this.#open.get(start) ?? 0) + by;
      if (count > 0) {
        this.#open.set(start, count);
      } else {
        this.#open.delete(start);
      }
    }
  }
}

function countAt(places: Map<string, Set<string>>, key: string, uri: string, by: 1 | -1): void {
  const uris = places.get(key) ?? new Set<string>();
  if (by === 1) {
    places.set(key, uris.add(uri));
  } else if (uris.delete(uri) && uris.size === 0) {
    places.delete(key);
  }
}
