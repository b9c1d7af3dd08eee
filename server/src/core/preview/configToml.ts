import { stringify } from 'smol-toml';
import type { ConfigMap, ConfigValue } from '../config/types.ts';
import { asMap } from '../config/value.ts';

/**
 * A configuration as TOML, whatever it was written in. Keys stay texts (`no`, `2024`), dates stay dates with or without a zone;
 * what TOML cannot hold (null, alone or in a list) is dropped, and Hugo's `_merge`, which has done its work by then.
 */
export function configToml(config: ConfigMap): string {
  return stringify(toObject(config));
}

type Plain = string | number | boolean | Date | Plain[] | { [key: string]: Plain };

/** Made of entries, so that a key such as `__proto__` is a key like others. */
function toObject(map: ConfigMap): { [key: string]: Plain } {
  const entries = [...map].flatMap(([key, value]) => {
    const plain = key.toLowerCase() === '_merge' ? undefined : toPlain(value);
    return plain === undefined ? [] : [[key.replace(/\p{Surrogate}/gu, '\uFFFD'), plain] as const];
  });
  return Object.fromEntries(entries);
}

function toPlain(value: ConfigValue): Plain | undefined {
  if (value === null) {
    return undefined;
  }
  const map = asMap(value);
  if (map !== undefined) {
    return toObject(map);
  }
  return Array.isArray(value)
    ? (value as readonly ConfigValue[]).flatMap((item) => toItem(item))
    : (value as string | number | boolean | Date);
}

function toItem(value: ConfigValue): Plain[] {
  const plain = toPlain(value);
  return plain === undefined ? [] : [plain];
}
