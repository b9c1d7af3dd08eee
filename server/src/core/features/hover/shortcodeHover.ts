import { embeddedShortcode } from '../../hugo/embeddedShortcodes.ts';
import type { EmbeddedArgument, EmbeddedShortcode } from '../../hugo/embeddedShortcodes.ts';
import { findTagAt } from '../../shortcodes/place.ts';
import type { ShortcodeTag } from '../../shortcodes/types.ts';
import { code, plain } from '../../text/markdown.ts';
import { message } from '../../text/message.ts';
import type { Message } from '../../text/message.ts';
import { touches } from '../../text/range.ts';
import type { ShortcodeDefinition } from '../../site/snapshot.ts';
import { callsOf, templateOf } from '../provenance.ts';
import { argumentDetails, argumentDocumentation, knownArguments } from '../shortcodeArguments.ts';
import type { KnownArgument } from '../shortcodeArguments.ts';
import type { HoverPart, HoverRequest } from './hoverRequest.ts';

/** What is known of the shortcode whose name is at the cursor, in an opening or a closing tag. */
export function shortcodeHover(request: HoverRequest): HoverPart | undefined {
  const { site, page, offset } = request;
  const tag = findTagAt(page.shortcodes, offset);
  if (tag === undefined || tag.kind === 'comment') {
    return undefined;
  }
  const definition = site.shortcode(tag.name);
  if (definition === undefined) {
    return undefined;
  }
  const embedded =
    definition.sources[0]?.origin === 'embedded' ? embeddedShortcode(definition.name) : undefined;
  return touches(tag.nameRange, offset)
    ? { range: tag.nameRange, markdown: shortcodeText(request, definition, embedded) }
    : argumentHover(request, tag, embedded);
}

function shortcodeText(
  { site, say }: HoverRequest,
  definition: ShortcodeDefinition,
  embedded: EmbeddedShortcode | undefined,
): string {
  const template = templateOf(definition);
  const where = typeof template === 'string' ? code(template) : say(template);
  return [
    [`**${code(definition.name)}**`, where, say(callsOf(site, definition.name))].join(' · '),
    embedded === undefined ? plain(definition.documentation ?? '') : embeddedText(embedded, say),
    say(innerContent(definition.takesInner)),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function innerContent(takesInner: boolean | undefined): Message {
  if (takesInner === undefined) {
    return message('Nobody can tell yet whether it takes inner content.');
  }
  return takesInner
    ? message('Takes inner content: it must be closed.')
    : message('Takes no inner content: it must not be closed.');
}

function embeddedText(
  { documentation, args, since, deprecated, removed, instead, note, link }: EmbeddedShortcode,
  say: HoverRequest['say'],
): string {
  return [
    say(sentence(documentation)),
    args.map((argument) => argumentLine(argument, say)).join('\n'),
    note === undefined ? '' : say(sentence(note)),
    since === undefined ? '' : say(message('Hugo {0} and newer.', since)),
    deprecated === undefined ? '' : say(deprecation(deprecated, instead)),
    removed === undefined ? '' : say(message('Removed in Hugo {0}.', removed)),
    `[${say(message('Hugo’s documentation'))}](${link})`,
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function deprecation(since: string, instead: string | undefined): Message {
  return instead === undefined
    ? message('Deprecated since Hugo {0}.', since)
    : message('Deprecated since Hugo {0}: use `{1}` in its place.', since, instead);
}

function argumentLine(
  { name, position, required, type, documentation }: EmbeddedArgument,
  say: HoverRequest['say'],
): string {
  const names = [
    name === undefined ? [] : code(name),
    position === undefined ? [] : say(message('position {0}', position + 1)),
  ].flat();
  const must = required === undefined ? '' : ` (${say(message('required'))})`;
  return `- ${names.join(', ')}${must}: ${type}. ${say(sentence(documentation))}`;
}

/** A sentence of the table, which is in the list to translate like every message. */
function sentence(template: string): Message {
  return { template, args: [] };
}

function argumentHover(
  { site, offset, say }: HoverRequest,
  { name: shortcode, args }: ShortcodeTag,
  embedded: EmbeddedShortcode | undefined,
): HoverPart | undefined {
  const found = args.find(({ nameRange }) => nameRange !== undefined && touches(nameRange, offset));
  if (found?.nameRange === undefined) {
    return undefined;
  }
  const ofHugo = embedded?.args.find(({ name }) => name !== undefined && name === found.name);
  if (ofHugo !== undefined) {
    return { range: found.nameRange, markdown: argumentLine(ofHugo, say).slice(2) };
  }
  const known = knownArguments(site, shortcode).find(({ name }) => name === found.name);
  return known && { range: found.nameRange, markdown: argumentText(known, shortcode, say) };
}

function argumentText(argument: KnownArgument, shortcode: string, say: HoverRequest['say']): string {
  const details = argumentDetails(argument).map((detail) =>
    typeof detail === 'string' ? detail : say(detail),
  );
  return [
    [`**${code(argument.name ?? '')}**`, code(shortcode), ...details].join(' · '),
    argumentDocumentation(argument, say),
  ].join('\n\n');
}
