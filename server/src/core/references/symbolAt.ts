import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { touches, type TextRange } from '../text/range.ts';
import { linkNames } from './linkNames.ts';
import { namesIn, namesOf } from './names.ts';
import { startOfFile, type Named } from './named.ts';
import { symbolId, type SiteSymbol, type SiteText } from './types.ts';

/** What is meant at a place, and the name that says so. */
export interface SymbolAt {
  readonly symbol: SiteSymbol;
  /** In the text of the file: UTF-16, half-open, without quotes. Empty at the start of a file that is the symbol itself. */
  readonly range: TextRange;
}

/**
 * What the name at `offset` (UTF-16) of a file means, the likeliest first; the cursor may stand at its end. `page` is the file where it is content. In a template
 * or a file of the data a place that names nothing means what the file is; on a page its title and the line of its opening delimiter do. Empty for a file that the
 * site knows nothing of.
 */
export function symbolsAt(
  site: SiteSnapshot,
  file: SiteText,
  page: PageDocument | undefined,
  offset: number,
): readonly SymbolAt[] {
  const names = namesInFile(site, file, page);
  const touched = names.filter((name) => !isFile(name) && touches(name.range, offset));
  const isAtFile = page === undefined || meansPage(page, offset);
  return touched.length > 0 || !isAtFile
    ? unique(touched)
    : [...unique(names.filter(isFile)), ...pageItself(site, page)];
}

/** All names in a file, in no order. */
export function namesInFile(
  site: SiteSnapshot,
  file: SiteText,
  page: PageDocument | undefined,
): readonly Named[] {
  return page === undefined
    ? namesIn(site, file, kinds)
    : [...linkNames(site, page), ...namesOf(site, page, kinds)];
}

function meansPage({ fence, outline }: PageDocument, offset: number): boolean {
  const title = outline?.entries.find(({ path }) => path.length === 1 && path[0]?.toLowerCase() === 'title');
  return offset <= (fence?.opener.end ?? 0) || (title !== undefined && touches(title.valueRange, offset));
}

function isFile({ range: { start, end } }: Named): boolean {
  return start === end;
}

function pageItself(site: SiteSnapshot, page: PageDocument | undefined): readonly SymbolAt[] {
  return page === undefined || site.page(page.uri) === undefined
    ? []
    : [{ symbol: { kind: 'page', uri: page.uri }, range: startOfFile }];
}

function unique(names: readonly Named[]): readonly SymbolAt[] {
  const bySymbol = new Map(names.map(({ symbol, range }) => [symbolId(symbol), { symbol, range }]));
  return [...bySymbol.values()].sort((a, b) => kinds.indexOf(a.symbol.kind) - kinds.indexOf(b.symbol.kind));
}

/** Where a value leads says more than the place it stands in; a positional argument is named by its value alone. */
const kinds: readonly SiteSymbol['kind'][] = [
  'page',
  'file',
  'heading',
  'shortcode',
  'key',
  'term',
  'dataEntry',
  'dataValue',
  'partial',
  'argument',
];
