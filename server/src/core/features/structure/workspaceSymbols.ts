import { SymbolKind } from 'vscode-languageserver-types';
import type { SiteConfig } from '../../config/types.ts';
import { valueOf, valuesOf } from '../../site/keyValues.ts';
import type { PageHeading } from '../../site/pageHeadings.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { folderOf, logicalPath } from '../../site/pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { urlized } from '../../site/urlized.ts';
import { memoizeBoth } from '../../text/memoize.ts';
import { range, type TextRange } from '../../text/range.ts';
import { besideAlone, matchOf, type Match } from './symbolMatch.ts';

/** Where something stands in a file, to be found by `findPlace` once somebody wants to see it. */
export type SymbolPlace =
  | { readonly kind: 'top' }
  | { readonly kind: 'heading'; readonly text: string; readonly level: number }
  | { readonly kind: 'term'; readonly key: string; readonly term: string };

/** Something of a site that has a name. */
export interface NamedSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Where it belongs, for people; empty where its file says it all. */
  readonly container: string;
  /** What is compared besides the name. */
  readonly path: string;
  readonly uri: string;
  readonly place: SymbolPlace;
}

export interface FoundSymbol extends NamedSymbol {
  /** How well it fits; lower is better. */
  readonly worth: number;
}

/** So many are found in one site. */
export const mostSymbols = 500;

/**
 * The pages, shortcodes, terms and (where `headings` are wanted) headings that fit `query`, the best first: letters in their order and in any case. It goes
 * through all names of the index, which takes some milliseconds for ten thousand pages, and reads no file.
 */
export function workspaceSymbols(
  site: SiteSnapshot,
  query: string,
  headings: boolean,
): readonly FoundSymbol[] {
  const best = new Best(matchOf(query));
  for (const { name, sources } of site.shortcodes()) {
    const uri = sources[0]?.uri;
    if (uri !== undefined) {
      const path = sources[0]?.path ?? '';
      best.offer({ name, kind: SymbolKind.Function, container: '', path, uri, place: top });
    }
  }
  for (const page of site.pages()) {
    namesOf(site.config, page).forEach((named) => {
      if (headings || named.symbol.place.kind !== 'heading') {
        best.offer(named.symbol, named);
      }
    });
  }
  return best.found.map((symbol) => withOwnPage(site, namedAsFound(symbol)));
}

/** Where the symbol stands in the file that it names; the top where it does not stand there any more. */
export function findPlace({ markdown, outline, text }: PageDocument, place: SymbolPlace): TextRange {
  switch (place.kind) {
    case 'top':
      return range(0, 0);
    case 'heading':
      return (
        markdown.headings.find(
          (heading) =>
            heading.level === place.level &&
            text.slice(heading.text.start, heading.text.end).trim().startsWith(place.text),
        )?.range ?? range(0, 0)
      );
    case 'term':
      return (
        outline?.entries
          .filter(({ path }) => path.join('.').toLowerCase() === place.key)
          .flatMap(({ scalars }) => scalars)
          .find((scalar) => scalar.text.toLowerCase() === place.term.toLowerCase())?.range ?? range(0, 0)
      );
  }
}

const top: SymbolPlace = { kind: 'top' };

/** A symbol of a page with what is compared, lower-cased once. */
interface Named {
  readonly symbol: NamedSymbol;
  readonly name: string;
  readonly beside: string;
}

const namesOf = memoizeBoth((config: SiteConfig, page: PageRecord): readonly Named[] => [
  toNamed(pageSymbol(page)),
  ...[...config.taxonomies.values()].flatMap((plural) => termsOf(page, plural).map(toNamed)),
  ...(page.headings ?? []).map((heading) => toNamed(headingSymbol(page, heading))),
]);

function toNamed(symbol: NamedSymbol): Named {
  return { symbol, name: symbol.name.toLowerCase(), beside: symbol.path.toLowerCase() };
}

