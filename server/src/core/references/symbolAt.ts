import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { touches, type TextRange } from '../text/range.ts';
import { linkSymbolsAt } from './linkSymbols.ts';
import { namesIn, namesOf } from './names.ts';
import { startOfFile, type Named } from './named.ts';
import { symbolId, type SiteSymbol, type SiteText } from './types.ts';

/** What is meant at a place, and the name that says so. */
export interface SymbolAt {
  readonly symbol: SiteSymbol;
  /** In the text of the file: UTF-16, half-open, without quotes. Empty at the start of a file that is the symbol itself. */
  readonly range: TextRange;
}

/** Of these a page, a template, an archetype or a file of the data has the names. */
const kinds: readonly SiteSymbol['kind'][] = [
  'shortcode',
  'argument',
  'key',
  'term',
  'dataEntry',
  'partial',
  'file',
];

/**
 * What the name at `offset` (UTF-16) of a file means, the likeliest first; the cursor may stand at its end. `page` is the file where it is content. In a template
 * or a file of the data a place that names nothing means what the file is; on a page the line of its opening delimiter does. Empty for a file that the site
 * knows nothing of.
 */
export function symbolsAt(
  site: SiteSnapshot,
  file: SiteText,
  page: PageDocument | undefined,
  offset: number,
): readonly SymbolAt[] {
  const names = page === undefined ? namesIn(site, file, kinds) : namesOf(site, page, kinds);
  const pointed = names.filter(({ range: { start, end } }) => start < end);
  const touched = pointed.filter(({ range }) => touches(range, offset));
  const links = page === undefined ? [] : linkSymbolsAt(site, page, offset);
  if (links.length > 0) {
    return [...links, ...unique(touched)];
  }
  const isAtFile = page === undefined || offset <= (page.fence?.opener.end ?? 0);
  return touched.length > 0 || !isAtFile
    ? unique(touched)
    : [...unique(names.filter((name) => !pointed.includes(name))), ...pageItself(site, page)];
}

function pageItself(site: SiteSnapshot, page: PageDocument | undefined): readonly SymbolAt[] {
  return page === undefined || site.page(page.uri) === undefined
    ? []
    : [{ symbol: { kind: 'page', uri: page.uri }, range: startOfFile }];
}

/** A value that a template looks up says more than the place it stands in. */
function unique(names: readonly Named[]): readonly SymbolAt[] {
  const bySymbol = new Map(names.map(({ symbol, range }) => [symbolId(symbol), { symbol, range }]));
  return [...bySymbol.values()].sort((a, b) => order.indexOf(a.symbol.kind) - order.indexOf(b.symbol.kind));
}

/** A positional argument is named by its value alone. */
const order: readonly SiteSymbol['kind'][] = [
  'shortcode',
  'key',
  'term',
  'dataEntry',
  'partial',
  'file',
  'argument',
];
