import type { SiteConfig } from '../config/types.ts';
import { verdictFor, type HugoRange } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';
import { memoize, memoizeBoth } from '../text/memoize.ts';
import { currentTemplates, currentView } from './currentTemplates.ts';
import { formerTemplates, formerView } from './formerTemplates.ts';
import { valueOf } from './keyValues.ts';
import type { PageRecord, SiteTemplate } from './snapshot.ts';

/** What Hugo looks a page's templates up by. */
export interface PageIdentity {
  readonly kind: 'home' | 'page' | 'section' | 'taxonomy' | 'term';
  /** Lower-cased, `blogg/2023/post`, for a bundle its folder, empty for the home page; the key `type`, as written, takes the place of the section. */
  readonly path: string;
  /** The first folder of its path, as written; empty at the top. */
  readonly section: string;
  /** The key `type`, else the section, else `page`, as written. */
  readonly type: string;
  /** The key `layout`, as written. */
  readonly layout: string | undefined;
  /** For a taxonomy or term: its singular and plural names. */
  readonly taxonomy?: { readonly singular: string; readonly plural: string };
  readonly language: string;
  /** Says what the words in the names of templates mean. */
  readonly config: LookupConfig;
}

export type LookupConfig = Pick<SiteConfig, 'defaultLanguage' | 'languages' | 'taxonomies' | 'raw'>;

/** What the place and the keys of a page say of the templates that render it. What it inherits, `withInherited` (site/cascade.ts) gives it. */
export function identityOf(record: PageRecord, config: LookupConfig): PageIdentity {
  const path = pathOf(record, config);
  const type = valueOf(record, 'type') || undefined;
  const folders = path.split('/').slice(0, record.bundle === 'branch' ? undefined : -1);
  const section = folders[0] ?? '';
  const taxonomy = record.bundle === 'branch' ? taxonomyAt(path.toLowerCase(), config.taxonomies) : undefined;
  return {
    kind: kindOf(record, path.toLowerCase(), taxonomy?.plural),
    path: type === undefined ? path.toLowerCase() : typedPath(path.toLowerCase(), section, type),
    section,
    type: type ?? (section === '' ? 'page' : section),
    layout: valueOf(record, 'layout') || undefined,
    ...(taxonomy === undefined ? {} : { taxonomy }),
    language: record.language,
    config,
  };
}

/**
 * The templates that may render this page in HTML: the one that Hugo chooses, its `baseof` (which it needs only if it defines blocks and nothing else),
 * and all render hooks that hold for it. Where the range holds releases with the old and the new rules (Hugo 0.146) and they differ,
 * those of both. Embedded templates are left out.
 */
export function renderingTemplates(
  templates: readonly SiteTemplate[],
  page: PageIdentity,
  hugo: HugoRange,
): readonly SiteTemplate[] {
  const known = chosenFor(templates, page.config);
  const key = keyOf(page, hugo);
  const found =
    known.get(key) ??
    byEither(
      hugo,
      () => formerTemplates(renderersIn(templates), page),
      () => currentTemplates(renderersIn(templates), page),
    );
  if (known.size >= mostKept) {
    known.clear();
  }
  known.set(key, found);
  return found;
}

/** What was chosen for so many pages is remembered. */
const mostKept = 1000;

const chosenFor = memoizeBoth<readonly SiteTemplate[], LookupConfig, Map<string, readonly SiteTemplate[]>>(
  () => new Map(),
);

function keyOf(page: PageIdentity, hugo: HugoRange): string {
  return JSON.stringify([verdictFor(hugo, changedIn.templateLayout), { ...page, config: undefined }]);
}

const renderersIn = memoize((templates: readonly SiteTemplate[]) =>
  templates.filter(({ role }) => role === 'page' || role === 'base' || role === 'hook'),
);

const pageTemplatesIn = memoize((templates: readonly SiteTemplate[]) =>
  templates.filter(({ role }) => role === 'page'),
);

/** The content views: what `.Render name` takes for this page, wherever that is called; with the same union. Empty where there is none. */
export function viewTemplates(
  templates: readonly SiteTemplate[],
  page: PageIdentity,
  name: string,
  hugo: HugoRange,
): readonly SiteTemplate[] {
  const views = pageTemplatesIn(templates);
  return byEither(
    hugo,
    () => [formerView(views, page, name)],
    () => [currentView(views, page, name)],
  );
}

function byEither(
  hugo: HugoRange,
  former: () => readonly (SiteTemplate | undefined)[],
  current: () => readonly (SiteTemplate | undefined)[],
): readonly SiteTemplate[] {
  const verdict = verdictFor(hugo, changedIn.templateLayout);
  const found = [...(verdict === 'none' ? [] : current()), ...(verdict === 'all' ? [] : former())];
  return [...new Set(found)].flatMap((template) => template ?? []);
}

function typedPath(path: string, section: string, type: string): string {
  return `${type}/${path.slice(section.length)}`.replace('//', '/').replace(/\/$/, '');
}

/** Without extension and language, a bundle without the name of its index file. */
function pathOf({ path, bundle }: PageRecord, { languages }: LookupConfig): string {
  const folders = path.split('/');
  const name = (folders.pop() ?? '').replace(/(?<=.)\.[^.]*$/, '');
  const language = languages.find(({ code }) => name.toLowerCase().endsWith(`.${code}`))?.code;
  const base = language === undefined ? name : name.slice(0, -language.length - 1);
  return [...folders, ...(bundle === 'none' ? [base] : [])].join('/');
}

function kindOf({ bundle }: PageRecord, path: string, plural: string | undefined): PageIdentity['kind'] {
  if (bundle !== 'branch') {
    return 'page';
  }
  if (path === '') {
    return 'home';
  }
  return plural === undefined ? 'section' : path === plural ? 'taxonomy' : 'term';
}

/** A plural may have slashes: `news/tags`. */
function taxonomyAt(path: string, taxonomies: SiteConfig['taxonomies']): PageIdentity['taxonomy'] {
  for (const [singular, plural] of taxonomies) {
    if (path === plural || path.startsWith(`${plural}/`)) {
      return { singular, plural };
    }
  }
  return undefined;
}
