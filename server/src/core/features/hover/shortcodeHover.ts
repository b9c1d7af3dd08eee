import type { EmbeddedShortcode } from '../../hugo/embeddedShortcodes.ts';
import { shortcodeSchema, type ArgumentSchema, type ShortcodeSchema } from '../../schema/shortcodeSchema.ts';
import type { ShortcodeDefinition } from '../../site/snapshot.ts';
import { code, link, plain } from '../../text/markdown.ts';
import { message } from '../../text/message.ts';
import type { Message } from '../../text/message.ts';
import { callsOf, templateLink } from '../provenance.ts';
import type { ShortcodeSubject } from '../subject.ts';
import { argumentLine } from './argumentHover.ts';
import { headline, type HoverRequest, type HoverText } from './hoverRequest.ts';

/** So many arguments are listed. */
const argumentsListed = 15;

/** What is known of a shortcode: what it is for, its arguments, and how to call it. */
export function shortcodeHover(request: HoverRequest, { definition }: ShortcodeSubject): HoverText {
  const { site, say } = request;
  const { name } = definition;
  const schema = shortcodeSchema(site, name);
  const { embedded } = schema;
  const facts = [templateLink(definition), callsOf(site, name)];
  return {
    paragraphs: [
      headline(request, `**${code(name)}**`, facts),
      ...documentation(request, definition, schema),
      argumentList(request, schema),
      ...(embedded === undefined ? [] : notes(embedded).map(say)),
      say(innerContent(definition)),
      embedded === undefined ? '' : link(say(message('Hugo’s documentation')), embedded.link),
    ],
    ...(site.shortcodeUse(name).calls === 0 ? {} : { exampleOf: name }),
  };
}

/** What the team says counts more than the comment of the template, which may be a note to its author. */
function documentation(
  { say }: HoverRequest,
  { documentation: comment }: ShortcodeDefinition,
  { embedded, team }: ShortcodeSchema,
): string[] {
  const own = embedded === undefined ? plain(comment ?? '') : say(sentence(embedded.documentation));
  return [plain(team?.documentation ?? ''), own];
}

function argumentList(request: HoverRequest, { arguments: known, definition }: ShortcodeSchema): string {
  const lines = inOrder(known)
    .slice(0, argumentsListed)
    .map((argument) => `- ${argumentLine(request, argument)}`);
  const others = known.length - argumentsListed;
  const takesAny = (definition?.signature?.open.length ?? 0) > 0;
  const more = [
    others > 0 ? message('and {0} more', others) : [],
    takesAny ? message('and others, which its template takes as they come') : [],
  ].flat();
  return [...lines, ...more.map((text) => `- ${request.say(text)}`)].join('\n');
}

/** Those that only a position tells apart come last, by their positions. */
function inOrder(known: readonly ArgumentSchema[]): readonly ArgumentSchema[] {
  const placeOf = ({ name, position }: ArgumentSchema): number =>
    name === undefined && position !== undefined ? position + 1 : 0;
  return known.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function innerContent({ takesInner, signature }: ShortcodeDefinition): Message {
  if (takesInner === undefined) {
    return message('Nobody can tell yet whether it takes inner content.');
  }
  if (!takesInner) {
    return message('Takes no inner content: it must not be closed.');
  }
  return signature === undefined || signature.inner.markdown !== undefined
    ? message('Takes inner content: it must be closed.')
    : message(
        'Takes inner content: it must be closed. Markdown in there is rendered by {0}, not by {1}.',
        code('{{% … %}}'),
        code('{{< … >}}'),
      );
}

function notes({ since, deprecated, removed, instead, note }: EmbeddedShortcode): Message[] {
  return [
    note === undefined ? [] : sentence(note),
    since === undefined ? [] : message('Hugo {0} and newer.', since),
    deprecated === undefined ? [] : deprecation(deprecated, instead),
    removed === undefined ? [] : message('Removed in Hugo {0}.', removed),
  ].flat();
}

function deprecation(since: string, instead: string | undefined): Message {
  return instead === undefined
    ? message('Deprecated since Hugo {0}.', since)
    : message('Deprecated since Hugo {0}: use `{1}` in its place.', since, instead);
}

/** A sentence of the table, which is in the list to translate like every message. */
function sentence(template: string): Message {
  return { template, args: [] };
}
