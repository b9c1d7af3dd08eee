// Writes a call with the other delimiter, where the page stays right: Hugo takes what `%` makes for Markdown, and what `<` makes as it is.
import { askedPage } from '../../schema/askedPage.ts';
import { isPlainText, leavesMarkdown } from '../../schema/callDelimiter.ts';
import { callVotes } from '../../schema/callVotes.ts';
import { keepsHtml } from '../../references/keepsHtml.ts';
import { embeddedShortcode } from '../../hugo/embeddedShortcodes.ts';
import { rightDelimiter } from '../../shortcodes/faults.ts';
import type { Delimiter, ShortcodeTag } from '../../shortcodes/types.ts';
import type { OffsetEdit } from '../../text/edit.ts';
import { message } from '../../text/message.ts';
import { range, textOf } from '../../text/range.ts';
import type { KnownCall, ShortcodeAction } from './action.ts';

/** Both tags with the other delimiter; nothing for what is broken or inline, and where the page would become another. */
export function delimiterAction(known: KnownCall): readonly ShortcodeAction[] {
  const { open, close } = known.call;
  const to: Delimiter = open.delimiter === '<' ? '%' : '<';
  const tags = close === undefined ? [open] : [open, close];
  if (
    tags.some(({ sound, inline }) => !sound || inline) ||
    !(to === '%' ? suitsMarkdown : suitsHtml)(known)
  ) {
    return [];
  }
  return [
    {
      kind: 'rewrite',
      title:
        to === '%'
          ? message('Write "{0}" with {{% %}}, so that Hugo reads the result as Markdown', open.name)
          : message('Write "{0}" with {{< >}}, so that the result stays as its template makes it', open.name),
      edits: tags.filter(({ delimiter }) => delimiter !== to).flatMap((tag) => swapped(tag, to)),
    },
  ];
}

/** Text, not HTML, is what these make. */
const plain: ReadonlySet<string> = new Set(['ref', 'relref', 'param']);

/**
 * Pages of the site do so, or the inner content is left to Markdown, and Hugo keeps the HTML around it: where it does not, `<!-- raw HTML omitted -->` would
 * stand there.
 */
function suitsMarkdown(known: KnownCall): boolean {
  const { site, page, definition } = known;
  const leaves = leavesMarkdown(definition) && keepsHtml(site, page);
  return isPlainText(definition) || leaves || isPlainOfHugo(known) || isWritten(known, '%');
}

/** What a template leaves to Markdown must have none; what makes plain text is not found, or not made HTML, with `<`. */
function suitsHtml(known: KnownCall): boolean {
  const { page, call, definition } = known;
  const inner = call.inner === undefined ? '' : textOf(page.text, call.inner);
  if (isPlainText(definition) || (leavesMarkdown(definition) && hasMarkdown(inner))) {
    return false;
  }
  const { signature, takesInner, sources } = definition;
  const rendersInner = takesInner === true && signature?.inner.markdown !== undefined;
  return rendersInner || sources[0]?.origin === 'embedded' || isWritten(known, '<');
}

function isPlainOfHugo({ definition: { name, sources } }: KnownCall): boolean {
  return sources[0]?.origin === 'embedded' && embeddedShortcode(name) !== undefined && plain.has(name);
}

/** Other pages, of those that are most like this one, call it so. */
function isWritten({ site, page, definition: { name } }: KnownCall, delimiter: Delimiter): boolean {
  return callVotes(site, askedPage(site, page)).written[delimiter].has(name);
}

/** Lines of its own, which become paragraphs, or a sign that may be Markdown. */
function hasMarkdown(inner: string): boolean {
  return /[*_`[\]<>#&\\~|\n]|\{\{%|^\s*(?:[-+]|\d+[.)])\s|:\/\//.test(inner);
}

function swapped({ range: where, right }: ShortcodeTag, to: Delimiter): readonly OffsetEdit[] {
  return [
    { range: range(where.start + 2, where.start + 3), newText: to },
    ...(right === undefined
      ? []
      : [{ range: range(right.start, right.start + 1), newText: rightDelimiter[to].slice(0, 1) }]),
  ];
}
