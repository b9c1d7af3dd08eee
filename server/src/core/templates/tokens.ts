import { endOfMatch, endOfRun } from '../text/pattern.ts';
import { range, type TextRange } from '../text/range.ts';

/**
 * A token of a Go template's actions. The text between actions has no tokens. `left` and `right` include their trim markers;
 * `unknown` is what Go refuses: a stray character, or a string that does not end.
 */
export interface TemplateToken {
  readonly kind: TemplateTokenKind;
  readonly range: TextRange;
}

export type TemplateTokenKind =
  | 'left'
  | 'right'
  | 'comment'
  | 'string'
  | 'rawString'
  | 'character'
  | 'number'
  | 'identifier'
  | 'keyword'
  | 'constant'
  | 'field'
  | 'variable'
  | 'dot'
  | 'leftParen'
  | 'rightParen'
  | 'pipe'
  | 'declare'
  | 'assign'
  | 'comma'
  | 'unknown';

/**
 * Cuts the actions of a Go template into tokens (text/template/parse/lex.go, Go 1.24). Takes any text, never fails, reads it once. An action
 * that does not end stops before the next `{{`.
 */
export function tokenizeTemplate(text: string): TemplateToken[] {
  return new Tokenizer(text).tokens();
}

const keywords = new Set('block break continue define else end if range template with'.split(' '));
const constants = new Set(['true', 'false', 'nil']);
const marks: Readonly<Record<string, TemplateTokenKind>> = {
  '(': 'leftParen',
  ')': 'rightParen',
  '|': 'pipe',
  ':=': 'declare',
  '=': 'assign',
  ',': 'comma',
};

const right = /[\t\n\r ]+-\}\}|\}\}/y;
const blanks = /[\t\n\r ]+/y;
const word = /[\p{L}\p{Nd}_]{1,999}/uy;
const fieldStart = /\.(?=[\p{L}\p{Nd}_])/uy;
const variableStart = /\$/y;
const numeral = /[+-]?\.?\d(?:[ep][+-]|[\w.]){0,999}(?:[+-][\d.]{1,99}i)?/iy;
const mark = /:=|[()|=,]/y;

class Tokenizer {
  readonly #text: string;
  readonly #tokens: TemplateToken[] = [];
  #pos = 0;
  #commentsEnd = true;

  constructor(text: string) {
    this.#text = text;
  }

  tokens(): TemplateToken[] {
    for (let at = this.#text.indexOf('{{'); at >= 0; at = this.#text.indexOf('{{', this.#pos)) {
      this.#pos = at;
      this.#action();
    }
    return this.#tokens;
  }

  #action(): void {
    const trims = /^\{\{-[\t\n\r ]/.test(this.#text.slice(this.#pos, this.#pos + 4));
    this.#add('left', this.#pos + (trims ? 3 : 2));
    const start = trims ? this.#endOf(blanks) : this.#pos;
    if (this.#text.startsWith('/*', start)) {
      this.#comment(start);
    }
    while (this.#pos < this.#text.length && !this.#text.startsWith('{{', this.#pos)) {
      const end = this.#endOf(right);
      if (end > this.#pos) {
        this.#add('right', end);
        return;
      }
      this.#pos = this.#endOf(blanks);
      this.#token();
    }
  }

  /** A comment stands alone in its action. */
  #comment(start: number): void {
    const end = this.#commentsEnd ? this.#text.indexOf('*/', start + 2) : -1;
    this.#commentsEnd = end >= 0;
    this.#pos = start;
    this.#add(end < 0 ? 'unknown' : 'comment', end < 0 ? start + 2 : end + 2);
  }

  #token(): void {
    const first = this.#text[this.#pos];
    if (first === undefined || this.#text.startsWith('{{', this.#pos) || this.#endOf(right) > this.#pos) {
      return;
    }
    if (first === '"' || first === "'") {
      this.#quoted(first);
    } else if (first === '`') {
      const end = this.#text.indexOf('`', this.#pos + 1);
      this.#add(end < 0 ? 'unknown' : 'rawString', end < 0 ? this.#pos + 1 : end + 1);
    } else {
      this.#plain(first);
    }
  }

  #plain(first: string): void {
    const text = this.#text;
    const at = this.#pos;
    const ends = {
      number: this.#endOf(numeral),
      identifier: endOfRun(word, text, at),
      field: this.#endOf(fieldStart),
      variable: this.#endOf(variableStart),
      mark: this.#endOf(mark),
    };
    if (ends.number > at) {
      this.#add('number', ends.number);
    } else if (ends.identifier > at) {
      this.#add(kindOfWord(text.slice(at, ends.identifier)), ends.identifier);
    } else if (ends.field > at) {
      this.#add('field', endOfRun(word, text, ends.field));
    } else if (ends.variable > at) {
      this.#add('variable', endOfRun(word, text, ends.variable));
    } else if (ends.mark > at) {
      this.#add(marks[text.slice(at, ends.mark)] ?? 'unknown', ends.mark);
    } else {
      this.#add(first === '.' ? 'dot' : 'unknown', at + 1);
    }
  }

  /** A string or a character constant stays on its line; one that does not end takes the rest of it. */
  #quoted(quote: string): void {
    const text = this.#text;
    let at = this.#pos + 1;
    while (at < text.length && text[at] !== quote && text[at] !== '\n') {
      at += text[at] === '\\' && text[at + 1] !== '\n' ? 2 : 1;
    }
    const closed = text[at] === quote;
    this.#add(
      closed ? (quote === '"' ? 'string' : 'character') : 'unknown',
      closed ? at + 1 : Math.min(at, text.length),
    );
  }

  #endOf(pattern: RegExp): number {
    return endOfMatch(pattern, this.#text, this.#pos);
  }

  #add(kind: TemplateTokenKind, end: number): void {
    this.#tokens.push({ kind, range: range(this.#pos, end) });
    this.#pos = end;
  }
}

function kindOfWord(text: string): TemplateTokenKind {
  return keywords.has(text) ? 'keyword' : constants.has(text) ? 'constant' : 'identifier';
}
