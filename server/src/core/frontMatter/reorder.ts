import type { OffsetEdit } from '../text/edit.ts';
import { range, type TextRange } from '../text/range.ts';
import { editContext, endOf, replace, type EditContext } from './editParts.ts';
import { lineStartOf } from './outline/outlineLines.ts';
import { parseFrontMatter } from './parse.ts';
import { isTableHeader } from './placeParts.ts';
import type { Fence, OutlineEntry } from './types.ts';
import type { HugoRange } from '../hugo/version.ts';

/**
 * Puts the keys at the top into `order` (lower-cased names); those that it does not name stand behind them, as they stood. Comments above a key go with
 * it, and in TOML the tables stay where they are. No edits where the order is right already, and where it means something or nobody can tell: front matter with
 * faults, keys that stand twice, dotted keys of TOML, anchors of YAML.
 */
export function reorderKeys(
  text: string,
  fence: Fence,
  order: readonly string[],
  hugo: HugoRange,
): readonly OffsetEdit[] {
  const context = editContext(text, fence);
  const keys = keysAtTop(context);
  const names = keys.map(({ key }) => key.toLowerCase());
  const isPlain =
    fence.format !== 'org' &&
    new Set(names).size === names.length &&
    parseFrontMatter(text, fence, hugo).sound &&
    !(fence.format === 'yaml' && hasAnchors(context));
  if (!isPlain) {
    return [];
  }
  const rank = ({ key }: OutlineEntry): number => {
    const at = order.indexOf(key.toLowerCase());
    return at < 0 ? order.length : at;
  };
  return isByLines(context, keys)
    ? moveLines(context, rowsOf(context, keys), rank)
    : movePairs(text, keys, rank);
}

type Rank = (entry: OutlineEntry) => number;

/** Of TOML those before the first table; a dotted key is a part of a map that stands in pieces. */
function keysAtTop(context: EditContext): readonly OutlineEntry[] {
  const { entries } = context;
  const firstTable = entries.findIndex((entry) => isTableHeader(context, entry));
  const own = context.fence.format === 'toml' && firstTable >= 0 ? entries.slice(0, firstTable) : entries;
  return own.filter(({ path }) => path.length === 1);
}

function hasAnchors({ text, fence: { content } }: EditContext): boolean {
  return /(?:^|[\s:[{,-])[&*][^\s,\]}]/.test(text.slice(content.start, content.end));
}

/** Each key begins its line: not so in braces, where they are parted by commas. */
function isByLines({ text, fence }: EditContext, keys: readonly OutlineEntry[]): boolean {
  return (
    fence.format !== 'json' &&
    keys.every(({ keyRange }) => lineStartOf(text, keyRange.start, fence.content.start) === keyRange.start)
  );
}

/** What stands between the keys stays there. */
function movePairs(text: string, keys: readonly OutlineEntry[], rank: Rank): readonly OffsetEdit[] {
  const sorted = keys.toSorted((a, b) => rank(a) - rank(b));
  const pairs = sorted.map((entry) => text.slice(entry.keyRange.start, endOf(entry)));
  return keys.flatMap((entry, at) =>
    sorted[at] === entry ? [] : replace(range(entry.keyRange.start, endOf(entry)), pairs[at] ?? ''),
  );
}

/** A key with its lines, from the comments right above it to those of the next. */
interface Row {
  readonly entry: OutlineEntry;
  readonly lines: TextRange;
}

function moveLines({ text, style }: EditContext, rows: readonly Row[], rank: Rank): readonly OffsetEdit[] {
  const sorted = rows.toSorted((a, b) => rank(a.entry) - rank(b.entry));
  const isMoved = (row: Row, at: number): boolean => sorted[at] !== row;
  const [from, to] = [rows.findIndex(isMoved), rows.findLastIndex(isMoved)];
  const [first, last] = [rows[from], rows[to]];
  if (first === undefined || last === undefined) {
    return [];
  }
  const moved = sorted
    .slice(from, to + 1)
    .map(({ lines }) => text.slice(lines.start, lines.end))
    .map((lines) => (lineEnd.test(lines) ? lines : lines + style.eol))
    .join('');
  const where = range(first.lines.start, last.lines.end);
  const endsOpen = !lineEnd.test(text.slice(where.start, where.end));
  return [replace(where, endsOpen ? moved.slice(0, -style.eol.length) : moved)];
}

const lineEnd = /[\r\n]$/;

function rowsOf(context: EditContext, keys: readonly OutlineEntry[]): readonly Row[] {
  const { text, fence, entries } = context;
  const top = fence.content.start;
  const table = entries.find((entry) => isTableHeader(context, entry));
  const end =
    fence.format === 'toml' && table !== undefined
      ? withCommentsAbove(text, lineStartOf(text, table.keyRange.start, top), top)
      : fence.content.end;
  const starts = [...keys.map(({ keyRange }) => withCommentsAbove(text, keyRange.start, top)), end];
  return keys.map((entry, at) => ({ entry, lines: range(starts[at] ?? end, starts[at + 1] ?? end) }));
}

function withCommentsAbove(text: string, start: number, top: number): number {
  let first = start;
  while (first > top) {
    const above = lineStartOf(text, first - 1, top);
    if (above >= first || !/^[ \t]*#/.test(text.slice(above, first))) {
      break;
    }
    first = above;
  }
  return first;
}