function pageSymbol(page: PageRecord): NamedSymbol {
  const { path, uri } = page;
  return { name: titleOf(page), kind: SymbolKind.File, container: folderOf(page), path, uri, place: top };
}

function headingSymbol(page: PageRecord, { text, level }: PageHeading): NamedSymbol {
  const place: SymbolPlace = { kind: 'heading', text, level };
  const { path, uri } = page;
  return { name: text, kind: SymbolKind.String, container: titleOf(page), path, uri, place };
}

function termsOf(page: PageRecord, plural: string): readonly NamedSymbol[] {
  const key = plural.toLowerCase();
  return valuesOf(page, key).map((term) => ({
    name: term,
    kind: SymbolKind.EnumMember,
    container: plural,
    path: plural,
    uri: page.uri,
    place: { kind: 'term', key, term },
  }));
}

function titleOf(page: PageRecord): string {
  return valueOf(page, 'title')?.trim() || page.path;
}

/** Editors filter again by the name: a page that its path alone finds is called by that. */
function namedAsFound(symbol: FoundSymbol): FoundSymbol {
  const { kind, worth, name, path } = symbol;
  return kind === SymbolKind.File && worth === besideAlone
    ? { ...symbol, name: path, container: name }
    : symbol;
}

/** A term leads to what the site says of it, where it does. */
function withOwnPage(site: SiteSnapshot, symbol: FoundSymbol): FoundSymbol {
  if (symbol.place.kind !== 'term') {
    return symbol;
  }
  const { key, term } = symbol.place;
  const path = `/${key}/${urlized(term)}`;
  const language = site.page(symbol.uri)?.language;
  const own = site
    .pagesAt(path, 'path', mostTranslations)
    .find((page) => page.language === language && logicalPath(page).toLowerCase() === path);
  return own === undefined ? symbol : { ...symbol, uri: own.uri, place: top };
}

const mostTranslations = 100;

/** The best of all that is offered, each term once. Everything falls into one of some thousand pockets by its rank, so that little has to be sorted. */
class Best {
  readonly #match: Match;
  readonly #terms = new Set<string>();
  readonly #byRank: NamedSymbol[][] = [];

  constructor(match: Match) {
    this.#match = match;
  }

  offer(symbol: NamedSymbol, { name, beside }: Omit<Named, 'symbol'> = toNamed(symbol)): void {
    const worth = this.#match(name, beside);
    if (worth !== undefined && (symbol.place.kind !== 'term' || this.#isNew(name, beside))) {
      (this.#byRank[rankOf(worth, symbol)] ??= []).push(symbol);
    }
  }

  get found(): readonly FoundSymbol[] {
    const found: FoundSymbol[] = [];
    for (let rank = 0; rank < this.#byRank.length && found.length < mostSymbols; rank++) {
      const first = (this.#byRank[rank] ?? []).sort(byName).slice(0, mostSymbols - found.length);
      found.push(...first.map((symbol) => ({ ...symbol, worth: worthOf(rank) })));
    }
    return found;
  }

  #isNew(term: string, taxonomy: string): boolean {
    const before = this.#terms.size;
    return this.#terms.add(`${taxonomy}\n${term}`).size > before;
  }
}

/** Of one worth pages come first, then what a site has few of; short names before long ones. */
const kinds: readonly SymbolKind[] = [
  SymbolKind.File,
  SymbolKind.Function,
  SymbolKind.EnumMember,
  SymbolKind.String,
];
const longestName = 255;

function rankOf(worth: number, { kind, name }: NamedSymbol): number {
  const length = Math.min(name.length, longestName);
  return (worth * kinds.length + kinds.indexOf(kind)) * (longestName + 1) + length;
}

function worthOf(rank: number): number {
  return Math.floor(rank / (kinds.length * (longestName + 1)));
}

function byName(a: NamedSymbol, b: NamedSymbol): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.path < b.path ? -1 : 1;
}
