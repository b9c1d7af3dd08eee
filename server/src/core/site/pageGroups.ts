import type { PageRecord } from './snapshot.ts';

/** Pages by what some of them have in common; a change costs as much as the page that it touches. */
export class PageGroups {
  readonly #groups = new Map<string, Map<string, PageRecord>>();
  readonly #keyOf: (page: PageRecord) => string | undefined;

  /** Without a key a page is in no group. */
  constructor(keyOf: (page: PageRecord) => string | undefined) {
    this.#keyOf = keyOf;
  }

  in(key: string): Iterable<PageRecord> {
    return this.#groups.get(key)?.values() ?? [];
  }

  names(): Iterable<string> {
    return this.#groups.keys();
  }

  /** A page that stays in its group keeps its place there. */
  replace(before: PageRecord | undefined, after: PageRecord | undefined): void {
    const from = before && this.#keyOf(before);
    const to = after && this.#keyOf(after);
    if (before !== undefined && from !== undefined && from !== to) {
      this.#leave(from, before);
    }
    if (after !== undefined && to !== undefined) {
      const group = this.#groups.get(to) ?? new Map<string, PageRecord>();
      this.#groups.set(to, group.set(after.uri, after));
    }
  }

  #leave(key: string, { uri }: PageRecord): void {
    const group = this.#groups.get(key);
    group?.delete(uri);
    if (group?.size === 0) {
      this.#groups.delete(key);
    }
  }
}
