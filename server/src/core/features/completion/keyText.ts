// What is written for an accepted key: its separator, and the beginning of a value of its type.
import type { FrontMatterFormat, Place } from '../../frontMatter/types.ts';
import type { FieldType } from '../../hugo/frontMatterField.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { OffsetEdit } from '../../text/edit.ts';
import { range, textOf } from '../../text/range.ts';
import { snippetText } from './suggestion.ts';
import type { Suggestion } from './suggestion.ts';

export type KeyPlace = Extract<Place, { kind: 'key' }>;

type KeyText = Pick<Suggestion, 'range' | 'newText' | 'snippet' | 'otherEdits'>;

/** `key` at `place`, with the separator and the shape of `type` unless a value stands there already. */
export function keyText(
  page: PageDocument,
  place: KeyPlace,
  key: string,
  type: FieldType | undefined,
): KeyText {
  const written = writtenKey(place.format, key, page.text.charAt(place.range.start));
  if (place.hasValue || isDotted(page, place)) {
    return { range: place.range, newText: written };
  }
  const whole = range(place.range.start, place.separator?.end ?? place.range.end);
  const beginning = beginningOf(page, place, type);
  const comma = place.format === 'json' && /^\s*"/.test(page.text.slice(whole.end)) ? ',' : '';
  const cursorIsLast = beginning.endsWith('$1');
  return {
    range: whole,
    newText: written + (cursorIsLast ? beginning.slice(0, -2) : separators[place.format]),
    ...(cursorIsLast && comma === '' ? {} : { snippet: snippetText(written) + beginning + comma }),
    otherEdits: place.format === 'json' ? commaBefore(page.text, whole.start) : [],
  };
}

/** A TOML key with another behind a dot: `params.█`. */
function isDotted({ text }: PageDocument, { format, separator }: KeyPlace): boolean {
  return format === 'toml' && separator !== undefined && textOf(text, separator).includes('.');
}

const separators: Readonly<Record<FrontMatterFormat, string>> = {
  yaml: ': ',
  toml: ' = ',
  json: ': ',
  org: ': ',
};

/** The separator and how a value of the type begins, with `$1` where the writer goes on. */
function beginningOf(page: PageDocument, place: KeyPlace, type: FieldType | undefined): string {
  const separator = separators[place.format];
  if (place.format === 'yaml' && !place.flow && type !== undefined) {
    return blockBeginning(page, place, type) ?? `${separator}$1`;
  }
  const value = place.format === 'toml' || place.format === 'json' ? quotedBeginnings : flowBeginnings;
  return separator + value[type ?? 'string'];
}

const flowBeginnings: Readonly<Record<FieldType, string>> = {
  string: '$1',
  date: '$1',
  bool: '$1',
  int: '$1',
  float: '$1',
  list: '[$1]',
  map: '{$1}',
  listOfMaps: '[{$1}]',
};

const quotedBeginnings: Readonly<Record<FieldType, string>> = {
  ...flowBeginnings,
  string: '"$1"',
  list: '["$1"]',
};

/** Lists and maps of YAML's block style; lists the way the page writes its others. */
function blockBeginning(page: PageDocument, place: KeyPlace, type: FieldType): string | undefined {
  const { text } = page;
  const lineStart =
    Math.max(text.lastIndexOf('\n', place.range.start - 1), text.lastIndexOf('\r', place.range.start - 1)) +
    1;
  const newLine = (text.includes('\r\n') ? '\r\n' : '\n') + ' '.repeat(place.range.start - lineStart);
  if (type === 'map') {
    return `:${newLine}  $1`;
  }
  const itemIndent = listIndentOf(page) ?? (type === 'listOfMaps' ? '  ' : undefined);
  if (type === 'listOfMaps' || (type === 'list' && itemIndent !== undefined)) {
    return `:${newLine}${itemIndent ?? ''}- $1`;
  }
  return type === 'list' ? ': [$1]' : undefined;
}

/** How far the items of the page's first block list stand from its key; nothing when it has none. */
function listIndentOf({ text, outline }: PageDocument): string | undefined {
  const list = outline?.entries.find(
    ({ shape, valueRange }) => shape === 'list' && text[valueRange.start] === '-',
  );
  if (list === undefined) {
    return undefined;
  }
  const columnOf = (offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);
  return columnOf(list.valueRange.start) > columnOf(list.keyRange.start) ? '  ' : '';
}

/** The key as its format needs it; a quote that stands there is kept. */
function writtenKey(format: FrontMatterFormat, key: string, first: string): string {
  const isBare = format === 'toml' ? /^[\w-]+$/ : /^[\p{L}\p{N}_][\p{L}\p{N}_ ./-]*$/u;
  const quote = first === "'" && format !== 'json' && !key.includes("'") ? "'" : '"';
  return format === 'json' || first === '"' || first === "'" || !isBare.test(key)
    ? quote + (quote === '"' ? key.replace(/["\\]/g, '\\$&') : key) + quote
    : key;
}

/** JSON wants a comma after the entry before. */
function commaBefore(text: string, offset: number): OffsetEdit[] {
  const before = text.slice(0, offset).trimEnd();
  return /[{[,]$/.test(before) ? [] : [{ range: range(before.length, before.length), newText: ',' }];
}
