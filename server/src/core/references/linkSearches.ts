// Who leads to a page, a file or a heading. The index says which pages write an address that may lead there (`leads`, values, arguments); these alone are read,
// and their links followed.
import { unescapeAll } from '../markdown/unescape.ts';
import { resolveLink, type LinkTarget } from '../site/links/resolveLink.ts';
import { templateKeys } from '../schema/templateKeys.ts';
import { toArgumentId } from '../site/pageRecord.ts';
import type { UseType, ValueUse } from '../templates/signature.ts';
import { mostLeads } from '../site/pageLeads.ts';
import { PageDocument } from '../site/pageDocument.ts';
import { placeKey, publishedPlaces } from '../site/publishedPlaces.ts';
import { logicalPath } from '../site/pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { anchorsOf } from './anchors.ts';
import { archetypeLinks } from './archetypeLinks.ts';
import { configLinks, configUris } from './configLinks.ts';
import { everyLink, type SiteLink } from './everyLink.ts';
import { startOfFile } from './named.ts';
import { shortNames } from './shortNames.ts';
import { siteFileAt } from './siteFile.ts';
import type { Occurrence, SiteSearch } from './types.ts';
import { decoded } from '../text/path.ts';

/**
 * The links to a page by any of its addresses, aliases included, or by its file: each range is the path in the address. The start of the file is
 * the declaration.
 */
export function searchPage(site: SiteSnapshot, uri: string): SiteSearch {
  return searchLinksToPage(site, uri, (isTarget) => ({
    isThere: ({ target, origin }) => origin !== 'alias' && isTarget(target),
    place: ({ path }) => path,
    declaration: () => [{ uri, range: startOfFile, role: 'declaration' }],
  }));
}

/** The links to a file that is published or read, by the path in the address; of a `srcset` each. */
export function searchFile(site: SiteSnapshot, uri: string): SiteSearch {
  return searchLinks(site, {
    uri,
    names: [uri, uri.replace(/\.\w+$/, '')],
    words: shortNames(site, uri),
    isTarget: (target) => target.kind === 'file' && target.uri === uri,
    isThere: ({ target }) => target.kind === 'file' && target.uri === uri,
    place: ({ path }) => path,
    declaration: () => [{ uri, range: startOfFile, role: 'declaration' }],
  });
}

/** The links to an anchor of a page, also on the page itself: each range is the fragment, without `#`. The heading's id, or its text, is the declaration. */
export function searchHeading(site: SiteSnapshot, uri: string, anchor: string): SiteSearch {
  return searchLinksToPage(site, uri, (isTarget) => ({
    hasAnchor: true,
    isThere: ({ target, fragment, origin }, from) =>
      fragment?.value === anchor &&
      origin !== 'alias' &&
      (isTarget(target) || (from === uri && target.kind === 'samePage')),
    place: ({ path, fragment }) => fragment?.range ?? path,
    declaration: (own) =>
      anchorsOf(site, own)
        .anchors.filter(({ id }) => id === anchor)
        .slice(0, 1)
        .map(({ idRange, range }) => ({ uri, range: idRange ?? range, role: 'declaration' })),
  }));
}

type IsTarget = (target: LinkTarget) => boolean;

/** `toSought` says what of the links to the page is sought. */
function searchLinksToPage(
  site: SiteSnapshot,
  uri: string,
  toSought: (isTarget: IsTarget) => Omit<Sought, 'uri' | 'names' | 'isTarget'>,
): SiteSearch {
  const page = site.page(uri);
  if (page === undefined) {
    return nowhere;
  }
  const isTarget = targetOf(site, page);
  return searchLinks(site, { uri, names: namesOfPage(page, site), isTarget, ...toSought(isTarget) });
}

const nowhere: SiteSearch = { files: [], find: () => [] };

interface Sought {
  /** Where the symbol is declared. */
  readonly uri: string;
  /** With one of these ends every path that leads there, whatever its case, escapes and extension. */
  readonly names: readonly string[];
  /** Values of which templates make such a path. */
  readonly words?: ReadonlySet<string>;
  readonly isTarget: IsTarget;
  readonly isThere: (link: SiteLink, from: string) => boolean;
  /** Only addresses with a fragment count. */
  readonly hasAnchor?: boolean;
  readonly place: (link: SiteLink) => SiteLink['range'];
  readonly declaration: (page: PageDocument) => readonly Occurrence[];
}

function searchLinks(site: SiteSnapshot, sought: Sought): SiteSearch {
  const { uri: own, isThere, place, declaration } = sought;
  const candidates = new Candidates(site, sought);
  const pages = [...site.pages()].filter((page) => page.uri !== own && candidates.has(page));
  return {
    files: [
      own,
      ...pages.sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ uri }) => uri),
      ...site.archetypes().flatMap(({ source }) => source.uri ?? []),
      ...configUris(site, (value) => candidates.mayName(value)),
    ],
    find: ({ uri, text }) => {
      const page = new PageDocument(uri, text, site.hugo);
      const uses = linksIn(site, page)
        .filter((link) => isThere(link, uri))
        .map((link): Occurrence => ({ uri, range: place(link), role: 'use' }));
      return [...(uri === own ? declaration(page) : []), ...uses].sort(
        (a, b) => a.range.start - b.range.start,
      );
    },
  };
}

