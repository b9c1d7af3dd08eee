import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node as JsonNode, ParseError } from 'jsonc-parser';
import { message } from '../text/message.ts';
import type { Message } from '../text/message.ts';
import type { Problem } from '../text/problem.ts';
import { range, textOf } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import { jsonHoles, withoutMembers } from './jsonHole.ts';
import { readAround, untouched } from './readAround.ts';
import type { FormatReading } from './reading.ts';
import type { Entry, MapNode, Node } from './types.ts';

/**
 * Reads JSON front matter into a tree that tolerates errors; the first error is the fault, as in Hugo, and what is left without it is read
 * again. The text must have passed the guard.
 */
export function parseJson(text: string, content: TextRange): FormatReading {
  const source = textOf(text, content);
  const { whole, rest, faults, holes } = readAround<JsonFault, JsonReading>(source, {
    read: readJson,
    holeOf: jsonHoles(source),
    without: withoutMembers,
    end: source.lastIndexOf('}'),
  });
  const unread = holes.map((hole) => shifted(hole, content.start));
  const node = rest.tree && toNode(rest.tree, source, content.start);
  const root: MapNode =
    node?.kind === 'map' ? node : { kind: 'map', range: content, style: 'flow', entries: [] };
  return {
    root: untouched(root, unread),
    problems: faults.map((fault) => toProblem(fault, content.start)),
    unread,
    sound: whole.fault === undefined,
  };
}

interface JsonFault extends TextRange {
  readonly kind: string;
  readonly say: Message;
}

interface JsonReading {
  readonly tree: JsonNode | undefined;
  readonly fault: JsonFault | undefined;
}

function readJson(source: string): JsonReading {
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  return { tree, fault: first && toFault(first, source) };
}

function toNode(node: JsonNode, source: string, base: number): Node {
  const where = range(base + node.offset, base + node.offset + node.length);
  const children = node.children ?? [];
  if (node.type === 'object') {
    const entries = children.flatMap((property) => toEntry(property, source, base));
    return { kind: 'map', range: where, style: 'flow', entries };
  }
  if (node.type === 'array') {
    const items = children.map((child) => toNode(child, source, base));
    return { kind: 'list', range: where, style: 'flow', items };
  }
  const written = source.slice(node.offset, node.offset + node.length);
  return node.type === 'string'
    ? { kind: 'scalar', range: where, style: 'double', source: written, text: String(node.value) }
    : { kind: 'scalar', range: where, style: 'plain', source: written, text: written };
}

function toEntry({ children }: JsonNode, source: string, base: number): Entry[] {
  const [key, value] = children ?? [];
  if (key === undefined) {
    return [];
  }
  const keyRange = range(base + key.offset, base + key.offset + key.length);
  const node = value === undefined ? undefined : toNode(value, source, base);
  const end = node?.range.end ?? keyRange.end;
  return [{ key: String(key.value), keyRange, value: node, range: range(keyRange.start, end) }];
}

function toFault(error: ParseError, source: string): JsonFault {
  const { offset, length, say } = blame(error, source);
  const end = Math.min(source.length, offset + Math.max(length, 1));
  return { kind: printParseErrorCode(error.error), start: offset, end: Math.max(offset, end), say };
}

function toProblem({ kind, say, ...where }: JsonFault, base: number): Problem {
  const range = shifted(where, base);
  return { code: 'front-matter-syntax', kind, range, message: say, fatal: 'always' };
}

function shifted({ start, end }: TextRange, base: number): TextRange {
  return range(base + start, base + end);
}

/** Where the writer has to change something, and what. */
function blame(
  { error, offset, length }: ParseError,
  source: string,
): { offset: number; length: number; say: Message } {
  const before = source.slice(0, offset).trimEnd();
  if (/[\]}]/.test(source.charAt(offset)) && before.endsWith(',')) {
    return { offset: before.length - 1, length: 1, say: message('Remove the comma: nothing follows it.') };
  }
  if (printParseErrorCode(error) === 'InvalidSymbol' && source[offset] === "'") {
    return { offset, length, say: message('JSON knows only double quotes.') };
  }
  return {
    offset,
    length,
    say: sentences[printParseErrorCode(error)]?.() ?? message('JSON does not allow this here.'),
  };
}

/** By the library's own names of its errors. */
const sentences: Readonly<Record<string, () => Message>> = {
  InvalidSymbol: () => message('Keys and texts must be in double quotes in JSON.'),
  PropertyNameExpected: () => message('A key in double quotes is missing here.'),
  ValueExpected: () => message('A value is missing here.'),
  ColonExpected: () => message('A key must be followed by a colon.'),
  CommaExpected: () => message('A comma is missing before this.'),
  CloseBraceExpected: () => message('A closing brace is missing.'),
  CloseBracketExpected: () => message('A closing bracket is missing.'),
  InvalidCommentToken: () => message('JSON front matter cannot have comments.'),
  UnexpectedEndOfString: () =>
    message('This text has no closing quote on its line. Write a line end as \\n.'),
  InvalidEscapeCharacter: () =>
    message('A backslash starts an escape, and this is none. Write two backslashes.'),
  InvalidUnicode: () => message('The escape \\u needs four hexadecimal digits.'),
  InvalidCharacter: () =>
    message('A text cannot hold a tab or another control character. Write a tab as \\t.'),
};
