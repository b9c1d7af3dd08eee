// What `permalinks` of the configuration makes of a page (Hugo: resources/page/permalinks.go).
import type { ConfigMap, SiteConfig } from '../config/types.ts';
import { asMap, mapAt } from '../config/value.ts';
import { valueOf } from './keyValues.ts';
import type { PageRecord } from './snapshot.ts';
import { urlized } from './urlized.ts';

export interface Permalink {
  /** Without language, `/blogg/2024/ett-inlägg`; `undefined` where a part of it does not follow from the page's own text. */
  readonly path: string | undefined;
  /** What is known of its beginning: `/blogg/`. */
  readonly start: string;
}

/** Where the pattern for the section of a regular page puts it; `undefined` where there is none for it. */
export function permalinkOf(page: PageRecord, config: SiteConfig): Permalink | undefined {
  if (page.bundle === 'branch') {
    return undefined;
  }
  const pattern = patternsOf(config, page.language).get(page.path.includes('/') ? page.section : '');
  if (pattern === undefined) {
    return undefined;
  }
  const path = pattern.replace(
    /:[a-z]+(?:\[[^\]]*\])?/gi,
    (token) => parts[token.slice(1).toLowerCase()]?.(page, config) ?? token,
  );
  const start = path
    .split(':', 1)
    .join('')
    .replace(/[^/]*$/, '');
  return { path: path.includes(':') ? undefined : path, start };
}

type Patterns = ReadonlyMap<string, string>;

const known = new WeakMap<SiteConfig, Map<string, Patterns>>();

/** By section, lower-cased, empty for the top. Those of a language replace those of the site. */
function patternsOf(config: SiteConfig, language: string): Patterns {
  const ofConfig = known.get(config) ?? new Map<string, Patterns>();
  known.set(config, ofConfig);
  const own = mapAt(config.raw, 'languages', language, 'permalinks');
  const table = own.size > 0 ? own : mapAt(config.raw, 'permalinks');
  const patterns = ofConfig.get(language) ?? new Map(patternsIn(asMap(table.get('page')) ?? table));
  ofConfig.set(language, patterns);
  return patterns;
}

function patternsIn(table: ConfigMap): [string, string][] {
  return [...table].flatMap(([section, value]): [string, string][] =>
    typeof value === 'string' ? [[section.replaceAll('/', '').toLowerCase(), value]] : [],
  );
}

type Part = (page: PageRecord, config: SiteConfig) => string | undefined;

const title: Part = (page) => toPart(valueOf(page, 'title'));
const fileName: Part = (page) => {
  const folders = page.path.split('/');
  const file = folders.pop() ?? '';
  const stem = file.replace(/\.[^.]*$/, '');
  const name = stem.toLowerCase().endsWith(`.${page.language}`)
    ? stem.slice(0, -page.language.length - 1)
    : stem;
  return toPart(page.bundle === 'none' ? name : folders.pop());
};
const slug: Part = (page) => toPart(valueOf(page, 'slug'));
const datePart =
  (place: 1 | 2 | 3): Part =>
  (page, { dateKeys }) => {
    const values = dateKeys.date.map((key) => valueOf(page, key)).find((value) => value !== undefined);
    return /^(\d{4})-(\d{2})-(\d{2})/.exec(values ?? '')?.[place];
  };

const parts: Readonly<Record<string, Part | undefined>> = {
  year: datePart(1),
  month: datePart(2),
  day: datePart(3),
  title,
  slug: (page, config) => slug(page, config) ?? title(page, config),
  slugorfilename: (page, config) => slug(page, config) ?? fileName(page, config),
  slugorcontentbasename: (page, config) => slug(page, config) ?? fileName(page, config),
  filename: fileName,
  contentbasename: fileName,
  section: ({ section }) => toPart(section),
  /** Which folders below the first are sections, their own pages say. */
  sections: ({ section, path, bundle }) =>
    path.split('/').length - (bundle === 'none' ? 1 : 2) > 1 ? undefined : toPart(section),
};

function toPart(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : urlized(text);
}
