// All that the site says of one shortcode: its template or Hugo's own table first, then the team, then the pages that call it.
import { embeddedShortcode } from '../hugo/embeddedShortcodes.ts';
import type { EmbeddedArgument, EmbeddedShortcode } from '../hugo/embeddedShortcodes.ts';
import { verdictFor, type HugoRange } from '../hugo/version.ts';
import { toArgumentId } from '../site/pageRecord.ts';
import type { ShortcodeDefinition, SiteSnapshot, TeamShortcode } from '../site/snapshot.ts';
import type {
  ArgumentKey,
  ArgumentSignature,
  Level,
  Place,
  UseType,
  ValueUse,
} from '../templates/signature.ts';
import type { Message } from '../text/message.ts';

/** A value that a template, Hugo or the team names; what pages give comes from `site.argumentValues`. */
export interface ArgumentValue {
  readonly text: string;
  /** It is compared as a text, so that it may stand in quotes; else it must not. */
  readonly isText: boolean;
}

export interface ArgumentSchema {
  /** Absent for one that can only stand by position. */
  readonly name: string | undefined;
  /** Zero-based; absent for one that can only be named. */
  readonly position: number | undefined;
  /** What the template calls it, where it has no name. */
  readonly variable?: string | undefined;
  readonly isRequired: boolean;
  readonly type: UseType | 'string' | undefined;
  /** What the template does with it, the likeliest first. */
  readonly uses: readonly ValueUse[];
  readonly default: string | undefined;
  readonly values: readonly ArgumentValue[];
  /** Any other value fails the build. */
  readonly isClosed: boolean;
  /** Of Hugo's own, to be translated; of the team, as it stands. */
  readonly documentation: Message | string | undefined;
  /** In the order in which the template asks for it. */
  readonly reads: readonly Place[];
  /** On how many pages it is given by name, and by position. */
  readonly named: number;
  readonly positional: number;
  /** `proven`: the template reads it, or Hugo does; `likely`: only pages or the team know it. */
  readonly level: Level;
}

export interface ShortcodeSchema {
  readonly name: string;
  readonly definition: ShortcodeDefinition | undefined;
  /** Hugo's own, where no template of the site replaces it. */
  readonly embedded: EmbeddedShortcode | undefined;
  readonly team: TeamShortcode | undefined;
  /** Those that have to be given first, then as the template asks for them, then by use. */
  readonly arguments: readonly ArgumentSchema[];
  /** It may take others, too. */
  readonly isOpen: boolean;
  /** On how many pages it is called. */
  readonly pages: number;
  /** Where the template asks for the shortcode that has to enclose it. */
  readonly parent: Place | undefined;
  /** Where the template itself renders the inner content as Markdown, so that `{{< >}}` is right for it. */
  readonly innerMarkdown: Place | undefined;
}

/** What the site says of the shortcode that `name` calls; a name that nobody knows has what its calls say. */
export function shortcodeSchema(site: SiteSnapshot, name: string): ShortcodeSchema {
  const definition = site.shortcode(name);
  const isEmbedded = definition?.sources[0]?.origin === 'embedded';
  const embedded = isEmbedded ? embeddedShortcode(definition.name) : undefined;
  const signature = definition?.signature;
  const isOpen = embedded === undefined && (signature === undefined || signature.open.length > 0);
  const own = embedded === undefined ? ofSignature(signature?.arguments ?? []) : ofTable(embedded, site.hugo);
  const team = site.team?.shortcodes.find((each) => each.name === (definition?.name ?? name));
  const all = withReadInside(site, definition, withTeam(own, team));
  const known = withUse(site, name, all, isOpen);
  return {
    name: definition?.name ?? name,
    definition,
    embedded,
    team,
    arguments: known.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired)),
    isOpen,
    pages: site.shortcodeUse(name).pages,
    parent: signature?.parent[0],
    innerMarkdown: signature?.inner.markdown,
  };
}

/** The argument that a call gives by this name, or at this position. */
export function findArgument(
  { arguments: all }: ShortcodeSchema,
  key: string | number,
): ArgumentSchema | undefined {
  return all.find(({ name, position }) => (typeof key === 'string' ? name === key : position === key));
}

/** The ids under which the index counts the argument. */
export function argumentIds(shortcode: string, { name, position }: ArgumentSchema): readonly string[] {
  return [name, position].flatMap((key) => (key === undefined ? [] : toArgumentId(shortcode, key)));
}

/** One of which nobody says anything. */
export const unknownArgument: ArgumentSchema = {
  name: undefined,
  position: undefined,
  isRequired: false,
  type: undefined,
  uses: [],
  default: undefined,
  values: [],
  isClosed: false,
  documentation: undefined,
  reads: [],
  named: 0,
  positional: 0,
  level: 'likely',
};

function ofTable({ args }: EmbeddedShortcode, hugo: HugoRange): readonly ArgumentSchema[] {
  const holds = (since?: string, until?: string): boolean => verdictFor(hugo, since, until) !== 'none';
  return args
    .filter(({ since }) => holds(since))
    .map((argument) => ({
      ...ofEmbedded(argument),
      position: holds(undefined, argument.positionUntil) ? argument.position : undefined,
      isRequired: argument.required !== undefined && (argument.required === true || holds(argument.required)),
    }));
}

