// A term of a taxonomy: where the site says something of it, else where it is used.
import { isTaxonomy } from '../../schema/valueType.ts';
import { valuesOf } from '../../site/keyValues.ts';
import { logicalPath } from '../../site/pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { urlized } from '../../site/urlized.ts';
import { pageTargets, type DefinitionTarget } from './targets.ts';

/** So many pages are listed. */
const mostPages = 100;

/** The term's own page (`content/tags/sail/_index.md`), else the other pages that have the term, in the order of their paths; none for a key that is no taxonomy. */
export function termTargets(
  site: SiteSnapshot,
  uri: string,
  id: string,
  term: string,
): readonly DefinitionTarget[] {
  if (!isTaxonomy(site, id)) {
    return [];
  }
  const language = site.page(uri)?.language ?? site.config.defaultLanguage;
  const own = [...new Set([urlized(term), term.toLowerCase()])].flatMap((name) =>
    branchesAt(site, `/${id}/${name}`, language),
  );
  return pageTargets(own.length > 0 ? own : pagesWith(site, uri, id, term, language));
}

/** The section of that name, which has content of its own. */
export function sectionTargets(site: SiteSnapshot, uri: string, name: string): readonly DefinitionTarget[] {
  const language = site.page(uri)?.language ?? site.config.defaultLanguage;
  return pageTargets(branchesAt(site, `/${name.toLowerCase()}`, language).slice(0, 1));
}

/** Pages of one path: one for each language, and a leaf of that name. */
const mostOfOnePath = 100;

function branchesAt(site: SiteSnapshot, path: string, language: string): readonly PageRecord[] {
  return site
    .pagesAt(path, 'path', mostOfOnePath)
    .filter(
      (page) =>
        page.bundle === 'branch' && page.language === language && logicalPath(page).toLowerCase() === path,
    );
}

function pagesWith(
  site: SiteSnapshot,
  uri: string,
  id: string,
  term: string,
  language: string,
): readonly PageRecord[] {
  const folded = term.toLowerCase();
  const has = (page: PageRecord): boolean =>
    valuesOf(page, id).some((value) => value.toLowerCase() === folded);
  return [...site.pages()]
    .filter((page) => page.uri !== uri && page.language === language && has(page))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .slice(0, mostPages);
}
