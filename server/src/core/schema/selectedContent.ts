// What a writer means by a selection: whole lines where it spans several, and no half of a call.
import type { ShortcodeCall } from '../shortcodes/types.ts';
import { treeOf } from '../site/pageCalls.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { countStartingBefore, covers, range, type TextRange } from '../text/range.ts';

/**
 * What is selected (UTF-16) of the content of `page`, without the white space around it: of several lines whole ones, from the first letter of the first;
 * calls and tags that it cuts wholly. Empty where nothing but white space is selected, or front matter.
 */
export function selectedContent(site: SiteSnapshot, page: PageDocument, selection: TextRange): TextRange {
  const { text, fence, lines, shortcodes } = page;
  const start = Math.max(selection.start, fence?.bodyStart ?? 0);
  const selected = trimmed(text, range(start, Math.max(start, selection.end)));
  if (selected.start === selected.end) {
    return selected;
  }
  let grown = selected;
  for (const { around, calls } of levelsAround(treeOf(site, page).calls, selected)) {
    grown = grownAmong([calls, shortcodes.tags], grown, lines);
    if (around === undefined || isInside(around, grown)) {
      break;
    }
    grown = union(grown, around.range);
  }
  return trimmed(text, grown);
}

interface Level {
  /** The call in whose inner content they stand; absent at the top. */
  readonly around: ShortcodeCall | undefined;
  readonly calls: readonly ShortcodeCall[];
}

/** The calls beside a selection, then those beside the call that holds both, and so on up to the top. */
function levelsAround(calls: readonly ShortcodeCall[], selected: TextRange): readonly Level[] {
  const levels: Level[] = [{ around: undefined, calls }];
  const holding = (some: readonly ShortcodeCall[]): ShortcodeCall | undefined =>
    some.find((call) => isInside(call, selected));
  for (let around = holding(calls); around !== undefined; around = holding(around.children)) {
    levels.push({ around, calls: around.children });
  }
  return levels.reverse();
}

function isInside({ inner }: ShortcodeCall, selected: TextRange): boolean {
  return inner !== undefined && covers(inner, selected);
}

type Piece = Pick<ShortcodeCall, 'range'>;

/** Grows to whole lines, and to hold what it cuts, until it cuts nothing; `rows` hold pieces in their order, none of which overlap. */
function grownAmong(rows: readonly (readonly Piece[])[], selected: TextRange, lines: LineIndex): TextRange {
  for (let grown = wholeLines(lines, selected); ;) {
    const cut = rows.flatMap((pieces) => [cutAt(pieces, grown.start), cutAt(pieces, grown.end)].flat());
    if (cut.length === 0) {
      return grown;
    }
    grown = wholeLines(lines, cut.reduce(union, grown));
  }
}

/** The piece that has `offset` inside. */
function cutAt(pieces: readonly Piece[], offset: number): readonly TextRange[] {
  const piece = pieces[countStartingBefore(pieces, offset, ({ range: { start } }) => start) - 1];
  return piece !== undefined && offset < piece.range.end ? [piece.range] : [];
}

function union(a: TextRange, b: TextRange): TextRange {
  return range(Math.min(a.start, b.start), Math.max(a.end, b.end));
}

function wholeLines(lines: LineIndex, { start, end }: TextRange): TextRange {
  const [first, last] = [lines.lineAt(start), lines.lineAt(end)];
  return first === last
    ? range(start, end)
    : range(lines.startOf(first), Math.max(end, lines.rangeOf(last).end));
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  const selected = text.slice(start, end);
  const from = start + selected.length - selected.trimStart().length;
  return range(from, Math.max(from, start + selected.trimEnd().length));
}
