import { embeddedShortcode } from '../../hugo/embeddedShortcodes.ts';
import { verdictFor } from '../../hugo/version.ts';
import type { ShortcodeDefinition } from '../../site/snapshot.ts';
import { rightDelimiter } from '../../shortcodes/faults.ts';
import type { NamePlace } from '../../shortcodes/place.ts';
import { openShortcodesAt } from '../../shortcodes/tree.ts';
import type { ShortcodeTag } from '../../shortcodes/types.ts';
import { plain } from '../../text/markdown.ts';
import { message } from '../../text/message.ts';
import { range, textOf } from '../../text/range.ts';
import type { TextRange } from '../../text/range.ts';
import { callsOf, templateOf } from '../provenance.ts';
import { takesInnerIn } from '../takesInner.ts';
import { snippetText } from './suggestion.ts';
import type { CompletionRequest, Suggestion } from './suggestion.ts';

const mostClosingTags = 20;

/** The closing tags of what stands open, innermost first; where no closing tag is begun, all shortcodes after them, most used first. */
export function* shortcodeNames(request: CompletionRequest, place: NamePlace): Iterable<Suggestion> {
  yield* closingTags(request, place);
  if (place.closing) {
    return;
  }
  const closed = closedBehind(request.page.shortcodes.tags, place.tag);
  const lineBreak = lineBreakIfAlone(request.page.text, range(place.left.start, place.tail.end));
  for (const definition of byUse(request)) {
    yield {
      label: definition.name,
      kind: 'shortcode',
      ...openingTag(place, definition, closed.has(definition.name), lineBreak),
      details: [callsOf(request.site, definition.name), templateOf(definition)],
      ...documentationOf(request, definition),
      isDeprecated: isDeprecated(request, definition),
    };
  }
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

/** The name, and unless arguments follow already, the rest of the tag; for a shortcode with inner content its closing tag, too. */
function openingTag(
  place: NamePlace,
  { name, takesInner }: ShortcodeDefinition,
  isClosed: boolean,
  lineBreak: string,
): Pick<Suggestion, 'range' | 'newText' | 'snippet'> {
  // Hugo needs no blank before a name, but writers set one.
  const start = (place.hasBlankBefore ? '' : ' ') + name;
  const hasArguments = place.tag.right !== undefined && place.tail.start === place.tail.end;
  if (hasArguments) {
    return { range: place.range, newText: start };
  }
  const right = rightDelimiter[place.delimiter];
  const whole = range(place.range.start, place.tail.end);
  const opening = `${start} ${right}`;
  if (isClosed) {
    return { range: whole, newText: opening };
  }
  const closing = snippetText(`{{${place.delimiter} /${name} ${right}`);
  return {
    range: whole,
    newText: opening,
    snippet:
      takesInner === true
        ? `${snippetText(opening)}${lineBreak}$0${lineBreak}${closing}`
        : `${snippetText(start)}$1 ${snippetText(right)}$0`,
  };
}

/** A tag that has its line for itself gets lines of their own for its inner content and closing tag: a line break with the line's indent. */
function lineBreakIfAlone(text: string, tag: TextRange): string {
  const lineStart =
    Math.max(text.lastIndexOf('\n', tag.start - 1), text.lastIndexOf('\r', tag.start - 1)) + 1;
  const indent = textOf(text, range(tag.start === 0 ? 0 : lineStart, tag.start));
  blankToLineEnd.lastIndex = tag.end;
  const isAlone = indent.trim() === '' && blankToLineEnd.test(text);
  return isAlone ? (text.includes('\r\n') ? '\r\n' : '\n') + indent : '';
}

const blankToLineEnd = /[^\S\r\n]*(?:[\r\n]|$)/y;

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

/** What a page of this site can call, most used first; what Hugo warns of comes last. */
function byUse(request: CompletionRequest): readonly ShortcodeDefinition[] {
  const { site } = request;
  return site
    .shortcodes()
    .filter(({ name, sources }) => sources[0]?.origin !== 'embedded' || isInRange(request, name))
    .map((definition) => ({
      definition,
      rank: isDeprecated(request, definition) ? -1 : site.shortcodeUse(definition.name).calls,
    }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ definition }) => definition);
}

function isInRange({ site }: CompletionRequest, name: string): boolean {
  const { since, removed } = embeddedShortcode(name) ?? {};
  return verdictFor(site.hugo, since, removed) !== 'none';
}

function isDeprecated({ site }: CompletionRequest, { name, sources }: ShortcodeDefinition): boolean {
  const deprecated = sources[0]?.origin === 'embedded' ? embeddedShortcode(name)?.deprecated : undefined;
  return deprecated !== undefined && verdictFor(site.hugo, deprecated) !== 'none';
}

function documentationOf(
  { client }: CompletionRequest,
  { documentation }: ShortcodeDefinition,
): Pick<Suggestion, 'documentation'> {
  return documentation === undefined
    ? {}
    : { documentation: plain(client.translate?.(documentation) ?? documentation) };
}
