// The cursor on a line of block YAML, TOML or Org, where neither a finished key nor a scalar stands at it.
import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import { isWord, lineStartOf, skipBlanks } from './outline/outlineLines.ts';
import {
  cursorLine,
  findFlow,
  isInComment,
  isTableHeader,
  keyBefore,
  keyPlace,
  nonePlace,
  valuePlace,
} from './placeParts.ts';
import type { CursorLine, PlaceContext } from './placeParts.ts';
import type { FrontMatterFormat, OutlineEntry, Place } from './types.ts';

export function placeOnLine(context: PlaceContext): Place {
  const line = cursorLine(context);
  const entry = keyBefore(context, line);
  if (context.fence.format !== 'org' && isInComment(context, endOfKnown(context, line, entry))) {
    return nonePlace('comment');
  }
  return entry === undefined
    ? placeByFormat[context.fence.format](context, line)
    : placeAfterKey(context, entry);
}

/** Where what we know of the line before the cursor ends: its keys and scalars may hold `#`. */
function endOfKnown({ offset }: PlaceContext, line: CursorLine, entry: OutlineEntry | undefined): number {
  if (entry === undefined) {
    return line.first;
  }
  const ends = [entry.keyRange.end, ...entry.scalars.map((scalar) => scalar.range.end)];
  return Math.max(...ends.filter((end) => end <= offset));
}

/** `key:█` and `key: █` are a value; before the separator, and where a value stands already, there is no place. */
function placeAfterKey(context: PlaceContext, entry: OutlineEntry): Place {
  const { text, fence, offset } = context;
  const separator = skipBlanks(text, entry.keyRange.end, text.length);
  const isBeforeSeparator = offset <= separator;
  const isFree = entry.shape === 'none' && skipBlanks(text, separator + 1, offset) >= offset;
  if (isBeforeSeparator || !isFree) {
    return nonePlace('separator');
  }
  const needsBlank = fence.format !== 'toml' && offset === separator + 1;
  return emptyValue(context, entry.path, needsBlank);
}

function emptyValue(context: PlaceContext, path: readonly string[], needsBlank: boolean): Place {
  const where = range(context.offset, context.offset);
  return valuePlace(context, { path, range: where, closed: false, flow: false, needsBlank });
}

const placeByFormat: Readonly<Record<FrontMatterFormat, (context: PlaceContext, line: CursorLine) => Place>> =
  {
    yaml: placeInYaml,
    toml: placeInToml,
    org: placeInOrg,
    json: () => nonePlace('separator'),
  };

function placeInYaml(context: PlaceContext, line: CursorLine): Place {
  const { text, offset } = context;
  if (isBelowBlockScalar(context, line)) {
    return nonePlace('blockScalar');
  }
  if (line.first >= line.end) {
    return newKeyPlace(context, offset - line.start, range(offset, offset));
  }
  if (offset < line.first) {
    return nonePlace('separator');
  }
  const isItem = text[line.first] === '-' && line.first + 1 >= Math.min(line.end, offset);
  return isItem ? placeOfItem(context, line) : placeOfHalfKey(context, line);
}

/** A blank line below `summary: |` that stands deep enough to go on with its text. */
function isBelowBlockScalar({ text, entries, offset }: PlaceContext, line: CursorLine): boolean {
  const entry = entries.findLast(({ keyRange }) => keyRange.end <= offset);
  const last = entry?.scalars.findLast(({ range: { end } }) => end <= offset);
  if (entry === undefined || (last?.style !== 'literal' && last?.style !== 'folded')) {
    return false;
  }
  const isBlankSince =
    text
      .slice(last.range.end, offset)
      .replace(/^[^\n\r]*/, '')
      .trim() === '';
  return isBlankSince && offset - line.start > columnOf(text, entry);
}

/** `-█` and `- █`: a key in a list of maps, else a value. */
function placeOfItem(context: PlaceContext, line: CursorLine): Place {
  const { entries, offset } = context;
  const column = line.first - line.start;
  const owner = entries.findLast(
    (entry) =>
      entry.keyRange.end <= offset && isOnOwnLine(context, entry) && ownsItemsAt(context, entry, column),
  );
  if (offset <= line.first || owner === undefined) {
    return nonePlace('separator');
  }
  const path = [...owner.path, '[]'];
  const holdsMaps = entries.some(
    (entry) => entry.path.length === path.length + 1 && path.every((part, i) => part === entry.path[i]),
  );
  return holdsMaps && offset > line.first + 1
    ? keyPlace(context, path, range(offset, offset), false)
    : emptyValue(context, path, offset === line.first + 1);
}

/** The dash of an item may stand as deep as the key of its list, but not before it. */
function ownsItemsAt({ text }: PlaceContext, entry: OutlineEntry, column: number): boolean {
  const own = columnOf(text, entry);
  const isDashKey = text.slice(entry.keyRange.start - own, entry.keyRange.start).trim() !== '';
  return isDashKey ? own < column : own <= column;
}

