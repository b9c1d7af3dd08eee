// Which output formats the pages of a site have.
import type { ConfigMap } from '../config/types.ts';
import { mapAt, textsAt } from '../config/value.ts';

/** The output format in which a page tells about itself. Its template is the engine's. */
export const scribeFormat = 'scribe';

export type PageKind = 'home' | 'page' | 'section' | 'taxonomy' | 'term';

const ownFormats = [
  'amp',
  'calendar',
  'css',
  'csv',
  'gotmpl',
  'html',
  '404',
  'alias',
  'json',
  'markdown',
  'robots',
  'rss',
  'sitemap',
  'sitemapindex',
  'webappmanifest',
];
const homeFormats = ['html', 'rss'];

/**
 * The formats by kind, lower-cased, that `scope` (the site or one of its languages) gives. A format that nobody defines is the work of a theme that
 * is not there: Hugo would refuse the whole configuration. A format that no page has while the site is built is one that Hugo cannot take up later
 * (0.147.6 ends with a panic), so the home page has ours.
 */
export function outputsIn(config: ConfigMap, scope: ConfigMap = config): Map<string, readonly string[]> {
  const known = new Set([
    ...ownFormats,
    ...[...mapAt(config, 'outputFormats').keys()].map((name) => name.toLowerCase()),
  ]);
  const written = mapAt(scope, 'outputs');
  const chosen = new Map<string, readonly string[]>(
    [...written.keys()].map((kind) => [
      kind.toLowerCase(),
      textsAt(written, kind).filter((format) => known.has(format.toLowerCase())),
    ]),
  );
  return chosen.set('home', [...(chosen.get('home') ?? homeFormats), scribeFormat]);
}

/** What kind of page a file is, by its path below `content`. `taxonomies` are plurals, such as `tags`. */
export function pageKind(logicalPath: string, taxonomies: Iterable<string>): PageKind {
  const list = /^(?:(.+)\/)?_index\.[^/]*$/.exec(logicalPath);
  if (list === null) {
    return 'page';
  }
  const [, folder] = list;
  if (folder === undefined) {
    return 'home';
  }
  const all = [...taxonomies];
  const isTerm = all.some((taxonomy) => folder.startsWith(`${taxonomy}/`));
  return all.includes(folder) ? 'taxonomy' : isTerm ? 'term' : 'section';
}
