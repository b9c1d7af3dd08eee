import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import { lineEndFrom, lineStartOf } from './outline/outlineLines.ts';
import { outlineToml } from './outline/outlineToml.ts';
import type { OutlineEntry } from './types.ts';

/** Tells what to leave out of TOML with a faulty statement: all lines of its value, and with the name of a table all that stands in it. */
export function tomlHoles(source: string): (statement: TextRange) => TextRange {
  let values: readonly OutlineEntry[] | undefined;
  return (statement) => {
    values ??= outlineToml(source, range(0, source.length)).filter((entry) => !isTable(source, entry));
    const { start, end } = values
      .filter(
        ({ keyRange, valueRange }) => keyRange.start < statement.end && statement.start < valueRange.end,
      )
      .map(({ keyRange, valueRange }) => range(keyRange.start, valueRange.end))
      .reduce(union, statement);
    const written = source.slice(start, end);
    const [, table] = tableName.exec(written) ?? [];
    return range(
      start,
      table === undefined ? endOfValue(source, end, written) : endOfTable(source, end, table),
    );
  };
}

function isTable(source: string, { keyRange: { start } }: OutlineEntry): boolean {
  return source
    .slice(lineStartOf(source, start, 0), start)
    .trimStart()
    .startsWith('[');
}

function union(a: TextRange, b: TextRange): TextRange {
  return range(Math.min(a.start, b.start), Math.max(a.end, b.end));
}

/** Of a map in braces that goes on below, the next line that ends with a brace; of a list, the lines that begin no statement. */
function endOfValue(source: string, at: number, written: string): number {
  const end = lineEndFrom(source, at);
  if (written.split('{').length > written.split('}').length) {
    const [braced = ''] = upToBrace.exec(source.slice(end)) ?? [];
    return end + braced.length;
  }
  return written.includes('[') ? endOfList(source, end) : end;
}

const upToBrace = /^[^}]*\}/;

function endOfList(source: string, at: number): number {
  let end = at;
  while (end < source.length) {
    const next = lineEndFrom(source, end + 1);
    if (statementLine.test(source.slice(end + 1, next))) {
      break;
    }
    end = next;
  }
  return end;
}

const statementLine = /^[ \t]*(?:\[\[?[^[\],"']*\]\]?[ \t]*(?:#|$)|(?:[\w.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*=)/;

/** With the tables inside it: without their parent they would be other ones. */
function endOfTable(source: string, at: number, name: string): number {
  const next = [...source.slice(at).matchAll(tableLine)].find((line) => line[1] !== name);
  return next === undefined ? source.length : at + next.index;
}

const tableName = /^\[\[?[ \t]*([\w-]+|"[^"\n]*"|'[^'\n]*')/;
const tableLine = /^[ \t]*\[\[?[ \t]*([\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*[.\]]/gm;
