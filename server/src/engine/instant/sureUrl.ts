import type { ConfigMap } from '../../core/config/types.ts';
import { flagAt, mapAt } from '../../core/config/value.ts';
import type { Outline } from '../../core/frontMatter/types.ts';
import { pageAddress } from '../../core/site/pageAddress.ts';
import type { SiteSnapshot } from '../../core/site/snapshot.ts';

/** Keys of front matter that have a say in where a page stands, or whether it stands anywhere. */
const placingKeys = new Set([
  'url',
  'slug',
  'build',
  '_build',
  'headless',
  'outputs',
  'markup',
  'path',
  'kind',
]);

/**
 * Where the page of the file `path` (relative to the site) will stand, `/blogg/post/`, when nothing but its place among the files decides;
 * `undefined` when anything else might: its own keys, `permalinks`, a host with a path, names that Hugo would rewrite.
 */
export function findSureUrl(
  site: SiteSnapshot,
  path: string,
  outline: Outline | undefined,
): string | undefined {
  const page = site.page(`${site.root}/${path}`);
  const { config } = site;
  const placesItself = outline?.entries.some((entry) => placingKeys.has(entry.path[0]?.toLowerCase() ?? ''));
  const isPlain = page !== undefined && /^[\w/-]+(?:\.[\w-]+)?\.\w+$/.test(page.path);
  const maps = [config.raw, ...config.languages.map(({ code }) => mapAt(config.raw, 'languages', code))];
  const hasPath = !/^(?:https?:\/\/[^/]*)?\/?$/i.test(config.baseUrl ?? '');
  const isDated = Object.values(config.dateKeys).some((keys) => keys.includes(':filename'));
  const isMoved = placesItself === true || hasPath || isDated || maps.some(movesPages);
  return isPlain && !isMoved ? pageAddress(page, config) : undefined;
}

function movesPages(config: ConfigMap): boolean {
  const tables = ['permalinks', 'outputs', 'cascade'].some((key) => mapAt(config, key).size > 0);
  return tables || ['uglyURLs', 'disablePathToLower', 'removePathAccents'].some((key) => flagAt(config, key));
}
