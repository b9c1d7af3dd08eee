// Whatever stands on a page, what an editor is told of its structure is well formed.
import type { DocumentSymbol, Range, SelectionRange } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { documentSymbols } from '../../server/src/core/features/structure/documentSymbols.ts';
import { foldingRanges } from '../../server/src/core/features/structure/foldingRanges.ts';
import { argumentHints } from '../../server/src/core/features/structure/inlayHints.ts';
import { linkedNames } from '../../server/src/core/features/structure/linkedEditing.ts';
import { selectionRange } from '../../server/src/core/features/structure/selectionRanges.ts';
import { semanticTokens } from '../../server/src/core/features/structure/semanticTokens.ts';
import { headingsIn } from '../../server/src/core/site/pageHeadings.ts';
import { covers, range } from '../../server/src/core/text/range.ts';
import { hostileTexts } from '../bench/hostileTexts.ts';
import { companySite } from '../conformance/companySite.ts';
import { pageOf, siteOf } from '../support/site.ts';

const site = siteOf(`${companySite}-- layouts/shortcodes/box.html --\n{{ .Inner }}\n`);

describe.each(hostileTexts(0.01))('$family: $name', ({ text }) => {
  const page = pageOf(site, 'content/blogg/sten.md', text);
  const { lines } = page;
  const whole = range(0, text.length);
  const offsets = [0, text.length >> 2, text.length >> 1, text.length];

  function isWithin(inner: Range, outer: Range): boolean {
    const [a, b] = [inner, outer].map(({ start, end }) => range(lines.offsetAt(start), lines.offsetAt(end)));
    return a !== undefined && b !== undefined && covers(b, a);
  }

  function wrong(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
    return symbols.flatMap((symbol) => [
      ...(symbol.name !== '' && isWithin(symbol.selectionRange, symbol.range) ? [] : [symbol]),
      ...wrong(symbol.children ?? []),
    ]);
  }

  test('every symbol has a name within it', () => {
    const symbols = documentSymbols(site, page, { translate: (template) => template, headings: true });
    expect(wrong(symbols)).toEqual([]);
  });

  test('every fold begins on a line of its own and ends on a later one of the page', () => {
    const folds = foldingRanges(site, page);
    expect(new Set(folds.map(({ startLine }) => startLine)).size).toBe(folds.length);
    expect(
      folds.filter(({ startLine, endLine }) => startLine >= endLine || endLine >= lines.lineCount),
    ).toEqual([]);
  });

  test('every selection holds the one before, up to the whole page', () => {
    for (const offset of offsets) {
      let next: SelectionRange = selectionRange(site, page, offset);
      while (next.parent !== undefined) {
        expect(isWithin(next.range, next.parent.range)).toBe(true);
        next = next.parent;
      }
      expect(next.range).toEqual(lines.toRange(whole));
    }
  });

  test('colors follow each other, and nothing lies outside', () => {
    const tokens = semanticTokens(site, page);
    expect(tokens.filter((token, at) => token.range.start < (tokens[at - 1]?.range.end ?? 0))).toEqual([]);
    const places = [
      ...tokens.map((token) => token.range),
      ...argumentHints(site, page, whole).map(({ offset }) => range(offset, offset)),
      ...offsets.flatMap((offset) => linkedNames(site, page, offset) ?? []),
    ];
    expect(places.filter((place) => !covers(whole, place))).toEqual([]);
  });

  test('the index keeps a bounded part of its headings', () => {
    const headings = headingsIn(text, 0);
    expect(headings.length).toBeLessThanOrEqual(200);
    expect(headings.filter((heading) => heading.text === '' || heading.text.length > 120)).toEqual([]);
  });
});
