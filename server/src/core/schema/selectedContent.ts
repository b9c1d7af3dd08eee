// What a writer means by a selection: whole lines where it spans several, and no half of a call.
import { treeOf } from '../site/pageCalls.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { covers, range, type TextRange } from '../text/range.ts';

/**
 * What is selected (UTF-16) of the content of `page`, without the white space around it: of several lines whole ones, from the first letter of the first;
 * calls and tags that it cuts wholly. Empty where nothing but white space is selected, or front matter.
 */
export function selectedContent(site: SiteSnapshot, page: PageDocument, selection: TextRange): TextRange {
  const { text, fence } = page;
  const start = Math.max(selection.start, fence?.bodyStart ?? 0);
  const selected = trimmed(text, range(start, Math.max(start, selection.end)));
  if (selected.start === selected.end) {
    return selected;
  }
  const { calls } = treeOf(site, page);
  const pieces = [...piecesOf(calls), ...page.shortcodes.tags.map((tag) => ({ range: tag.range }))];
  let grown = wholeLines(text, selected);
  for (let before = range(0, 0); before.start !== grown.start || before.end !== grown.end;) {
    before = grown;
    grown = wholeLines(text, pieces.reduce(withPiece, grown));
  }
  return grown;
}

interface Piece {
  readonly range: TextRange;
  /** What may be selected of it alone. */
  readonly inner?: TextRange | undefined;
  readonly children?: readonly Piece[];
}

function piecesOf(calls: readonly Piece[]): readonly Piece[] {
  return calls.flatMap((call) => [call, ...piecesOf(call.children ?? [])]);
}

/** Grows to hold a piece that it cuts. */
function withPiece(selected: TextRange, { range: whole, inner }: Piece): TextRange {
  const isApart = selected.end <= whole.start || whole.end <= selected.start;
  const isFine = isApart || covers(selected, whole) || (inner !== undefined && covers(inner, selected));
  return isFine ? selected : range(Math.min(selected.start, whole.start), Math.max(selected.end, whole.end));
}

function wholeLines(text: string, { start, end }: TextRange): TextRange {
  if (!/[\r\n]/.test(text.slice(start, end))) {
    return range(start, end);
  }
  const [rest = ''] = /^[^\r\n]*/.exec(text.slice(end)) ?? [];
  return trimmed(text, range(lineStartAt(text, start), end + rest.length));
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const selected = text.slice(start, end);
  const from = start + selected.length - selected.trimStart().length;
  return range(from, Math.max(from, start + selected.trimEnd().length));
}

/** Where the line begins in which `offset` lies. */
export function lineStartAt(text: string, offset: number): number {
  return offset === 0
    ? 0
    : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
