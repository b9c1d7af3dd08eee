import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';

/** A stretch of a block's text and where it stands in the page. */
interface Piece {
  readonly inBlock: number;
  readonly inPage: number;
  readonly length: number;
}

/** Leads from places in the text of a block, which has lost the marks and blanks before its lines, to places in the page. */
export class Pieces {
  readonly #pieces: readonly Piece[];

  private constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** For lines of `content` that are the ends of the page's `lines` from the first on. `undefined` where one is not. */
  static ofLines(content: string, page: string, lines: readonly TextRange[]): Pieces | undefined {
    const pieces: Piece[] = [];
    let inBlock = 0;
    for (const [index, line] of content.split('\n').entries()) {
      const where = lines[index];
      const piece = where && endOf(page, where, line, inBlock);
      if (piece === undefined) {
        return undefined;
      }
      pieces.push(piece);
      inBlock += line.length + 1;
    }
    return new Pieces(pieces);
  }

  /** For a text that stands in `line` (which begins at `lineStart`) from `from` on, but for backslashes before `|`, which a table takes away. */
  static ofCell(content: string, line: string, lineStart: number, from: number): Pieces | undefined {
    const pieces: Piece[] = [];
    let inBlock = 0;
    let next = from;
    for (const [index, part] of content.split('|').entries()) {
      const text = index === 0 ? part : `|${part}`;
      const at = line.indexOf(text, next);
      if (at < 0) {
        return undefined;
      }
      pieces.push({ inBlock, inPage: lineStart + at, length: text.length });
      inBlock += text.length;
      next = at + text.length;
    }
    return new Pieces(pieces);
  }

  /** Where these parts stand, in order. */
  get ranges(): readonly TextRange[] {
    return this.#pieces
      .filter(({ length }) => length > 0)
      .map(({ inPage, length }) => range(inPage, inPage + length));
  }

  get end(): number {
    const last = this.#pieces.at(-1);
    return last === undefined ? 0 : last.inPage + last.length;
  }

  toPage({ start, end }: TextRange): TextRange {
    const from = this.#offset(start);
    return range(from, end > start ? this.#offset(end - 1) + 1 : from);
  }

  #offset(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#pieces[middle]?.inBlock ?? Infinity) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    const piece = this.#pieces[low];
    return piece === undefined ? offset : piece.inPage + offset - piece.inBlock;
  }
}

/** Blanks at both ends of a line may be missing in the block, or a tab may have become blanks. */
function endOf(page: string, { start, end }: TextRange, line: string, inBlock: number): Piece | undefined {
  const whole = page.slice(start, end);
  if (whole.endsWith(line)) {
    return { inBlock, inPage: end - line.length, length: line.length };
  }
  const text = line.trim();
  const trimmed = whole.trimEnd();
  const before = line.length - line.trimStart().length;
  return trimmed.endsWith(text)
    ? {
        inBlock: inBlock + before,
        inPage: start + trimmed.length - text.length,
        length: text.length,
      }
    : undefined;
}
