// A new call of a shortcode as a snippet, wherever it comes from: completion, the gallery, a selection that is wrapped.
import { rightDelimiter } from '../shortcodes/faults.ts';
import type { Delimiter } from '../shortcodes/types.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { ShortcodeDefinition, SiteSnapshot } from '../site/snapshot.ts';
import { range, textOf, type TextRange } from '../text/range.ts';
import { snippetText } from '../text/snippet.ts';
import { askedPage, type AskedPage } from './askedPage.ts';
import { callArguments, standsForInner } from './callArguments.ts';
import { likelyDelimiter } from './callDelimiter.ts';
import { callVotes } from './callVotes.ts';
import { shortcodeSchema } from './shortcodeSchema.ts';

/** A call in two forms; `snippet` is one of the Language Server Protocol, as `SnippetString` of VS Code reads it, too. */
export interface CallSnippet {
  readonly newText: string;
  readonly snippet: string;
  /** At the first place to fill in something can be suggested. */
  readonly asksAgain: boolean;
}

/** A call with the text of the page (UTF-16) that it replaces. */
export interface CallEdit extends CallSnippet {
  readonly range: TextRange;
  readonly delimiter: Delimiter;
}

export interface CallOptions {
  readonly delimiter: Delimiter;
  /** Around inner content: a line break with the indent of the line, or nothing within a line; absent where the call is closed already. */
  readonly lineBreak: string | undefined;
  /** The page whose neighbors say which choice comes first. */
  readonly asked?: AskedPage | undefined;
  /** What it encloses; absent for a place to write it. */
  readonly inner?: string | undefined;
}

/**
 * A call of `name` at `selection` (UTF-16) of `page`, with the delimiter that pages like it write: around what is selected where the shortcode takes inner
 * content, else behind it, so that no text is lost. A selection of several lines is taken as whole lines. `undefined` for a shortcode that the site does not have.
 */
export function callAt(
  site: SiteSnapshot,
  page: PageDocument,
  selection: TextRange,
  name: string,
): CallEdit | undefined {
  const definition = site.shortcode(name);
  if (definition === undefined) {
    return undefined;
  }
  const asked = askedPage(site, page);
  const delimiter = likelyDelimiter(definition, callVotes(site, asked));
  const selected = wholeLines(page.text, selection);
  const wraps = definition.takesInner === true && selected.start < selected.end;
  const where = wraps ? selected : range(selection.end, selection.end);
  const inner = wraps ? textOf(page.text, where) : undefined;
  const lineBreak = lineBreakAround(page.text, where);
  const call = callSnippet(site, definition, { delimiter, lineBreak, asked, inner });
  return { ...call, range: where, delimiter };
}

/** A whole call; of a shortcode that takes inner content with its closing tag. */
export function callSnippet(
  site: SiteSnapshot,
  definition: ShortcodeDefinition,
  { delimiter, lineBreak, asked, inner }: CallOptions,
): CallSnippet {
  const { name, takesInner } = definition;
  const schema = shortcodeSchema(site, name);
  const call = callArguments(site, asked, schema, inner !== undefined);
  const right = rightDelimiter[delimiter];
  const [left, closing] = [`{{${delimiter} `, `{{${delimiter} /${name} ${right}`];
  const isOpen = inner === undefined && lineBreak !== undefined;
  const saysAll = isOpen && schema.arguments.some((each) => standsForInner(schema, each.name));
  const end = saysAll ? `/${right}` : right;
  const isPaired = takesInner === true && !saysAll && lineBreak !== undefined;
  const takesNone = schema.arguments.length === 0 && !schema.isOpen;
  const isFilled = call.snippet !== '' || takesInner === true || takesNone || inner !== undefined;
  const around = (content: string, tag: string): string =>
    isPaired ? lineBreak + content + lineBreak + tag : '';
  return {
    newText: `${left}${name}${call.newText} ${end}${around(inner ?? '', closing)}`,
    snippet:
      `${snippetText(left + name)}${call.snippet}${isFilled ? '' : '$1'} ${snippetText(end)}` +
      around(inner === undefined ? '$0' : snippetText(inner), snippetText(closing)) +
      (isPaired && inner === undefined ? '' : '$0'),
    asksAgain: call.asksAgain,
  };
}

/** What has its line for itself gets lines of their own for its inner content and closing tag: a line break with the line's indent. */
export function lineBreakAround(text: string, where: TextRange): string {
  const lineStart = lineStartAt(text, where.start);
  const indent = textOf(text, range(lineStart, where.start));
  blankToLineEnd.lastIndex = where.end;
  const isAlone = indent.trim() === '' && blankToLineEnd.test(text);
  return isAlone ? (text.includes('\r\n') ? '\r\n' : '\n') + indent : '';
}

const blankToLineEnd = /[^\S\r\n]*(?:[\r\n]|$)/y;

function lineStartAt(text: string, offset: number): number {
  return offset === 0
    ? 0
    : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** What is selected without the white space around it; of several lines whole ones, from the first letter of the first. */
export function wholeLines(text: string, { start, end }: TextRange): TextRange {
  const selected = text.slice(start, end);
  const first = start + selected.length - selected.trimStart().length;
  const last = Math.max(first, start + selected.trimEnd().length);
  if (!/[\r\n]/.test(text.slice(first, last))) {
    return range(first, last);
  }
  const lineStart = lineStartAt(text, first);
  const from = lineStart + (/^[^\S\r\n]*/.exec(text.slice(lineStart, first))?.[0].length ?? 0);
  const rest = /^[^\r\n]*/.exec(text.slice(last))?.[0] ?? '';
  return range(from, last + rest.trimEnd().length);
}
