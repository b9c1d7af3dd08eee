import { shortcodeSchema, type ShortcodeSchema } from '../../schema/shortcodeSchema.ts';
import { code, link, plain } from '../../text/markdown.ts';
import { message } from '../../text/message.ts';
import { callsOf, templateLink } from '../provenance.ts';
import { documentationOf, innerContent, inOrder, notesOn } from '../shortcodeFacts.ts';
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
      ...documentationOf(schema).map((text) => (typeof text === 'string' ? plain(text) : say(text))),
      argumentList(request, schema),
      ...(embedded === undefined ? [] : notesOn(embedded).map(say)),
      say(innerContent(definition)),
      embedded === undefined ? '' : link(say(message('Hugo’s documentation')), embedded.link),
    ],
    ...(site.shortcodeUse(name).calls === 0 ? {} : { exampleOf: name }),
  };
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
