// The scalars of YAML as go-yaml v2 reads them: quoted ones ignore indentation, plain ones end at a smaller one.
import { lineEndFrom } from '../outline/outlineLines.ts';
import type { YamlFault, YamlStyle } from './yamlTokens.ts';

export interface ScannedScalar {
  /** The offset behind the scalar, from which scanning goes on. */
  readonly next: number;
  /** The offset behind its last character; blanks and line ends follow up to `next`. */
  readonly end: number;
  readonly text: string;
  readonly style: YamlStyle;
  readonly fault?: YamlFault;
}

export function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}

export function isBreak(char: string | undefined): boolean {
  return char === '\n' || char === '\r';
}

export function isBlankOrEnd(char: string | undefined): boolean {
  return char === undefined || isBlank(char) || isBreak(char);
}

export function isBreakBetween(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (isBreak(source[at])) {
      return true;
    }
  }
  return false;
}

/** Behind the line end at `at`: CRLF, LF or CR. */
export function afterBreak(source: string, at: number): number {
  return source[at] === '\r' && source[at + 1] === '\n' ? at + 2 : at + 1;
}

export function isLineStart(source: string, at: number): boolean {
  return at === 0 || isBreak(source[at - 1]);
}

const directive =
  /%(?:YAML[ \t]+\d{1,9}\.\d{1,9}|TAG[ \t]+!(?:[\w-]*!)?[ \t]+(?:[\w\-;/?:@&=+$,.!~*'()[\]]|%[0-7][\da-fA-F])+(?=\s|$))[ \t]*(?:#.*)?$/my;

/** Whether a line of `%YAML` or `%TAG` that go-yaml v2 reads stands at an offset. */
export function isDirective(source: string, at: number): boolean {
  directive.lastIndex = at;
  return source[at] === '%' && isLineStart(source, at) && directive.test(source);
}

/** `---` or `...` alone at the start of a line. */
export function isDocumentMark(source: string, at: number): boolean {
  return (
    isLineStart(source, at) &&
    (source.startsWith('---', at) || source.startsWith('...', at)) &&
    isBlankOrEnd(source[at + 3])
  );
}

/**
 * ```
 * title: two words
 *        ^^^^^^^^^
 * ```
 * Reads a plain scalar. `indent` is the column that a continuation line needs; in a flow collection (`inFlow`) any will do.
 */
export function scanPlain(source: string, start: number, indent: number, inFlow: boolean): ScannedScalar {
  const ends = inFlow ? ',?[]{}' : '';
  let text = '';
  let end = start;
  let at = start;
  while (source[at] !== '#' && !isDocumentMark(source, at)) {
    const word = wordEnd(source, at, ends);
    if (word === at) {
      break;
    }
    text += (at === start ? '' : foldGap(source, end, at)) + source.slice(at, word);
    end = word;
    const gap = skipGap(source, word, indent);
    if (gap.at === word) {
      return { next: word, end, text, style: 'plain' };
    }
    at = gap.at;
    if (gap.tab !== undefined) {
      return { next: at, end, text, style: 'plain', fault: tabFault(source, gap.tab) };
    }
    if (!inFlow && gap.lineStart !== undefined && at - gap.lineStart < indent) {
      break;
    }
  }
  return { next: at, end, text, style: 'plain' };
}

function wordEnd(source: string, start: number, ends: string): number {
  let at = start;
  for (;;) {
    const char = source[at];
    if (char === undefined || isBlankOrEnd(char) || ends.includes(char)) {
      return at;
    }
    if (char === ':' && isBlankOrEnd(source[at + 1])) {
      return at;
    }
    at++;
  }
}

interface Gap {
  readonly at: number;
  /** Where the line begins on which the gap ends; absent when it crosses no line. */
  readonly lineStart: number | undefined;
  /** The first tab that stands, on a new line, left of the wanted indentation. */
  readonly tab: number | undefined;
}

/** Skips blanks and line ends. */
function skipGap(source: string, start: number, indent = 0): Gap {
  let at = start;
  let lineStart: number | undefined;
  let tab: number | undefined;
  for (;;) {
    if (isBlank(source[at])) {
      if (source[at] === '\t' && lineStart !== undefined && at - lineStart < indent) {
        tab ??= at;
      }
      at++;
    } else if (isBreak(source[at])) {
      at = afterBreak(source, at);
      lineStart = at;
    } else {
      return { at, lineStart, tab };
    }
  }
}

/** A tab where the indentation should be; goccy does not mind one behind the last text, or behind a dash. */
export function tabFault(source: string, at: number): YamlFault {
  const lenient = source[at - 1] === '-' || skipGap(source, at).at === source.length;
  return { kind: 'tabIndent', start: at, end: at + 1, lenient };
}

/** What the blanks and line ends between two words mean: themselves, or one blank for one line end and n-1 line ends for n. */
function foldGap(source: string, start: number, end: number): string {
  let breaks = 0;
  for (let at = start; at < end;) {
    if (isBreak(source[at])) {
      breaks++;
      at = afterBreak(source, at);
    } else {
      at++;
    }
  }
  return breaks === 0 ? source.slice(start, end) : breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}

/**
 * ```
 * title: 'it''s'      title: "a\tb"
 *        ^^^^^^^             ^^^^^^
 * ```
 * Reads a quoted scalar from its opening quote.
 */
export function scanQuoted(source: string, start: number): ScannedScalar {
  const quote = source.charAt(start);
  const style = quote === '"' ? 'double' : 'single';
  const parts: string[] = [];
  let at = start + 1;
  while (at < source.length && !isDocumentMark(source, at)) {
    const char = source.charAt(at);
    if (char === quote && quote === "'" && source[at + 1] === quote) {
      parts.push(quote);
      at += 2;
    } else if (char === quote) {
      return { next: at + 1, end: at + 1, text: parts.join(''), style };
    } else if (char === '\\' && quote === '"') {
      const escape = readEscape(source, at);
      if (escape === undefined) {
        const fault: YamlFault = {
          kind: 'unknownEscape',
          start: at,
          end: Math.min(at + 2, source.length),
          detail: source.slice(at, at + 2),
          lenient: source[at + 1] === '/' || Object.hasOwn(hexDigits, source.charAt(at + 1)),
        };
        return { next: at, end: at, text: parts.join(''), style, fault };
      }
      parts.push(escape.text);
      at = escape.next;
    } else if (isBlank(char) || isBreak(char)) {
      const gap = skipGap(source, at).at;
      parts.push(foldGap(source, at, gap));
      at = gap;
    } else {
      parts.push(char);
      at++;
    }
  }
  const fault: YamlFault = { kind: 'unclosedQuote', start, end: start + 1, detail: quote };
  return { next: at, end: at, text: parts.join(''), style, fault };
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1B',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\u0085',
  _: '\u00A0',
  L: '\u2028',
  P: '\u2029',
};

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function readEscape(source: string, at: number): { text: string; next: number } | undefined {
  const char = source.charAt(at + 1);
  if (isBreak(char)) {
    return { text: '', next: skipGap(source, afterBreak(source, at + 1)).at };
  }
  const digits = hexDigits[char];
  if (digits === undefined) {
    const text = Object.hasOwn(escapes, char) ? escapes[char] : undefined;
    return text === undefined ? undefined : { text, next: at + 2 };
  }
  const hex = source.slice(at + 2, at + 2 + digits);
  const code = hex.length === digits && /^[\da-f]+$/i.test(hex) ? Number.parseInt(hex, 16) : -1;
  const valid = code >= 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return valid ? { text: String.fromCodePoint(code), next: at + 2 + digits } : undefined;
}

const blockHeader = /[|>](?:([+-])([1-9])?|([1-9])([+-])?)?[ \t]*(?:#[^\n\r]*)?(?=[\n\r]|$)/y;

/**
 * ```
 * summary: |
 *          ^
 *   text
 * ^^^^^^
 * ```
 * Reads a literal or folded scalar; `parent` is the indentation of the block in which its key stands (-1 at the top).
 */
export function scanBlock(source: string, start: number, parent: number): ScannedScalar {
  const style = source[start] === '|' ? 'literal' : 'folded';
  blockHeader.lastIndex = start;
  const header = blockHeader.exec(source);
  if (header === null) {
    const detail = source.charAt(start);
    const lenient = /^[-+]{2}/.test(source.slice(start + 1, start + 3));
    const fault: YamlFault = { kind: 'blockHeader', start, end: start + 1, detail, lenient };
    return { next: start, end: start, text: '', style, fault };
  }
  const chomp = header[1] ?? header[4];
  const explicit = Number(header[2] ?? header[3] ?? 0);
  const first = start + header[0].length;
  const from = first < source.length ? afterBreak(source, first) : first;
  const found = explicit > 0 ? { indent: Math.max(parent, 0) + explicit } : blockIndent(source, from, parent);
  if (found.tab !== undefined) {
    return { next: found.tab, end: first, text: '', style, fault: tabFault(source, found.tab) };
  }
  return readBlock(source, from, { end: first, indent: found.indent, style, chomp });
}

/** The indentation of the first line with text, or of the longest blank one before it, but more than that of the parent. */
function blockIndent(source: string, from: number, parent: number): { indent: number; tab?: number } {
  let widest = 0;
  for (let at = from; at < source.length;) {
    const end = skipSpaces(source, at, Infinity);
    widest = Math.max(widest, end - at);
    if (source[end] === '\t') {
      return { indent: widest, tab: end };
    }
    if (!isBreak(source[end])) {
      break;
    }
    at = afterBreak(source, end);
  }
  return { indent: Math.max(widest, parent + 1, 1) };
}

function skipSpaces(source: string, from: number, most: number): number {
  let at = from;
  while (source[at] === ' ' && at - from < most) {
    at++;
  }
  return at;
}

interface BlockShape {
  /** Where the header ends. */
  readonly end: number;
  readonly indent: number;
  readonly style: YamlStyle;
  readonly chomp: string | undefined;
}

function readBlock(source: string, from: number, shape: BlockShape): ScannedScalar {
  const { indent, style } = shape;
  let text = '';
  let pendingBreak = '';
  let blankLines = '';
  let afterIndented = false;
  let end = shape.end;
  let at = from;
  while (at < source.length) {
    const content = skipSpaces(source, at, indent);
    if (source[content] === '\t' && content - at < indent) {
      return { next: content, end, text, style, fault: tabFault(source, content) };
    }
    if (isBreak(source[content])) {
      blankLines += '\n';
      at = afterBreak(source, content);
      continue;
    }
    if (content - at < indent || content >= source.length) {
      at = content;
      break;
    }
    const indented = isBlank(source[content]);
    const joins = style === 'folded' && !afterIndented && !indented && pendingBreak !== '';
    text += (joins ? (blankLines === '' ? ' ' : '') : pendingBreak) + blankLines;
    afterIndented = indented;
    end = lineEndFrom(source, content);
    text += source.slice(content, end);
    pendingBreak = end < source.length ? '\n' : '';
    blankLines = '';
    at = end < source.length ? afterBreak(source, end) : end;
  }
  const tail = shape.chomp === '-' ? '' : pendingBreak + (shape.chomp === '+' ? blankLines : '');
  return { next: at, end, text: text + tail, style };
}
