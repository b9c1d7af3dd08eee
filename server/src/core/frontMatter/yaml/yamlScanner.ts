// Hugo up to 0.151 reads YAML with go-yaml v2, which refuses and accepts other things than the YAML libraries for JavaScript do
// (unindented lines in quotes, a tab after a colon, `@` and `%`). A squiggle must be the truth, so this is a scanner with the rules of
// that reader; the differential test asks the real one.
import {
  afterBreak,
  isBlankOrEnd,
  isBreak,
  isBreakBetween,
  isDirective,
  isDocumentMark,
  isLineStart,
  scanBlock,
  scanPlain,
  scanQuoted,
  tabFault,
} from './yamlScalar.ts';
import { anchorNameFault, longestKey, missingColon, strayColon } from './yamlBlame.ts';
import type { ScannedScalar } from './yamlScalar.ts';
import type { YamlFault, YamlFaultKind, YamlToken } from './yamlTokens.ts';

/** A token that turns out to be a key when a colon follows on its line. */
interface PossibleKey {
  readonly token: number;
  readonly at: number;
  readonly line: number;
  readonly column: number;
  /** It stands where the block above has its keys, so it must be one. */
  readonly required: boolean;
}

/**
 * Cuts one YAML document into tokens, in linear time, with the indentation already turned into `blockMap`, `blockList` and `blockEnd`.
 * Ends with `end`, or with `fault` where go-yaml would stop. What follows a line `...` is not read, as in Hugo.
 */
export function scanYaml(source: string): readonly YamlToken[] {
  return new YamlScanner(source).scan();
}

class YamlScanner {
  readonly #source: string;
  readonly #tokens: YamlToken[] = [];
  #at = 0;
  #line = 0;
  #lineStart = 0;
  #done = false;
  /** The column of the open block; -1 outside any. */
  #indent = -1;
  readonly #outerIndents: number[] = [];
  /** One slot per open flow collection, and one for the block round them. */
  readonly #keys: (PossibleKey | undefined)[] = [undefined];
  #keyAllowed = true;

  constructor(source: string) {
    this.#source = source;
  }

  scan(): readonly YamlToken[] {
    if (isDocumentMark(this.#source, 0) && this.#source.startsWith('---')) {
      this.#at = 3;
    }
    while (!this.#done) {
      this.#skipToToken();
      if (this.#dropStaleKey()) {
        this.#closeBlocks(this.#column);
        this.#scanToken();
      }
    }
    return this.#tokens;
  }

  get #column(): number {
    return this.#at - this.#lineStart;
  }

