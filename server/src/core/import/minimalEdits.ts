import type { OffsetEdit } from '../text/edit.ts';
import { range, textOf, type TextRange } from '../text/range.ts';

/**
 * The one edit that makes `newText` of what stands at `where`, and none where they are the same. What both begin and end with stays, and so does the text at
 * `core`, where `newText` holds it as it is and changes one side of it alone: two edits could be taken and left apart, and tags that belong together with them.
 */
export function minimalEdits(
  text: string,
  where: TextRange,
  newText: string,
  core: TextRange,
): readonly OffsetEdit[] {
  const kept = textOf(text, core);
  const at = newText.indexOf(kept);
  const sides = [
    ...minimalEdit(text, range(where.start, core.start), newText.slice(0, Math.max(0, at))),
    ...minimalEdit(text, range(core.end, where.end), newText.slice(at + kept.length)),
  ];
  return at < 0 || sides.length > 1 ? minimalEdit(text, where, newText) : sides;
}

function minimalEdit(text: string, where: TextRange, newText: string): readonly OffsetEdit[] {
  const old = textOf(text, where);
  if (old === newText) {
    return [];
  }
  const shorter = Math.min(old.length, newText.length);
  let head = 0;
  while (head < shorter && old[head] === newText[head]) {
    head++;
  }
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === newText.at(-1 - tail)) {
    tail++;
  }
  return [
    {
      range: range(where.start + head, where.end - tail),
      newText: newText.slice(head, newText.length - tail),
    },
  ];
}
