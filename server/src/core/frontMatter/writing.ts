// How keys and values are written so that they read the same everywhere: a text that any dialect of YAML, old or new, could take
// for something else stands in quotes.
import { isLineEnd } from './outline/outlineLines.ts';
import { plainReadsAsString } from './scalar.ts';
import type { FrontMatterFormat, OutlineEntry } from './types.ts';

/** A value to write. `raw` is written as it is. */
export type NewValue = string | boolean | number | readonly string[] | { readonly raw: string };

/** How a file writes: its line ends, its quotes (`''` where texts stand without), the step of its indentation, its lists. */
export interface WritingStyle {
  readonly eol: string;
  readonly quote: '' | '"' | "'";
  readonly indent: number;
  readonly blockLists: boolean;
}

export const defaultStyle: WritingStyle = { eol: '\n', quote: '', indent: 2, blockLists: false };

/** The style of front matter by the entries it has. */
export function styleOf(text: string, entries: readonly OutlineEntry[]): WritingStyle {
  return {
    eol: eolOf(text),
    quote: quoteOf(entries),
    indent: indentOf(text, entries),
    blockLists: entries.some(({ shape, valueRange }) => shape === 'list' && text[valueRange.start] === '-'),
  };
}

/** The first line end of the text. */
function eolOf(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (isLineEnd(text.charCodeAt(at))) {
      return text.startsWith('\r\n', at) ? '\r\n' : text.charAt(at);
    }
  }
  return defaultStyle.eol;
}

/** So many texts tell how a file is written. */
const mostTexts = 500;

/** What most texts of the file stand in. */
function quoteOf(entries: readonly OutlineEntry[]): WritingStyle['quote'] {
  const counts = { '': 0, '"': 0, "'": 0 };
  const texts = entries.flatMap(({ scalars }) => scalars.slice(0, mostTexts)).slice(0, mostTexts);
  for (const scalar of texts) {
    if (scalar.style === 'double' || scalar.style === 'single') {
      counts[scalar.style === 'double' ? '"' : "'"]++;
    } else if (scalar.style === 'plain' && mayStandPlain(scalar.text, false)) {
      counts['']++;
    }
  }
  const most = Math.max(counts[''], counts['"'], counts["'"]);
  return counts[''] === most ? '' : counts['"'] === most ? '"' : "'";
}

/** How much deeper the first nested key stands than its parent. */
function indentOf(text: string, entries: readonly OutlineEntry[]): number {
  for (const [i, entry] of entries.entries()) {
    const parent = entries[i - 1];
    if (parent !== undefined && entry.path.length === parent.path.length + 1 && parent.shape === 'map') {
      const step = columnOf(text, entry.keyRange.start) - columnOf(text, parent.keyRange.start);
      if (step > 0 && step <= 8) {
        return step;
      }
    }
  }
  return defaultStyle.indent;
}

/** How far `at` is from the start of its line. */
export function columnOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) {
    start--;
  }
  return at - start;
}

/** The key as the format writes it: bare where every reader takes it for the same text. */
export function writeKey(format: FrontMatterFormat, key: string): string {
  switch (format) {
    case 'yaml':
      return /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(key) && plainReadsAsString(key) ? key : doubleQuoted(key);
    case 'toml':
      return /^[\w-]+$/.test(key) ? key : doubleQuoted(key);
    case 'json':
      return doubleQuoted(key);
    case 'org':
      return key;
  }
}

/** Between key and value. */
export function separatorOf(format: FrontMatterFormat): string {
  return format === 'toml' ? ' = ' : ': ';
}

/** The value on one line, a list in brackets. */
export function writeValue(format: FrontMatterFormat, value: NewValue, quote: WritingStyle['quote']): string {
  if (typeof value === 'string') {
    return writeText(format, value, quote, false);
  }
  if (typeof value === 'boolean' || typeof value === 'number') {
    return String(value);
  }
  if ('raw' in value) {
    return value.raw;
  }
  const items = value.map((item) => writeText(format, item, quote, true));
  return format === 'org' ? items.join(' ') : `[${items.join(', ')}]`;
}

/** A text; in brackets (`inFlow`) fewer texts may stand without quotes. */
export function writeText(
  format: FrontMatterFormat,
  value: string,
  quote: WritingStyle['quote'],
  inFlow: boolean,
): string {
  if (format === 'org') {
    return value.replaceAll(/[\n\r]+/g, ' ');
  }
  if (format === 'yaml' && quote === '' && mayStandPlain(value, inFlow)) {
    return value;
  }
  const isSimple = !/[\p{C}\u2028\u2029]/u.test(value);
  if (quote === "'" && isSimple && format !== 'json' && (format === 'yaml' || !value.includes("'"))) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  return doubleQuoted(value);
}

/** In double quotes, with escapes that YAML, TOML and JSON share. Half a surrogate pair, which no file can hold, becomes U+FFFD. */
function doubleQuoted(value: string): string {
  const wellFormed = value.replaceAll(/\p{Cs}/gu, '\uFFFD');
  return JSON.stringify(wellFormed).replaceAll(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text that begins like a number is a date or a time to some reader of YAML, even where it is text to Hugo. */
function mayStandPlain(value: string, inFlow: boolean): boolean {
  return !/^[\d+.-]/.test(value) && plainReadsAsString(value, inFlow);
}
