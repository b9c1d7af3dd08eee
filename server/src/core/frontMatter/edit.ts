// Changes of front matter as the fewest and smallest range edits; all other bytes stay. Each change is found in the outline,
// so that half-typed lines elsewhere do not matter. Where a change cannot be made, there are no edits.
import type { OffsetEdit } from '../text/edit.ts';
import { range } from '../text/range.ts';
import { addByFormat } from './editAdd.ts';
import { editContext, entriesAt, isFlowStart, replace } from './editParts.ts';
import type { EditContext } from './editParts.ts';
import { removalOf, removalOfOne } from './editRemove.ts';
import { isTableHeader } from './placeParts.ts';
import type { Fence, FrontMatterFormat, OutlineEntry } from './types.ts';
import { columnOf, defaultStyle, separatorOf, writeKey, writeText, writeValue } from './writing.ts';
import type { NewValue, WritingStyle } from './writing.ts';

/**
 * Adds the key at the end of `path` with its value; maps on the way that are missing are made. Nothing is done where the key
 * is there already or something else than a map stands on the way.
 */
export function addKey(text: string, fence: Fence, path: readonly string[], value: NewValue): OffsetEdit[] {
  const context = editContext(text, fence);
  const isThere = path.length === 0 || path.at(-1) === '[]' || entriesAt(context, path).length > 0;
  return isThere ? [] : addByFormat[fence.format](context, path, value);
}

/** Sets the value of the key at `path` (of the last one, which wins, if it comes twice); adds the key if it is missing. */
export function setValue(text: string, fence: Fence, path: readonly string[], value: NewValue): OffsetEdit[] {
  const context = editContext(text, fence);
  const entry = entriesAt(context, path).at(-1);
  if (entry === undefined) {
    return addKey(text, fence, path, value);
  }
  return isTableHeader(context, entry) || isDotted(context, entry) ? [] : [valueEdit(context, entry, value)];
}

/** Gives every key at `path` another name. */
export function renameKey(text: string, fence: Fence, path: readonly string[], name: string): OffsetEdit[] {
  const context = editContext(text, fence);
  return entriesAt(context, path).map(({ keyRange }) => replace(keyRange, writeKey(fence.format, name)));
}

/** Removes every key at `path` with its value and its line; a map that would be left empty goes, too. */
export function removeKey(text: string, fence: Fence, path: readonly string[]): OffsetEdit[] {
  return removalOf(editContext(text, fence), path).map((where) => replace(where, ''));
}

/** Removes the one key that starts at `keyStart` with its value and its line, whatever other keys have its name. */
export function removeKeyAt(text: string, fence: Fence, keyStart: number): OffsetEdit[] {
  return removalOfOne(editContext(text, fence), keyStart).map((where) => replace(where, ''));
}

/** Front matter for a file that has none, to be put at its start. */
export function newFrontMatter(
  format: FrontMatterFormat,
  entries: readonly (readonly [key: string, value: NewValue])[],
  { eol, quote }: Pick<WritingStyle, 'eol' | 'quote'> = defaultStyle,
): string {
  const pairs = entries.map(
    ([key, value]) => `${writeKey(format, key)}${separatorOf(format)}${writeValue(format, value, quote)}`,
  );
  switch (format) {
    case 'yaml':
      return ['---', ...pairs, '---', ''].join(eol);
    case 'toml':
      return ['+++', ...pairs, '+++', ''].join(eol);
    case 'json':
      return pairs.length === 0 ? `{}${eol}` : `{${eol}  ${pairs.join(`,${eol}  `)}${eol}}${eol}`;
    case 'org':
      return pairs.map((pair) => `#+${pair}${eol}`).join('');
  }
}

/** A map that stands there only as the first part of a dotted key. */
function isDotted({ text, fence }: EditContext, { keyRange, shape }: OutlineEntry): boolean {
  return (
    fence.format === 'toml' &&
    shape === 'map' &&
    /^[ \t]*\./.test(text.slice(keyRange.end, keyRange.end + 80))
  );
}

function valueEdit(context: EditContext, entry: OutlineEntry, value: NewValue): OffsetEdit {
  const { text, fence } = context;
  const { shape, valueRange } = entry;
  if (shape === 'none') {
    return replace(
      valueRange,
      `${fence.format === 'toml' && text[valueRange.start - 2] !== ' ' ? '' : ' '}${inlineValue(context, entry, value)}`,
    );
  }
  const isBlock =
    (shape === 'list' || shape === 'map') && !isFlowStart(text, valueRange.start) && fence.format !== 'org';
  if (!isBlock) {
    return replace(valueRange, inlineValue(context, entry, value));
  }
  if (shape === 'list' && isList(value) && value.length > 0) {
    return replace(valueRange, blockItems(context, value, columnOf(text, valueRange.start)));
  }
  return replace(
    range(valueAfterColon(text, entry), valueRange.end),
    ` ${inlineValue(context, entry, value)}`,
  );
}

function isList(value: NewValue): value is readonly string[] {
  return Array.isArray(value);
}

/** The items of a block list, of which the first dash stands already in its column. */
function blockItems({ fence, style }: EditContext, items: readonly string[], column: number): string {
  const between = `${style.eol}${' '.repeat(column)}`;
  return items.map((item) => `- ${writeText(fence.format, item, style.quote, false)}`).join(between);
}

/** The new value in the quotes of the old one. */
function inlineValue({ fence, style }: EditContext, { scalars }: OutlineEntry, value: NewValue): string {
  const old = scalars[0]?.style;
  const quote =
    old === 'double'
      ? '"'
      : old === 'single'
        ? "'"
        : old === 'plain' && isText(scalars[0])
          ? ''
          : style.quote;
  return writeValue(fence.format, value, quote);
}

function isText(scalar: OutlineEntry['scalars'][number] | undefined): boolean {
  return scalar !== undefined && /^\p{L}/u.test(scalar.text) && !/^(?:true|false)$/.test(scalar.text);
}

function valueAfterColon(text: string, { keyRange }: OutlineEntry): number {
  return text.indexOf(':', keyRange.end) + 1;
}
