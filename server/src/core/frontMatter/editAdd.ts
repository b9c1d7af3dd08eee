// Where a new key goes, and what it looks like there.
import type { OffsetEdit } from '../text/edit.ts';
import {
  childrenOf,
  endOf,
  entriesAt,
  findMark,
  insert,
  isFlowStart,
  isSamePath,
  lastLineEnd,
} from './editParts.ts';
import type { EditContext } from './editParts.ts';
import { isLineEnd, lineEndFrom, skipBlanks, skipSpace } from './outline/outlineLines.ts';
import { isTableHeader } from './placeParts.ts';
import type { FrontMatterFormat, OutlineEntry } from './types.ts';
import { columnOf, separatorOf, writeKey, writeText, writeValue } from './writing.ts';
import type { NewValue } from './writing.ts';

type Add = (context: EditContext, path: readonly string[], value: NewValue) => OffsetEdit[];

export const addByFormat: Readonly<Record<FrontMatterFormat, Add>> = {
  yaml: addToYaml,
  toml: addToToml,
  json: addToJson,
  org: addToOrg,
};

/** The deepest entry on `path` that is there, and how many parts of the path it covers. */
function deepestParent(
  context: EditContext,
  path: readonly string[],
): [entry: OutlineEntry | undefined, depth: number] {
  for (let depth = path.length - 1; depth > 0; depth--) {
    const entry = entriesAt(context, path.slice(0, depth)).at(-1);
    const isWanted = path[depth] === '[]' ? 'list' : 'map';
    if (entry !== undefined) {
      return entry.shape === isWanted || entry.shape === 'none' ? [entry, depth] : [entry, -1];
    }
    const isItem = path[depth - 1] === '[]' && childrenOf(context, path.slice(0, depth)).length > 0;
    if (isItem) {
      return [undefined, depth];
    }
  }
  return [undefined, 0];
}

function addToYaml(context: EditContext, path: readonly string[], value: NewValue): OffsetEdit[] {
  const { text, fence } = context;
  const [parent, depth] = deepestParent(context, path);
  const rest = path.slice(depth);
  if (depth < 0 || rest.includes('[]')) {
    return [];
  }
  const flow = parent?.valueRange.start ?? skipSpace(text, fence.content.start, fence.content.end);
  if ((parent === undefined ? depth === 0 : parent.shape === 'map') && text[flow] === '{') {
    return addToFlow(context, flow, path.slice(0, depth), rest, value);
  }
  if (parent?.shape === 'none') {
    const indent = columnOf(text, parent.keyRange.start) + context.style.indent;
    return insertLineAfter(context, parent.valueRange.end, yamlLines(context, rest, value, indent));
  }
  const children = childrenOf(context, path.slice(0, depth));
  const first = children[0];
  const indent = first === undefined ? 0 : columnOf(text, first.keyRange.start);
  const lines = yamlLines(context, rest, value, indent);
  const last = depth === 0 ? undefined : children.at(-1);
  return last === undefined ? appendLine(context, lines) : insertLineAfter(context, endOf(last), lines);
}

/** `params:` and the lines of the maps and the value in it, from column `indent` on. */
function yamlLines(context: EditContext, path: readonly string[], value: NewValue, indent: number): string {
  const { style } = context;
  const lines = path.map((key, i) => `${' '.repeat(indent + i * style.indent)}${writeKey('yaml', key)}:`);
  const column = indent + (path.length - 1) * style.indent;
  return lines.join(style.eol) + yamlValue(context, value, column);
}

function yamlValue({ style }: EditContext, value: NewValue, column: number): string {
  if (!Array.isArray(value) || !style.blockLists || value.length === 0) {
    return ` ${writeValue('yaml', value, style.quote)}`;
  }
  const dash = `${style.eol}${' '.repeat(column + style.indent)}- `;
  return value.map((item: string) => dash + writeText('yaml', item, style.quote, false)).join('');
}

/** New lines below the line of `at`. */
function insertLineAfter({ text, fence, style }: EditContext, at: number, lines: string): OffsetEdit[] {
  return [insert(lineEndFrom(text, at, fence.content.end), `${style.eol}${lines}`)];
}

/** New lines at the end; above the blank lines there, unless those belong to a text. */
function appendLine(context: EditContext, lines: string): OffsetEdit[] {
  const { text, fence, style, entries } = context;
  const { content, opener } = fence;
  const last = entries.at(-1)?.scalars.at(-1);
  const keepsBlankLines = last !== undefined && /^[|>]\d?\+/.test(last.source);
  const at = keepsBlankLines ? undefined : lastLineEnd(text, content);
  if (at !== undefined) {
    return [insert(at, `${style.eol}${lines}`)];
  }
  const isAtLineStart = content.end > opener.end && isLineEnd(text.charCodeAt(content.end - 1));
  return [insert(content.end, isAtLineStart ? `${lines}${style.eol}` : `${style.eol}${lines}`)];
}

