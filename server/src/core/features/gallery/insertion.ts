// Where a new call goes: where the cursor is, unless a call means nothing there.
import { askedPage } from '../../schema/askedPage.ts';
import { callAt } from '../../schema/callSnippet.ts';
import { standsAlone } from '../../schema/standsAlone.ts';
import { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import { range, type TextRange } from '../../text/range.ts';
import { snippetText } from '../../text/snippet.ts';
import { lineEndOf, lineStartAt } from '../../text/lines.ts';

/** A snippet of the Language Server Protocol in the place of `range`. */
export interface Insertion {
  readonly range: TextRange;
  readonly snippet: string;
  /** At the first place to fill in something can be suggested. */
  readonly asksAgain: boolean;
  /** Why it stands elsewhere than the cursor. */
  readonly note: Message | undefined;
}

/**
 * A call of `name` at `selection` (UTF-16): around what is selected where the shortcode takes inner content. On an empty line it becomes a block with blank
 * lines around it, and so does a call behind the last word of a line where pages give such calls lines of their own. In front matter, in a code block and in a tag a call means nothing: there it goes behind, or before a code block that has no end, and `note`
 * says so. `undefined` for a shortcode that the site does not have.
 */
export function insertion(
  site: SiteSnapshot,
  page: PageDocument,
  selection: TextRange,
  name: string,
): Insertion | undefined {
  const moved = placeBeside(page, selection);
  const where = moved?.where ?? selection;
  const note = moved?.note;
  if (moved?.isBlock !== true && !isBlockAt(site, page, where, name)) {
    const call = callAt(site, page, where, name);
    return call && { range: call.range, snippet: call.snippet, asksAgain: call.asksAgain, note };
  }
  const offset = where.end;
  const { before, after } = linesAround(page, offset);
  const text = page.text.slice(0, offset) + before + after + page.text.slice(offset);
  const at = offset + before.length;
  const call = callAt(site, new PageDocument(page.uri, text, page.hugo), range(at, at), name);
  return (
    call && {
      range: range(offset, offset),
      snippet: snippetText(before) + call.snippet + snippetText(after),
      asksAgain: call.asksAgain,
      note,
    }
  );
}

/** On an empty line; and beside running text, where the call is one that has its lines for itself. */
function isBlockAt(site: SiteSnapshot, page: PageDocument, { start, end }: TextRange, name: string): boolean {
  const { text } = page;
  const definition = site.shortcode(name);
  return (
    start === end &&
    (isOnEmptyLine(text, start) ||
      (isBehindText(text, start) &&
        definition !== undefined &&
        standsAlone(site, askedPage(site, page), definition)))
  );
}

/** Behind the last word of a line of a paragraph or a heading: one of a list, a quotation, a table or HTML would end with a blank line. */
function isBehindText(text: string, offset: number): boolean {
  const before = text.slice(lineStartAt(text, offset), offset);
  return /^(?!(?:[-*+]|\d+[.)])(?:\s|$))[^\s>|<]/.test(before) && isBlankToLineEnd(text, offset);
}

interface Moved {
  readonly where: TextRange;
  /** It has to have lines of its own there. */
  readonly isBlock: boolean;
  readonly note: Message;
}

/** Beside the front matter, the code block or the tag that the selection is in; `undefined` where a call may stand. */
function placeBeside(page: PageDocument, selection: TextRange): Moved | undefined {
  const { fence, markdown, shortcodes, text } = page;
  const { start, end } = selection;
  if (fence !== undefined && start < fence.bodyStart) {
    const note = message('The cursor was in the front matter: the call stands at the beginning of the text.');
    return { where: range(fence.bodyStart, fence.bodyStart), isBlock: true, note };
  }
  const openCode = startOfOpenCode(page);
  if (openCode !== undefined && end >= openCode) {
    const note = message('The cursor was in a code block without an end: the call stands before it.');
    return { where: range(openCode, openCode), isBlock: true, note };
  }
  const isIn = (where: TextRange): boolean => where.start < end && start < where.end;
  const code = markdown.verbatim.find(
    (each) => (each.kind === 'fence' || each.kind === 'indented') && isIn(each.range),
  );
  if (code !== undefined) {
    const behind = contentEnd(text, code.range);
    const note = message('The cursor was in a code block: the call stands behind it.');
    return { where: range(behind, behind), isBlock: true, note };
  }
  const tag = start === end ? shortcodes.tags.find((each) => isIn(each.range)) : undefined;
  if (tag === undefined) {
    return undefined;
  }
  const note = message('The cursor was in a tag: the call stands behind it.');
  const isAlone = isOnEmptyLine(text, tag.range.start, tag.range.end);
  return { where: range(tag.range.end, tag.range.end), isBlock: isAlone, note };
}

/** Of the block that takes all text up to the end of the page. One in a list or a quotation ends with it. */
function startOfOpenCode({ markdown, text }: PageDocument): number | undefined {
  const { open, close } = markdown.fences.at(-1) ?? {};
  const start = open && lineStartAt(text, open.start);
  return close === undefined && start !== undefined && text.slice(start, open?.start).trim() === ''
    ? start
    : undefined;
}

/** Without line ends that belong to the block. */
function contentEnd(text: string, { start, end }: TextRange): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** Nothing stands on the line before `start` and behind `end`. */
function isOnEmptyLine(text: string, start: number, end = start): boolean {
  const before = text.slice(lineStartAt(text, start), start);
  return before.trim() === '' && isBlankToLineEnd(text, end);
}

function isBlankToLineEnd(text: string, offset: number): boolean {
  return /^[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(offset));
}

/** What makes a block of its own of something at `offset`: a blank line before it and one behind it, where there is none. */
function linesAround(
  { text, fence }: PageDocument,
  offset: number,
): { readonly before: string; readonly after: string } {
  const eol = lineEndOf(text);
  const bodyStart = fence?.bodyStart ?? 0;
  const above = text.slice(bodyStart, offset);
  const below = text.slice(offset);
  const isFirst = above.trim() === '';
  const isLast = below.trim() === '';
  const wanted = (isFirst ? (fence === undefined ? 0 : 1) : 2) - lineEnds(/\s*$/.exec(above)?.[0] ?? '');
  const [blank = ''] = /^\s*/.exec(below) ?? [];
  const missing = (isLast ? 1 : 2) - lineEnds(blank);
  return { before: eol.repeat(Math.max(0, wanted)), after: eol.repeat(Math.max(0, missing)) };
}

function lineEnds(blank: string): number {
  return blank.split(/\r\n|\r|\n/).length - 1;
}
