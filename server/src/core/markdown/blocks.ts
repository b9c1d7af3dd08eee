// The blocks of a page by markdown-it, the one reader of Markdown that stays bounded whatever it is fed. It knows lines only; where in a line
// a block's text stands is found by comparing the two.
import markdownIt from 'markdown-it';
import type { StateBlock, Token } from 'markdown-it';
import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import { Pieces } from './pieces.ts';

/** All ranges are in the text that was parsed. */
export type Block =
  | {
      readonly kind: 'text';
      readonly content: string;
      readonly pieces: Pieces;
      /** Of a heading its level, its marks (`##`, `=`) and its lines. */
      readonly heading:
        { readonly level: number; readonly marks: string; readonly range: TextRange } | undefined;
    }
  | {
      readonly kind: 'fence';
      readonly range: TextRange;
      readonly marks: string;
      readonly info: string;
      readonly close: TextRange | undefined;
    }
  | { readonly kind: 'indented' | 'html' | 'definition'; readonly range: TextRange };

/** The blocks that hold text of their own, in order. `text` ends its lines with `\n` alone. */
export function* blocksOf(text: string): Generator<Block> {
  const lines = new Lines(text);
  let isHeading: Token | undefined;
  let row: Row | undefined;
  for (const token of reader.parse(text, {})) {
    switch (token.type) {
      case 'heading_open':
        isHeading = token;
        break;
      case 'tr_open':
        row = token.map === null ? undefined : new Row(lines, token.map[0]);
        break;
      case 'inline': {
        const block = token.map === null ? row?.next(token.content) : textBlock(lines, token, isHeading);
        isHeading = undefined;
        if (block !== undefined) {
          yield block;
        }
        break;
      }
      default: {
        const block = token.map === null ? undefined : plainBlock(lines, token);
        if (block !== undefined) {
          yield block;
        }
      }
    }
  }
}

const reader = createReader();

/** Without what is inline: nobody looks at that here. */
function createReader(): ReturnType<typeof markdownIt> {
  const md = markdownIt({ html: true });
  md.core.ruler.enableOnly(['block']);
  md.validateLink = () => true;
  md.normalizeLink = (address) => address;
  const [reference] = md.block.ruler.getRules('').filter(({ name }) => name === 'reference');
  if (reference !== undefined) {
    md.block.ruler.at('reference', (state: StateBlock, start: number, end: number, silent: boolean) =>
      isFootnote(state, start) ? false : reference(state, start, end, silent),
    );
  }
  return md;
}

/** `[^1]: text` is a note (Goldmark's extension "footnote"), whose text is text. */
function isFootnote({ src, bMarks, tShift }: StateBlock, line: number): boolean {
  return src.startsWith('[^', (bMarks[line] ?? 0) + (tShift[line] ?? 0));
}

function textBlock(lines: Lines, token: Token, heading: Token | undefined): Block | undefined {
  const [first = 0, end = 0] = token.map ?? [];
  const where = lines.range(first, heading?.map?.[1] ?? end);
  const [line] = lines.of(first, first + 1);
  const isMarked = heading?.markup.startsWith('#') === true;
  const pieces =
    isMarked && line !== undefined
      ? markedHeading(lines.text, line, heading.markup, token.content)
      : Pieces.ofLines(token.content, lines.text, lines.of(first, end));
  const level = Number(heading?.tag.slice(1));
  return (
    pieces && {
      kind: 'text',
      content: token.content,
      pieces,
      heading: heading && { level, marks: heading.markup, range: where },
    }
  );
}

function markedHeading(text: string, line: TextRange, marks: string, content: string): Pieces | undefined {
  const source = text.slice(line.start, line.end);
  return Pieces.ofCell(content, source, line.start, source.indexOf(marks) + marks.length);
}

/** The cells of a table's row, one after the other. */
class Row {
  readonly #line: string;
  readonly #start: number;
  #at = 0;

  constructor(lines: Lines, line: number) {
    const [where = range(0, 0)] = lines.of(line, line + 1);
    this.#line = lines.text.slice(where.start, where.end);
    this.#start = where.start;
  }

  next(content: string): Block | undefined {
    const pieces = content === '' ? undefined : Pieces.ofCell(content, this.#line, this.#start, this.#at);
    const after = pieces === undefined ? this.#at : pieces.end - this.#start;
    const pipe = this.#line.indexOf('|', after);
    this.#at = pipe < 0 ? this.#line.length : pipe + 1;
    return pieces && { kind: 'text', content, pieces, heading: undefined };
  }
}

function plainBlock(lines: Lines, { type, map, markup, info }: Token): Block | undefined {
  const [first = 0, end = 0] = map ?? [];
  switch (type) {
    case 'fence':
      return fenceBlock(lines, first, end, markup, info);
    case 'code_block':
      return { kind: 'indented', range: lines.range(first, end) };
    case 'html_block':
      return { kind: 'html', range: lines.range(first, end) };
    case 'reference_definition':
      return { kind: 'definition', range: lines.range(first, end) };
    default:
      return undefined;
  }
}

function fenceBlock(lines: Lines, first: number, end: number, marks: string, info: string): Block {
  const whole = lines.range(first, end);
  const start = lines.text.indexOf(marks, whole.start);
  const [last] = end - first > 1 ? lines.of(end - 1, end) : [];
  const close = last && closingMarks(lines.text, last, marks);
  return { kind: 'fence', range: range(start, close?.end ?? whole.end), marks, info, close };
}

/** A line of nothing but marks, at least as many as opened: what a list or a quotation puts before it may stand there. */
function closingMarks(text: string, { start, end }: TextRange, marks: string): TextRange | undefined {
  const line = text.slice(start, end).trimEnd();
  let from = line.length;
  while (from > 0 && line[from - 1] === marks[0]) {
    from--;
  }
  return line.length - from >= marks.length && /^[\s>]*$/.test(line.slice(0, from))
    ? range(start + from, start + line.length)
    : undefined;
}

/** Where the lines of a text stand, without their breaks. */
class Lines {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    this.#starts = starts;
  }

  of(first: number, end: number): readonly TextRange[] {
    return Array.from({ length: Math.max(0, end - first) }, (_, index) =>
      this.range(first + index, first + index + 1),
    );
  }

  /** Of all these lines. */
  range(first: number, end: number): TextRange {
    const { length } = this.text;
    const start = this.#starts[first] ?? length;
    const next = this.#starts[end];
    return range(start, Math.max(start, next === undefined ? length : next - 1));
  }
}
