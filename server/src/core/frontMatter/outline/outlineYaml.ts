// YAML's block maps and lists, line by line. Every line that is a key or a list item counts, whatever stands on the
// lines round it; lines that are neither (`ta`, `key:x`) are passed over. Indentation nests as in YAML, but never ends
// the reading: a line that stands too deep or not deep enough belongs to the nearest map or list that has room for it.
import { range } from '../../text/range.ts';
import type { TextRange } from '../../text/range.ts';
import {
  draftOf,
  isLineEnd,
  lineEndFrom,
  lineStartOf,
  maxDepth,
  nextLineFrom,
  skipBlanks,
  unit,
} from './outlineLines.ts';
import type { Draft } from './outlineLines.ts';
import { isOpening } from './outlineFlow.ts';
import type { FlowReader } from './outlineFlow.ts';
import { YamlLines } from './outlineYamlLines.ts';
import {
  blockScalar,
  closedFlowEnd,
  closedQuoteEnd,
  plainScalar,
  quotedScalar,
  quotedText,
  skipProperties,
  yamlFlowReader,
} from './outlineYamlScalar.ts';
import type { OutlineEntry, ScalarNode } from '../types.ts';

/** The keys of the YAML in `content`, in the order of the file. Linear in its length. */
export function outlineYaml(text: string, content: TextRange): OutlineEntry[] {
  return new YamlOutline(text, content).read();
}

type Shape = OutlineEntry['shape'];

class YamlOutline {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #entries: Draft[] = [];
  readonly #flow: FlowReader;
  readonly #lines: YamlLines;
  /** The node that was read last. */
  #valueStart = 0;
  #valueEnd = 0;

  constructor(text: string, content: TextRange) {
    this.#text = text;
    this.#start = content.start;
    this.#end = Math.min(content.end, text.length);
    this.#lines = new YamlLines(text, this.#end);
    this.#flow = yamlFlowReader(text, this.#entries);
  }

  read(): OutlineEntry[] {
    if (this.#readRootFlow()) {
      return this.#entries;
    }
    this.#lines.seek(this.#start);
    while (!this.#lines.isDone()) {
      if (this.#lines.isItem) {
        this.#readList(['[]'], 0, 1, []);
      } else {
        this.#readMap([], 0);
      }
    }
    return this.#entries;
  }

