// What goes when a key is removed: its lines, or in brackets its pair with one comma.
import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import { childrenOf, endOf, entriesAt, findMark, lineSpan } from './editParts.ts';
import type { EditContext } from './editParts.ts';
import { isBlank, isLineEnd, lineStartOf, skipSpace } from './outline/outlineLines.ts';
import { findFlow } from './placeParts.ts';
import type { OutlineEntry } from './types.ts';

export function removalOf(context: EditContext, path: readonly string[]): readonly TextRange[] {
  const found = entriesAt(context, path);
  const [first] = found;
  if (first === undefined) {
    return [];
  }
  const parent = path.slice(0, -1);
  const isOnlyChild = childrenOf(context, parent).length === found.length;
  if (isOnlyChild && parent.length > 0 && parent.at(-1) !== '[]' && !isInFlow(context, first)) {
    return removalOf(context, parent);
  }
  return merge(found.map((entry) => spanOf(context, entry)));
}

/** What goes with one key alone, where its name stands more than once; nothing where `keyStart` starts no key. */
export function removalOfOne(context: EditContext, keyStart: number): readonly TextRange[] {
  const entry = context.entries.find(({ keyRange }) => keyRange.start === keyStart);
  return entry === undefined ? [] : [spanOf(context, entry)];
}

function isInFlow(context: EditContext, { keyRange }: OutlineEntry): boolean {
  return findFlow(context, keyRange.start) !== undefined;
}

function spanOf(context: EditContext, entry: OutlineEntry): TextRange {
  if (isInFlow(context, entry)) {
    return pairSpan(context, entry);
  }
  const lines = lineSpan(context, entry);
  const before = context.text.slice(lines.start, entry.keyRange.start);
  return context.fence.format === 'yaml' && before.trim() !== '' ? itemStartSpan(context, entry) : lines;
}

/** The first key behind a dash: the dash stays, for the next key or alone. */
function itemStartSpan(context: EditContext, entry: OutlineEntry): TextRange {
  const next = context.entries.find(({ keyRange }) => keyRange.start > endOf(entry));
  const isSibling =
    next !== undefined && next.path.slice(0, -1).join('\n') === entry.path.slice(0, -1).join('\n');
  const isSameItem =
    isSibling &&
    !context.text.slice(lineStartOf(context.text, next.keyRange.start, 0), next.keyRange.start).includes('-');
  return range(entry.keyRange.start, isSameItem ? next.keyRange.start : endOf(entry));
}

/** A pair in braces with the comma behind it, or for the last one the comma before it. */
function pairSpan({ text, fence }: EditContext, entry: OutlineEntry): TextRange {
  const { start } = entry.keyRange;
  const end = endOf(entry);
  const comma = findMark(text, end, ',');
  if (comma !== undefined) {
    return range(start, skipSpace(text, comma + 1, fence.content.end));
  }
  let before = start;
  while (before > fence.content.start && isSpace(text.charCodeAt(before - 1))) {
    before--;
  }
  return text[before - 1] === ',' ? range(before - 1, end) : range(start, end);
}

function isSpace(code: number): boolean {
  return isBlank(code) || isLineEnd(code);
}

/** Ranges in order, those that overlap made one. */
function merge(spans: readonly TextRange[]): readonly TextRange[] {
  const merged: TextRange[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end) {
      merged[merged.length - 1] = range(last.start, Math.max(last.end, span.end));
    } else {
      merged.push(span);
    }
  }
  return merged;
}
