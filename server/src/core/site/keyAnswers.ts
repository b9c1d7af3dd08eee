// What counts say when asked. `change` is what an older snapshot adds to the counts of now; the newest adds nothing, and its answers are kept.
import type { KeyCounts, KeyTally } from './keyCounts.ts';
import { compareCounts, type Count } from './ranking.ts';
import type { KeyStats, ValueStats, ValueType } from './snapshot.ts';

export function statsOf(id: string, now: KeyCounts, change: KeyCounts | undefined): KeyStats | undefined {
  const tally = now.keys.get(id);
  if (change !== undefined) {
    return toKeyStats(id, tally, change.keys.get(id));
  }
  const known = now.stats.get(id) ?? toKeyStats(id, tally);
  if (known !== undefined) {
    now.stats.set(id, known);
  }
  return known;
}

/** Most used first. */
export function statsBelow(
  parent: string,
  now: KeyCounts,
  change: KeyCounts | undefined,
): readonly KeyStats[] {
  const known = change === undefined ? now.lists.get(parent) : undefined;
  if (known !== undefined) {
    return known;
  }
  const ids = new Set([...(now.children.get(parent) ?? []), ...(change?.children.get(parent) ?? [])]);
  const list = [...ids].flatMap((id) => statsOf(id, now, change) ?? []).sort(compareKeys);
  if (change === undefined) {
    now.lists.set(parent, list);
  }
  return list;
}

/** Most used first, at most `limit`. */
export function valuesOf(
  id: string,
  limit: number,
  now: KeyCounts,
  change: KeyCounts | undefined,
): readonly ValueStats[] {
  const tally = now.keys.get(id);
  const changed = change?.keys.get(id);
  const counts =
    changed === undefined
      ? (tally?.ranking.first(limit) ?? [])
      : mergeCounts(tally?.values, changed.values).slice(0, limit);
  return counts.map(({ text, pages }) => ({ value: text, pages }));
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
