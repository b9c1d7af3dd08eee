// Who leads to a page, a file or a heading. The index says which pages write an address that may lead there (`leads`, values, arguments); these alone are read,
// and their links followed.
import { mostLeads } from '../site/pageLeads.ts';
import { PageDocument } from '../site/pageDocument.ts';
import { placeKey, publishedPlaces } from '../site/publishedPlaces.ts';
import { logicalPath } from '../site/pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { anchorsOf } from './anchors.ts';
import { configLinks, configUris } from './configLinks.ts';
import { everyLink, type SiteLink } from './everyLink.ts';
import { startOfFile } from './named.ts';
import type { Occurrence, SiteSearch } from './types.ts';

/**
 * The links to a page by any of its addresses, aliases included, or by its file: each range is the path in the address. The start of the file is
 * the declaration.
 */
export function searchPage(site: SiteSnapshot, uri: string): SiteSearch {
  const page = site.page(uri);
  const leads = page && leadsTo(site, page);
  return page === undefined || leads === undefined
    ? nowhere
    : searchLinks(site, {
        uri,
        names: namesOfPage(page, site),
        isThere: leads,
        place: ({ path }) => path,
        declaration: () => [{ uri, range: startOfFile, role: 'declaration' }],
      });
}

/** The links to a file that is published or read, by the path in the address; of a `srcset` each. */
export function searchFile(site: SiteSnapshot, uri: string): SiteSearch {
  return searchLinks(site, {
    uri,
    names: [decoded(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.\w+$/, '')],
    isThere: ({ target }) => target.kind === 'file' && target.uri === uri,
    place: ({ path }) => path,
    declaration: () => [{ uri, range: startOfFile, role: 'declaration' }],
  });
}

/** The links to an anchor of a page, also on the page itself: each range is the fragment, without `#`. The heading's id, or its text, is the declaration. */
export function searchHeading(site: SiteSnapshot, uri: string, anchor: string): SiteSearch {
  const page = site.page(uri);
  const leads = page && leadsTo(site, page);
  return page === undefined || leads === undefined
    ? nowhere
    : searchLinks(site, {
        uri,
        names: namesOfPage(page, site),
        isThere: (link, from) =>
          link.fragment?.value === anchor &&
          (leads(link) || (from === uri && link.target.kind === 'samePage')),
        place: ({ path, fragment }) => fragment?.range ?? path,
        declaration: (own) =>
          anchorsOf(site, own)
            .anchors.filter(({ id }) => id === anchor)
            .slice(0, 1)
            .map(({ idRange, range }) => ({ uri, range: idRange ?? range, role: 'declaration' })),
      });
}

const nowhere: SiteSearch = { files: [], find: () => [] };

interface Sought {
  /** Where the symbol is declared. */
  readonly uri: string;
  /** One of these stands in every address that leads there, whatever its case and escapes. */
  readonly names: readonly string[];
  readonly isThere: (link: SiteLink, from: string) => boolean;
  readonly place: (link: SiteLink) => SiteLink['range'];
  readonly declaration: (page: PageDocument) => readonly Occurrence[];
}

function searchLinks(site: SiteSnapshot, sought: Sought): SiteSearch {
  const { uri: own, isThere, place, declaration } = sought;
  const mayName = probe(sought.names);
  const pages = [...site.pages()].filter((page) => page.uri !== own && mayLead(page, mayName));
  return {
    files: [
      own,
      ...pages.sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ uri }) => uri),
      ...configUris(site, mayName),
    ],
    find: ({ uri, text }) => {
      const page = new PageDocument(uri, text, site.hugo);
      const links = site.page(uri) === undefined ? configLinks(site, uri, text) : everyLink(site, page);
      const uses = links
        .filter((link) => isThere(link, uri))
        .map((link): Occurrence => ({ uri, range: place(link), role: 'use' }));
      return [...(uri === own ? declaration(page) : []), ...uses].sort(
        (a, b) => a.range.start - b.range.start,
      );
    },
  };
}

function mayLead({ leads = [], keys, arguments: given }: PageRecord, mayName: RegExp): boolean {
  const isNamed = (value: string): boolean => mayName.test(value);
  return (
    leads.length >= mostLeads ||
    leads.some(isNamed) ||
    keys.some(({ values }) => values.some(isNamed)) ||
    given.some(({ values }) => values.some(isNamed))
  );
}

/** What an address must have to name one of these: the longest of its plain letters and digits, or any letter that may be escaped. Also what leads upwards alone. */
function probe(names: readonly string[]): RegExp {
  const parts = names.map(
    (name) =>
      name
        .split(/[^a-z\d]+/i)
        .reduce((longest, part) => (part.length > longest.length ? part : longest), '') || '[%\\x80-\\uffff]',
  );
  return new RegExp([...new Set(parts), '^[./]+(?:$|[?#])', '\\/\\/[^/]*\\/?(?:$|[?#])'].join('|'), 'i');
}

/** The last parts of its addresses and of its path; of the home page the names of its file. */
function namesOfPage(page: PageRecord, { config }: SiteSnapshot): readonly string[] {
  const paths = [logicalPath(page), ...ownKeys(page, config), page.path.replace(/\.[^.]*$/, '')];
  const names = paths.map((path) => path.slice(path.lastIndexOf('/') + 1)).filter((name) => name !== '');
  return [
    ...names.filter((name) => !/^_?index$/i.test(name)),
    ...(logicalPath(page) === '/' ? ['index'] : []),
  ];
}

/** Where the page itself stands and where its aliases do, by `placeKey`. */
function ownKeys(page: PageRecord, config: SiteSnapshot['config']): readonly string[] {
  return publishedPlaces(page, config)
    .filter(({ role }) => role === 'page' || role === 'alias')
    .map(({ key }) => key);
}

/** Of an address what is published there counts: lists of sections and terms are there because of many pages. */
function leadsTo(site: SiteSnapshot, page: PageRecord): (link: SiteLink) => boolean {
  const keys = new Set(ownKeys(page, site.config));
  return ({ target, origin }) =>
    origin !== 'alias' &&
    (target.kind === 'page' && target.path !== undefined
      ? keys.has(placeKey(target.path, site.config))
      : (target.kind === 'page' || target.kind === 'source') && target.page.uri === page.uri);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
