import { range, touches } from '../text/range.ts';
import { skipBlanks, trimBlanks } from './outline/outlineLines.ts';
import { outlineOf } from './outline.ts';
import { placeInFlow } from './placeFlow.ts';
import { placeOnLine } from './placeLine.ts';
import { findFlow, isTableHeader, keyPlace, nonePlace, separatorAfter, valuePlace } from './placeParts.ts';
import type { PlaceContext } from './placeParts.ts';
import type { Fence, OutlineEntry, Place, ScalarNode } from './types.ts';

/**
 * Where the cursor at `offset` (UTF-16) stands in the front matter of `fence`, by the line scanner alone, so that it holds in
 * half-typed front matter, too. The range of a key or value touches the offset. Never throws; an offset outside the front
 * matter, or beyond the text, is `none`.
 */
export function findPlace(text: string, fence: Fence, offset: number): Place {
  const outside = outsideContent(text, fence, offset);
  if (outside !== undefined) {
    return nonePlace(outside);
  }
  const { entries } = outlineOf(text, fence);
  const context: PlaceContext = { text, fence, entries, offset };
  return placeInScalar(context) ?? placeInKey(context) ?? placeInFlow(context) ?? placeOnLine(context);
}

/** Why an offset is not between the delimiters: `---█`, `█---`, or far away. JSON's braces belong to its content. */
function outsideContent(text: string, fence: Fence, offset: number): 'delimiter' | 'outside' | undefined {
  const { format, opener, content, closer } = fence;
  if (format === 'json') {
    const isBehind = offset > (closer?.start ?? content.end);
    return offset <= opener.start || isBehind ? 'outside' : undefined;
  }
  if (offset < opener.start || offset > text.length || offset > (closer?.end ?? content.end)) {
    return 'outside';
  }
  const isInOpener = offset < content.start || (offset === opener.end && opener.end > opener.start);
  const isInCloser = closer !== undefined && offset >= closer.start && closer.end > closer.start;
  return isInOpener || isInCloser ? 'delimiter' : undefined;
}

/** `title: He█llo`, `tags: ["a█"]`, `- a█`; blanks may follow an unfinished text: `title: New █`. */
function placeInScalar(context: PlaceContext): Place | undefined {
  for (const entry of context.entries) {
    for (const scalar of entry.scalars) {
      if (touches(scalar.range, context.offset) || isRightAfter(context, scalar)) {
        return placeOfScalar(context, entry, scalar);
      }
    }
  }
  return undefined;
}

function isRightAfter({ text, fence, offset }: PlaceContext, scalar: ScalarNode): boolean {
  const isOpenEnded =
    scalar.style === 'plain' ? fence.format === 'yaml' : isOneLineQuote(scalar) && !isClosed(scalar);
  return isOpenEnded && scalar.range.end < offset && skipBlanks(text, scalar.range.end, offset) === offset;
}

function placeOfScalar(context: PlaceContext, entry: OutlineEntry, scalar: ScalarNode): Place {
  const { offset } = context;
  if (scalar.style === 'literal' || scalar.style === 'folded') {
    return nonePlace('blockScalar');
  }
  if (scalar.style !== 'plain' && isClosed(scalar) && offset === scalar.range.end) {
    return nonePlace('separator');
  }
  const parent = halfKeyParent(context, entry, scalar);
  if (parent !== undefined) {
    return keyPlace(context, parent, range(scalar.range.start, Math.max(scalar.range.end, offset)), false);
  }
  const flow = findFlow(context, scalar.range.start) !== undefined;
  const closed = isClosed(scalar) && !(flow && isClosedByNextItem(context, scalar));
  return valuePlace(context, {
    path: entry.shape === 'list' ? [...entry.path, '[]'] : entry.path,
    range: range(
      scalar.range.start,
      flow && !closed ? itemEnd(context, scalar) : Math.max(scalar.range.end, offset),
    ),
    closed,
    flow,
    needsBlank: false,
  });
}

/** `["a█, "b"]`: the quote that is not closed yet runs up to the quote that opens the next item. */
function isClosedByNextItem({ text }: PlaceContext, scalar: ScalarNode): boolean {
  return isOneLineQuote(scalar) && /[^\s,:\]}#]/.test(text.charAt(scalar.range.end));
}

/** Where an item without closing quote ends: the comma or bracket behind it belongs to its list. */
function itemEnd({ text, offset }: PlaceContext, scalar: ScalarNode): number {
  const end = Math.max(scalar.range.end, offset);
  const found = isOneLineQuote(scalar) ? text.slice(offset, end).search(/[\n\r,\]}]/) : -1;
  return found === -1 ? end : trimBlanks(text, offset, offset + found);
}

/**
 * In YAML a lone word where a map is expected is a key that is being typed: in a list of maps (`- sr█`), or on the line
 * below a key (`params:` and then `  co█`). Answers the map it goes into.
 */
function halfKeyParent(
  { text, fence, entries }: PlaceContext,
  entry: OutlineEntry,
  scalar: ScalarNode,
): readonly string[] | undefined {
  if (fence.format !== 'yaml' || scalar.style !== 'plain' || /[\n\r]/.test(scalar.source)) {
    return undefined;
  }
  if (entry.shape === 'list') {
    const isBlock = text[entry.valueRange.start] === '-';
    const item = [...entry.path, '[]'];
    return isBlock && entries.some(({ path }) => isChildOf(path, item)) ? item : undefined;
  }
  const isOnLaterLine = /[\n\r]/.test(text.slice(entry.keyRange.end, scalar.range.start));
  return isOnLaterLine ? entry.path : undefined;
}

function isChildOf(path: readonly string[], parent: readonly string[]): boolean {
  return path.length === parent.length + 1 && parent.every((part, i) => part === path[i]);
}

function isOneLineQuote({ style }: ScalarNode): boolean {
  return style === 'single' || style === 'double';
}

const closing: Readonly<Record<ScalarNode['style'], string>> = {
  plain: '',
  literal: '',
  folded: '',
  single: "'",
  double: '"',
  tripleSingle: "'''",
  tripleDouble: '"""',
};

/** Whether the quote that closes a scalar is there: `"a\\"` is closed, `"a\"` is not. */
function isClosed({ style, source }: ScalarNode): boolean {
  const mark = closing[style];
  if (mark === '' || source.length < 2 * mark.length || !source.endsWith(mark)) {
    return false;
  }
  const inner = source.slice(mark.length, -mark.length);
  const backslashes = inner.length - inner.replace(/\\+$/, '').length;
  const doubled = style === 'single' ? inner.length - inner.replace(/'+$/, '').length : 0;
  return doubled % 2 === 0 && (style === 'single' || style === 'tripleSingle' || backslashes % 2 === 0);
}

/** `ti█tle: A`, `{ti█tle: A}`. The name in a table header (`[par█ams]`) is no place yet. */
function placeInKey(context: PlaceContext): Place | undefined {
  const { text, offset } = context;
  const entry = context.entries.find(({ keyRange }) => touches(keyRange, offset));
  if (entry === undefined) {
    return undefined;
  }
  if (isTableHeader(context, entry)) {
    return nonePlace('separator');
  }
  const separator = separatorAfter(text, context.fence.format, entry.keyRange.end);
  return {
    ...keyPlace(context, entry.path.slice(0, -1), entry.keyRange, findFlow(context, offset) !== undefined),
    separator,
    hasValue: entry.shape !== 'none',
  };
}
