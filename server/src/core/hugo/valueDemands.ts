// What Hugo's releases stop the build at in the values of its own fields: asked of 0.111.3, 0.147.6, 0.152.2 and 0.168.0, and dated by its tags
// (hugolib/page__meta.go, resources/page/page_matcher.go, resources/page/pagemeta/, navigation/pagemenus.go).
import type { HugoVersion } from './version.ts';
import { changedIn } from './versions.ts';

/** What a value must be: a shape, or a word of a set. */
export type Demand =
  | 'map'
  | 'mapOrNothing'
  | 'mapOrMaps'
  | 'text'
  | 'truth'
  | 'number'
  | 'ownAddress'
  | 'ownAddresses'
  | 'addressTokens'
  | 'outputFormats'
  | 'kind'
  | 'kindPattern'
  | 'markup'
  | 'notHtml'
  | 'notOrg'
  | 'absent'
  | 'renamed'
  | 'menuEntry';

export interface ValueDemand {
  /** Keys on the way, lower-cased. A list on the way is looked through; `*` is any key of a map. */
  readonly path: readonly string[];
  readonly demand: Demand;
  /** The releases that stop at anything else: from `since` on, before `until`. */
  readonly since?: HugoVersion;
  readonly until?: HugoVersion;
  /** Hugo looks at it only in a list of an `_index` page. */
  readonly inBranchLists?: true;
  /** Hugo looks at it only when it makes the page, which it does of no draft and the like. */
  readonly atRender?: true;
  /** Hugo looks at it only where a template asks for it. */
  readonly onlyIfUsed?: true;
}

const model = changedIn.contentModel;

export const valueDemands: readonly ValueDemand[] = [
  { path: ['url'], demand: 'ownAddress' },
  { path: ['url'], demand: 'addressTokens', since: '0.131.0', atRender: true },
  { path: ['aliases'], demand: 'ownAddresses' },
  { path: ['outputs'], demand: 'outputFormats' },
  { path: ['kind'], demand: 'kind', since: model, until: '0.153.0' },
  { path: ['markup'], demand: 'markup', since: '0.126.0' },
  { path: ['markup'], demand: 'notHtml', since: changedIn.htmlRefused },
  { path: ['markup'], demand: 'notOrg', since: changedIn.orgRefused },
  { path: ['params'], demand: 'map', since: model, until: '0.162.0' },
  { path: ['params'], demand: 'mapOrNothing', since: '0.162.0' },
  { path: ['sites'], demand: 'mapOrNothing', since: '0.153.0' },
  { path: ['build'], demand: 'mapOrNothing', since: model },
  { path: ['build', 'list'], demand: 'text', since: model },
  { path: ['build', 'render'], demand: 'text', since: model },
  { path: ['build', 'publishresources'], demand: 'truth', since: model },
  { path: ['_build'], demand: 'mapOrNothing' },
  { path: ['_build', 'list'], demand: 'text' },
  { path: ['_build', 'render'], demand: 'text' },
  { path: ['_build', 'publishresources'], demand: 'truth' },
  { path: ['_build'], demand: 'renamed', since: '0.160.0' },
  { path: ['sitemap', 'changefreq'], demand: 'text', since: '0.112.0' },
  { path: ['sitemap', 'filename'], demand: 'text', since: '0.112.0' },
  { path: ['sitemap', 'priority'], demand: 'number', since: '0.112.0' },
  { path: ['sitemap', 'disable'], demand: 'truth', since: '0.125.0' },
  { path: ['cascade'], demand: 'mapOrMaps', since: model },
  { path: ['cascade', '_target', 'kind'], demand: 'kindPattern', inBranchLists: true },
  ...['target', '_target'].flatMap((target): ValueDemand[] => [
    { path: ['cascade', target], demand: 'mapOrNothing', since: model },
    { path: ['cascade', target, 'kind'], demand: 'kindPattern', since: model },
    ...['path', 'lang', 'environment'].map((key): ValueDemand => ({
      path: ['cascade', target, key],
      demand: 'text',
      since: model,
    })),
  ]),
  ...['kind', 'path', 'lang'].map((key): ValueDemand => ({
    path: ['cascade', key],
    demand: 'absent',
    since: model,
  })),
  { path: ['cascade', 'cascade'], demand: 'absent', since: '0.153.0' },
  ...['menu', 'menus'].map((key): ValueDemand => ({
    path: [key, '*'],
    demand: 'menuEntry',
    onlyIfUsed: true,
  })),
];

/** What may stand behind a colon in `url`, in any release (resources/page/permalinks.go); layouts of dates besides. */
export const addressTokens: ReadonlySet<string> = new Set([
  ...['year', 'month', 'monthname', 'day', 'weekday', 'weekdayname', 'yearday'],
  ...['section', 'sectionslug', 'sections', 'sectionslugs', 'title', 'slug', 'slugorfilename', 'filename'],
  ...['contentbasename', 'slugorcontentbasename'],
]);

/** Formats of `outputs` that need no configuration, lower-cased. Those of single releases are among them. */
export const outputFormats: readonly string[] = [
  'html',
  'rss',
  'json',
  'amp',
  'calendar',
  'csv',
  'css',
  'markdown',
  'robots',
  'sitemap',
  'sitemapindex',
  'webappmanifest',
  'gotmpl',
  'alias',
  '404',
];

/** The kinds of pages. */
export const pageKinds: readonly string[] = ['page', 'home', 'section', 'taxonomy', 'term'];

/** What `markup` may name: kinds of markup and the extensions of their files. */
export const markupNames: readonly string[] = [
  'goldmark',
  'markdown',
  'md',
  'mdown',
  'html',
  'htm',
  'org',
  'asciidoc',
  'asciidocext',
  'adoc',
  'ad',
  'rst',
  'rest',
  'pandoc',
  'pdc',
];
