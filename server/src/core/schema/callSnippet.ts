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
import { selectedContent } from './selectedContent.ts';
import { shortcodeSchema } from './shortcodeSchema.ts';
import { lineEndOf, lineStartAt } from '../text/lines.ts';

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
  const selected = selectedContent(site, page, selection);
  const wraps = definition.takesInner === true && selected.start < selected.end;
  const delimiter = likelyDelimiter(definition, callVotes(site, asked), wraps);
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
  options: CallOptions,
): CallSnippet {
  const { inner, lineBreak } = options;
  const { opening, closing, asksAgain } = callTags(site, definition, options);
  const around = (content: string, tag: string): string =>
    closing === undefined || lineBreak === undefined ? '' : lineBreak + content + lineBreak + tag;
  const isOpen = inner === undefined;
  return {
    newText: opening.newText + around(inner ?? '', closing ?? ''),
    snippet:
      opening.snippet +
      around(isOpen ? '$0' : snippetText(inner), snippetText(closing ?? '')) +
      (isOpen && closing !== undefined ? '' : '$0'),
    asksAgain,
  };
}

export interface CallTags {
  readonly opening: Pick<CallSnippet, 'newText' | 'snippet'>;
  /** Absent where the call has none. */
  readonly closing: string | undefined;
  readonly asksAgain: boolean;
}

/** The tags of a call, whatever it encloses. */
export function callTags(
  site: SiteSnapshot,
  definition: ShortcodeDefinition,
  { delimiter, lineBreak, asked, inner }: CallOptions,
): CallTags {
  const { name, takesInner } = definition;
  const schema = shortcodeSchema(site, name);
  const call = callArguments(site, asked, schema, inner !== undefined);
  const right = rightDelimiter[delimiter];
  const left = `{{${delimiter} `;
  const isFree = inner === undefined && lineBreak !== undefined;
  const saysAll = isFree && schema.arguments.some((each) => standsForInner(schema, each.name));
  const end = ` ${saysAll ? '/' : ''}${right}`;
  const takesNone = schema.arguments.length === 0 && !schema.isOpen;
  const isFilled = call.snippet !== '' || takesInner === true || takesNone;
  return {
    opening: {
      newText: left + name + call.newText + end,
      snippet: `${snippetText(left + name)}${call.snippet}${isFilled ? '' : '$1'}${snippetText(end)}`,
    },
    closing:
      takesInner === true && !saysAll && lineBreak !== undefined ? `${left}/${name} ${right}` : undefined,
    asksAgain: call.asksAgain,
  };
}

/** What has its line for itself gets lines of their own for its inner content and closing tag: a line break with the line's indent. */
export function lineBreakAround(text: string, where: TextRange): string {
  const lineStart = lineStartAt(text, where.start);
  const indent = textOf(text, range(lineStart, where.start));
  blankToLineEnd.lastIndex = where.end;
  const isAlone = indent.trim() === '' && blankToLineEnd.test(text);
  return isAlone ? lineEndOf(text) + indent : '';
}

const blankToLineEnd = /[^\S\r\n]*(?:[\r\n]|$)/y;
