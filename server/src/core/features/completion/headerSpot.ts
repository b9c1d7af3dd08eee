import type { FencedFormat } from '../../frontMatter/types.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { range, type TextRange } from '../../text/range.ts';

/** Where a page that has no key yet may be given its front matter. */
export interface HeaderSpot {
  readonly format: FencedFormat;
  /** What is replaced, on the line of the cursor: the delimiters that stand on it. */
  readonly range: TextRange;
  /** The delimiters to write before and behind the keys, with their line ends; empty for those that stand on other lines. */
  readonly before: string;
  readonly behind: string;
}

const delimiters: Readonly<Record<FencedFormat, { readonly opener: string; readonly closer: string }>> = {
  yaml: { opener: '---', closer: '---' },
  toml: { opener: '+++', closer: '+++' },
  json: { opener: '{', closer: '}' },
};

/** The words that may be all that is typed of a page so far. */
const words = /^\s*(\p{L}[\p{L}-]*(?: \p{L}*){0,3})$/u;

/** How a page begins: an opener, or what is typed of one, alone on its line, and where nothing stands between them its closer. */
const beginning = /^(\s*)(?:(-{1,3}|\+{1,3}|\{)(?=[^\S\r\n]*(?:[\r\n}]|$))(\s*)(---|\+\+\+|\})?)?/;

/**
 * The spot at `offset` (UTF-16): an empty line before all text, or behind the few words that are all of it, where `usual` is the format; behind an opener or the beginning of one (`--█`); below
 * it, up to its closer. Nothing where a key stands already.
 */
export function findHeaderSpot(
  page: PageDocument,
  offset: number,
  usual: FencedFormat,
): HeaderSpot | undefined {
  const { text } = page;
  const [all = '', lead = '', opener, blank = '', closer = ''] = beginning.exec(text) ?? [];
  if (page.outline !== undefined && page.outline.entries.length > 0) {
    return undefined;
  }
  const isLast = text.slice(all.length).trim() === '';
  const [, typed = ''] = words.exec(text.trimEnd()) ?? [];
  if (typed !== '' && offset === text.trimEnd().length) {
    return { ...spotOf(page, usual, true, true, true), range: range(offset - typed.length, offset) };
  }
  if (opener === undefined) {
    const isFree = offset <= lead.length && /^[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(offset));
    return isFree ? { ...spotOf(page, usual, true, true, isLast), range: range(offset, offset) } : undefined;
  }
  const format = opener === '{' ? 'json' : opener.startsWith('-') ? 'yaml' : 'toml';
  const openerEnd = lead.length + opener.length;
  const closerStart = openerEnd + blank.length;
  const isPair = closer === '' || closer === delimiters[format].closer;
  if (!isPair || offset < openerEnd || offset > closerStart) {
    return undefined;
  }
  const onLine = (start: number, end: number): boolean => !/[\r\n]/.test(text.slice(start, end));
  const hasOpener = onLine(openerEnd, offset);
  const hasCloser = closer !== '' && onLine(offset, closerStart);
  return {
    ...spotOf(page, format, hasOpener, hasCloser || closer === '', isLast),
    range: range(hasOpener ? lead.length : offset, hasCloser ? all.length : offset),
  };
}

function spotOf(
  { style: { eol } }: PageDocument,
  format: FencedFormat,
  writesOpener: boolean,
  writesCloser: boolean,
  isLast: boolean,
): Omit<HeaderSpot, 'range'> {
  const { opener, closer } = delimiters[format];
  return {
    format,
    before: writesOpener ? opener + eol : '',
    behind: writesCloser ? eol + closer + (isLast ? eol + eol : '') : '',
  };
}
