// HTML as CommonMark finds it in text ("Raw HTML"): tags, closing tags, comments, declarations. Written by hand, since a page may have many
// beginnings of tags that never end.
import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import type { ForwardSearch } from './forward.ts';

export interface HtmlAttribute {
  /** Lower-cased. */
  readonly name: string;
  /** Inside its quotes. */
  readonly value: TextRange;
}

export interface HtmlTag {
  readonly kind: 'open' | 'comment' | 'other';
  /** Lower-cased; empty for what is no opening tag. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly range: TextRange;
}

/** The tag that begins with the `<` at `start`; `undefined` where none does. */
export function scanHtmlTag(text: string, start: number, search: ForwardSearch): HtmlTag | undefined {
  const next = text[start + 1] ?? '';
  if (next === '!' || next === '?') {
    return scanSpecial(text, start, search);
  }
  if (next === '/') {
    const end = /[ \t\n]*>/y;
    end.lastIndex = endOfName(text, start + 2);
    return isLetter(text.charCodeAt(start + 2)) && end.test(text)
      ? { kind: 'other', name: '', attributes: [], range: range(start, end.lastIndex) }
      : undefined;
  }
  return isLetter(text.charCodeAt(start + 1)) ? scanOpeningTag(text, start, search) : undefined;
}

/** From how it begins to how it ends. */
const specials: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
];

function scanSpecial(text: string, start: number, search: ForwardSearch): HtmlTag | undefined {
  const [opener, closer] = specials.find(([each]) => text.startsWith(each, start)) ?? ['<!', '>'];
  if (opener === '<!' && !isLetter(text.charCodeAt(start + 2))) {
    return undefined;
  }
  const isComment = opener === '<!--';
  const from = start + (isComment ? 2 : opener.length);
  const end = search.find(closer, from);
  return end === undefined
    ? undefined
    : {
        kind: isComment ? 'comment' : 'other',
        name: '',
        attributes: [],
        range: range(start, end + closer.length),
      };
}

function scanOpeningTag(text: string, start: number, search: ForwardSearch): HtmlTag | undefined {
  const attributes: HtmlAttribute[] = [];
  let at = endOfName(text, start + 1);
  const name = text.slice(start + 1, at).toLowerCase();
  for (;;) {
    const next = skipSpace(text, at);
    const end = text[next] === '/' ? next + 1 : next;
    if (text[end] === '>') {
      return { kind: 'open', name, attributes, range: range(start, end + 1) };
    }
    const attribute = next > at ? scanAttribute(text, next, search) : undefined;
    if (attribute === undefined) {
      return undefined;
    }
    at = attribute.end;
    attributes.push(attribute);
  }
}

function scanAttribute(
  text: string,
  start: number,
  search: ForwardSearch,
): (HtmlAttribute & { readonly end: number }) | undefined {
  const name = /[a-z_:][\w:.-]*/iy;
  name.lastIndex = start;
  const found = name.exec(text)?.[0].toLowerCase();
  if (found === undefined) {
    return undefined;
  }
  const equals = skipSpace(text, name.lastIndex);
  if (text[equals] !== '=') {
    return { name: found, value: range(name.lastIndex, name.lastIndex), end: name.lastIndex };
  }
  const from = skipSpace(text, equals + 1);
  const quote = text[from];
  if (quote === '"' || quote === "'") {
    const end = search.find(quote, from + 1);
    return end === undefined ? undefined : { name: found, value: range(from + 1, end), end: end + 1 };
  }
  const bare = /[^\0-\x20"'=<>`]+/y;
  bare.lastIndex = from;
  return bare.test(text)
    ? { name: found, value: range(from, bare.lastIndex), end: bare.lastIndex }
    : undefined;
}

function endOfName(text: string, start: number): number {
  let at = start;
  while (isLetter(text.charCodeAt(at)) || /[\d-]/.test(text[at] ?? '')) {
    at++;
  }
  return at;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (/[ \t\n\r\f]/.test(text[at] ?? '')) {
    at++;
  }
  return at;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