/** A line that is no key yet: `ta█`, or `key:█x` without the blank that YAML wants. */
function placeOfHalfKey(context: PlaceContext, line: CursorLine): Place {
  const { text, offset } = context;
  const parent = mapAt(context, line.first - line.start);
  const colon = text.slice(line.first, line.end).indexOf(':') + line.first;
  if (!startsKey(text, line.first)) {
    return nonePlace('separator');
  }
  if (colon < line.first || text[line.first] === '"' || text[line.first] === "'") {
    return newKeyPlace(context, line.first - line.start, range(line.first, Math.max(line.end, offset)));
  }
  if (offset <= colon) {
    const place = keyPlace(context, parent, range(line.first, colon), false);
    return { ...place, separator: range(colon, colon + 1), hasValue: true };
  }
  return valuePlace(context, {
    path: [...parent, text.slice(line.first, colon)],
    range: range(colon + 1, Math.max(line.end, offset)),
    closed: text.slice(colon + 2, line.end).endsWith(text.charAt(colon + 1)),
    flow: false,
    needsBlank: true,
  });
}

/** A key without separator at `column`. Under the dash of an item, where nothing but another dash may stand, it is meant for that item. */
function newKeyPlace(context: PlaceContext, column: number, where: TextRange): Place {
  const item = itemWithDashAt(context, column);
  return item === undefined
    ? keyPlace(context, mapAt(context, column), where, false)
    : { ...keyPlace(context, item.path, where, false), missingIndent: ' '.repeat(item.column - column) };
}

/** The map in a list above the cursor whose dash stands at `column`, deeper than the list's key, and the column of its keys. */
function itemWithDashAt(
  context: PlaceContext,
  column: number,
): { readonly path: readonly string[]; readonly column: number } | undefined {
  const { text, entries, offset } = context;
  const above = entries.filter((entry) => entry.keyRange.end <= offset && isOnOwnLine(context, entry));
  const first = above.findLast((entry) => columnOf(text, entry) <= column || dashOf(text, entry) === column);
  if (first === undefined || dashOf(text, first) !== column) {
    return undefined;
  }
  const path = first.path.slice(0, -1);
  const list = path.slice(0, -1).join('\n');
  const owner = above.findLast((entry) => entry.path.join('\n') === list);
  return owner !== undefined && columnOf(text, owner) < column
    ? { path, column: columnOf(text, first) }
    : undefined;
}

/** The column of the dash before the first key of an item; nothing for other keys. */
function dashOf(text: string, { keyRange }: OutlineEntry): number | undefined {
  const before = text.slice(lineStartOf(text, keyRange.start, 0), keyRange.start);
  const dash = before.lastIndexOf('-');
  return dash < 0 ? undefined : dash;
}

function startsKey(text: string, at: number): boolean {
  return isWord(text.charCodeAt(at)) || text[at] === '"' || text[at] === "'";
}

/**
 * The map in which a key at `column` stands, by the lines above: that of a key in the same column, else the map below the
 * nearest key that stands less deep, if it has room for one, else the map of that key.
 */
function mapAt(context: PlaceContext, column: number): readonly string[] {
  const { text, entries, offset } = context;
  const above = entries.findLast(
    (entry) =>
      entry.keyRange.end <= offset &&
      columnOf(text, entry) <= column &&
      isOnOwnLine(context, entry) &&
      findFlow(context, entry.keyRange.start) === undefined,
  );
  if (above === undefined) {
    return [];
  }
  const isInside = columnOf(text, above) < column && (above.shape === 'none' || above.shape === 'map');
  return isInside ? above.path : above.path.slice(0, -1);
}

function columnOf(text: string, { keyRange }: OutlineEntry): number {
  return keyRange.start - lineStartOf(text, keyRange.start, 0);
}

/** Whether nothing but blanks and dashes stands before a key. */
function isOnOwnLine({ text }: PlaceContext, { keyRange }: OutlineEntry): boolean {
  return /^[\s-]*$/.test(text.slice(lineStartOf(text, keyRange.start, 0), keyRange.start));
}

function placeInToml(context: PlaceContext, line: CursorLine): Place {
  const { text, entries, offset } = context;
  const header = entries.findLast((entry) => entry.keyRange.end <= offset && isTableHeader(context, entry));
  const parent = header?.shape === 'list' ? [...header.path, '[]'] : (header?.path ?? []);
  if (line.first >= line.end) {
    return keyPlace(context, parent, range(offset, offset), false);
  }
  let end = line.first;
  while (end < line.end && (isWord(text.charCodeAt(end)) || text[end] === '"' || text[end] === "'")) {
    end++;
  }
  const isInWord = line.first <= offset && offset <= end && end > line.first;
  return isInWord ? keyPlace(context, parent, range(line.first, end), false) : nonePlace('separator');
}

/** `#+ti█`. */
function placeInOrg(context: PlaceContext, line: CursorLine): Place {
  const { text, offset } = context;
  const from = line.start + 2;
  if (!text.startsWith('#+', line.start) || offset < from) {
    return nonePlace(text[line.start] === '#' ? 'delimiter' : 'outside');
  }
  return keyPlace(context, [], range(from, Math.max(line.end, offset)), false);
}
