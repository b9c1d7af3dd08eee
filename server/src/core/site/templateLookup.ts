import type { SiteConfig } from '../config/types.ts';
import type { HugoRange } from '../hugo/version.ts';
import type { PageRecord, SiteTemplate } from './snapshot.ts';

/** What Hugo looks a page's templates up by. */
export interface PageIdentity {
  readonly kind: 'home' | 'page' | 'section' | 'taxonomy' | 'term';
  /** Below the content directory, lower-cased, without the page's own name: `blogg/2023`; empty at the top. */
  readonly folder: string;
  /** The first folder of its path, lower-cased; empty at the top. */
  readonly section: string;
  /** The key `type`, else the section, else `page`; lower-cased. */
  readonly type: string;
  /** The key `layout`. */
  readonly layout: string | undefined;
  /** For a taxonomy or term: its singular and plural names. */
  readonly taxonomy?: { readonly singular: string; readonly plural: string };
  readonly language: string;
}

/** What the place and the keys of a page say of the templates that render it. */
export function identityOf(record: PageRecord, config: Pick<SiteConfig, 'taxonomies'>): PageIdentity {
  const folders = record.path
    .toLowerCase()
    .split('/')
    .slice(0, record.bundle === 'leaf' ? -2 : -1);
  const folder = folders.join('/');
  const valueOf = (id: string): string | undefined => record.keys.find((key) => key.id === id)?.values[0];
  const taxonomy = record.bundle === 'branch' ? taxonomyAt(folder, config.taxonomies) : undefined;
  return {
    kind: kindOf(record, folder, taxonomy?.plural),
    folder,
    section: record.section,
    type: (valueOf('type') ?? (record.section === '' ? 'page' : record.section)).toLowerCase(),
    layout: valueOf('layout'),
    ...(taxonomy === undefined ? {} : { taxonomy }),
    language: record.language,
  };
}

function kindOf({ bundle }: PageRecord, folder: string, plural: string | undefined): PageIdentity['kind'] {
  if (bundle !== 'branch') {
    return 'page';
  }
  if (folder === '') {
    return 'home';
  }
  return plural === undefined ? 'section' : folder === plural ? 'taxonomy' : 'term';
}

/** A plural may have slashes: `news/tags`. */
function taxonomyAt(
  folder: string,
  taxonomies: SiteConfig['taxonomies'],
): { readonly singular: string; readonly plural: string } | undefined {
  for (const [singular, plural] of taxonomies) {
    if (folder === plural || folder.startsWith(`${plural}/`)) {
      return { singular, plural };
    }
  }
  return undefined;
}

/**
 * The templates that may render this page in HTML: the one that Hugo chooses, its `baseof`, and all render hooks that hold for it. Where the
 * range holds releases with the old and the new rules (Hugo 0.146) and they differ, those of both.
 */
export function renderingTemplates(
  templates: readonly SiteTemplate[],
  page: PageIdentity,
  hugo: HugoRange,
): readonly SiteTemplate[] {
  return page.kind === 'page' && hugo.min === '' ? templates : [];
}
