// What is known of the arguments of a shortcode, wherever it comes from, in the words that completion and hover share.
import { embeddedShortcode } from '../hugo/embeddedShortcodes.ts';
import type { EmbeddedArgument } from '../hugo/embeddedShortcodes.ts';
import { verdictFor } from '../hugo/version.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { ArgumentSignature, Place, ShortcodeSignature, TypeFact } from '../templates/signature.ts';
import { code } from '../text/markdown.ts';
import { message } from '../text/message.ts';
import type { Message } from '../text/message.ts';

export interface KnownArgument {
  /** Absent for one that can only stand by position. */
  readonly name: string | undefined;
  /** Zero-based; absent for one that can only be named. */
  readonly position: number | undefined;
  readonly isRequired: boolean;
  readonly type: Message | string | undefined;
  /** It says yes or no. */
  readonly isSwitch: boolean;
  readonly default: string | undefined;
  readonly values: readonly KnownValue[];
  /** Any other value fails the build. */
  readonly isClosed: boolean;
  readonly documentation: Message | undefined;
  /** Where the template first asks for it. */
  readonly readAt: Place | undefined;
}

export interface KnownValue {
  readonly text: string;
  /** It is compared as a text, so that it may stand in quotes; else it must not. */
  readonly isText: boolean;
}

/** The arguments of the shortcode that `name` calls, those that have to be given first. */
export function knownArguments(site: SiteSnapshot, name: string): readonly KnownArgument[] {
  const definition = site.shortcode(name);
  const isEmbedded = definition?.sources[0]?.origin === 'embedded';
  const embedded = isEmbedded ? embeddedShortcode(definition.name) : undefined;
  const known =
    embedded === undefined
      ? ofSignature(definition?.signature)
      : embedded.args
          .filter(({ since }) => verdictFor(site.hugo, since) !== 'none')
          .map((argument) => ofTable(argument));
  return known.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
}

/** What is to be said of an argument, in Markdown, without its name. */
export function argumentDocumentation(argument: KnownArgument, say: (message: Message) => string): string {
  const { documentation, values, isClosed, readAt } = argument;
  const list = values.map(({ text }) => code(text)).join(', ');
  return [
    documentation ?? [],
    argument.default === undefined ? [] : message('Default: {0}.', code(argument.default)),
    values.length === 0 ? [] : isClosed ? message('One of {0}.', list) : message('Compared with {0}.', list),
    readAt === undefined ? [] : message('Read by {0}.', code(`${readAt.path}:${String(readAt.line)}`)),
  ]
    .flat()
    .map(say)
    .join('\n\n');
}

/** That it must be given, and what it is. */
export function argumentDetails({ isRequired, type }: KnownArgument): (Message | string)[] {
  return [isRequired ? message('required') : [], type ?? []].flat();
}

function ofTable(argument: EmbeddedArgument): KnownArgument {
  const { name, position, required, type, values = [], documentation } = argument;
  return {
    name,
    position,
    isRequired: required !== undefined,
    type,
    isSwitch: type === 'bool',
    default: undefined,
    values: values.map((text) => ({ text, isText: true })),
    isClosed: values.length > 0,
    documentation: { template: documentation, args: [] },
    readAt: undefined,
  };
}

/** One entry per argument: a position that stands in for a name belongs to the name. */
function ofSignature(signature: ShortcodeSignature | undefined): KnownArgument[] {
  const all = signature?.arguments ?? [];
  const named = all.filter(({ key }) => typeof key === 'string').map(ofArgument);
  const taken = new Set(named.map(({ position }) => position));
  return [...named, ...all.filter(({ key }) => typeof key === 'number' && !taken.has(key)).map(ofArgument)];
}

function ofArgument(argument: ArgumentSignature): KnownArgument {
  const { key, aliases, required, values, closed, types, reads } = argument;
  const own = [key, ...aliases].filter((each) => each === key || typeof each !== typeof key);
  return {
    name: own.find((each) => typeof each === 'string'),
    position: own.find((each) => typeof each === 'number'),
    isRequired: required?.level === 'proven' && required.oneOf.every((each) => own.includes(each)),
    type: types[0] && typeText(types[0]),
    isSwitch: types[0]?.type === 'bool',
    default: argument.default?.value,
    values: values.map(({ value, isText }) => ({ text: value, isText })),
    isClosed: closed?.level === 'proven',
    documentation: undefined,
    readAt: reads[0],
  };
}

function typeText({ type, folder }: TypeFact): Message | string {
  switch (type) {
    case 'url':
      return 'URL';
    case 'markdown':
      return 'Markdown';
    case 'page':
      return message('a page');
    case 'asset':
    case 'resource':
      return message('a file');
    case 'path':
      return folder === undefined ? message('a file') : message('a file in {0}', folder);
    case 'data':
      return folder === undefined || folder === ''
        ? message('a name from the data')
        : message('a name from data/{0}', folder.replaceAll('.', '/'));
    default:
      return type;
  }
}
