// Where else a name of a site stands, and where it comes from.
import type { Named } from '../references/named.ts';
import { sameSymbol } from '../references/sameSymbol.ts';
import { searchDeclarations, searchSymbol } from '../references/searches.ts';
import { namesInFile, symbolsAt, type SymbolAt } from '../references/symbolAt.ts';
import type { Occurrence, SiteSearch, SiteText } from '../references/types.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { TextRange } from '../text/range.ts';

/** A place of a site's file. */
export interface FilePlace {
  readonly file: SiteText;
  /** The file where it is content. */
  readonly page: PageDocument | undefined;
  /** UTF-16. */
  readonly offset: number;
}

/** All places that name what the place names; without those where it comes from unless they are asked for. */
export function references(
  site: SiteSnapshot,
  place: FilePlace,
  withDeclarations: boolean,
): SiteSearch | undefined {
  const search = searchOf(site, place, searchSymbol);
  return search === undefined || withDeclarations
    ? search
    : { ...search, find: (file) => search.find(file).filter(({ role }) => role === 'use') };
}

/** The places where it comes from: the template of a shortcode, the reads of a key or an argument, the entry of the data. */
export function implementations(site: SiteSnapshot, place: FilePlace): SiteSearch | undefined {
  return searchOf(site, place, searchDeclarations);
}

export interface FoundDefinition {
  /** What was pointed at. */
  readonly origin: TextRange;
  /** The file that is meant, from its start, or where to look for the place. */
  readonly target: { readonly uri: string } | SiteSearch;
}

/** Where the name at a place comes from, or the page or file that it leads to; nothing for a file that is the symbol itself. */
export function definitionOfName(site: SiteSnapshot, place: FilePlace): FoundDefinition | undefined {
  const [first] = symbolsIn(site, place);
  if (first === undefined || isItself(first)) {
    return undefined;
  }
  const { symbol, range: origin } = first;
  const isFile = symbol.kind === 'page' || symbol.kind === 'file';
  const target = isFile ? { uri: symbol.uri } : implementations(site, place);
  return target && { origin, target };
}

function isItself({ range: { start, end } }: SymbolAt): boolean {
  return start === 0 && end === 0;
}

/** The places of the same text that name the same, in the order of the text. */
export function highlights(site: SiteSnapshot, place: FilePlace): readonly Named[] {
  const pointed = symbolsIn(site, place).filter((each) => !isItself(each));
  return namesInFile(site, place.file, place.page)
    .filter(
      ({ symbol, range: { start, end } }) =>
        start < end && pointed.some((each) => sameSymbol(each.symbol, symbol)),
    )
    .sort((a, b) => a.range.start - b.range.start);
}

/** Of several meanings the likeliest kind counts: `.Parent.Get "x"` may ask any of the shortcodes around it. */
function symbolsIn(site: SiteSnapshot, { file, page, offset }: FilePlace): readonly SymbolAt[] {
  const all = symbolsAt(site, file, page, offset);
  return all.filter(({ symbol }) => symbol.kind === all[0]?.symbol.kind);
}

function searchOf(site: SiteSnapshot, place: FilePlace, search: typeof searchSymbol): SiteSearch | undefined {
  const searches = symbolsIn(site, place).map(({ symbol }) => search(site, symbol));
  const [only] = searches;
  return searches.length < 2
    ? only
    : {
        files: [...new Set(searches.flatMap(({ files }) => files))],
        find: (file) => distinct(searches.flatMap(({ find }) => find(file))),
      };
}

function distinct(all: readonly Occurrence[]): readonly Occurrence[] {
  const byStart = new Map(all.map((each) => [each.range.start, each]));
  return [...byStart.values()].sort((a, b) => a.range.start - b.range.start);
}
