// Where in the text of a page the address of a link is being typed. What is typed is no link yet, so the line is read backwards from the cursor.
import { parseTarget } from '../../markdown/target.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { range, textOf, type TextRange } from '../../text/range.ts';

/** What stands around an address, and so must not stand in it. */
export type LinkFrame = 'bare' | 'pointed' | 'quoted' | 'ref';

export interface LinkPlace {
  readonly frame: LinkFrame;
  /** It shows a picture. */
  readonly isImage: boolean;
  /** What is written of the address, on one line, around the cursor. */
  readonly range: TextRange;
  /** What of it stands before the cursor. */
  readonly typed: string;
  /** What has to stand in front of an address that is chosen and is not there yet. */
  readonly opening: string;
  /** The same behind it. */
  readonly ending: string;
  /** What a reader clicks on, or other words that say what it leads to. */
  readonly text: string;
  /** The words around it. */
  readonly context: string;
  /** In which language the page is looked up, where the place says so. */
  readonly language?: string;
}

/** The destination of a link, picture or definition, or the address in a tag of HTML at `offset` (UTF-16) of the content, however much of it there is. */
export function findLinkPlace(page: PageDocument, offset: number): LinkPlace | undefined {
  const isMarkdown = /\.(?:md|markdown|mdown)$/i.test(page.uri);
  if ((!isMarkdown && !/\.html?$/i.test(page.uri)) || isVerbatim(page, offset)) {
    return undefined;
  }
  const bodyStart = page.fence?.bodyStart ?? 0;
  const line = lineAt(page.text, Math.max(offset, bodyStart), range(bodyStart, page.text.length));
  const inMarkdown = isMarkdown
    ? (inlinePlace(page.text, line) ?? definitionPlace(page.text, line))
    : undefined;
  return inMarkdown ?? htmlPlace(page.text, line);
}

/** The destination of a link in a text of Markdown that stands at `within` of the page, such as an argument. */
export function findLinkPlaceIn(
  { text }: PageDocument,
  offset: number,
  within: TextRange,
): LinkPlace | undefined {
  return inlinePlace(text.slice(0, within.end), lineAt(text, offset, within));
}

function isVerbatim({ markdown }: PageDocument, offset: number): boolean {
  return markdown.verbatim.some(({ range: { start, end } }) => start < offset && offset < end);
}

/** The text of a link and the words around it are looked for so far (UTF-16). */
const longestText = 400;

interface Line {
  readonly offset: number;
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

/** Longer lines are read in part (UTF-16). */
const longestLine = 4000;

function lineAt(text: string, offset: number, within: TextRange): Line {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, within.start, offset - longestLine);
  const [after = ''] = /^[^\r\n]*/.exec(text.slice(offset, Math.min(offset + longestLine, within.end))) ?? [];
  return { offset, start, before: text.slice(start, offset), after };
}

/**
 * Behind `](`. A blank ends an address, but who types the words of a title goes on with them:
 *
 *     [Our rules](/ru█)      [Our rules](open data█)
 *                 ^^^                    ^^^^^^^^^
 */
function inlinePlace(text: string, line: Line): LinkPlace | undefined {
  const bracket = line.before.lastIndexOf('](');
  if (bracket < 0) {
    return undefined;
  }
  const written = line.before.slice(bracket + 2);
  const [, blanks = '', pointer = ''] = /^([ \t]*)(<?)/.exec(written) ?? [];
  const typed = written.slice(blanks.length + pointer.length);
  if (pointer === '' ? !isBare(typed) : /[<>]/.test(typed)) {
    return undefined;
  }
  const start = line.offset - typed.length;
  const rest = pointer === '' ? restOfBare(typed, line.after) : restUpTo('>', line.after);
  const where = range(start, line.offset + rest.length);
  const isClosed =
    parseTarget(text, line.start + bracket + 1) !== undefined || line.after.slice(rest.length).includes(')');
  const before = text.slice(Math.max(0, line.start + bracket - longestText), line.start + bracket + 1);
  const open = openingBracket(before, before.length - 1);
  return {
    frame: pointer === '' ? 'bare' : 'pointed',
    isImage: before[open - 1] === '!',
    range: where,
    typed,
    opening: '',
    ending: (pointer === '' || line.after[rest.length] === '>' ? '' : '>') + (isClosed ? '' : ')'),
    text: before.slice(open + 1, -1),
    context: contextOf(before.slice(0, Math.max(0, open)), line.after.slice(rest.length)),
  };
}

/** The sentence around a link, without the addresses of others. */
function contextOf(before: string, after: string): string {
  return `${before.slice(-longestText)} ${after.slice(0, longestText)}`.replace(
    /\([^)\s]*\)|\{\{[^}]*\}\}/g,
    ' ',
  );
}