  /** `{title: A}` as the whole front matter. */
  #readRootFlow(): boolean {
    let line = this.#start;
    let at = skipBlanks(this.#text, line, this.#end);
    while (
      at < this.#end &&
      (isLineEnd(this.#text.charCodeAt(at)) || this.#text.charCodeAt(at) === unit.hash)
    ) {
      line = nextLineFrom(this.#text, at, this.#end);
      at = skipBlanks(this.#text, line, this.#end);
    }
    const close =
      this.#text.charCodeAt(at) === unit.openBrace ? closedFlowEnd(this.#text, at, this.#end, -1) : -1;
    if (close >= 0) {
      this.#flow.read([], at, close, []);
    }
    return close >= 0;
  }

  /** The map of the keys that stand at column `min` or deeper. Leaves an item that has no place in it to its caller. */
  #readMap(parent: readonly string[], min: number): void {
    let column = this.#lines.column();
    let mapWithRoom: Draft | undefined;
    let listWithRoom: Draft | undefined;
    while (!this.#lines.isDone() && this.#lines.column() >= min) {
      const here = this.#lines.column();
      if (parent.length > maxDepth) {
        this.#lines.seek(nextLineFrom(this.#text, this.#lines.first, this.#end));
      } else if (this.#lines.isItem) {
        if (listWithRoom === undefined || here < column) {
          return;
        }
        listWithRoom.shape = 'list';
        this.#readList([...listWithRoom.path, '[]'], here, here + 1, []);
      } else if (here > column && mapWithRoom !== undefined) {
        mapWithRoom.shape = 'map';
        this.#readMap(mapWithRoom.path, here);
      } else {
        column = Math.min(column, here);
        const draft = this.#readEntry(parent);
        mapWithRoom = draft.shape === 'none' || isBlockMap(this.#text, draft) ? draft : mapWithRoom;
        listWithRoom = draft.shape === 'none' || isBlockList(this.#text, draft) ? draft : listWithRoom;
      }
    }
  }

  #readEntry(parent: readonly string[]): Draft {
    const column = this.#lines.column();
    const keyRange = range(this.#lines.first, this.#lines.keyEnd);
    const draft = draftOf(parent, keyText(this.#text, keyRange), keyRange, this.#lines.colon + 1);
    this.#entries.push(draft);
    const scalars: ScalarNode[] = [];
    draft.shape = this.#readNode(draft.path, this.#lines.colon + 1, column, true, scalars);
    draft.scalars = scalars;
    if (draft.shape !== 'none') {
      draft.valueRange = range(this.#valueStart, this.#valueEnd);
    }
    return draft;
  }

  /** The items that stand at column `min` or deeper; keys from `keyMin` on that have no dash belong to the last item. */
  #readList(path: readonly string[], min: number, keyMin: number, scalars: ScalarNode[]): void {
    const start = this.#lines.first;
    let end = start;
    while (!this.#lines.isDone() && this.#lines.column() >= (this.#lines.isItem ? min : keyMin)) {
      if (path.length > maxDepth) {
        this.#lines.seek(nextLineFrom(this.#text, this.#lines.first, this.#end));
      } else if (this.#lines.isItem) {
        this.#readItem(path, scalars);
        end = this.#valueEnd;
      } else {
        this.#readMap(path, keyMin);
      }
    }
    this.#valueStart = start;
    this.#valueEnd = Math.max(end, this.#valueEnd);
  }

  #readItem(path: readonly string[], scalars: ScalarNode[]): void {
    const column = this.#lines.column();
    const dash = this.#lines.first;
    this.#valueEnd = dash + 1;
    const at = skipBlanks(this.#text, dash + 1, this.#end);
    if (this.#lines.classify(at)) {
      this.#lines.first = at;
      this.#readBlock(path, column + 1, scalars);
    } else {
      this.#readNode(path, dash + 1, column, false, scalars);
    }
    this.#valueEnd = Math.max(this.#valueEnd, dash + 1);
  }

  /** The list or map that begins at the current line, of lines at column `min` or deeper. */
  #readBlock(path: readonly string[], min: number, scalars: ScalarNode[]): Shape {
    const start = this.#lines.first;
    if (this.#lines.isItem) {
      const isItemOfItem = path.at(-1) === '[]';
      this.#readList(
        [...path, '[]'],
        min,
        min + (min === this.#lines.column() ? 1 : 0),
        isItemOfItem ? [] : scalars,
      );
      return 'list';
    }
    const added = this.#entries.length;
    this.#readMap(path, min);
    this.#valueStart = start;
    this.#valueEnd = this.#endOfEntries(added);
    return 'map';
  }

  /** The end of the map whose entries were added from index `from` on. */
  #endOfEntries(from: number): number {
    let end = 0;
    for (let i = from; i < this.#entries.length; i++) {
      end = Math.max(end, this.#entries[i]?.valueRange.end ?? 0);
    }
    return end;
  }

  /** What follows a colon or dash, from `from` on. `column` is that of the key or dash; a list may stand under a key at the same column. */
  #readNode(
    path: readonly string[],
    from: number,
    column: number,
    isKey: boolean,
    scalars: ScalarNode[],
  ): Shape {
    const at = skipProperties(this.#text, skipBlanks(this.#text, from, this.#end), this.#end);
    const code = this.#text.charCodeAt(at);
    if (at < this.#end && !isLineEnd(code) && code !== unit.hash) {
      const shape = this.#readInline(path, at, column, scalars);
      this.#lines.seek(nextLineFrom(this.#text, this.#valueEnd, this.#end));
      return shape;
    }
    const next = nextLineFrom(this.#text, at, this.#end);
    return this.#readBelow(path, next, column, isKey, scalars);
  }

  /** The value that stands on the lines from `from` on, if they stand deep enough. */
  #readBelow(
    path: readonly string[],
    from: number,
    column: number,
    isKey: boolean,
    scalars: ScalarNode[],
  ): Shape {
    const first = this.#firstBelow(from, column);
    if (first >= 0 && this.#holdsLines(first, column)) {
      const shape = this.#readInline(path, first, column, scalars);
      this.#lines.seek(nextLineFrom(this.#text, this.#valueEnd, this.#end));
      return shape;
    }
    this.#lines.seek(from);
    const isText = first >= 0 && this.#standsDeeper(first);
    const shape = isText ? 'none' : this.#readBlocks(path, column, isKey, scalars);
    if (shape !== 'none' || first < 0) {
      return shape;
    }
    const structural = this.#lines.line;
    const inline = this.#readInline(path, first, column, scalars);
    this.#lines.seek(Math.max(structural, nextLineFrom(this.#text, this.#valueEnd, this.#end)));
    return inline;
  }

  /** Whether text begins at `at` that stands deeper than the next key, which so is not beside it. */
  #standsDeeper(at: number): boolean {
    const line = lineStartOf(this.#text, at, this.#start);
    const column = skipBlanks(this.#text, line, this.#end) - line;
    return this.#lines.line > line && !this.#lines.isItem && column > this.#lines.column();
  }

  /** The block below a key or dash at `column`. It is one in well-formed YAML; keys among the items of a list make several. */
  #readBlocks(path: readonly string[], column: number, isKey: boolean, scalars: ScalarNode[]): Shape {
    const start = this.#lines.first;
    let shape: Shape = 'none';
    while (!this.#lines.isDone()) {
      const here = this.#lines.column();
      const isBeside = isKey && this.#lines.isItem && here === column;
      if (here <= column && !isBeside) {
        break;
      }
      shape = this.#readBlock(path, isBeside ? column : column + 1, scalars);
      this.#valueStart = start;
    }
    return shape;
  }

  /** The first character of the first line from `from` on that has content, if it stands deeper than `column`; else -1. */
  #firstBelow(from: number, column: number): number {
    let line = from;
    while (line < this.#end) {
      const first = skipBlanks(this.#text, line, this.#end);
      const code = this.#text.charCodeAt(first);
      if (first < this.#end && !isLineEnd(code) && code !== unit.hash) {
        return first - line > column ? skipProperties(this.#text, first, this.#end) : -1;
      }
      line = nextLineFrom(this.#text, first, this.#end);
    }
    return -1;
  }

  /** Whether brackets, a block scalar or a closed quote begin at `at`, so that the lines in them are no keys of this block. */
  #holdsLines(at: number, column: number): boolean {
    const code = this.#text.charCodeAt(at);
    if (code === unit.doubleQuote || code === unit.quote) {
      const close = closedQuoteEnd(this.#text, at, this.#end, column);
      return close >= 0 && this.#text.charCodeAt(skipBlanks(this.#text, close, this.#end)) !== unit.colon;
    }
    return isOpening(code) || code === unit.pipe || code === unit.greater;
  }

  /** A value that begins at `at`. */
  #readInline(path: readonly string[], at: number, column: number, scalars: ScalarNode[]): Shape {
    const code = this.#text.charCodeAt(at);
    this.#valueStart = at;
    if (isOpening(code)) {
      const close = closedFlowEnd(this.#text, at, this.#end, column);
      const limit = close < 0 ? lineEndFrom(this.#text, ~close, this.#end) : close;
      this.#valueEnd = this.#flow.read(path, at, limit, path.at(-1) === '[]' ? [] : scalars);
      return code === unit.openBracket ? 'list' : 'map';
    }
    const scalar = this.#readScalar(code, at, column);
    scalars.push(scalar);
    this.#valueEnd = scalar.range.end;
    return 'scalar';
  }

  #readScalar(code: number, at: number, column: number): ScalarNode {
    if (code === unit.doubleQuote || code === unit.quote) {
      return quotedScalar(this.#text, at, this.#end, column);
    }
    if (code === unit.pipe || code === unit.greater) {
      return blockScalar(this.#text, at, this.#end, column);
    }
    return plainScalar(this.#text, at, this.#end, column);
  }
}

function keyText(text: string, where: TextRange): string {
  const first = text.charCodeAt(where.start);
  const source = text.slice(where.start, where.end);
  return first === unit.doubleQuote || first === unit.quote ? quotedText(source) : source;
}

function isBlockMap(text: string, draft: Draft): boolean {
  return draft.shape === 'map' && text.charCodeAt(draft.valueRange.start) !== unit.openBrace;
}

function isBlockList(text: string, draft: Draft): boolean {
  return draft.shape === 'list' && text.charCodeAt(draft.valueRange.start) !== unit.openBracket;
}
