import { logicalPath } from '../site/pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { urlized } from '../site/urlized.ts';
import type { SiteSymbol } from './types.ts';

type TermSymbol = Extract<SiteSymbol, { kind: 'term' }>;

/** The term that a page says something of, `content/tags/sail/_index.md`: as pages write it, where one does. */
export function termOfPage(site: SiteSnapshot, uri: string): TermSymbol | undefined {
  const page = site.page(uri);
  const [, taxonomy, name] =
    (page?.bundle === 'branch' && /^\/([^/]+)\/([^/]+)$/.exec(logicalPath(page))) || [];
  if (taxonomy === undefined || name === undefined || !isPlural(site, taxonomy)) {
    return undefined;
  }
  const written = site
    .values(taxonomy.toLowerCase(), mostTerms)
    .find(({ value }) => namesOfTerm(value).includes(name.toLowerCase()));
  return { kind: 'term', taxonomy: taxonomy.toLowerCase(), term: written?.value ?? name };
}

/** Of so many terms one is looked for that a page is about. */
const mostTerms = 5000;

/** The pages that say something of the term itself, in every language. */
export function pagesOfTerm(site: SiteSnapshot, { taxonomy, term }: TermSymbol): readonly PageRecord[] {
  const paths = namesOfTerm(term).map((name) => `/${taxonomy}/${name}`);
  return paths.flatMap((path) =>
    site
      .pagesAt(path, 'path', mostOfOnePath)
      .filter((page) => page.bundle === 'branch' && logicalPath(page).toLowerCase() === path),
  );
}

/** Pages of one path: one for each language, and a leaf of that name. */
const mostOfOnePath = 100;

function namesOfTerm(term: string): readonly string[] {
  return [...new Set([urlized(term), term.toLowerCase()])];
}

function isPlural({ config }: SiteSnapshot, name: string): boolean {
  return [...config.taxonomies.values()].some((plural) => plural.toLowerCase() === name.toLowerCase());
}
