import type { Entry, MapNode, Node } from './types.ts';

/** The entries of `map` with this key, in order, without regard to case; Hugo takes the last. */
function entriesNamed(map: MapNode, key: string): readonly Entry[] {
  const wanted = key.toLowerCase();
  return map.entries.filter((entry) => entry.key.toLowerCase() === wanted);
}

/** The entry at `path`, the last of several with the same key; keys that YAML merges with `<<` count where there is no own one. */
export function findEntry(map: MapNode, path: readonly string[]): Entry | undefined {
  const [key, ...rest] = path;
  if (key === undefined) {
    return undefined;
  }
  const entry = entriesNamed(map, key).at(-1) ?? findMerged(map, key);
  if (rest.length === 0) {
    return entry;
  }
  return entry?.value?.kind === 'map' ? findEntry(entry.value, rest) : undefined;
}

/** The value at `path`; `undefined` where there is no such key or nothing stands behind it. */
export function findNode(map: MapNode, path: readonly string[]): Node | undefined {
  return findEntry(map, path)?.value;
}

function findMerged(map: MapNode, key: string): Entry | undefined {
  const merged = entriesNamed(map, '<<').at(-1)?.value;
  const sources = merged?.kind === 'list' ? merged.items : merged === undefined ? [] : [merged];
  for (const source of sources) {
    const entry = source.kind === 'map' ? findEntry(source, [key]) : undefined;
    if (entry !== undefined) {
      return entry;
    }
  }
  return undefined;
}
