// Takes the tags of a call away and leaves what they enclose, byte for byte.
import type { ShortcodeCall, ShortcodeTag } from '../../shortcodes/types.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import type { OffsetEdit } from '../../text/edit.ts';
import { message } from '../../text/message.ts';
import { range, textOf } from '../../text/range.ts';
import type { ShortcodeAction } from './action.ts';
import { lineEndOf, lineStartAt } from '../../text/lines.ts';

/**
 * Of the innermost of `around` that encloses something. Nothing for the code of an inline shortcode, for tags that close another call than they name, and where
 * what is inside asks for this call around it.
 */
export function unwrapAction(
  site: SiteSnapshot,
  page: PageDocument,
  around: readonly ShortcodeCall[],
): readonly ShortcodeAction[] {
  const call = around.findLast(({ close }) => close !== undefined);
  const { open, close, inner, children } = call ?? {};
  if (open === undefined || close === undefined || inner === undefined || !isPair(open, close)) {
    return [];
  }
  const isNeeded = children?.some(
    (child) => (site.shortcode(child.open.name)?.signature?.parent ?? []).length > 0,
  );
  if (isNeeded === true || textOf(page.text, inner).trim() === '') {
    return [];
  }
  return [
    {
      kind: 'rewrite',
      title: message('Remove "{0}" around this and keep what is in it', open.name),
      edits: [cutOpening(page, open), cutClosing(page, close)],
    },
  ];
}

function isPair(open: ShortcodeTag, close: ShortcodeTag): boolean {
  return open.sound && close.sound && !open.inline && (close.name === '' || close.name === open.name);
}

/** A tag on a line of its own takes its line with it, and one of two stretches of blank lines; where there is none, a blank line stays in its place. */
function cutOpening({ text, fence }: PageDocument, { range: tag }: ShortcodeTag): OffsetEdit {
  const line = ownLine(text, tag);
  if (line === undefined) {
    return { range: tag, newText: '' };
  }
  const blank = /^(?:[^\S\r\n]*(?:\r\n|\r|\n))*/.exec(text.slice(line.end))?.[0] ?? '';
  const isFree = endsBlock(text.slice(fence?.bodyStart ?? 0, line.start));
  return isFree
    ? { range: range(line.start, line.end + blank.length), newText: '' }
    : { range: line, newText: blank === '' ? lineEndOf(text) : '' };
}

function cutClosing({ text }: PageDocument, { range: tag }: ShortcodeTag): OffsetEdit {
  const line = ownLine(text, tag);
  if (line === undefined) {
    return { range: tag, newText: '' };
  }
  const isFree = beginsBlock(text.slice(line.end));
  const before = text.slice(0, line.start);
  const blank = blankLinesAtEnd(before);
  return isFree
    ? { range: range(line.start - blank, line.end), newText: '' }
    : { range: line, newText: blank === 0 ? lineEndOf(text) : '' };
}

/** The line of a tag that has it for itself, with its line end. */
function ownLine(text: string, { start, end }: OffsetEdit['range']): OffsetEdit['range'] | undefined {
  const lineStart = lineStartAt(text, start);
  const behind = /^[^\S\r\n]*(?:\r\n|\r|\n|$)/.exec(text.slice(end))?.[0];
  return behind === undefined || text.slice(lineStart, start).trim() !== ''
    ? undefined
    : range(lineStart, end + behind.length);
}

/** Nothing stands before, or a blank line, or the tag of another call. */
function endsBlock(before: string): boolean {
  const last = before.split(/\r\n|\r|\n/).at(-2) ?? '';
  return before.trim() === '' || isNoText(last);
}

function beginsBlock(behind: string): boolean {
  const [first = ''] = behind.split(/\r\n|\r|\n/, 1);
  return behind.trim() === '' || isNoText(first);
}

function isNoText(line: string): boolean {
  const trimmed = line.trim();
  return trimmed === '' || (/^\{\{[<%]/.test(trimmed) && /[>%]\}\}$/.test(trimmed));
}

/** How long the blank lines are with which `before` ends. */
function blankLinesAtEnd(before: string): number {
  const end = before.trimEnd().length;
  const rest = before.slice(end);
  const firstLine = /^[^\S\r\n]*(?:\r\n|\r|\n)/.exec(rest)?.[0] ?? '';
  return rest.length - firstLine.length;
}
