// What is selected, between the tags of a shortcode.
import { askedPage } from '../../schema/askedPage.ts';
import { likelyDelimiter } from '../../schema/callDelimiter.ts';
import { callTags, lineBreakAround } from '../../schema/callSnippet.ts';
import { callVotes } from '../../schema/callVotes.ts';
import { isDeprecated, likelyShortcodes, votesAt } from '../../schema/likelyShortcodes.ts';
import { selectedContent } from '../../schema/selectedContent.ts';
import { treeOf } from '../../site/pageCalls.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { ShortcodeDefinition, SiteSnapshot } from '../../site/snapshot.ts';
import { message } from '../../text/message.ts';
import { range, textOf, type TextRange } from '../../text/range.ts';
import { snippetText } from '../../text/snippet.ts';
import { callsAround, type ActionEdit, type ShortcodeAction } from './action.ts';
import { lineEndOf, lineStartAt } from '../../text/lines.ts';

/** So many of the likeliest are offered by themselves. */
const mostOffered = 3;

/** The likeliest shortcodes around `selection` (UTF-16), of those that pages of the site call. */
export function surroundActions(
  site: SiteSnapshot,
  page: PageDocument,
  selection: TextRange,
): readonly ShortcodeAction[] {
  return enclosingShortcodes(site, page, selection)
    .filter(({ name }) => site.shortcodeUse(name).pages > 0)
    .slice(0, mostOffered)
    .flatMap(({ name }) => {
      const edits = surround(site, page, selection, name);
      return edits === undefined
        ? []
        : { kind: 'surround' as const, title: message('Surround with "{0}"', name), edits };
    });
}

/** All that can stand around `selection` (UTF-16), the likeliest first; none where nothing of the content is selected, or the code of an inline shortcode. */
export function enclosingShortcodes(
  site: SiteSnapshot,
  page: PageDocument,
  selection: TextRange,
): readonly ShortcodeDefinition[] {
  const selected = selectedContent(site, page, selection);
  const isCode = callsAround(treeOf(site, page).calls, selected).some(({ open }) => open.inline);
  if (selected.start === selected.end || isCode) {
    return [];
  }
  const votes = votesAt({ site, page }, selected.start);
  return likelyShortcodes({ site, page }, selected.start, votes, (each) =>
    likelyDelimiter(each, votes),
  ).filter((definition) => definition.takesInner === true && !isDeprecated(site, definition));
}

/**
 * Puts the tags of a call of `name` around what is selected, which stays as it is: on lines of their own where whole lines are selected, else within the line.
 * `undefined` where there is nothing to enclose, or the shortcode takes nothing.
 */
export function surround(
  site: SiteSnapshot,
  page: PageDocument,
  selection: TextRange,
  name: string,
): readonly ActionEdit[] | undefined {
  const selected = selectedContent(site, page, selection);
  const definition = site.shortcode(name);
  if (definition?.takesInner !== true || selected.start === selected.end) {
    return undefined;
  }
  const asked = askedPage(site, page);
  const delimiter = likelyDelimiter(definition, callVotes(site, asked), true);
  const lineBreak = lineBreakAround(page.text, selected);
  const inner = textOf(page.text, selected);
  const { opening, closing = '' } = callTags(site, definition, { delimiter, lineBreak, asked, inner });
  return lineBreak === ''
    ? [{ range: range(selected.start, selected.start), ...opening }, endEdit(selected.end, closing)]
    : onOwnLines(page.text, selected, opening, closing);
}

function endEdit(offset: number, closing: string): ActionEdit {
  return { range: range(offset, offset), newText: closing, snippet: `${snippetText(closing)}$0` };
}

/**
 * Each tag begins where a line begins, with the indent of the first line: an editor gives the lines of a snippet the indent of what stands before it. At the end
 * of a text that ends in an indented line there is no such place: there the tags come without places to fill in.
 */
function onOwnLines(
  text: string,
  { start, end }: TextRange,
  opening: Required<Pick<ActionEdit, 'newText' | 'snippet'>>,
  closing: string,
): readonly ActionEdit[] {
  const lineStart = lineStartAt(text, start);
  const indent = text.slice(lineStart, start);
  const eol = lineEndOf(text);
  const [rest = '', lineEnd = ''] = /^[^\S\r\n]*(\r\n|\r|\n)?/.exec(text.slice(end)) ?? [];
  const first = {
    range: range(lineStart, lineStart),
    newText: indent + opening.newText + eol,
    snippet: indent + opening.snippet + eol,
  };
  if (lineEnd !== '') {
    const at = end + rest.length;
    const newText = indent + closing + eol;
    const snippet = `${snippetText(indent + closing)}$0${eol}`;
    return [first, { range: range(at, at), newText, snippet }];
  }
  const at = end + rest.length;
  const isIndented = /^\s/.test(text.slice(lineStartAt(text, end)));
  const last = endEdit(at, eol + indent + closing);
  return isIndented ? [first, last].map(({ range, newText }) => ({ range, newText })) : [first, last];
}
