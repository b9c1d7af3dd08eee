// How front matter that cannot be read may be mended. A repair only proposes: `syntaxFixes` offers those after which Hugo's reader comes further.
import type { Fence } from '../../../frontMatter/types.ts';
import { writeText } from '../../../frontMatter/writing.ts';
import type { OffsetEdit } from '../../../text/edit.ts';
import { message } from '../../../text/message.ts';
import type { Fix } from '../../finding.ts';

/** Where the reader stops: the place, and the line on which it starts, without its line end. */
export interface Stop {
  readonly text: string;
  readonly fence: Fence;
  readonly start: number;
  readonly end: number;
  readonly lineStart: number;
  readonly lineEnd: number;
}

export type Repair = (stop: Stop) => Fix | undefined;

/** The whole value of the line in quotes, without those that it has already. */
export const quoteValue: Repair = (stop) => {
  const found = valueOfLine(stop);
  if (found === undefined || (stop.fence.format === 'toml' && found.value.includes('='))) {
    return undefined;
  }
  const inner = withoutQuotes(found.value);
  const quote = inner.includes('"') && !inner.includes("'") ? "'" : '"';
  const { format } = stop.fence;
  const newText = writeText(format, inner, quote, false);
  return sure(message('Put the value in quotes'), [
    { range: { start: found.start, end: found.start + found.value.length }, newText },
  ]);
};

/** The quote that opens a value closes it at the end of the line. */
export const closeQuote: Repair = (stop) => {
  const found = valueOfLine(stop);
  const quote = found?.value.charAt(0) ?? '';
  if (found === undefined || (quote !== '"' && quote !== "'")) {
    return undefined;
  }
  const end = found.start + found.value.length;
  return unsure(message('Add {0} at the end of the line', quote), [insertion(end, quote)]);
};

export const closeBracket: Repair = ({ text, start, lineEnd }) => {
  const bracket = text[start] === '[' ? ']' : text[start] === '{' ? '}' : undefined;
  return bracket && unsure(message('Add {0} at the end of the line', bracket), [insertion(lineEnd, bracket)]);
};

export const addBlank: Repair = ({ text, end, lineStart, fence }) => {
  const dashes = text.slice(lineStart, fence.content.end).matchAll(/^[ \t]*-(?=[^\s-])/gm);
  const isDash = text[end - 1] === '-';
  const ends = isDash ? [...dashes].map(({ 0: dash, index }) => lineStart + index + dash.length) : [end];
  return sure(
    message('Add a blank'),
    ends.map((at) => insertion(at, ' ')),
  );
};

/** `title Ink`, `title:Ink` and `title = Ink` all mean `title: Ink`. */
export const writeColon: Repair = ({ text, lineStart, lineEnd }) => {
  const [all = '', before = '', key = ''] =
    /^([ \t]*)([A-Z_][\w-]{0,60})(?:[ \t]{0,9}=[ \t]{0,9}|:(?!\/\/)|[ \t]{1,9})(?=[^\s:=])/i.exec(
      text.slice(lineStart, lineEnd),
    ) ?? [];
  return all === ''
    ? undefined
    : unsure(message('Write "{0}"', `${key}: `), [
        {
          range: { start: lineStart + before.length + key.length, end: lineStart + all.length },
          newText: ': ',
        },
      ]);
};

