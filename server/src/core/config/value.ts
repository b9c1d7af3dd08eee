import type { ConfigMap, ConfigValue } from './types.ts';

/** The value at a path of keys, matched without regard to case as Hugo does; `undefined` where nothing stands. */
export function valueAt(map: ConfigMap, ...path: readonly string[]): ConfigValue | undefined {
  let value: ConfigValue | undefined = map;
  for (const key of path) {
    value = value instanceof Map ? childOf(value as ConfigMap, key) : undefined;
  }
  return value;
}

/** A table, or an empty one. */
export function mapAt(map: ConfigMap, ...path: readonly string[]): ConfigMap {
  return asMap(valueAt(map, ...path)) ?? new Map<string, ConfigValue>();
}

/** A text, also from a number or a boolean, as Hugo's `cast` does; nothing else. */
export function textAt(map: ConfigMap, ...path: readonly string[]): string | undefined {
  return asText(valueAt(map, ...path));
}

/** `true`, and the words for it that Hugo's `cast` knows. */
export function flagAt(map: ConfigMap, ...path: readonly string[]): boolean {
  const value = valueAt(map, ...path);
  return value === true || value === 1 || (typeof value === 'string' && /^(?:true|1|t)$/i.test(value));
}

export function numberAt(map: ConfigMap, ...path: readonly string[]): number {
  const value = Number(valueAt(map, ...path) ?? 0);
  return Number.isFinite(value) ? value : 0;
}

/** A list of texts; one text counts as a list of one. */
export function textsAt(map: ConfigMap, ...path: readonly string[]): string[] {
  const value = valueAt(map, ...path);
  const list = Array.isArray(value) ? (value as readonly ConfigValue[]) : [value];
  return list.flatMap((item) => asText(item) ?? []);
}

/** A list of tables; one table counts as a list of one. */
export function mapsAt(map: ConfigMap, ...path: readonly string[]): ConfigMap[] {
  const value = valueAt(map, ...path);
  const list = Array.isArray(value) ? (value as readonly ConfigValue[]) : [value];
  return list.flatMap((item) => asMap(item) ?? []);
}

export function asMap(value: ConfigValue | undefined): ConfigMap | undefined {
  return value instanceof Map ? (value as ConfigMap) : undefined;
}

export function asText(value: ConfigValue | undefined): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return value instanceof Date ? value.toISOString() : undefined;
  }
}

/** `over` on top of `base`: tables are merged key by key, everything else is replaced (`config.Provider.Set` in Hugo). */
export function mergeMaps(base: ConfigMap, over: ConfigMap): ConfigMap {
  const merged = new Map(base);
  const spelling = new Map([...base.keys()].map((key) => [key.toLowerCase(), key]));
  for (const [key, value] of over) {
    const known = spelling.get(key.toLowerCase()) ?? key;
    const below = asMap(merged.get(known));
    const above = asMap(value);
    merged.set(known, below && above ? mergeMaps(below, above) : value);
    spelling.set(key.toLowerCase(), known);
  }
  return merged;
}

/** The same map with keys renamed; a key keeps its place. */
export function renameKey(map: ConfigMap, from: string, to: string): ConfigMap {
  return new Map([...map].map(([key, value]) => [key.toLowerCase() === from ? to : key, value]));
}

function childOf(map: ConfigMap, key: string): ConfigValue | undefined {
  const exact = map.get(key);
  if (exact !== undefined) {
    return exact;
  }
  const folded = key.toLowerCase();
  for (const [name, value] of map) {
    if (name.toLowerCase() === folded) {
      return value;
    }
  }
  return undefined;
}
