import type { Position, Range } from 'vscode-languageserver-types';
import type { TextRange } from './range.ts';

/**
 * Turns offsets into lines and characters, and back. A line ends with LF, CRLF or a lone CR, as in the Language Server Protocol.
 * Built in one pass; each conversion is a binary search.
 */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The zero-based line on which `offset` (UTF-16) stands; an offset beyond the text stands on the last line. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The offset at which `line` begins; the end of the text for a line beyond the last. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The range of `line` without its line end. */
  rangeOf(line: number): TextRange {
    const start = this.startOf(line);
    let end = this.startOf(line + 1);
    if (end > start && this.#text[end - 1] === '\n') {
      end--;
    }
    if (end > start && this.#text[end - 1] === '\r') {
      end--;
    }
    return { start, end };
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.startOf(line) };
  }

  /** The offset of `position`; a character beyond the end of its line means that end. */
  offsetAt(position: Position): number {
    if (position.line >= this.lineCount) {
      return this.#text.length;
    }
    const { start, end } = this.rangeOf(Math.max(0, position.line));
    return Math.min(start + Math.max(0, position.character), end);
  }

  toOffsets({ start, end }: Range): TextRange {
    return { start: this.offsetAt(start), end: this.offsetAt(end) };
  }

  toRange(where: TextRange): Range {
    return { start: this.positionAt(where.start), end: this.positionAt(where.end) };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) {
      starts.push(i + 1);
    }
  }
  return starts;
}