/** `title: "Ink"` and `title "Ink"` in TOML. */
export const writeEquals: Repair = ({ text, lineStart, lineEnd }) => {
  const [all = '', before = ''] =
    /^([ \t]*[\w-]{1,60})(?:[ \t]{0,9}:[ \t]{0,9}|[ \t]{1,9})(?=["'\d[{tf-])/.exec(
      text.slice(lineStart, lineEnd),
    ) ?? [];
  return all === ''
    ? undefined
    : sure(message('Write "{0}"', ' = '), [
        { range: { start: lineStart + before.length, end: lineStart + all.length }, newText: ' = ' },
      ]);
};

/** Every line of the front matter that is indented with tabs, two blanks for each. */
export const tabsToBlanks: Repair = ({ text, fence: { content } }) => {
  const edits = [...text.slice(content.start, content.end).matchAll(/^ *\t[ \t]*/gm)].map(
    ({ 0: indent, index }): OffsetEdit => ({
      range: { start: content.start + index, end: content.start + index + indent.length },
      newText: indent.replaceAll('\t', '  '),
    }),
  );
  return edits.length === 0 ? undefined : sure(message('Indent with blanks'), edits);
};

export const removeIndent: Repair = ({ text, lineStart, lineEnd }) => {
  const [indent = ''] = /^[ \t]*/.exec(text.slice(lineStart, lineEnd)) ?? [];
  return unsure(message('Remove the indentation'), [
    { range: { start: lineStart, end: lineStart + indent.length }, newText: '' },
  ]);
};

/** As far in as the line above. */
export const alignWithLineAbove: Repair = ({ text, lineStart, lineEnd, fence }) => {
  const above = text.slice(fence.content.start, lineStart).trimEnd().split(/\r?\n/).at(-1) ?? '';
  const [wanted = ''] = /^[ \t]*/.exec(above) ?? [];
  const [indent = ''] = /^[ \t]*/.exec(text.slice(lineStart, lineEnd)) ?? [];
  return wanted === indent
    ? undefined
    : unsure(message('Align it with the line above'), [
        { range: { start: lineStart, end: lineStart + indent.length }, newText: wanted },
      ]);
};

/** Backslashes that start no escape which YAML, TOML and JSON share. */
export const doubleBackslashes: Repair = ({ text, lineStart, lineEnd }) => {
  const line = text.slice(lineStart, lineEnd);
  const edits = [...line.matchAll(/\\(?:\\|"|u[\dA-Fa-f]{4}|[bfnrt](?![\w-]))?/g)]
    .filter(({ 0: escape }) => escape === '\\')
    .map(({ index }) => insertion(lineStart + index, '\\'));
  return edits.length === 0 ? undefined : sure(message('Write two backslashes'), edits);
};

export const removeRange: Repair = ({ start, end }) =>
  sure(message('Remove it'), [{ range: { start, end }, newText: '' }]);

export const removeLine: Repair = ({ text, lineStart, lineEnd }) => {
  const end = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : Math.min(lineEnd + 1, text.length);
  return unsure(message('Remove this line'), [{ range: { start: lineStart, end }, newText: '' }]);
};

export const addComma = addBefore(',');
export const addColon = addBefore(':');

/** Behind what stands before the place. */
function addBefore(mark: string): Repair {
  return ({ text, start }) =>
    sure(message('Add {0} before it', mark), [insertion(text.slice(0, start).trimEnd().length, mark)]);
}

/** `True`, `“Ink”` and `title` as TOML and JSON write them. */
export const rewriteWord: Repair = ({ text, start, fence, lineEnd }) => {
  const [word = ''] = /^(?:“[^“”\n]{0,999}”|[\w.-]{1,99})/.exec(text.slice(start, lineEnd)) ?? [];
  const lower = word.toLowerCase();
  const isLiteral = lower === 'true' || lower === 'false' || (lower === 'null' && fence.format === 'json');
  const inner = word.startsWith('“') ? word.slice(1, -1) : word;
  return word === ''
    ? undefined
    : sure(isLiteral ? message('Change it to "{0}"', lower) : message('Put it in double quotes'), [
        {
          range: { start, end: start + word.length },
          newText: isLiteral ? lower : writeText(fence.format, inner, '"', false),
        },
      ]);
};

/** Texts in other quotes than JSON's, all those of the line. */
export const doubleQuotes: Repair = ({ text, start, lineEnd, fence }) => {
  const texts = text.slice(start, lineEnd).matchAll(/'[^'"\n]{0,999}'|“[^“”"\n]{0,999}”/g);
  const edits = [...texts].map(({ 0: written, index }) => ({
    range: { start: start + index, end: start + index + written.length },
    newText: writeText(fence.format, written.slice(1, -1), '"', false),
  }));
  return edits[0]?.range.start === start ? sure(message('Put it in double quotes'), edits) : undefined;
};

/** What stands behind the key, or behind the dash of an item, up to a comment. */
function valueOfLine({
  text,
  lineStart,
  lineEnd,
  fence,
}: Stop): { start: number; value: string } | undefined {
  const line = text.slice(lineStart, lineEnd);
  const mark = fence.format === 'toml' ? '=' : ': ';
  const [item = ''] = fence.format === 'yaml' ? (/^[ \t]*(?:- +)+/.exec(line) ?? []) : [];
  const found = line.indexOf(mark, item.length);
  const from = found < 0 ? item.length : found + mark.length;
  const rest = line.slice(from);
  const comment = /^\s*["'“]/.test(rest) ? -1 : rest.search(/[ \t]#/);
  const value = (comment < 0 ? rest : rest.slice(0, comment)).trim();
  const isKeyed = found >= 0 || item !== '';
  return isKeyed && value !== '' ? { start: lineStart + line.indexOf(value, from), value } : undefined;
}

const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['”', '”'],
  ['‘', '’'],
  ['`', '`'],
]);

function withoutQuotes(value: string): string {
  const isQuoted = value.length > 1 && closing.get(value.charAt(0)) === value.at(-1) && value[0] !== '`';
  return isQuoted ? value.slice(1, -1).replaceAll('\\"', '"') : value;
}

function insertion(at: number, newText: string): OffsetEdit {
  return { range: { start: at, end: at }, newText };
}

function sure(title: Fix['title'], edits: readonly OffsetEdit[]): Fix {
  return { title, edits, isSure: true };
}

function unsure(title: Fix['title'], edits: readonly OffsetEdit[]): Fix {
  return { title, edits };
}
