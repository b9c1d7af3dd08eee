// What is written for an accepted key: its separator, and the beginning of a value of its type.
import type { FrontMatterFormat, Place } from '../../frontMatter/types.ts';
import { columnOf, separatorOf, writeKey } from '../../frontMatter/writing.ts';
import type { FieldType } from '../../hugo/frontMatterField.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { OffsetEdit } from '../../text/edit.ts';
import { range, textOf } from '../../text/range.ts';
import { snippetText } from '../../text/snippet.ts';
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
  const { missingIndent = '' } = place;
  const written = missingIndent + writtenKey(place.format, key, page.text.charAt(place.range.start));
  if (place.hasValue || isDotted(page, place)) {
    return { range: place.range, newText: written };
  }
  const whole = range(place.range.start, place.separator?.end ?? place.range.end);
  const beginning = beginningOf(page, place, type);
  const comma = place.format === 'json' && /^\s*"/.test(page.text.slice(whole.end)) ? ',' : '';
  const cursorIsLast = beginning.endsWith('$1');
  return {
    range: whole,
    newText: written + (cursorIsLast ? beginning.slice(0, -2) : separatorOf(place.format)),
    ...(cursorIsLast && comma === '' ? {} : { snippet: snippetText(written) + beginning + comma }),
    otherEdits: place.format === 'json' ? commaBefore(page.text, whole.start) : [],
  };
}

/** The key as its format needs it; quotes that stand there are kept. */
function writtenKey(format: FrontMatterFormat, key: string, first: string): string {
  const written = writeKey(format, key);
  const isBare = written === key;
  return isBare && (first === '"' || first === "'") ? first + key + first : written;
}

/** A TOML key with another behind a dot: `params.█`. */
function isDotted({ text }: PageDocument, { format, separator }: KeyPlace): boolean {
  return format === 'toml' && separator !== undefined && textOf(text, separator).includes('.');
}

/** The separator and how a value of the type begins, with `$1` where the writer goes on. */
function beginningOf(page: PageDocument, place: KeyPlace, type: FieldType | undefined): string {
  if (place.format === 'yaml' && !place.flow) {
    return blockBeginning(page, place, type);
  }
  const values = place.format === 'toml' || place.format === 'json' ? quotedBeginnings : flowBeginnings;
  return separatorOf(place.format) + values[type ?? 'string'];
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
function blockBeginning(page: PageDocument, place: KeyPlace, type: FieldType | undefined): string {
  const { style } = page;
  const { missingIndent = '' } = place;
  const newLine = `:${style.eol}${' '.repeat(columnOf(page.text, place.range.start))}${missingIndent}`;
  if (type === 'map') {
    return `${newLine}${' '.repeat(style.indent)}$1`;
  }
  return type === 'listOfMaps' || (type === 'list' && style.blockLists)
    ? `${newLine}${' '.repeat(listIndentOf(page) ?? style.indent)}- $1`
    : `: ${flowBeginnings[type ?? 'string']}`;
}

/** How far the items of the page's first block list stand from its key; nothing when it has none. */
function listIndentOf({ text, outline }: PageDocument): number | undefined {
  const list = outline?.entries.find(
    ({ shape, valueRange }) => shape === 'list' && text[valueRange.start] === '-',
  );
  return list && columnOf(text, list.valueRange.start) - columnOf(text, list.keyRange.start);
}

/** JSON wants a comma after the entry before. */
function commaBefore(text: string, offset: number): OffsetEdit[] {
  const before = text.slice(0, offset).trimEnd();
  return /[{[,]$/.test(before) ? [] : [{ range: range(before.length, before.length), newText: ',' }];
}