/** Into the map whose brace stands at `open`: behind its last key, with a comma between. */
function addToFlow(
  context: EditContext,
  open: number,
  parent: readonly string[],
  rest: readonly string[],
  value: NewValue,
): OffsetEdit[] {
  const { text, fence, style } = context;
  const pair = flowPair(context, rest, value);
  const children = childrenOf(context, parent).filter(({ keyRange }) => keyRange.start > open);
  const last = children.at(-1);
  if (last === undefined) {
    const isTop = fence.format === 'json' && parent.length === 0;
    const close = findMark(text, open + 1, '}');
    if (!isTop || close !== open + 1) {
      return [insert(open + 1, isTop ? `${style.eol}${' '.repeat(style.indent)}${pair}` : pair)];
    }
    return [insert(open + 1, `${style.eol}${' '.repeat(style.indent)}${pair}${style.eol}`)];
  }
  const gap = flowGap(context, open, last);
  const comma = findMark(text, endOf(last), ',');
  return comma === undefined ? [insert(endOf(last), `,${gap}${pair}`)] : [insert(comma + 1, gap + pair)];
}

/** Between a comma and the next key, as the map has it: a blank, or a new line with its indentation. */
function flowGap({ text, style }: EditContext, open: number, { keyRange }: OutlineEntry): string {
  const isFirstOnLine = /[\n\r][ \t]*$/.test(text.slice(open, keyRange.start));
  return isFirstOnLine ? style.eol + ' '.repeat(columnOf(text, keyRange.start)) : ' ';
}

/** `a: {b: 1}` for the path `a`, `b`. */
function flowPair({ fence, style }: EditContext, path: readonly string[], value: NewValue): string {
  const { format } = fence;
  const quote = format === 'yaml' && style.quote === '' ? '"' : style.quote;
  const [key = '', ...rest] = [...path].reverse();
  const pair = `${writeKey(format, key)}${separatorOf(format)}${writeValue(format, value, quote)}`;
  return rest.reduce((inner, part) => `${writeKey(format, part)}${separatorOf(format)}{${inner}}`, pair);
}

function addToJson(context: EditContext, path: readonly string[], value: NewValue): OffsetEdit[] {
  const [parent, depth] = deepestParent(context, path);
  const rest = path.slice(depth);
  if (depth < 0 || rest.includes('[]') || parent?.shape === 'none' || (parent === undefined && depth > 0)) {
    return [];
  }
  const open = parent?.valueRange.start ?? context.fence.content.start;
  return context.text[open] === '{' ? addToFlow(context, open, path.slice(0, depth), rest, value) : [];
}

function addToToml(context: EditContext, path: readonly string[], value: NewValue): OffsetEdit[] {
  const parent = path.slice(0, -1);
  const key = path.slice(-1);
  if (parent.length === 0) {
    return addBeforeTables(context, tomlPair(context, key, value));
  }
  const table = context.entries.findLast((entry) => isTableAt(context, entry, parent));
  if (table !== undefined) {
    return insertLineAfter(context, table.valueRange.end, tomlPair(context, key, value));
  }
  const [above, depth] = deepestParent(context, path);
  const isHeader = above !== undefined && isTableHeader(context, above);
  if (depth < 0 || path.slice(depth).includes('[]') || above?.shape === 'none') {
    return [];
  }
  if (above === undefined || isHeader) {
    const header = `[${parent
      .filter((part) => part !== '[]')
      .map((part) => writeKey('toml', part))
      .join('.')}]`;
    return appendLine(
      context,
      `${context.style.eol}${header}${context.style.eol}${tomlPair(context, key, value)}`,
    );
  }
  if (isFlowStart(context.text, above.valueRange.start)) {
    return addToFlow(context, above.valueRange.start, path.slice(0, depth), path.slice(depth), value);
  }
  return insertLineAfter(context, endOf(above), tomlPair(context, dottedPath(context, above, path), value));
}

/** Whether the entry is the name of the very table at `path`, or of the list whose items those are. */
function isTableAt(context: EditContext, entry: OutlineEntry, path: readonly string[]): boolean {
  const own = entry.shape === 'list' ? [...entry.path, '[]'] : entry.path;
  const after = skipBlanks(context.text, entry.keyRange.end, context.text.length);
  return isTableHeader(context, entry) && context.text[after] === ']' && isSamePath(own, path);
}

/** The path from the table in which `above` stands. */
function dottedPath(context: EditContext, above: OutlineEntry, path: readonly string[]): readonly string[] {
  const table = context.entries.findLast(
    (entry) => entry.keyRange.start < above.keyRange.start && isTableHeader(context, entry),
  );
  const depth = table === undefined ? 0 : table.path.length + (table.shape === 'list' ? 1 : 0);
  return path.slice(depth);
}

function tomlPair({ style }: EditContext, path: readonly string[], value: NewValue): string {
  const key = path.map((part) => writeKey('toml', part)).join('.');
  return `${key} = ${writeValue('toml', value, style.quote)}`;
}

/** A top key goes behind the last one above the first table: below it, it would belong to that table. */
function addBeforeTables(context: EditContext, line: string): OffsetEdit[] {
  const { entries, fence, style } = context;
  const table = entries.findIndex((entry) => isTableHeader(context, entry));
  if (table < 0) {
    return appendLine(context, line);
  }
  const last = entries.slice(0, table).reduce((end, entry) => Math.max(end, endOf(entry)), -1);
  return last < 0
    ? [insert(fence.content.start, `${line}${style.eol}`)]
    : insertLineAfter(context, last, line);
}

function addToOrg(context: EditContext, path: readonly string[], value: NewValue): OffsetEdit[] {
  if (path.length !== 1) {
    return [];
  }
  const list = Array.isArray(value) ? '[]' : '';
  return appendLine(context, `#+${path[0] ?? ''}${list}: ${writeValue('org', value, '')}`);
}
