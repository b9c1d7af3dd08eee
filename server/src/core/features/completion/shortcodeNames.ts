import { likelyDelimiter } from '../../schema/callDelimiter.ts';
import { callSnippet, lineBreakAround } from '../../schema/callSnippet.ts';
import { isDeprecated, likelyShortcodes, votesAt } from '../../schema/likelyShortcodes.ts';
import type { ShortcodeDefinition } from '../../site/snapshot.ts';
import { rightDelimiter } from '../../shortcodes/faults.ts';
import type { NamePlace } from '../../shortcodes/place.ts';
import { openShortcodesAt } from '../../shortcodes/tree.ts';
import { leftLength, type Delimiter, type ShortcodeTag } from '../../shortcodes/types.ts';
import { plain } from '../../text/markdown.ts';
import { message } from '../../text/message.ts';
import { range, textOf } from '../../text/range.ts';
import { callsOf, templateOf } from '../provenance.ts';
import { takesInnerIn } from '../../site/takesInner.ts';
import type { CompletionRequest, Suggestion } from './suggestion.ts';

const mostClosingTags = 20;

/** The closing tags of what stands open, innermost first; where no closing tag is begun, all shortcodes after them. */
export function* shortcodeNames(request: CompletionRequest, place: NamePlace): Iterable<Suggestion> {
  yield* closingTags(request, place);
  if (place.closing) {
    return;
  }
  const closed = closedBehind(request.page.shortcodes.tags, place.tag);
  const lineBreak = lineBreakAround(request.page.text, range(place.left.start, place.tail.end));
  const votes = votesAt(request, place.tag.range.start);
  for (const definition of likelyShortcodes(request, place.tag.range.start, votes, () => place.delimiter)) {
    const opening = openingTag(
      request,
      place,
      definition,
      closed.has(definition.name) ? undefined : lineBreak,
    );
    yield { ...suggestionOf(request, definition), ...opening };
  }
}

/** Behind `{{` alone, on the way to a name: all shortcodes, each with its delimiter. */
export function* shortcodeStarts(request: CompletionRequest): Iterable<Suggestion> {
  const { page, offset } = request;
  const lineStart = page.text.lastIndexOf('\n', offset - 1) + 1;
  const match = loneBraces.exec(page.text.slice(lineStart, offset));
  if (match === null) {
    return;
  }
  const [, blank = '', name = ''] = match;
  const start = offset - blank.length - name.length;
  const [behind = ''] = /^ ?\}{0,2}/.exec(page.text.slice(offset, offset + 3)) ?? [];
  const tail = range(offset, offset + (behind.trim() === '' ? 0 : behind.length));
  const lineBreak = lineBreakAround(page.text, range(start - 2, tail.end));
  const votes = votesAt(request, start - 2);
  const delimiterOf = (definition: ShortcodeDefinition): Delimiter => likelyDelimiter(definition, votes);
  for (const definition of likelyShortcodes(request, start - 2, votes, delimiterOf)) {
    const delimiter = delimiterOf(definition);
    const place = { delimiter, range: range(start, offset), tail, hasBlankBefore: false, tag: noTag };
    const { newText, snippet, ...opening } = openingTag(request, place, definition, lineBreak);
    yield {
      ...suggestionOf(request, definition),
      ...opening,
      filterText: blank + definition.name,
      newText: delimiter + newText,
      ...(snippet !== undefined && { snippet: delimiter + snippet }),
    };
  }
}

/** Nothing of a call's arguments or end is there. */
const noTag = { right: undefined };
/** Three braces are no tag; a dot begins what stands in templates. */
const loneBraces = /(?<!\{)\{\{( ?)([\p{L}\p{N}][\p{L}\p{N}_/-]*)?$/u;

function suggestionOf(
  request: CompletionRequest,
  definition: ShortcodeDefinition,
): Pick<Suggestion, 'label' | 'kind' | 'details' | 'documentation' | 'isDeprecated'> {
  return {
    label: definition.name,
    kind: 'shortcode',
    details: [callsOf(request.site, definition.name), templateOf(definition)],
    ...documentationOf(request, definition),
    isDeprecated: isDeprecated(request.site, definition),
  };
}

function* closingTags({ site, page, offset }: CompletionRequest, place: NamePlace): Iterable<Suggestion> {
  const takesInner = takesInnerIn(site);
  const open = openShortcodesAt(page.shortcodes, offset, takesInner);
  const proven = open.filter((tag) => takesInner(tag.name, tag) === true);
  const possible = site.shortcodesComplete ? [] : open;
  const start = place.closing ? (place.tag.slash?.start ?? place.range.start) : place.range.start;
  const before = textOf(page.text, range(start, place.range.start)) || '/';
  const names = [...new Set([...proven, ...possible].map((tag) => tag.name))].slice(0, mostClosingTags);
  for (const name of names) {
    yield {
      label: `/${name}`,
      kind: 'closingTag',
      range: range(start, place.tail.end),
      newText: `${start === place.left.end ? ' ' : ''}/${name} ${rightDelimiter[place.delimiter]}`,
      filterText: before + name,
      details: [message('closes "{0}"', name)],
    };
  }
}

/**
 * The name, and unless arguments follow already, the rest of the tag; for a shortcode with inner content its closing tag, too, with `lineBreak`
 * around its place. Without one the call is closed already.
 */
function openingTag(
  { site }: CompletionRequest,
  place: Pick<NamePlace, 'range' | 'tail' | 'delimiter' | 'hasBlankBefore'> & {
    readonly tag: Pick<ShortcodeTag, 'right'>;
  },
  definition: ShortcodeDefinition,
  lineBreak: string | undefined,
): Pick<Suggestion, 'range' | 'newText' | 'snippet' | 'asksAgain'> {
  // Hugo needs no blank before a name, but writers set one.
  const start = (place.hasBlankBefore ? '' : ' ') + definition.name;
  const hasArguments = place.tag.right !== undefined && place.tail.start === place.tail.end;
  if (hasArguments) {
    return { range: place.range, newText: start };
  }
  const options = { delimiter: place.delimiter, lineBreak };
  const { snippet, asksAgain } = callSnippet(site, definition, options);
  const { newText } = callSnippet(site, definition, { ...options, lineBreak: undefined });
  const written = leftLength + (place.hasBlankBefore ? 1 : 0);
  return {
    range: range(place.range.start, place.tail.end),
    newText: newText.slice(written),
    snippet: snippet.slice(written),
    asksAgain,
  };
}

/** Names whose next tag behind `tag` is a closing one: an opening tag put here needs no other. */
function closedBehind(tags: readonly ShortcodeTag[], tag: ShortcodeTag): ReadonlySet<string> {
  const seen = new Set<string>();
  const closed = new Set<string>();
  for (const { name, kind, range: where } of tags) {
    if (where.start > tag.range.start && name !== '' && !seen.has(name)) {
      seen.add(name);
      if (kind === 'close') {
        closed.add(name);
      }
    }
  }
  return closed;
}

function documentationOf(
  { client }: CompletionRequest,
  { documentation }: ShortcodeDefinition,
): Pick<Suggestion, 'documentation'> {
  return documentation === undefined
    ? {}
    : { documentation: plain(client.translate?.(documentation) ?? documentation) };
}
