import { applyEdits } from '../../core/text/edit.ts';
import type { OffsetEdit } from '../../core/text/edit.ts';

/** A text that became another one through edits, and the way back for offsets (UTF-16). Immutable. */
export class EditedText {
  readonly text: string;
  readonly #before: EditedText | undefined;
  readonly #edits: readonly OffsetEdit[];

  constructor(text: string, before?: EditedText, edits: readonly OffsetEdit[] = []) {
    this.text = text;
    this.#before = before;
    this.#edits = edits;
  }

  /** The text after edits that do not overlap, in order. */
  edit(edits: readonly OffsetEdit[]): EditedText {
    return edits.length === 0 ? this : new EditedText(applyEdits(this.text, edits), this, edits);
  }

  /** Where in the first text the character at `offset` comes from; for one that was put in, the place where that was done. */
  toSourceOffset(offset: number): number {
    return this.#before === undefined ? offset : this.#before.toSourceOffset(undo(this.#edits, offset));
  }
}

function undo(edits: readonly OffsetEdit[], offset: number): number {
  let grown = 0;
  for (const { range, newText } of edits) {
    const start = range.start + grown;
    if (offset < start) {
      break;
    }
    if (offset < start + newText.length) {
      return Math.min(range.end, range.start + (range.end > range.start ? offset - start : 0));
    }
    grown += newText.length - (range.end - range.start);
  }
  return offset - grown;
}
