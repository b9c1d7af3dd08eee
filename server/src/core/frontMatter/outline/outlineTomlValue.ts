// Keys and values of TOML as the line scanner reads them.
import type { FlowSyntax } from './outlineFlow.ts';
import {
  isBlank,
  isLineEnd,
  isWord,
  lineEndFrom,
  lineStartOf,
  maxDepth,
  scalarOf,
  skipBlanks,
  trimBlanks,
  unit,
} from './outlineLines.ts';
import { plainLineEnds, unescapeText } from './outlineText.ts';
import type { ScalarNode, ScalarStyle } from '../types.ts';

/** The reader of TOML's arrays and inline tables. */
export const tomlFlow: FlowSyntax = {
  separator: unit.equals,
  hasComments: true,
  isLoose: false,
  readKey: readTomlKey,
  readScalar: (text, at, limit) => readTomlString(text, at, limit) ?? readBareInFlow(text, at, limit),
};

/** The parts of the key at `at`: one, or several joined by dots; none when no key stands there. */
export function readTomlKey(text: string, at: number, limit: number): readonly ScalarNode[] {
  const parts: ScalarNode[] = [];
  let from = at;
  while (parts.length < maxDepth) {
    const part = readTomlString(text, from, limit) ?? readWord(text, from, limit);
    if (part.range.end === part.range.start) {
      return parts;
    }
    parts.push(part);
    const dot = skipBlanks(text, part.range.end, limit);
    if (dot >= limit || text.charCodeAt(dot) !== unit.dot) {
      return parts;
    }
    from = skipBlanks(text, dot + 1, limit);
  }
  return parts;
}

function readWord(text: string, at: number, limit: number): ScalarNode {
  let end = at;
  while (end < limit && isWord(text.charCodeAt(end))) {
    end++;
  }
  return scalarOf(text, at, end, 'plain', text.slice(at, end));
}

/** The string at `at`, which ends with its line when its quotes are not closed; absent when none begins there. */
export function readTomlString(text: string, at: number, limit: number): ScalarNode | undefined {
  const quote = text.charAt(at);
  if (at >= limit || (quote !== '"' && quote !== "'")) {
    return undefined;
  }
  const isTriple = text.startsWith(quote.repeat(3), at);
  const width = isTriple ? 3 : 1;
  const close = isTriple ? tripleEnd(text, at, limit) : singleEnd(text, at, limit);
  const end = close ?? Math.max(at + width, trimBlanks(text, at, lineEndFrom(text, at, limit)));
  const inner = text.slice(at + width, close === undefined ? end : end - width);
  return scalarOf(text, at, end, styleOf(quote, isTriple), stringText(inner, quote, isTriple));
}

function styleOf(quote: string, isTriple: boolean): ScalarStyle {
  if (quote === '"') {
    return isTriple ? 'tripleDouble' : 'double';
  }
  return isTriple ? 'tripleSingle' : 'single';
}

/** A line end right after the opening triple quote does not count. */
function stringText(inner: string, quote: string, isTriple: boolean): string {
  const lines = isTriple ? plainLineEnds(inner).replace(/^\n/, '') : inner;
  return quote === '"' ? unescapeText(lines) : lines;
}

/** Where the string at `at` ends, on its own line. */
function singleEnd(text: string, at: number, limit: number): number | undefined {
  const quote = text.charCodeAt(at);
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (isLineEnd(code)) {
      return undefined;
    }
    if (code === quote) {
      return i + 1;
    }
    if (code === unit.backslash && quote === unit.doubleQuote) {
      i += isLineEnd(text.charCodeAt(i + 1)) ? 0 : 1;
    }
  }
  return undefined;
}

/** Where the string in triple quotes at `at` ends. Triple quotes right after an equals sign open another string, they do not end this one. */
function tripleEnd(text: string, at: number, limit: number): number | undefined {
  const quote = text.charCodeAt(at);
  for (let i = at + 3; i + 2 < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === unit.backslash && quote === unit.doubleQuote) {
      i++;
    } else if (code === quote && text.charCodeAt(i + 1) === quote && text.charCodeAt(i + 2) === quote) {
      const end = i + 3 + extraQuotes(text, i + 3, limit, quote);
      return mayFollow(text, end, limit) && !followsEquals(text, at, i) ? end : undefined;
    }
  }
  return undefined;
}

