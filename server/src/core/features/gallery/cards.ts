// The shortcodes that a page can call, to be chosen from: each with what its hover says, as data.
import { isAvailable, isDeprecated } from '../../schema/likelyShortcodes.ts';
import {
  argumentIds,
  shortcodeSchema,
  type ArgumentSchema,
  type ShortcodeSchema,
} from '../../schema/shortcodeSchema.ts';
import type { ShortcodeDefinition, SiteSnapshot } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import { callsOf, templateOf } from '../provenance.ts';
import { argumentDetails } from '../shortcodeArguments.ts';
import { documentationOf, innerContent, inOrder, notesOn } from '../shortcodeFacts.ts';

/** `here`: pages of the same section call it; `site`: a template of the site or its themes; `hugo`: one that Hugo brings along. */
export type CardGroup = 'here' | 'site' | 'hugo';

export interface CardArgument {
  readonly name: string;
  readonly isRequired: boolean;
  /** What it is, such as `URL` or `a file in /img/`; empty where nobody knows. */
  readonly type: string;
  readonly documentation: string;
  readonly default: string | undefined;
  /** Those that the template knows, else those that several pages give, most used first. */
  readonly values: readonly string[];
}

/** Sentences are in the writer's language, with code in backticks. */
export interface ShortcodeCard {
  readonly name: string;
  readonly group: CardGroup;
  readonly isDeprecated: boolean;
  /** How often pages call it. */
  readonly use: string;
  /** For people: the file of the template, or that it is part of Hugo. */
  readonly source: string;
  /** That file. */
  readonly sourceUri: string | undefined;
  readonly documentation: readonly string[];
  readonly arguments: readonly CardArgument[];
  /** Inner content, releases. */
  readonly notes: readonly string[];
  /** Hugo's documentation. */
  readonly link: string | undefined;
}

type Say = (message: Message) => string;

/** So many arguments are listed, and so many values of each. */
const most = { arguments: 20, values: 8 };
/** A longer value is a sentence of its page's own. */
const longestValue = 60;

/** All shortcodes that a page of `section` can call: those that its section calls first, then those of the site, then Hugo's own; the most used first. */
export function shortcodeCards(site: SiteSnapshot, section: string, say: Say): readonly ShortcodeCard[] {
  const here = callsIn(site, section);
  return site
    .shortcodes()
    .filter((definition) => isAvailable(site, definition))
    .map((definition) => ({
      card: cardOf(site, definition, here, say),
      here: here.get(definition.name) ?? 0,
      calls: site.shortcodeUse(definition.name).calls,
    }))
    .sort((a, b) => rankOf(a.card) - rankOf(b.card) || b.here - a.here || b.calls - a.calls || byName(a, b))
    .map(({ card }) => card);
}

function byName(a: { readonly card: ShortcodeCard }, b: { readonly card: ShortcodeCard }): number {
  return a.card.name < b.card.name ? -1 : 1;
}

const groups: readonly CardGroup[] = ['here', 'site', 'hugo'];

function rankOf({ group, isDeprecated }: ShortcodeCard): number {
  return groups.indexOf(group) * 2 + Number(isDeprecated);
}

/** On how many pages of the section each shortcode is called. */
function callsIn(site: SiteSnapshot, section: string): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  for (const { calls } of site.pagesIn(section)) {
    for (const written of new Set(calls)) {
      const name = site.shortcode(written)?.name ?? written;
      pages.set(name, (pages.get(name) ?? 0) + 1);
    }
  }
  return pages;
}

function cardOf(
  site: SiteSnapshot,
  definition: ShortcodeDefinition,
  here: ReadonlyMap<string, number>,
  say: Say,
): ShortcodeCard {
  const { name, sources } = definition;
  const schema = shortcodeSchema(site, name);
  const { embedded } = schema;
  const toText = (text: Message | string): string => (typeof text === 'string' ? text : say(text));
  return {
    name,
    group: here.has(name) ? 'here' : embedded === undefined ? 'site' : 'hugo',
    isDeprecated: isDeprecated(site, definition),
    use: say(callsOf(site, name)),
    source: toText(templateOf(definition)),
    sourceUri: sources[0]?.uri,
    documentation: documentationOf(schema).map(toText),
    arguments: inOrder(schema.arguments)
      .slice(0, most.arguments)
      .map((argument) => toCardArgument(site, schema, argument, toText)),
    notes: [innerContent(definition), ...(embedded === undefined ? [] : notesOn(embedded))].map(toText),
    link: embedded?.link,
  };
}

function toCardArgument(
  site: SiteSnapshot,
  { name: shortcode }: ShortcodeSchema,
  argument: ArgumentSchema,
  toText: (text: Message | string) => string,
): CardArgument {
  const { name, position = 0, isRequired, documentation } = argument;
  const details = argumentDetails({ ...argument, isRequired: false }).map(toText);
  return {
    name: name ?? argument.variable ?? toText(message('position {0}', position + 1)),
    isRequired,
    type: details.filter((detail) => detail !== 'string').join(', '),
    documentation: documentation === undefined ? '' : toText(documentation),
    default: argument.default,
    values: valuesOf(site, shortcode, argument),
  };
}

function valuesOf(site: SiteSnapshot, shortcode: string, argument: ArgumentSchema): readonly string[] {
  if (argument.values.length > 0) {
    return argument.values.map(({ text }) => text).slice(0, most.values);
  }
  return argumentIds(shortcode, argument)
    .flatMap((id) => site.argumentValues(id, most.values))
    .filter(({ value, pages }) => pages > 1 && value !== '' && value.length <= longestValue)
    .toSorted((a, b) => b.pages - a.pages)
    .map(({ value }) => value)
    .slice(0, most.values);
}