function linksIn(site: SiteSnapshot, page: PageDocument): readonly SiteLink[] {
  if (site.page(page.uri) !== undefined) {
    return everyLink(site, page);
  }
  const file = siteFileAt(site, page.uri);
  return file?.kind === 'archetype'
    ? archetypeLinks(site, file.archetype, page.text)
    : configLinks(site, page.uri, page.text);
}

/** The pages that lead to what is sought, as far as the index tells: one address of them may. */
class Candidates {
  readonly #site: SiteSnapshot;
  readonly #sought: Sought;
  readonly #names: ReadonlySet<string>;
  readonly #named = new Map<string, boolean>();
  readonly #leading = new Map<string, boolean>();
  /** Of addresses from the root of the site, by language: the same on every page. */
  readonly #rooted = new Map<string, boolean>();

  constructor(site: SiteSnapshot, sought: Sought) {
    this.#site = site;
    this.#sought = sought;
    this.#names = new Set(sought.names.map(bareName));
  }

  has(page: PageRecord): boolean {
    const { leads = [], keys, arguments: given } = page;
    const leadsThere = (value: string): boolean =>
      this.#sought.words?.has(value) === true || (this.mayName(value) && this.#leadsThere(page, value));
    return (
      leads.length >= mostLeads ||
      leads.some(leadsThere) ||
      keys.some(({ id, values }) =>
        values.some((value) => (isAddress(value) || this.#leads(id)) && leadsThere(value)),
      ) ||
      given.some(({ id, values }) =>
        values.some((value) => !isAddress(value) && leadsThere(value) && this.#argumentLeads(id)),
      )
    );
  }

  /** Whether a word may be an address as the value of this key. */
  #leads(id: string): boolean {
    const known =
      this.#leading.get(id) ??
      (/\.(?:pageref|url|src)$/.test(id) ||
        (templateKeys(this.#site).key(id)?.reads ?? []).some(({ reading }) => reading.types.some(isLeading)));
    this.#leading.set(id, known);
    return known;
  }

  /** The same of an argument; those that look like an address are among the leads. */
  #argumentLeads(id: string): boolean {
    const dot = id.lastIndexOf('.');
    const signature = this.#site.shortcode(id.slice(0, dot))?.signature;
    return (
      signature?.arguments.some(
        ({ key, types }) => toArgumentId('', key) === id.slice(dot) && types.some(isLeading),
      ) === true
    );
  }

  mayName(value: string): boolean {
    const known = this.#named.get(value);
    if (known !== undefined) {
      return known;
    }
    const name = bareName(value);
    const mayName = (name === '' && !/^(?:[#?]|$)/.test(value)) || this.#names.has(name);
    this.#named.set(value, mayName);
    return mayName;
  }

  /** Not if it surely leads to something else. */
  #leadsThere(page: PageRecord, value: string): boolean {
    if (!/^(?:\/|[a-z]+:)/i.test(value)) {
      return this.#follow(page, value);
    }
    const key = `${page.language} ${value}`;
    const leads = this.#rooted.get(key) ?? this.#follow(page, value);
    this.#rooted.set(key, leads);
    return leads;
  }

  #follow(page: PageRecord, value: string): boolean {
    const { isTarget, hasAnchor } = this.#sought;
    const target = resolveLink(this.#site, page, unescapeAll(value), false);
    const isNamed = hasAnchor !== true || value.includes('#');
    return (
      isNamed &&
      (isTarget(target) ||
        (target.kind !== 'page' &&
          target.kind !== 'file' &&
          target.kind !== 'samePage' &&
          bareName(value) !== ''))
    );
  }
}

/** A word alone is one only where a template makes one of it. */
function isAddress(value: string): boolean {
  return /[/.#]/.test(value);
}

function isLeading({ type }: ValueUse): boolean {
  return leadingTypes.has(type);
}

const leadingTypes: ReadonlySet<UseType> = new Set(['url', 'path', 'page', 'asset', 'resource'] as const);

/** The last part of an address or a path, lower-cased, with hyphens for blanks, without the extension of a page; before the name of an index file. Empty for what leads upwards alone. */
function bareName(address: string): string {
  const [path = ''] = address.split(/[?#]/, 1);
  const parts = decoded(path.replace(/^[a-z]+:\/\/[^/]*/i, '')).split('/');
  const name = parts.findLast((part) => part !== '' && !/^_?index(?:\.[\w-]+)*$/i.test(part)) ?? '';
  return name.startsWith('.')
    ? ''
    : name
        .toLowerCase()
        .replace(/(?:\.[a-z-]+)?\.(?:md|markdown|html?)$/, '')
        .replaceAll(' ', '-');
}

/** The last parts of its addresses and of its path. */
function namesOfPage(page: PageRecord, { config }: SiteSnapshot): readonly string[] {
  return [logicalPath(page), ...ownKeys(page, config), page.path].filter((path) => bareName(path) !== '');
}

/** Where the page itself stands and where its aliases do, by `placeKey`. */
function ownKeys(page: PageRecord, config: SiteSnapshot['config']): readonly string[] {
  return publishedPlaces(page, config)
    .filter(({ role }) => role === 'page' || role === 'alias')
    .map(({ key }) => key);
}

/** Of an address what is published there counts: lists of sections and terms are there because of many pages. */
function targetOf(site: SiteSnapshot, page: PageRecord): IsTarget {
  const keys = new Set(ownKeys(page, site.config));
  return (target) =>
    target.kind === 'page' && target.path !== undefined
      ? keys.has(placeKey(target.path, site.config))
      : (target.kind === 'page' || target.kind === 'source') && target.page.uri === page.uri;
}