function ofEmbedded({
  name,
  type,
  values = [],
  leadsTo = [],
  isPicture = false,
  documentation,
}: EmbeddedArgument): ArgumentSchema {
  return {
    ...unknownArgument,
    name,
    type,
    uses: leadsTo.map((each) => ({ type: each, folder: undefined, isPicture })),
    values: values.map((text) => ({ text, isText: true })),
    isClosed: values.length > 0,
    documentation: { template: documentation, args: [] },
    level: 'proven',
  };
}

/** One entry per argument: a position that stands in for a name belongs to the name. */
function ofSignature(all: readonly ArgumentSignature[]): readonly ArgumentSchema[] {
  const named = all.filter(({ key }) => typeof key === 'string').map(ofArgument);
  const taken = new Set(named.map(({ position }) => position));
  return [...named, ...all.filter(({ key }) => typeof key === 'number' && !taken.has(key)).map(ofArgument)];
}

function ofArgument(argument: ArgumentSignature): ArgumentSchema {
  const { key, aliases, required, values, closed, types, reads } = argument;
  const own = [key, ...aliases].filter((each) => each === key || typeof each !== typeof key);
  return {
    ...unknownArgument,
    name: own.find((each) => typeof each === 'string'),
    position: own.find((each) => typeof each === 'number'),
    variable: argument.variable,
    isRequired: required?.level === 'proven' && required.oneOf.every((each) => own.includes(each)),
    type: types[0]?.type,
    uses: types,
    default: argument.default?.value,
    values: values.map(({ value, isText }) => ({ text: value, isText })),
    isClosed: closed?.level === 'proven',
    reads,
    level: 'proven',
  };
}

/** What the team says comes on top; an argument of its own counts, too. */
function withTeam(
  all: readonly ArgumentSchema[],
  team: TeamShortcode | undefined,
): readonly ArgumentSchema[] {
  const statements = team?.arguments ?? [];
  const said = all.map((argument) => {
    const statement = statements.find(({ name }) => name === argument.name);
    return statement === undefined ? argument : { ...argument, ...teamPart(statement, argument) };
  });
  const others = statements.filter(({ name }) => all.every((argument) => argument.name !== name));
  return [
    ...said,
    ...others.map((statement) => ({
      ...unknownArgument,
      name: statement.name,
      ...teamPart(statement, unknownArgument),
    })),
  ];
}

function teamPart(
  { documentation, isRequired, values }: TeamShortcode['arguments'][number],
  argument: ArgumentSchema,
): Partial<ArgumentSchema> {
  const others = argument.values.filter(({ text }) => !values.includes(text));
  return {
    documentation: documentation ?? argument.documentation,
    isRequired: isRequired || argument.isRequired,
    values: [...values.map((text) => ({ text, isText: true })), ...others],
  };
}

/** What the shortcodes inside of it read of its arguments: `.Parent.Get "active"` in the template of `tab` is an argument of `tabs`. */
function withReadInside(
  site: SiteSnapshot,
  parent: ShortcodeDefinition | undefined,
  all: readonly ArgumentSchema[],
): readonly ArgumentSchema[] {
  if (parent?.takesInner !== true) {
    return all;
  }
  const others = new Map<ArgumentKey, ArgumentSchema>();
  for (const { name, signature } of site.shortcodes()) {
    for (const argument of signature?.parentArguments ?? []) {
      const { key, reads } = argument;
      const isMeant = isReadInside(site, parent, name, key);
      if (isMeant && all.every((argument) => argument.name !== key && argument.position !== key)) {
        const known = others.get(key);
        others.set(key, {
          ...(known ?? ofArgument(argument)),
          isRequired: false,
          isClosed: false,
          level: 'likely',
          reads: [...(known?.reads ?? []), ...reads],
        });
      }
    }
  }
  return [...all, ...others.values()];
}

/** Whether the argument of the enclosing shortcode that `child` reads, `.Parent.Get "active"`, is one of `parent`. */
export function isReadInside(
  site: SiteSnapshot,
  parent: ShortcodeDefinition,
  child: string,
  key: ArgumentKey,
): boolean {
  const id = toArgumentId(parent.name, key);
  return (
    parent.takesInner === true &&
    (areAkin(parent.name, child) || site.argumentStats(parent.name).some((each) => each.id === id))
  );
}

/** One name begins with the other: `tabs` and `tab`, `card` and `card-item`. */
function areAkin(a: string, b: string): boolean {
  return a !== b && (a.startsWith(b) || b.startsWith(a));
}

/** How often pages give each, and where the template leaves the list open, what else they give. */
function withUse(
  site: SiteSnapshot,
  shortcode: string,
  all: readonly ArgumentSchema[],
  isOpen: boolean,
): readonly ArgumentSchema[] {
  const stats = new Map(site.argumentStats(shortcode).map((each) => [each.id, each]));
  const pagesOf = (key: string | number | undefined): number =>
    key === undefined ? 0 : (stats.get(toArgumentId(shortcode, key))?.pages ?? 0);
  const known = all.map((argument) => ({
    ...argument,
    named: pagesOf(argument.name),
    positional: pagesOf(argument.position),
  }));
  if (!isOpen) {
    return known;
  }
  const taken = new Set(all.flatMap((argument) => argumentIds(shortcode, argument)));
  const others = [...stats.values()].filter(({ id }) => !taken.has(id));
  return [
    ...known,
    ...others.map(({ spelling, pages }) =>
      /^\d+$/.test(spelling)
        ? { ...unknownArgument, position: Number(spelling), positional: pages }
        : { ...unknownArgument, name: spelling, named: pages },
    ),
  ];
}
