// The lines of block YAML that say something about its structure: keys and list items. All others are passed over.
import { isLineEnd, nextLineFrom, skipBlanks, trimBlanks, unit } from './outlineLines.ts';
import { isBlankOrEnd, sameLineQuoteEnd } from './outlineYamlScalar.ts';

/** A cursor that goes from one key or list item to the next. */
export class YamlLines {
  readonly #text: string;
  readonly #end: number;
  /** Where the line begins, and its key or dash. */
  line = 0;
  first = 0;
  isItem = false;
  /** Where the key ends, and its colon. */
  keyEnd = 0;
  colon = 0;

  constructor(text: string, end: number) {
    this.#text = text;
    this.#end = end;
  }

  /** Goes to the first line from `from` on (the start of a line) that is a key or an item. */
  seek(from: number): void {
    let line = from;
    while (line < this.#end) {
      const first = skipBlanks(this.#text, line, this.#end);
      if (this.#isDocumentEnd(line)) {
        break;
      }
      if (this.classify(first)) {
        this.line = line;
        this.first = first;
        return;
      }
      line = nextLineFrom(this.#text, first, this.#end);
    }
    this.line = this.#end;
    this.first = this.#end;
  }

  /** Says whether a key or an item begins at `at`, and remembers where its parts stand. */
  classify(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    this.isItem = false;
    if (at >= this.#end || isLineEnd(code) || code === unit.hash) {
      return false;
    }
    if (code === unit.dash && isBlankOrEnd(this.#text, at + 1, this.#end)) {
      this.isItem = true;
      return true;
    }
    if (code === unit.doubleQuote || code === unit.quote) {
      const close = sameLineQuoteEnd(this.#text, at, this.#end);
      return close > 0 && this.#endsKey(close, skipBlanks(this.#text, close, this.#end));
    }
    return !isIndicator(code) && this.#classifyPlain(at);
  }

  #classifyPlain(at: number): boolean {
    let previous = 0;
    for (let i = at; i < this.#end; i++) {
      const code = this.#text.charCodeAt(i);
      if (isLineEnd(code) || (code === unit.hash && (previous === unit.space || previous === unit.tab))) {
        return false;
      }
      if (code === unit.colon && this.#endsKey(trimBlanks(this.#text, at, i), i)) {
        return i > at;
      }
      previous = code;
    }
    return false;
  }

  /** Whether a colon that separates stands at `colon`; the key then ends at `keyEnd`. */
  #endsKey(keyEnd: number, colon: number): boolean {
    this.keyEnd = keyEnd;
    this.colon = colon;
    return (
      colon < this.#end &&
      this.#text.charCodeAt(colon) === unit.colon &&
      isBlankOrEnd(this.#text, colon + 1, this.#end)
    );
  }

  isDone(): boolean {
    return this.first >= this.#end;
  }

  column(): number {
    return this.first - this.line;
  }

  /** `...` ends the document: Hugo reads nothing after it. */
  #isDocumentEnd(line: number): boolean {
    return this.#text.startsWith('...', line) && isBlankOrEnd(this.#text, line + 3, this.#end);
  }
}

/** Characters that no plain key begins with. */
function isIndicator(code: number): boolean {
  switch (code) {
    case unit.openBracket:
    case unit.closeBracket:
    case unit.openBrace:
    case unit.closeBrace:
    case unit.comma:
    case unit.pipe:
    case unit.greater:
    case unit.percent:
    case unit.at:
    case unit.backtick:
    case unit.ampersand:
    case unit.star:
    case unit.bang:
      return true;
    default:
      return false;
  }
}
