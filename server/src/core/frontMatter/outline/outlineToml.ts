// TOML line by line: each line is a table header, a key with its value, or passed over. A value that goes on over lines
// is believed only if it is well formed up to its end; else it was just opened, and ends with its line.
import { range } from '../../text/range.ts';
import type { TextRange } from '../../text/range.ts';
import { addKeys, closeParents, FlowReader, isOpening } from './outlineFlow.ts';
import { draftOf, isLineEnd, nextLineFrom, skipBlanks, unit } from './outlineLines.ts';
import type { Draft } from './outlineLines.ts';
import { flowLimit, readBareToLineEnd, readTomlKey, readTomlString, tomlFlow } from './outlineTomlValue.ts';
import type { OutlineEntry, ScalarNode } from '../types.ts';

/** The keys of the TOML in `content`, in the order of the file. Each table header counts for every key that it names. */
export function outlineToml(text: string, content: TextRange): OutlineEntry[] {
  return new TomlOutline(text, content).read();
}

class TomlOutline {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #entries: Draft[] = [];
  readonly #flow: FlowReader;
  /** The paths of the lists of tables seen, joined: below them a path goes on with `[]`. */
  readonly #tableLists = new Set<string>();
  #table: readonly string[] = [];
  /** The entries that the header of the current table added; they reach to its last value. */
  #headers: readonly Draft[] = [];

  /** The path of the items of an array that is not closed: inline tables on the lines below are its items. */
  #brokenList: readonly string[] = ['[]'];

  constructor(text: string, content: TextRange) {
    this.#text = text;
    this.#start = content.start;
    this.#end = Math.min(content.end, text.length);
    this.#flow = new FlowReader(text, tomlFlow, this.#entries);
  }

  read(): OutlineEntry[] {
    let at = this.#start;
    while (at < this.#end) {
      const first = skipBlanks(this.#text, at, this.#end);
      at = nextLineFrom(this.#text, this.#readLine(first), this.#end);
    }
    return this.#entries;
  }

  /** Reads what begins at `at` and answers where it ends. */
  #readLine(at: number): number {
    if (this.#endsLine(at)) {
      return at;
    }
    const code = this.#text.charCodeAt(at);
    if (code === unit.openBrace) {
      return this.#flow.read(this.#brokenList, at, flowLimit(this.#text, at, this.#end), []);
    }
    return code === unit.openBracket ? this.#readHeader(at) : this.#readPair(at);
  }

  #readHeader(at: number): number {
    const isList = this.#text.charCodeAt(at + 1) === unit.openBracket;
    const brackets = isList ? 2 : 1;
    const from = skipBlanks(this.#text, at + brackets, this.#end);
    const parts = readTomlKey(this.#text, from, this.#end);
    const close = skipBlanks(this.#text, parts.at(-1)?.range.end ?? from, this.#end);
    const end = close + brackets;
    const isClosed = end <= this.#end && this.#text.startsWith(isList ? ']]' : ']', close);
    if (parts.length === 0 || !isClosed || !this.#endsLine(end)) {
      return at;
    }
    this.#openTable(parts, isList, end);
    return end;
  }

  /** Whether at most a comment follows on the line. */
  #endsLine(from: number): boolean {
    const at = skipBlanks(this.#text, from, this.#end);
    const code = this.#text.charCodeAt(at);
    return at >= this.#end || isLineEnd(code) || code === unit.hash;
  }

  #openTable(parts: readonly ScalarNode[], isList: boolean, end: number): void {
    let path: readonly string[] = [];
    const headers: Draft[] = [];
    for (const [index, part] of parts.entries()) {
      const draft = draftOf(path, part.text, part.range, end);
      const joined = draft.path.join('\n');
      if (isList && index === parts.length - 1) {
        this.#tableLists.add(joined);
      }
      const isTableList = this.#tableLists.has(joined);
      draft.shape = isTableList ? 'list' : 'map';
      path = isTableList ? [...draft.path, '[]'] : draft.path;
      headers.push(draft);
      this.#entries.push(draft);
    }
    this.#headers = headers;
    this.#table = path;
  }

  #readPair(at: number): number {
    const parts = readTomlKey(this.#text, at, this.#end);
    const separator = skipBlanks(this.#text, parts.at(-1)?.range.end ?? at, this.#end);
    if (parts.length === 0 || separator >= this.#end || this.#text.charCodeAt(separator) !== unit.equals) {
      return at;
    }
    const added = this.#entries.length;
    const draft = addKeys(this.#entries, this.#table, parts, separator + 1);
    const end = draft === undefined ? separator : this.#readValue(draft, separator + 1);
    closeParents(this.#entries, added, parts.length, end);
    for (const header of this.#headers) {
      header.valueRange = range(header.valueRange.start, end);
    }
    return end;
  }

  #readValue(draft: Draft, from: number): number {
    const at = skipBlanks(this.#text, from, this.#end);
    if (this.#endsLine(at)) {
      return from;
    }
    const code = this.#text.charCodeAt(at);
    if (isOpening(code)) {
      const items: ScalarNode[] = [];
      const limit = flowLimit(this.#text, at, this.#end);
      const end = this.#flow.read(draft.path, at, limit, items);
      this.#brokenList =
        this.#text.charCodeAt(end - 1) === unit.closeBracket ? ['[]'] : [...draft.path, '[]'];
      draft.shape = code === unit.openBracket ? 'list' : 'map';
      draft.scalars = items;
      draft.valueRange = range(at, end);
      return end;
    }
    const scalar = readTomlString(this.#text, at, this.#end) ?? readBareToLineEnd(this.#text, at, this.#end);
    draft.shape = 'scalar';
    draft.scalars = [scalar];
    draft.valueRange = scalar.range;
    return scalar.range.end;
  }
}
