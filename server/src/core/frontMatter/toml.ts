import { ParseError, parseTOML } from 'toml-eslint-parser';
import { verdictFor } from '../hugo/version.ts';
import type { HugoRange } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';
import { message } from '../text/message.ts';
import type { Message } from '../text/message.ts';
import type { Problem } from '../text/problem.ts';
import { range, textOf } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import type { FormatReading } from './reading.ts';
import { foldToml } from './tomlTree.ts';
import type { MapNode } from './types.ts';

/**
 * Reads TOML front matter. The parser stops at the first error, which is the problem we report, as Hugo does; the statement with it is blanked
 * out and the rest read again, so that the tree keeps the keys above and below. The text must have passed the guard.
 */
export function parseToml(text: string, content: TextRange, hugo: HugoRange): FormatReading {
  const source = textOf(text, content);
  const newer = verdictFor(hugo, changedIn.toml11);
  const { root, fault } = readAll(source, content);
  const older = fault === undefined && newer !== 'all' ? refusalOfOlder(source) : undefined;
  const trouble = fault ?? older;
  const fatal = fault === undefined && newer === 'some' ? 'sometimes' : 'always';
  return {
    root,
    problems: trouble === undefined ? [] : [toProblem(trouble, fatal, content.start)],
    sound: fault === undefined,
  };
}

function readAll(
  source: string,
  content: TextRange,
): { readonly root: MapNode; readonly fault: TomlFault | undefined } {
  let readable = source;
  let first: TomlFault | undefined;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const reading = readToml(readable, content.start, '1.1');
    if ('root' in reading) {
      return { root: reading.root, fault: first ?? loneReturn(source) };
    }
    const culprit = statementOf(readable, reading);
    first ??= { ...reading, culprit };
    readable = blanked(readable, culprit);
  }
  return { root: { kind: 'map', range: content, style: 'table', entries: [] }, fault: first };
}

/** Why Hugo before 0.164, which knows TOML 1.0 and the escape `\e`, refuses what newer ones read. */
function refusalOfOlder(source: string): TomlFault | undefined {
  const reading = readToml(source.replace(escapes, withoutEscapeCharacter), 0, '1.0');
  return 'root' in reading ? undefined : { ...reading, culprit: statementOf(source, reading) };
}

const escapes = /\\[\s\S]/g;

function withoutEscapeCharacter(escape: string): string {
  return escape === '\\e' ? '\\b' : escape;
}

/** Each attempt blanks out one statement; a text with more errors has no tree, so that the time stays linear. */
const mostAttempts = 4;

interface Refusal {
  readonly at: number;
  /** What the parser says; it is the key into our own sentences. */
  readonly reason: string;
}

interface TomlFault extends Refusal {
  readonly culprit: TextRange;
}

function readToml(
  source: string,
  base: number,
  tomlVersion: '1.0' | '1.1',
): { readonly root: MapNode } | Refusal {
  try {
    return { root: foldToml(parseTOML(source, { tomlVersion }), source, base) };
  } catch (error) {
    return error instanceof ParseError
      ? { at: Math.min(Math.max(error.index, 0), source.length), reason: error.message }
      : { at: 0, reason: '' };
  }
}

/** Hugo's reader takes a carriage return only in front of a line feed. */
function loneReturn(source: string): TomlFault | undefined {
  const at = source.search(/\r(?!\n)/);
  return at < 0 ? undefined : { at, reason: 'lone return', culprit: range(at, at + 1) };
}

function toProblem({ at, reason, culprit }: TomlFault, fatal: 'always' | 'sometimes', base: number): Problem {
  const start = Math.min(Math.max(at, culprit.start), Math.max(culprit.end - 1, culprit.start));
  const [, say] = sentences.find(([pattern]) => pattern.test(reason)) ?? [];
  const sentence = say?.() ?? message('TOML does not allow this here. Put texts in double quotes.');
  return {
    code: reason.startsWith(duplicate) ? 'duplicate-key' : 'front-matter-syntax',
    kind: reason,
    range: range(base + start, base + Math.max(culprit.end, start)),
    message: fatal === 'always' ? sentence : message('{0} Hugo before 0.164 refuses this.', sentence),
    fatal,
  };
}

/** How the parser's reason begins for a key that stands twice. */
const duplicate = 'Defining';

/** The parser's reasons in the words of a writer. */
const sentences: readonly (readonly [RegExp, () => Message])[] = [
  [/^Expected equal/, () => message('A key must be followed by = and a value.')],
  [/^Unspecified values/, () => message('A value is missing here. Write "" for an empty text.')],
  [/^Unterminated string/, () => message('This text has no end. Close it with the quote that opens it.')],
  [/^Expected comma/, () => message('A comma or the closing bracket is missing before this.')],
  [/^Unterminated array/, () => message('A comma or ] is missing in this list.')],
  [
    /^Unterminated inline/,
    () => message('This map has no end, or misses a comma. Add } behind the last value.'),
  ],
  [/curly braces/, () => message('A map in braces must end on the line where it starts.')],
  [
    /^Defining a key/,
    () => message('This key exists already. TOML allows each key once; remove one of the two.'),
  ],
  [/^Must be a newline/, () => message('Only one key may stand on a line. Start a new line before this.')],
  [
    /^Leading zeros/,
    () => message('A number cannot start with 0. Remove the zero, or put the value in quotes.'),
  ],
  [
    /^Invalid char.*escape|code point/,
    () =>
      message(
        'In double quotes a backslash starts an escape, and this is none. Write two backslashes, or use single quotes.',
      ),
  ],
  [/^Unexpected invalid (?:date|time)/, () => message('There is no such date or time.')],
  [/^Trailing comma/, () => message('Remove the comma: nothing follows it before the closing brace.')],
  [/^Control characters/, () => message('Front matter cannot hold control characters. Remove this one.')],
  [/^lone return/, () => message('TOML needs line ends of LF or CRLF, and this is a lone CR.')],
  [/^Unexpected character/, () => message('A text must be in quotes in TOML, and a key be followed by =.')],
];

const statementStart = /^[ \t]*(?:\[|(?:[\w.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*=)/;

/** The statement that holds the error: its line, or all lines from the statement before when a new one starts right where the error is. */
function statementOf(source: string, { at, reason }: Refusal): TextRange {
  let line = lineStart(source, at);
  const end = lineEnd(source, at);
  const isAtStart = source.slice(line, at).trim() === '' && line > 0 && !reason.startsWith(duplicate);
  if (isAtStart || !statementStart.test(source.slice(line, end))) {
    const last = isAtStart ? lineEnd(source, line - 1) : end;
    do {
      line = lineStart(source, Math.max(line - 1, 0));
    } while (line > 0 && !statementStart.test(source.slice(line, lineEnd(source, line))));
    if (statementStart.test(source.slice(line, lineEnd(source, line)))) {
      return trimmed(source, line, last);
    }
    line = lineStart(source, at);
  }
  return trimmed(source, line, end);
}

function trimmed(source: string, start: number, end: number): TextRange {
  const text = source.slice(start, end);
  const first = start + text.length - text.trimStart().length;
  return range(first, Math.max(first, start + text.trimEnd().length));
}

function blanked(source: string, { start, end }: TextRange): string {
  return source.slice(0, start) + source.slice(start, end).replace(/[^\n\r]/g, ' ') + source.slice(end);
}

function lineStart(source: string, at: number): number {
  return at === 0 ? 0 : source.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}
