// What the configurations of themes and modules add to a site's (Hugo: config/defaultConfigProvider.go `Merge`, common/maps/params.go `merge`;
// run on 0.111.3 and 0.147.6).
import type { ConfigMap } from '../config/types.ts';
import { asMap, renameKey, textAt } from '../config/value.ts';

/** *none* adds nothing, *shallow* new keys of this table, *deep* new keys of the tables in it, too. What the site says itself always stays. */
type Strategy = 'none' | 'shallow' | 'deep';

const strategies: Readonly<Record<string, Strategy>> = {
  params: 'deep',
  menus: 'shallow',
  outputformats: 'shallow',
  mediatypes: 'shallow',
};

/** The site's configuration on top of those of its modules, given in the order of precedence. `_merge` of the site decides where it stands. */
export function mergeModules(site: ConfigMap, modules: readonly ConfigMap[]): ConfigMap {
  return modules.reduce((config, module) => mergeRoot(config, renameKey(module, 'menu', 'menus')), site);
}

function mergeRoot(site: ConfigMap, module: ConfigMap): ConfigMap {
  const root = written(site);
  if (root === 'none') {
    return site;
  }
  const merged = new Map(site);
  for (const [key, value] of module) {
    const known = keyIn(merged, key);
    const below = asMap(value);
    const above = asMap(merged.get(known) ?? new Map());
    const strategy = strategies[key.toLowerCase()] ?? root ?? 'none';
    if (below !== undefined && above !== undefined) {
      const table = mergeTable(above, below, strategy, [key.toLowerCase()]);
      if (table.size > 0 || merged.has(known)) {
        merged.set(known, table);
      }
    } else if (root !== undefined && !merged.has(known)) {
      merged.set(known, value);
    }
  }
  return merged;
}

/** `path` holds the keys above, lower-cased. */
function mergeTable(
  site: ConfigMap,
  module: ConfigMap,
  inherited: Strategy,
  path: readonly string[],
): ConfigMap {
  const strategy = written(site) ?? inherited;
  const merged = new Map(site);
  for (const [key, value] of module) {
    const known = keyIn(merged, key);
    const [above, below] = [asMap(merged.get(known)), asMap(value)];
    const belowPath = [...path, key.toLowerCase()];
    if (above !== undefined && below !== undefined) {
      merged.set(known, mergeTable(above, below, strategyAt(belowPath, strategy), belowPath));
    } else if (!merged.has(known) && strategy !== 'none') {
      merged.set(known, value);
    }
  }
  return merged;
}

/** A shallow table lets nothing into the tables in it; those of a language have strategies of their own. */
function strategyAt(path: readonly string[], above: Strategy): Strategy {
  const [top, , section = '', ...more] = path;
  const own = top === 'languages' && more.length === 0 ? strategies[section] : undefined;
  return own ?? (above === 'deep' ? 'deep' : 'none');
}

function written(map: ConfigMap): Strategy | undefined {
  const text = textAt(map, '_merge')?.toLowerCase();
  return text === 'none' || text === 'shallow' || text === 'deep' ? text : undefined;
}

/** The key as the map spells it. */
function keyIn(map: ConfigMap, key: string): string {
  const folded = key.toLowerCase();
  return [...map.keys()].find((known) => known.toLowerCase() === folded) ?? key;
}
