import { ParseError, parseTOML } from 'toml-eslint-parser';
import { verdictFor } from '../hugo/version.ts';
import type { HugoRange } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';
import { message } from '../text/message.ts';
import type { Message } from '../text/message.ts';
import type { Problem } from '../text/problem.ts';
import { range, textOf } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import { blanked, readAround, untouched } from './readAround.ts';
import type { FormatReading } from './reading.ts';
import { tomlHoles } from './tomlHole.ts';
import { foldToml } from './tomlTree.ts';
import type { MapNode } from './types.ts';

/**
 * Reads TOML front matter. The parser stops at the first error, as Hugo does; the statement with it is left out and the rest read again, at last
 * as older Hugo reads it. The text must have passed the guard.
 */
export function parseToml(text: string, content: TextRange, hugo: HugoRange): FormatReading {
  const source = textOf(text, content);
  const newer = verdictFor(hugo, changedIn.toml11);
  const read = (left: string): TomlReading => readToml(left, source, content.start, '1.1');
  const holeAt = tomlHoles(source);
  const holeOf = ({ statement }: TomlFault): TextRange => holeAt(statement);
  const { whole, rest, faults, holes } = readAround(source, { read, holeOf });
  const older = newer === 'all' ? undefined : refusalOfOlder(blanked(source, holes));
  const sound = whole.fault === undefined;
  const left = older === undefined || sound ? holes : [...holes, holeOf(older)];
  const unread = left.map((hole) => shifted(hole, content.start));
  const root = rest.root ?? { kind: 'map', range: content, style: 'table', entries: [] };
  const problems = faults.map((fault) => toProblem(fault, 'always', content.start));
  if (older !== undefined) {
    problems.push(toProblem(older, newer === 'some' ? 'sometimes' : 'always', content.start));
  }
  return {
    root: untouched(root, unread),
    problems: problems.sort((a, b) => a.range.start - b.range.start),
    unread,
    sound,
  };
}

/** Why Hugo before 0.164, which knows TOML 1.0 and the escape `\e`, refuses what newer ones read. */
function refusalOfOlder(source: string): TomlFault | undefined {
  const older = source.replace(escapes, withoutEscapeCharacter);
  return readToml(older, older, 0, '1.0').fault;
}

const escapes = /\\[\s\S]/g;

function withoutEscapeCharacter(escape: string): string {
  return escape === '\\e' ? '\\b' : escape;
}

/** Reaches from where something must be changed to the end of the statement. */
interface TomlFault extends TextRange {
  /** What the parser says; it is the key into our own sentences. */
  readonly reason: string;
  readonly statement: TextRange;
}

interface TomlReading {
  readonly root: MapNode | undefined;
  readonly fault: TomlFault | undefined;
}

/** Reads `rest`, which is `source` with blanks in place of what was left out. */
function readToml(rest: string, source: string, base: number, tomlVersion: '1.0' | '1.1'): TomlReading {
  try {
    const root = foldToml(parseTOML(rest, { tomlVersion }), rest, base);
    return { root, fault: loneReturn(source) };
  } catch (error) {
    const [index, reason] = error instanceof ParseError ? [error.index, error.message] : [0, ''];
    const at = Math.min(Math.max(index, 0), rest.length);
    return { root: undefined, fault: toFault(rest, source, unclosedText(rest, at, reason) ?? at, reason) };
  }
}

function toFault(rest: string, source: string, at: number, reason: string): TomlFault {
  const statement = statementOf(rest, source, at, reason);
  const start = Math.min(Math.max(at, statement.start), Math.max(statement.end - 1, statement.start));
  return { start, end: Math.max(statement.end, start), reason, statement };
}

/** A text in three quotes that has no end is noticed at the end of all: its quotes are the last. */
function unclosedText(rest: string, at: number, reason: string): number | undefined {
  const isAtEnd = /^Unterminated string/.test(reason) && at >= rest.trimEnd().length;
  const opener = Math.max(rest.lastIndexOf('"""'), rest.lastIndexOf("'''"));
  return isAtEnd && opener >= 0 ? opener : undefined;
}

/** Hugo's reader takes a carriage return only in front of a line feed. */
function loneReturn(source: string): TomlFault | undefined {
  const at = source.search(/\r(?!\n)/);
  return at < 0 ? undefined : { start: at, end: at + 1, reason: 'lone return', statement: range(at, at + 1) };
}

function toProblem({ reason, ...where }: TomlFault, fatal: 'always' | 'sometimes', base: number): Problem {
  const [, say] = sentences.find(([pattern]) => pattern.test(reason)) ?? [];
  const sentence = say?.() ?? message('TOML does not allow this here. Put texts in double quotes.');
  return {
    code: reason.startsWith(duplicate) ? 'duplicate-key' : 'front-matter-syntax',
    kind: reason,
    range: shifted(where, base),
    message: fatal === 'always' ? sentence : message('{0} Hugo before 0.164 refuses this.', sentence),
    fatal,
  };
}

function shifted({ start, end }: TextRange, base: number): TextRange {
  return range(base + start, base + end);
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

/** What begins a value that goes on over lines. */
const opener = /=[ \t]*(?:[[{]|"{3}|'{3})/;

/**
 * The statement that holds the error: its line, or all lines from the statement before when a new one starts right where the error is and
 * nothing was left out between the two.
 */
function statementOf(rest: string, source: string, at: number, reason: string): TextRange {
  let line = lineStart(rest, at);
  const end = lineEnd(rest, at);
  const above = rest.slice(0, at).trimEnd().length;
  const isAtStart =
    above < line && line > 0 && !reason.startsWith(duplicate) && source.slice(above, line).trim() === '';
  if (isAtStart || !statementStart.test(rest.slice(line, end))) {
    const last = isAtStart ? lineEnd(rest, line - 1) : end;
    do {
      line = lineStart(rest, Math.max(line - 1, 0));
    } while (line > 0 && !statementStart.test(rest.slice(line, lineEnd(rest, line))));
    const isUnbroken = source.slice(line, last).trimEnd() === rest.slice(line, last).trimEnd();
    const isOpen = isAtStart || opener.test(rest.slice(line, last));
    if (isUnbroken && isOpen && statementStart.test(rest.slice(line, lineEnd(rest, line)))) {
      return trimmed(rest, line, last);
    }
    line = lineStart(rest, at);
  }
  return trimmed(rest, line, end);
}

function trimmed(source: string, start: number, end: number): TextRange {
  const text = source.slice(start, end);
  const first = start + text.length - text.trimStart().length;
  return range(first, Math.max(first, start + text.trimEnd().length));
}

function lineStart(source: string, at: number): number {
  return at === 0 ? 0 : source.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}
