import type { TextRange } from './range.ts';

/** Replaces the text of `range` (UTF-16, half-open) by `newText`; bytes outside the range stay as they are. */
export interface OffsetEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** Applies edits that do not overlap, in any order, to `text`. */
export function applyEdits(text: string, edits: readonly OffsetEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    result += text.slice(at, edit.range.start) + edit.newText;
    at = edit.range.end;
  }
  return result + text.slice(at);
}
