// What a place of a site means and where else it is named, as lines of text.
import { searchSymbol } from '../../server/src/core/references/searches.ts';
import { siteFileAt } from '../../server/src/core/references/siteFile.ts';
import { symbolsAt, type SymbolAt } from '../../server/src/core/references/symbolAt.ts';
import { symbolId, type SiteSearch } from '../../server/src/core/references/types.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';
import { textOf } from '../../server/src/core/text/range.ts';
import { takeCursor } from './marks.ts';
import { siteOf, type SiteOptions } from './site.ts';
import { parseTxtar } from './txtar.ts';

const root = 'file:///site/';

export interface Pointed {
  readonly site: SiteSnapshot;
  readonly texts: ReadonlyMap<string, string>;
  readonly symbols: readonly SymbolAt[];
  /** The text under the cursor, for each symbol. */
  readonly origins: readonly string[];
}

/** The site in `txtar`, one of whose files has the cursor. */
export function pointIn(txtar: string, options: SiteOptions = {}): Pointed {
  const marked = parseTxtar(txtar);
  const [path, text] = [...marked].find(([, each]) => each.includes('█')) ?? ['', ''];
  const taken = takeCursor(text);
  const texts = new Map([...marked, [path, taken.text]]);
  const site = siteOf(txtar.replace('█', ''), options);
  const file = { uri: root + path, text: taken.text };
  const isContent = siteFileAt(site, file.uri) === undefined;
  const page = isContent ? new PageDocument(file.uri, file.text, site.hugo) : undefined;
  const symbols = symbolsAt(site, file, page, taken.offset);
  return { site, texts, symbols, origins: symbols.map(({ range }) => textOf(taken.text, range)) };
}

/** `symbolId` of all that is meant under the cursor. */
export function symbolsIn(txtar: string, options: SiteOptions = {}): string[] {
  return pointIn(txtar, options).symbols.map(({ symbol }) => symbolId(symbol));
}

/** Where the first thing under the cursor is named: `layouts/shortcodes/box.html:1:8 title`, one-based, with `*` where it comes from. */
export function referencesIn(txtar: string, options: SiteOptions = {}): string[] {
  const { site, texts, symbols } = pointIn(txtar, options);
  const [first] = symbols;
  return first === undefined ? [] : occurrencesOf(searchSymbol(site, first.symbol), texts);
}

export function occurrencesOf({ files, find }: SiteSearch, texts: ReadonlyMap<string, string>): string[] {
  return files.flatMap((uri) => {
    const path = uri.slice(root.length);
    const text = texts.get(path) ?? '';
    const lines = new LineIndex(text);
    return find({ uri, text }).map(({ range, role }) => {
      const { line, character } = lines.positionAt(range.start);
      const place = `${path}:${String(line + 1)}:${String(character + 1)}`;
      return `${place} ${textOf(text, range)}${role === 'declaration' ? '*' : ''}`.trim();
    });
  });
}
