import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { range, textOf, type TextRange } from '../../text/range.ts';
import { trimmed, type PagePart } from './part.ts';
import { pageParts } from './pageParts.ts';

/** As many as VS Code shows. */
const most = 5000;

/** A stretch of lines; what closes it stays in sight, where only blanks or the bracket of a table stand before it. */
interface Fold {
  readonly range: TextRange;
  readonly closer?: TextRange | undefined;
  readonly kind?: FoldingRangeKind | undefined;
}

/**
 * What can be folded on a page: the front matter and what spans lines in it, sections, calls of shortcodes, code and comments. One range for a line at
 * most: that of the largest thing which begins there.
 */
export function foldingRanges(site: SiteSnapshot, page: PageDocument): FoldingRange[] {
  const { fences, verbatim } = page.markdown;
  const folds: readonly Fold[] = [
    ...foldsOf(pageParts(site, page)),
    ...fences,
    ...verbatim.filter(({ kind }) => kind === 'comment').map(toComment),
    ...page.shortcodes.tags.filter(({ kind }) => kind === 'comment').map(toComment),
  ];
  const byLine = new Map<number, FoldingRange>();
  for (const fold of folds) {
    const lines = toLines(page, fold);
    if (lines.endLine > lines.startLine && lines.endLine > (byLine.get(lines.startLine)?.endLine ?? 0)) {
      byLine.set(lines.startLine, lines);
    }
  }
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine).slice(0, most);
}

function foldsOf(parts: readonly PagePart[]): readonly Fold[] {
  return parts.flatMap((part, at) => {
    const own = { ...upToNext(part, parts[at + 1]), kind: kinds[part.kind] };
    return [...(isTableList(part) ? [] : [own]), ...foldsOf(part.children)];
  });
}

/** Tables of one name may stand apart in TOML: what stands between belongs to others. */
function upToNext({ range: own, closer }: PagePart, next: PagePart | undefined): Fold {
  return next !== undefined && next.range.start < own.end
    ? { range: range(own.start, next.range.start), closer: next.range }
    : { range: own, closer };
}

/** `[[resources]]` begins the list and its first item: each item folds by itself. */
function isTableList({ kind, range: own, children: [first] }: PagePart): boolean {
  return kind === 'key' && first?.kind === 'item' && first.range.start <= own.start;
}

const kinds: { readonly [kind in PagePart['kind']]?: FoldingRangeKind } = {
  frontMatter: FoldingRangeKind.Region,
};

function toComment({ range }: { readonly range: TextRange }): Fold {
  return { range, kind: FoldingRangeKind.Comment };
}

function toLines({ text, lines }: PageDocument, { range: own, closer, kind }: Fold): FoldingRange {
  const { start, end } = trimmed(text, own);
  const last = lines.lineAt(end);
  const closing = closer === undefined ? last : lines.lineAt(closer.start);
  const isAlone =
    closer !== undefined && /^[\s[]*$/.test(textOf(text, range(lines.startOf(closing), closer.start)));
  return {
    startLine: lines.lineAt(start),
    endLine: isAlone ? closing - 1 : last,
    ...(kind !== undefined && { kind }),
  };
}
