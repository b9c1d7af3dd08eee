import type { PageKey } from './snapshot.ts';

/** How many pages say one thing. The object stays the same while its number changes. */
export interface Count {
  readonly text: string;
  pages: number;
  /** A key that says just this; the pages that say the same share it. */
  key?: PageKey;
}

/**
 * The most used of many counts, most used first, ties by text. It keeps the head of the order only and corrects it when a
 * count changes, so that a hundred thousand different titles are not sorted again at every key stroke.
 * What holds at all times: `#head` is exactly the first part of the whole order.
 */
export class Ranking {
  readonly #counts: ReadonlyMap<string, Count>;
  #head: Count[] = [];
  #size = 0;
  #whole = false;

  constructor(counts: ReadonlyMap<string, Count>) {
    this.#counts = counts;
  }

  first(limit: number): readonly Count[] {
    if (!this.#whole && this.#head.length < limit) {
      this.#rebuild(Math.max(2 * limit, 64));
    }
    return this.#head.slice(0, limit);
  }

  /** To be called after the number of `count` changed; one that fell to 0 leaves. */
  changed(count: Count): void {
    if (this.#size === 0) {
      return;
    }
    const at = this.#head.indexOf(count);
    if (at >= 0) {
      this.#head.splice(at, 1);
    }
    const last = this.#head.at(-1);
    if (count.pages > 0 && (this.#whole || (last !== undefined && compareCounts(count, last) < 0))) {
      this.#insert(count);
    }
  }

  #rebuild(size: number): void {
    this.#size = size;
    this.#head = [];
    this.#whole = true;
    for (const count of this.#counts.values()) {
      const last = this.#head.at(-1);
      if (this.#head.length < size || last === undefined || compareCounts(count, last) < 0) {
        this.#insert(count);
      }
    }
    this.#whole = this.#counts.size <= size;
  }

  #insert(count: Count): void {
    let low = 0;
    let high = this.#head.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#head[middle];
      if (other !== undefined && compareCounts(other, count) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    this.#head.splice(low, 0, count);
    if (this.#head.length > this.#size) {
      this.#head.pop();
      this.#whole = false;
    }
  }
}

export function compareCounts(a: Count, b: Count): number {
  return b.pages - a.pages || (a.text < b.text ? -1 : Number(a.text > b.text));
}