/** No parenthesis of it closes the link, and no title begins. A blank behind what looks like an address ends it. */
function isBare(typed: string): boolean {
  let depth = 0;
  for (const sign of typed) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth < 0 || sign === '<') {
      return false;
    }
  }
  return !/\s["'(]|[/.:#].*\s$|\{\{/.test(typed);
}

/** Up to a blank or the parenthesis that closes the link. */
function restOfBare(typed: string, after: string): string {
  let depth = typed.split('(').length - typed.split(')').length;
  for (let at = 0; at < after.length; at++) {
    const sign = after[at];
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth < 0 || sign === ' ' || sign === '\t') {
      return after.slice(0, at);
    }
  }
  return after;
}

/** Up to `closer`; where it is missing, up to a blank. */
function restUpTo(closer: string, after: string): string {
  const end = after.indexOf(closer);
  return end < 0 ? (/^[^\s>)]*/.exec(after)?.[0] ?? '') : after.slice(0, end);
}

/** Where the bracket opens that closes at `close`; -1 where it does so further in front. */
function openingBracket(before: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    depth += before[at] === ']' ? 1 : before[at] === '[' ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  return -1;
}

/** Behind `[label]:` at the start of a line, in a quotation, too; `[^1]:` is a footnote. */
function definitionPlace(text: string, { before, after, offset }: Line): LinkPlace | undefined {
  const [, label, pointer = '', typed = ''] =
    /^[ >]*\[([^^\][\s][^\][]*)\]:[ \t]*(<?)([^\s<>]*)$/.exec(before) ?? [];
  if (label === undefined) {
    return undefined;
  }
  const rest = pointer === '' ? (/^\S*/.exec(after)?.[0] ?? '') : restUpTo('>', after);
  return {
    frame: pointer === '' ? 'bare' : 'pointed',
    isImage: false,
    range: range(offset - typed.length, offset + rest.length),
    typed,
    opening: /:$/.test(before) ? ' ' : '',
    ending: pointer === '' || after[rest.length] === '>' ? '' : '>',
    text: [label, ...textsWith(text, label)].join(' '),
    context: '',
  };
}

const mostTexts = 5;

/** The texts of the links that lead through a definition: `[text][label]`. */
function textsWith(text: string, label: string): readonly string[] {
  const texts: string[] = [];
  const sign = `][${label}]`;
  for (let at = text.indexOf(sign); at >= 0 && texts.length < mostTexts; at = text.indexOf(sign, at + 1)) {
    const before = text.slice(Math.max(0, at - longestText), at + 1);
    texts.push(before.slice(openingBracket(before, before.length - 1) + 1, -1));
  }
  return texts;
}

/** An unfinished tag is looked for so far before the cursor (UTF-16). */
const longestTag = 2000;
const attribute = /\s(href|src|srcset|poster)\s*=\s*(["'])([^"']*)$/i;

/** In `href="…"` and the like. */
function htmlPlace(text: string, { before, after, offset }: Line): LinkPlace | undefined {
  const [, name = '', quote = '', value = ''] = attribute.exec(` ${before}`) ?? [];
  if (name === '') {
    return undefined;
  }
  const tagText = text.slice(Math.max(0, offset - longestTag), offset);
  const [, tag] =
    /<([a-z][\w-]*)(?:\s[^<]*)?$/i.exec(tagText.slice(Math.max(0, tagText.lastIndexOf('<')))) ?? [];
  if (tag === undefined) {
    return undefined;
  }
  const typed = name.toLowerCase() === 'srcset' ? (/[^,\s]*$/.exec(value)?.[0] ?? '') : value;
  const rest = restOfAttribute(name, quote, after);
  return {
    frame: 'quoted',
    isImage: name.toLowerCase() === 'poster' || /^(?:img|image|source)$/i.test(tag),
    range: range(offset - typed.length, offset + rest.length),
    typed,
    opening: '',
    ending: after.includes(quote) ? '' : quote,
    text: textOf(text, range(offset, Math.min(text.length, offset + longestText))).replace(
      /^[^>]*>|<.*$/gs,
      '',
    ),
    context: '',
  };
}

function restOfAttribute(name: string, quote: string, after: string): string {
  const rest = after.includes(quote)
    ? after.slice(0, after.indexOf(quote))
    : (/^[^\s>]*/.exec(after)?.[0] ?? '');
  return name.toLowerCase() === 'srcset' ? (/^[^,\s]*/.exec(rest)?.[0] ?? '') : rest;
}
