import type { TextRange } from '../../text/range.ts';
import { FlowReader, isOpening } from './outlineFlow.ts';
import type { FlowSyntax } from './outlineFlow.ts';
import { isBlank, isLineEnd, lineEndFrom, scalarOf, skipSpace, trimBlanks, unit } from './outlineLines.ts';
import type { Draft } from './outlineLines.ts';
import { unescapeText } from './outlineText.ts';
import type { OutlineEntry, ScalarNode } from '../types.ts';

/**
 * The keys of the JSON in `content`, braces included (brackets in data), in the order of the file. No string of JSON goes on over lines, so
 * one that is not closed ends with its line; a list that is not closed ends at the next key or closing brace.
 */
export function outlineJson(text: string, content: TextRange): OutlineEntry[] {
  const entries: Draft[] = [];
  const end = Math.min(content.end, text.length);
  const start = skipSpace(text, content.start, end);
  if (start < end && isOpening(text.charCodeAt(start))) {
    new FlowReader(text, jsonFlow, entries).read([], start, end, []);
  }
  return entries;
}

const jsonFlow: FlowSyntax = {
  separator: unit.colon,
  hasComments: false,
  isLoose: false,
  readKey: (text, at, limit) => [readScalar(text, at, limit)],
  readScalar,
};

function readScalar(text: string, at: number, limit: number): ScalarNode {
  return text.charCodeAt(at) === unit.doubleQuote ? readString(text, at, limit) : readBare(text, at, limit);
}

function readString(text: string, at: number, limit: number): ScalarNode {
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (isLineEnd(code)) {
      break;
    }
    if (code === unit.doubleQuote) {
      return scalarOf(text, at, i + 1, 'double', unescapeText(text.slice(at + 1, i)));
    }
    i += code === unit.backslash && !isLineEnd(text.charCodeAt(i + 1)) ? 1 : 0;
  }
  const end = trimBlanks(text, at + 1, lineEndFrom(text, at, limit));
  return scalarOf(text, at, end, 'double', unescapeText(text.slice(at + 1, end)));
}

function readBare(text: string, at: number, limit: number): ScalarNode {
  let end = at;
  while (end < limit && !endsBare(text.charCodeAt(end))) {
    end++;
  }
  return scalarOf(text, at, end, 'plain', text.slice(at, end));
}

function endsBare(code: number): boolean {
  return (
    isBlank(code) ||
    isLineEnd(code) ||
    code === unit.comma ||
    code === unit.colon ||
    code === unit.doubleQuote ||
    code === unit.closeBrace ||
    code === unit.closeBracket
  );
}