  get #inFlow(): boolean {
    return this.#keys.length > 1;
  }

  #skipToToken(): void {
    const source = this.#source;
    for (;;) {
      if (this.#at === 0 && source.startsWith('\uFEFF')) {
        this.#lineStart = ++this.#at;
      }
      const tabsAllowed = this.#inFlow || !this.#keyAllowed;
      while (source[this.#at] === ' ' || (tabsAllowed && source[this.#at] === '\t')) {
        this.#at++;
      }
      if (source[this.#at] === '#') {
        while (this.#at < source.length && !isBreak(source[this.#at])) {
          this.#at++;
        }
      }
      if (!isBreak(source[this.#at])) {
        return;
      }
      this.#moveTo(afterBreak(source, this.#at));
      this.#keyAllowed ||= !this.#inFlow;
    }
  }

  /** Moves on and counts the lines between. */
  #moveTo(next: number): void {
    for (let at = this.#at; at < next;) {
      if (isBreak(this.#source[at])) {
        at = afterBreak(this.#source, at);
        this.#line++;
        this.#lineStart = at;
      } else {
        at++;
      }
    }
    this.#at = next;
  }

  /** Forgets a key of the block whose line is over. False, with a fault, when it had to be one. */
  #dropStaleKey(): boolean {
    const [key] = this.#keys;
    return key === undefined || !this.#isStale(key) || this.#dropKey(0);
  }

  #isStale(key: PossibleKey): boolean {
    return key.line < this.#line || key.at + longestKey < this.#at;
  }

  /** Forgets the key in `slot`. False, with a fault, when it had to be one. */
  #dropKey(slot = this.#keys.length - 1): boolean {
    const key = this.#keys[slot];
    this.#keys[slot] = undefined;
    if (key?.required === true) {
      const fault = missingColon(this.#source, key.at, this.#tokens, key.token);
      this.#tokens.length = key.token;
      this.#failAt(fault);
      return false;
    }
    return true;
  }

  #scanToken(): void {
    const source = this.#source;
    const char = source[this.#at];
    // A directive announces another document, of which Hugo reads none; before the first there is none to end.
    const isNext = this.#tokens.length > 0 && isDirective(source, this.#at);
    if (char === undefined || isNext || isDocumentMark(source, this.#at)) {
      this.#scanEnd();
      return;
    }
    if (char === '%' && isLineStart(source, this.#at)) {
      this.#fail('directive', this.#at, this.#at + 1);
      return;
    }
    const before = isBlankOrEnd(source[this.#at + 1]);
    if (char === '-' && before) {
      this.#scanDash();
    } else if (char === '?' && (before || this.#inFlow)) {
      this.#scanQuestionMark();
    } else if (char === ':' && (before || this.#inFlow)) {
      this.#scanColon();
    } else {
      this.#scanByCharacter(char);
    }
  }

  #scanByCharacter(char: string): void {
    switch (char) {
      case '[':
      case '{':
        this.#openFlow(char === '[' ? 'flowList' : 'flowMap');
        break;
      case ']':
      case '}':
        this.#closeFlow(char === ']' ? 'flowListEnd' : 'flowMapEnd');
        break;
      case ',':
        if (this.#dropKey()) {
          this.#keyAllowed = true;
          this.#push('comma', 1);
        }
        break;
      case '*':
      case '&':
        this.#scanAnchor(char === '*' ? 'alias' : 'anchor');
        break;
      case '!':
        this.#scanTag();
        break;
      case '"':
      case "'":
        this.#scanScalar(scanQuoted(this.#source, this.#at));
        break;
      case '|':
      case '>':
        if (this.#inFlow) {
          this.#failAtStart(char);
        } else if (this.#dropKey()) {
          this.#keyAllowed = true;
          this.#pushScalar(scanBlock(this.#source, this.#at, this.#indent));
        }
        break;
      case '@':
      case '`':
      case '%':
        this.#failAtStart(char);
        break;
      case '\t':
        this.#failAt(tabFault(this.#source, this.#at));
        break;
      default:
        this.#scanScalar(scanPlain(this.#source, this.#at, this.#indent + 1, this.#inFlow));
    }
  }

  #scanEnd(): void {
    if (this.#dropKey()) {
      this.#closeBlocks(-1);
      this.#push('end', 0);
      this.#done = true;
    }
  }

  #scanDash(): void {
    if (!this.#inFlow) {
      if (!this.#keyAllowed) {
        this.#fail('listOnKeyLine', this.#at, this.#at + 1);
        return;
      }
      this.#openBlock('blockList', this.#column, this.#tokens.length, this.#at);
    }
    if (this.#dropKey()) {
      this.#keyAllowed = true;
      this.#push('dash', 1);
    }
  }

  #scanQuestionMark(): void {
    if (!this.#inFlow) {
      if (!this.#keyAllowed) {
        this.#fail('questionMark', this.#at, this.#at + 1);
        return;
      }
      this.#openBlock('blockMap', this.#column, this.#tokens.length, this.#at);
    }
    if (this.#dropKey()) {
      this.#keyAllowed = !this.#inFlow;
      this.#push('key', 1);
    }
  }

  /**
   * ```
   * title: A
   *      ^
   * ```
   * The token before becomes a key; a block of keys opens before it when it stands further right than the open one.
   */
  #scanColon(): void {
    const slot = this.#keys.length - 1;
    const key = this.#keys[slot];
    if (key !== undefined && !this.#isStale(key)) {
      this.#tokens.splice(key.token, 0, { kind: 'key', start: key.at, end: key.at });
      this.#openBlock('blockMap', key.column, key.token, key.at);
      this.#keys[slot] = undefined;
      this.#keyAllowed = false;
    } else if (this.#inFlow && key?.line === this.#line) {
      this.#failAt(strayColon(this.#source, this.#at, this.#tokens.at(-1)));
      return;
    } else {
      if (!this.#inFlow) {
        if (!this.#keyAllowed) {
          this.#failAt(strayColon(this.#source, this.#at, this.#tokens.at(-1)));
          return;
        }
        this.#openBlock('blockMap', this.#column, this.#tokens.length, this.#at);
      }
      this.#keyAllowed = !this.#inFlow;
    }
    this.#push('colon', 1);
  }

  #openFlow(kind: 'flowList' | 'flowMap'): void {
    if (this.#saveKey()) {
      this.#keys.push(undefined);
      this.#keyAllowed = true;
      this.#push(kind, 1);
    }
  }

  #closeFlow(kind: 'flowListEnd' | 'flowMapEnd'): void {
    if (this.#dropKey()) {
      if (this.#inFlow) {
        this.#keys.pop();
      }
      this.#keyAllowed = false;
      this.#push(kind, 1);
    }
  }

  #scanAnchor(kind: 'alias' | 'anchor'): void {
    const name = matchAt(anchorName, this.#source, this.#at + 1);
    const next = this.#source[this.#at + 1 + name.length];
    if (name === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(next ?? ''))) {
      this.#failAt(anchorNameFault(this.#source, this.#at, name.length));
    } else if (this.#saveKey()) {
      this.#keyAllowed = false;
      this.#push(kind, 1 + name.length, name);
    }
  }

  #scanTag(): void {
    const tag = matchAt(tagText, this.#source, this.#at);
    if (tag === '' || !isBlankOrEnd(this.#source[this.#at + tag.length])) {
      const end = this.#at + Math.max(1, tag.length);
      this.#failAt({ kind: 'tagName', start: this.#at, end, lenient: true });
    } else if (this.#saveKey()) {
      this.#keyAllowed = false;
      this.#push('tag', tag.length, tag);
    }
  }

  #scanScalar(scalar: ScannedScalar): void {
    if (this.#saveKey()) {
      this.#keyAllowed = false;
      this.#pushScalar(scalar);
    }
  }

  #pushScalar({ next, end, text, style, fault }: ScannedScalar): void {
    if (fault !== undefined) {
      this.#failAt(fault);
      return;
    }
    this.#tokens.push({ kind: 'scalar', start: this.#at, end, text, style });
    this.#moveTo(next);
    if (style === 'plain' && isBreakBetween(this.#source, end, next)) {
      this.#keyAllowed = true;
    }
  }

  #saveKey(): boolean {
    if (!this.#keyAllowed) {
      return true;
    }
    const required = !this.#inFlow && this.#indent === this.#column;
    if (!this.#dropKey()) {
      return false;
    }
    this.#keys[this.#keys.length - 1] = {
      token: this.#tokens.length,
      at: this.#at,
      line: this.#line,
      column: this.#column,
      required,
    };
    return true;
  }

  #openBlock(kind: 'blockMap' | 'blockList', column: number, token: number, at: number): void {
    if (!this.#inFlow && this.#indent < column) {
      this.#outerIndents.push(this.#indent);
      this.#indent = column;
      this.#tokens.splice(token, 0, { kind, start: at, end: at });
    }
  }

  #closeBlocks(column: number): void {
    while (!this.#inFlow && this.#indent > column) {
      this.#push('blockEnd', 0);
      this.#indent = this.#outerIndents.pop() ?? -1;
    }
  }

  #push(kind: YamlToken['kind'], length: number, text?: string): void {
    const start = this.#at;
    this.#at += length;
    this.#tokens.push({ kind, start, end: this.#at, ...(text === undefined ? {} : { text }) });
  }

  #failAtStart(char: string): void {
    this.#fail('reservedStart', this.#at, this.#at + 1, char);
  }

  #fail(kind: YamlFaultKind, start: number, end: number, detail = ''): void {
    this.#failAt({ kind, start, end: Math.min(end, this.#source.length), detail });
  }

  #failAt(fault: YamlFault): void {
    this.#tokens.push({ kind: 'fault', start: fault.start, end: fault.end, fault });
    this.#done = true;
  }
}

const anchorName = /[\w-]+/y;
const tagText = /!(?:<[^>\s]*>|[\w\-;/?:@&=+$,.!~*'()[\]%]*)/y;

function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}
