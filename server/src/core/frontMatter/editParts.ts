// What the edits of front matter share: finding entries, lines and brackets.
import type { OffsetEdit } from '../text/edit.ts';
import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import {
  isBlank,
  isLineEnd,
  lineEndFrom,
  lineStartOf,
  nextLineFrom,
  skipSpace,
} from './outline/outlineLines.ts';
import { outlineOf } from './outline.ts';
import type { OutlineContext } from './placeParts.ts';
import type { Fence, OutlineEntry } from './types.ts';
import { styleOf } from './writing.ts';
import type { WritingStyle } from './writing.ts';

export interface EditContext extends OutlineContext {
  readonly style: WritingStyle;
}

export function editContext(text: string, fence: Fence): EditContext {
  const { entries } = outlineOf(text, fence);
  return { text, fence, entries, style: styleOf(text, entries) };
}

export function replace(where: TextRange, newText: string): OffsetEdit {
  return { range: where, newText };
}

export function insert(at: number, newText: string): OffsetEdit {
  return { range: range(at, at), newText };
}

export function entriesAt({ entries }: EditContext, path: readonly string[]): readonly OutlineEntry[] {
  return entries.filter((entry) => isSamePath(entry.path, path));
}

export function isSamePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

/** The keys of the map at `path`. */
export function childrenOf({ entries }: EditContext, path: readonly string[]): readonly OutlineEntry[] {
  return entries.filter((entry) => isSamePath(entry.path.slice(0, -1), path));
}

export function isFlowStart(text: string, at: number): boolean {
  return text[at] === '{' || text[at] === '[';
}

/** Where the last line with content of `[start, end)` ends, before its line end; absent when all is blank. */
export function lastLineEnd(text: string, where: TextRange): number | undefined {
  let at = where.end;
  while (at > where.start && (isBlank(text.charCodeAt(at - 1)) || isLineEnd(text.charCodeAt(at - 1)))) {
    at--;
  }
  return at === where.start ? undefined : lineEndFrom(text, at, where.end);
}

/** The lines on which an entry stands, with their line ends. */
export function lineSpan({ text, fence }: EditContext, { keyRange, valueRange }: OutlineEntry): TextRange {
  const { start, end } = fence.content;
  const last = Math.max(keyRange.end, valueRange.end);
  return range(lineStartOf(text, keyRange.start, start), nextLineFrom(text, last, end));
}

/** Where the entry ends: its key, separator and value. */
export function endOf({ keyRange, valueRange }: OutlineEntry): number {
  return Math.max(keyRange.end, valueRange.end);
}

/** The first offset from `at` on that is no space, when `mark` stands there. */
export function findMark(text: string, at: number, mark: string): number | undefined {
  const found = skipSpace(text, at, text.length);
  return text[found] === mark ? found : undefined;
}
