import { Ranking, type Count } from './ranking.ts';
import type { KeyStats, PageKey, ValueType } from './snapshot.ts';

/** What the pages say of one key. */
export class KeyTally {
  readonly id: string;
  /** The id of the key above it; empty at the top. */
  readonly parent: string;
  pages = 0;
  readonly types = new Map<ValueType, number>();
  readonly spellings = new Map<string, Count>();
  readonly values = new Map<string, Count>();
  readonly ranking = new Ranking(this.values);

  constructor(id: string) {
    this.id = id;
    this.parent = id.slice(0, Math.max(0, id.lastIndexOf('.')));
  }
}

/** Counts of keys and their values over pages, which may be negative; see `Tally`. */
export class KeyCounts {
  readonly keys = new Map<string, KeyTally>();
  /** Ids by the key above them. */
  readonly children = new Map<string, Set<string>>();
  /** What was answered of a key, and of those below one, until a page changes it. */
  readonly stats = new Map<string, KeyStats>();
  readonly lists = new Map<string, readonly KeyStats[]>();

  /** Keys that are the same before and after are left alone. */
  replace(before: readonly PageKey[], after: readonly PageKey[]): void {
    let start = 0;
    while (start < before.length && start < after.length && sameKey(before[start], after[start])) {
      start++;
    }
    let end = 0;
    const most = Math.min(before.length, after.length) - start;
    while (end < most && sameKey(before.at(-1 - end), after.at(-1 - end))) {
      end++;
    }
    for (const key of before.slice(start, before.length - end)) {
      this.#count(key, -1);
    }
    for (const key of after.slice(start, after.length - end)) {
      this.#count(key, 1);
    }
  }

  /** A counted key in pieces that are shared with the other pages and that hold no file's text in memory. */
  share(key: PageKey): PageKey {
    const tally = this.keys.get(key.id);
    if (tally === undefined) {
      return key;
    }
    const counts = key.values.map((value) => tally.values.get(value));
    const only = counts.length === 1 ? counts[0] : undefined;
    if (only?.key !== undefined && sameKey(only.key, key)) {
      return only.key;
    }
    const shared: PageKey = {
      id: tally.id,
      spelling: tally.spellings.get(key.spelling)?.text ?? key.spelling,
      type: key.type,
      values: counts.map((value, index) => value?.text ?? key.values[index] ?? ''),
      ...(key.isLong && { isLong: true }),
    };
    if (only !== undefined) {
      only.key = shared;
    }
    return shared;
  }

  #count(key: PageKey, sign: 1 | -1): void {
    const tally = this.keys.get(key.id) ?? this.#enter(key.id);
    tally.pages += sign;
    add(tally.types, key.type, sign);
    count(tally.spellings, key.spelling, sign);
    for (const value of key.values) {
      tally.ranking.changed(count(tally.values, value, sign));
    }
    this.stats.delete(tally.id);
    this.lists.delete(tally.parent);
    if (tally.pages === 0 && tally.types.size + tally.spellings.size + tally.values.size === 0) {
      this.#leave(tally);
    }
  }

  #enter(id: string): KeyTally {
    const tally = new KeyTally(own(id));
    this.keys.set(tally.id, tally);
    const siblings = this.children.get(tally.parent);
    if (siblings === undefined) {
      this.children.set(tally.parent, new Set([tally.id]));
    } else {
      siblings.add(tally.id);
    }
    return tally;
  }

  #leave({ id, parent }: KeyTally): void {
    this.keys.delete(id);
    const siblings = this.children.get(parent);
    siblings?.delete(id);
    if (siblings?.size === 0) {
      this.children.delete(parent);
    }
  }
}

function sameKey(a: PageKey | undefined, b: PageKey | undefined): boolean {
  return (
    a === b ||
    (a?.id === b?.id &&
      a?.spelling === b?.spelling &&
      a?.type === b?.type &&
      a?.isLong === b?.isLong &&
      sameList(a?.values ?? [], b?.values ?? []))
  );
}

export function sameKeys(a: readonly PageKey[], b: readonly PageKey[]): boolean {
  return a.length === b.length && a.every((key, index) => sameKey(key, b[index]));
}

export function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, index) => text === b[index]));
}

/** A copy of its own: a part of a file's text would keep the whole text in memory. */
export function own(text: string): string {
  return ` ${text}`.slice(1);
}

function count(counts: Map<string, Count>, text: string, sign: 1 | -1): Count {
  let entry = counts.get(text);
  if (entry === undefined) {
    entry = { text: own(text), pages: 0 };
    counts.set(entry.text, entry);
  }
  entry.pages += sign;
  if (entry.pages === 0) {
    counts.delete(text);
  }
  return entry;
}

function add<Key>(counts: Map<Key, number>, key: Key, sign: 1 | -1): void {
  const sum = (counts.get(key) ?? 0) + sign;
  if (sum === 0) {
    counts.delete(key);
  } else {
    counts.set(key, sum);
  }
}
