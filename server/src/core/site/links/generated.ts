// What Hugo publishes without a file of its own: home pages, lists of taxonomies, further pages of lists, feeds and other output formats.
import type { SiteConfig } from '../../config/types.ts';
import { asMap, mapAt, textAt, valueAt } from '../../config/value.ts';
import { languageFolder } from '../pageAddress.ts';
import { placeKey } from '../publishedPlaces.ts';
import type { SiteSnapshot } from '../snapshot.ts';
import { memoize } from '../../text/memoize.ts';

/** Whether Hugo makes something at `path` (from the root of the site) that no file stands for, or a folder of static files is there. */
export function findGenerated(site: SiteSnapshot, path: string): boolean {
  const { config, files } = site;
  const key = placeKey(path, config);
  return (
    isList(site, key) ||
    isList(site, key.replace(furtherPage(config), '')) ||
    isOutput(site, key) ||
    isCopied(site, key) ||
    files.filesIn('static', path).length > 0
  );
}

function isList(site: SiteSnapshot, key: string): boolean {
  return roots(site.config).has(key) || site.pagesPublishedAt(key).length > 0;
}

/** The home page of each language, and the lists of all terms. */
const roots = memoize((config: SiteConfig): ReadonlySet<string> => {
  const folders = [
    '',
    ...config.languages.flatMap(({ code }) => [languageFolder({ language: code }, config), code]),
  ];
  return new Set(
    folders.flatMap((folder) => [
      placeKey(folder, config),
      ...[...config.taxonomies.values()].map((plural) => placeKey(`${folder}/${plural}`, config)),
    ]),
  );
});

const furtherPage = memoize(({ raw }: SiteConfig): RegExp => {
  const path = textAt(raw, 'pagination', 'path') ?? textAt(raw, 'paginatePath') ?? 'page';
  return new RegExp(`/?${path.replace(/[^\w-]/g, '.')}(?:/\\d+)?$`, 'i');
});

/** `index.xml` and the like beside a page, and what Hugo puts at the top. */
function isOutput(site: SiteSnapshot, key: string): boolean {
  const slash = key.lastIndexOf('/');
  const [base = '', extension] = key.slice(slash + 1).split('.');
  const folder = key.slice(0, Math.max(0, slash));
  return (
    extension !== undefined &&
    (base === 'index' || atTop.has(base) || baseNames(site.config).includes(base)) &&
    isList(site, folder)
  );
}

/** HTML without front matter is published as its file is named. */
function isCopied(site: SiteSnapshot, key: string): boolean {
  const stem = key.replace(/\.html?$/, '');
  return stem !== key && site.pagesPublishedAt(stem).some(({ path }) => /\.html?$/i.test(path));
}

const atTop: ReadonlySet<string> = new Set(['sitemap', 'robots', '404']);

/**
 * Whether the configuration moves lists (`permalinks.section`, a pattern for the terms of a taxonomy) or output formats (`path`) to addresses that are not worked
 * out here.
 */
export const hasMovedLists = memoize(({ raw, taxonomies }: SiteConfig): boolean => {
  const patterns = mapAt(raw, 'permalinks');
  const names = ['section', 'taxonomy', 'term', ...taxonomies.values()];
  const formats = [...mapAt(raw, 'outputFormats').values()].flatMap((format) => asMap(format) ?? []);
  return (
    names.some((name) => valueAt(patterns, name) !== undefined) ||
    formats.some((format) => (textAt(format, 'path') ?? '') !== '')
  );
});

const baseNames = memoize(({ raw }: SiteConfig): readonly string[] =>
  [...mapAt(raw, 'outputFormats').values()].flatMap((format) => {
    const map = asMap(format);
    return map === undefined ? [] : (textAt(map, 'baseName')?.toLowerCase() ?? []);
  }),
);