/** Up to two quotes may stand right before the closing three. */
function extraQuotes(text: string, at: number, limit: number, quote: number): number {
  let extra = 0;
  while (extra < 2 && at + extra < limit && text.charCodeAt(at + extra) === quote) {
    extra++;
  }
  return extra;
}

function followsEquals(text: string, start: number, at: number): boolean {
  const line = lineStartOf(text, at, start);
  const before = trimBlanks(text, line, at);
  return line > start && before > line && text.charCodeAt(before - 1) === unit.equals;
}

function mayFollow(text: string, from: number, limit: number): boolean {
  const at = skipBlanks(text, from, limit);
  return at >= limit || isLineEnd(text.charCodeAt(at)) || isFlowEnd(text.charCodeAt(at));
}

/** What ends a bare value in an array or inline table, and may follow any value there. */
function isFlowEnd(code: number): boolean {
  return code === unit.comma || code === unit.closeBracket || code === unit.closeBrace || code === unit.hash;
}

/** A bare value such as `true` or `2024-01-02 03:04:05`: all up to a comment. */
export function readBareToLineEnd(text: string, at: number, limit: number): ScalarNode {
  let end = at;
  while (end < limit && !isLineEnd(text.charCodeAt(end)) && text.charCodeAt(end) !== unit.hash) {
    end++;
  }
  end = trimBlanks(text, at, end);
  return scalarOf(text, at, end, 'plain', text.slice(at, end));
}

function readBareInFlow(text: string, at: number, limit: number): ScalarNode {
  let end = at;
  while (end < limit && !endsBareInFlow(text.charCodeAt(end))) {
    end++;
  }
  end = trimBlanks(text, at, end);
  return scalarOf(text, at, end, 'plain', text.slice(at, end));
}

function endsBareInFlow(code: number): boolean {
  return isLineEnd(code) || isFlowEnd(code) || code === unit.equals;
}

/** How far the array or inline table at `at` may reach: to its end, if it is well formed, else to the end of its line. */
export function flowLimit(text: string, at: number, end: number): number {
  const isArray = text.charCodeAt(at) === unit.openBracket;
  return (isArray ? arrayEnd(text, at, end) : undefined) ?? lineEndFrom(text, at, end);
}

/** Where the array at `at` ends, if values and commas alone stand in it. */
function arrayEnd(text: string, start: number, end: number): number | undefined {
  let depth = 0;
  let needsComma = false;
  for (let at = start; at < end;) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || isLineEnd(code)) {
      at++;
    } else if (code === unit.hash) {
      at = lineEndFrom(text, at, end);
    } else if (code === unit.closeBracket) {
      depth--;
      at++;
      needsComma = true;
      if (depth === 0) {
        return at;
      }
    } else if (code === unit.comma) {
      needsComma = false;
      at++;
    } else if (needsComma) {
      return undefined;
    } else if (code === unit.openBracket) {
      depth++;
      at++;
    } else {
      const next = itemEnd(text, at, end);
      if (next === undefined) {
        return undefined;
      }
      at = next;
      needsComma = true;
    }
  }
  return undefined;
}

/** Where the item at `at` ends: a string, an inline table on one line, or a word that is a value in TOML. */
function itemEnd(text: string, at: number, end: number): number | undefined {
  const code = text.charCodeAt(at);
  if (code === unit.openBrace) {
    return inlineTableEnd(text, at, end);
  }
  if (code === unit.doubleQuote || code === unit.quote) {
    return text.startsWith(text.charAt(at).repeat(3), at)
      ? tripleEnd(text, at, end)
      : singleEnd(text, at, end);
  }
  const { range, source } = readBareInFlow(text, at, end);
  return /^(?:[+-]?(?:\d|inf$|nan$)|true$|false$)/.test(source) ? range.end : undefined;
}

function inlineTableEnd(text: string, start: number, end: number): number | undefined {
  let depth = 0;
  for (let at = start; at < end && !isLineEnd(text.charCodeAt(at));) {
    const code = text.charCodeAt(at);
    if (code === unit.doubleQuote || code === unit.quote) {
      const close = singleEnd(text, at, end);
      if (close === undefined) {
        return undefined;
      }
      at = close;
      continue;
    }
    depth += code === unit.openBrace ? 1 : code === unit.closeBrace ? -1 : 0;
    at++;
    if (depth === 0) {
      return at;
    }
  }
  return undefined;
}
