// One block of a plain text as Markdown that says the same.
import { range, textOf } from '../text/range.ts';
import { escapeHeading, escapeHtml, escapeMarkdown } from './escapeText.ts';
import type { PlainBlock } from './types.ts';
import type { Wrapper } from './wrappers.ts';

export interface Rendering {
  readonly source: string;
  readonly eol: string;
  readonly lead: Wrapper | undefined;
  readonly quote: Wrapper | undefined;
}

/** The block in Markdown, without a line end behind it. */
export function renderBlock(block: PlainBlock, rendering: Rendering): string {
  const { source, eol, lead, quote } = rendering;
  switch (block.kind) {
    case 'title':
    case 'heading':
      return `## ${escapeHeading(shownText(block, source))}`;
    case 'caption':
      return `*${linesOf(block, source, escapeMarkdown).join(eol)}*`;
    case 'lead':
      return lead === undefined ? asText(block, rendering) : wrapped(block, lead, rendering);
    case 'quote':
      return quote === undefined
        ? linesOf(block, source, escapeMarkdown)
            .map((line) => `> ${line}`)
            .join(eol)
        : wrapped(block, quote, rendering);
    case 'item':
      return item(block, rendering);
    case 'paragraph':
    case 'contact':
    case 'repeated':
    case 'boilerplate':
    case 'kind':
    case 'dates':
    case 'byline':
      return asText(block, rendering);
  }
}

/** The words of the block on one line. */
export function shownText({ lines }: PlainBlock, source: string): string {
  return lines.map((line) => textOf(source, line)).join(' ');
}

function linesOf({ lines }: PlainBlock, source: string, escape: (line: string) => string): readonly string[] {
  return lines.map((line) => escape(textOf(source, line)));
}

/** A backslash at the end of a line keeps it one for itself. */
function asText(block: PlainBlock, { source, eol }: Rendering): string {
  return linesOf(block, source, escapeMarkdown).join(block.keepsLines === true ? `\\${eol}` : eol);
}

/** A number stays the one it is. */
function item(block: PlainBlock, { source, eol }: Rendering): string {
  const start = block.lines[0]?.start ?? block.range.start;
  const sign = block.isNumbered === true ? textOf(source, range(block.range.start, start)).trim() : '-';
  return `${sign} ${linesOf(block, source, escapeMarkdown).join(eol + ' '.repeat(sign.length + 1))}`;
}

function wrapped(
  block: PlainBlock,
  { name, delimiter, isMarkdown }: Wrapper,
  { source, eol }: Rendering,
): string {
  const [open, close] = delimiter === '<' ? ['{{<', '>}}'] : ['{{%', '%}}'];
  const lines = linesOf(block, source, isMarkdown ? escapeMarkdown : escapeHtml);
  return [`${open} ${name} ${close}`, ...lines, `${open} /${name} ${close}`].join(eol);
}
