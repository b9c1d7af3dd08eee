import {
  argumentIds,
  findArgument,
  shortcodeSchema,
  type ArgumentSchema,
} from '../../schema/shortcodeSchema.ts';
import { toArgumentId } from '../../site/pageRecord.ts';
import { code, plain } from '../../text/markdown.ts';
import { message } from '../../text/message.ts';
import type { Message } from '../../text/message.ts';
import { leadsOf } from '../leads.ts';
import { readBy } from '../provenance.ts';
import { argumentDetails } from '../shortcodeArguments.ts';
import type { ArgumentSubject } from '../subject.ts';
import { headline, mostUsed, onPages, type HoverRequest, type HoverText } from './hoverRequest.ts';

/** So many of the most used values of each of its names are looked at. */
const valuesAsked = 20;
/** Among so many the one at hand is looked for. */
const valuesSearched = 1000;

/** What is known of an argument whose name is pointed at. */
export function argumentHover(request: HoverRequest, subject: ArgumentSubject): HoverText | undefined {
  const { definition, key } = subject;
  const argument = schemaOf(request, subject);
  return (
    argument && {
      paragraphs: [
        headline(request, nameOf(request, argument, key), [
          code(definition.name),
          ...argumentDetails(argument),
          onPages(request, Math.max(argument.named, argument.positional)),
        ]),
        ...notesOf(request, definition.name, argument),
      ],
    }
  );
}

/**
 * What is known of the value of an argument: how many pages give the same, and where it leads; where neither is known, and where
 * the argument has no name there, what is known of the argument.
 */
export function argumentValueHover(request: HoverRequest, subject: ArgumentSubject): HoverText | undefined {
  const { site } = request;
  const { definition, key, argument } = subject;
  const schema = schemaOf(request, subject);
  const leads = leadsOf(site, argument.value, schema?.uses ?? []);
  if (typeof key === 'number') {
    const text = argumentHover(request, subject);
    return text && { ...text, leads };
  }
  const pages = site
    .argumentValues(toArgumentId(definition.name, key), valuesSearched)
    .find(({ value }) => value === argument.value)?.pages;
  const used = onPages(request, pages ?? 0);
  return used === undefined && leads.length === 0
    ? argumentHover(request, subject)
    : { paragraphs: [headline(request, code(argument.value), [code(key), used])], leads };
}

/** One line of the list below a shortcode's name. */
export function argumentLine(request: HoverRequest, argument: ArgumentSchema): string {
  const { say } = request;
  const { name, position, documentation, default: fallback } = argument;
  const names = [
    name === undefined ? [] : code(name),
    position === undefined ? [] : say(message('position {0}', position + 1)),
  ].flat();
  const facts = [
    ...argumentDetails(argument).filter((detail) => detail !== 'string'),
    fallback === undefined ? undefined : message('default {0}', code(fallback)),
  ];
  const sentences = [documentation, valuesText(argument)].flatMap((note) =>
    note === undefined ? [] : toText(request, note),
  );
  return [
    headline(request, names.join(', '), facts),
    ...(sentences.length === 0 ? [] : [sentences.join(' ')]),
  ].join(': ');
}

function notesOf(request: HoverRequest, shortcode: string, argument: ArgumentSchema): string[] {
  const { documentation, default: fallback, reads } = argument;
  return [
    documentation,
    valuesText(argument),
    fallback === undefined ? undefined : message('Without it, {0} is used.', code(fallback)),
    commonValues(request, shortcode, argument),
    readBy(request.site, reads),
  ].flatMap((note) => (note === undefined ? [] : toText(request, note)));
}

function schemaOf({ site }: HoverRequest, { definition, key }: ArgumentSubject): ArgumentSchema | undefined {
  return findArgument(shortcodeSchema(site, definition.name), key);
}

/** As the call gives it: one that stands by position may have a name, too. */
function nameOf({ say }: HoverRequest, { name }: ArgumentSchema, key: string | number): string {
  return typeof key === 'string' || name !== undefined
    ? `**${code(name ?? String(key))}**`
    : `**${say(message('position {0}', key + 1))}**`;
}

/** Its default alone says nothing new, nor do the two that every switch has. */
function valuesText({ values, isClosed, default: fallback, type }: ArgumentSchema): Message | undefined {
  const list = values.map(({ text }) => code(text)).join(', ');
  const isKnown = type === 'bool' || values.every(({ text }) => text === fallback);
  if (values.length === 0 || (!isClosed && isKnown)) {
    return undefined;
  }
  return isClosed ? message('One of {0}.', list) : message('Its template knows {0}.', list);
}

function commonValues(
  request: HoverRequest,
  shortcode: string,
  argument: ArgumentSchema,
): Message | undefined {
  const values = argumentIds(shortcode, argument).flatMap((id) =>
    request.site.argumentValues(id, valuesAsked),
  );
  return mostUsed(
    request,
    values.toSorted((a, b) => b.pages - a.pages),
  );
}

/** A text of the team stands as it is. */
function toText({ say }: HoverRequest, note: Message | string): string {
  return typeof note === 'string' ? plain(note) : say(note);
}
