import { range, type TextRange } from '../text/range.ts';

/** One attribute of a code block, `linenos=table`, `.ink` or `#ink`. */
export interface FenceAttribute {
  /** `class` and `id` for those that are written with a mark. */
  readonly name: string;
  readonly value: AttributeValue;
  /** Of the value, in the text that was read, with its quotes and brackets. */
  readonly valueRange: TextRange;
}

export type AttributeValue = string | number | boolean | null | readonly AttributeValue[];

/**
 * Where the attributes of a code block stand in its info string, braces included: up to the first `}` that follows a `{`, from the last `{`
 * before that, whatever quotes there are (Hugo: markup/goldmark/codeblocks/render.go, `getAttributes`, since 0.112.0).
 */
export function findFenceAttributes(info: string): TextRange | undefined {
  const first = info.indexOf('{');
  const end = first === -1 ? -1 : info.indexOf('}', first);
  return end === -1 ? undefined : range(info.lastIndexOf('{', end), end + 1);
}

/**
 * The attributes in `{…}`, and `undefined` where Goldmark cannot read them (parser/attribute.go of its releases 1.5 to 1.8). Lists that are nested
 * a hundred deep count as unreadable.
 */
export function parseFenceAttributes(text: string): readonly FenceAttribute[] | undefined {
  const reader = new Reader(text);
  const attributes: FenceAttribute[] = [];
  reader.take(leftBrace);
  while (reader.take(rightBrace) === undefined) {
    const attribute = readAttribute(reader);
    if (attribute === undefined) {
      return undefined;
    }
    attributes.push(attribute);
    reader.take(separator);
  }
  return attributes;
}

class Reader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** What a sticky pattern finds here, which is then behind us; `undefined` where it finds nothing. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }
}

const leftBrace = /\{/y;
const rightBrace = /\}/y;
const leftBracket = /\[/y;
const rightBracket = /\]/y;
const blanks = /[ \t]+/y;
const comma = /,/y;
const equals = /[ \t]*=[ \t]*/y;
const separator = /[ \t]*(?:,[ \t]*)?/y;
// Words begin with a letter of ASCII, `_` or `:`; in classes and ids stands all but blanks and most punctuation of ASCII.
const word = /[A-Z_:][\w:.-]*/iy;
const marked = /[#.][^\s!"#$%&'()*+,/;<=>?@[\\\]^`{|}~]*/y;
const quoted = /"(?:\\["\\]|\\(?!["\\])|[^"\\])*"/y;
const number = /[+-]?\d+(?:\.\d*)?(?:e[+-]?\d*)?/iy;

function readAttribute(reader: Reader): FenceAttribute | undefined {
  reader.take(blanks);
  const start = reader.at;
  const mark = reader.take(marked);
  if (mark !== undefined) {
    const name = mark.startsWith('#') ? 'id' : 'class';
    return { name, value: mark.slice(1), valueRange: range(start, reader.at) };
  }
  const name = reader.take(word);
  if (name === undefined || reader.take(equals) === undefined) {
    return undefined;
  }
  const valueStart = reader.at;
  const value = readValue(reader, 0);
  if (value === undefined || (name === 'class' && typeof value !== 'string')) {
    return undefined;
  }
  return { name, value, valueRange: range(valueStart, reader.at) };
}

const words: ReadonlyMap<string, AttributeValue> = new Map<string, AttributeValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function readValue(reader: Reader, depth: number): AttributeValue | undefined {
  if (reader.take(leftBracket) !== undefined) {
    return depth < 100 ? readList(reader, depth + 1) : undefined;
  }
  const text = reader.take(quoted);
  if (text !== undefined) {
    return text.slice(1, -1).replace(/\\(["\\])/g, '$1');
  }
  const digits = reader.take(number);
  if (digits !== undefined) {
    const value = Number(digits);
    return Number.isFinite(value) ? value : undefined;
  }
  const found = reader.take(word);
  return found === undefined || words.has(found) ? words.get(found ?? '') : found;
}

/** Items need no comma between them. */
function readList(reader: Reader, depth: number): AttributeValue | undefined {
  const items: AttributeValue[] = [];
  let hasComma = false;
  while (hasComma || reader.take(rightBracket) === undefined) {
    reader.take(blanks);
    const item = readValue(reader, depth);
    if (item === undefined) {
      return undefined;
    }
    items.push(item);
    reader.take(blanks);
    hasComma = reader.take(comma) !== undefined;
  }
  return items;
}
