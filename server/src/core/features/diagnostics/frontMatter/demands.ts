// When a value meets what Hugo demands of it, and what to say and to write where it does not.
import type { SiteConfig } from '../../../config/types.ts';
import { mapAt, valueAt } from '../../../config/value.ts';
import { addressTokens, markupNames, outputFormats, pageKinds } from '../../../hugo/valueDemands.ts';
import type { Demand } from '../../../hugo/valueDemands.ts';
import { globMatcher } from '../../../text/glob.ts';
import { message } from '../../../text/message.ts';
import type { Message } from '../../../text/message.ts';
import { editDistance, nearestOf } from '../../../text/near.ts';
import type { SeenValue } from './fieldValues.ts';

export interface DemandTerms {
  /** `isItem`: the value is one of a list, which is not cut into words. */
  readonly meets: (value: SeenValue, config: SiteConfig, isItem: boolean) => boolean;
  /** Why `text`, the value of `key`, does not. */
  readonly why: (key: string, text: string) => Message;
  /** What to write instead, where that can be said. */
  readonly better?: (text: string, config: SiteConfig) => string | undefined;
  /** Hugo asks each item of a list, and each word of a single text. */
  readonly ofItems?: true;
}

const isMap = ({ type }: SeenValue): boolean => type === 'map';
const isNothing = ({ type }: SeenValue): boolean => type === 'null';
const isNested = ({ type }: SeenValue): boolean => type === 'map' || type === 'list';

export const demandTerms: Readonly<Record<Demand, DemandTerms>> = {
  map: { meets: (value) => isMap(value) || isJsonMap(value), why: wantsKeys },
  mapOrNothing: { meets: (value) => isMap(value) || isNothing(value) || isJsonMap(value), why: wantsKeys },
  mapOrMaps: {
    meets: (value) => isNested(value) || isNothing(value),
    why: (key) => message('"{0}" takes keys with values of their own, or a list of such.', key),
  },
  menuEntry: {
    meets: (value) => isMap(value) || isNothing(value) || isJsonMap(value),
    why: (key) =>
      message('The entry in the menu "{0}" takes keys such as name and weight, not a single value.', key),
  },
  text: {
    meets: (value) => !isNested(value),
    why: (key) => message('"{0}" takes a single word, not a list or keys.', key),
  },
  truth: {
    meets: ({ type, text }) =>
      type === 'string' ? text === '' || goBool.test(text) : type !== 'list' && type !== 'map',
    why: (key) => message('"{0}" takes true or false.', key),
    better: truthOf,
  },
  number: {
    meets: ({ type, text }) =>
      type === 'string' ? text === '' || Number.isFinite(Number(text)) : type !== 'list' && type !== 'map',
    why: (key) => message('"{0}" takes a number.', key),
  },
  ownAddress: {
    meets: ({ text }) => !/^https?:\/\//.test(text),
    why: (key) => message('"{0}" is a path on this site, without http:// and a host.', key),
    better: pathOf,
  },
  ownAddresses: {
    meets: ({ text }) => !/(?:^|\s)https?:\/\//.test(text),
    why: () => message('An alias is a path on this site, without http:// and a host.'),
    better: pathOf,
    ofItems: true,
  },
  addressTokens: {
    meets: ({ text }) => unknownToken(text) === undefined,
    why: (key, text) =>
      message(
        'In "{0}" a word behind a colon stands for something of the page, as in /:year/:slug/, and Hugo knows no "{1}".',
        key,
        `:${unknownToken(text) ?? ''}`,
      ),
  },
  outputFormats: {
    meets: ({ text }, config, isItem) => {
      const names = isItem ? [text] : text.split(/\s+/).filter((word) => word !== '');
      const known = [...outputFormats, ...ownFormats(config)];
      const isMore = config.imports.length > 0;
      return names
        .map((name) => name.toLowerCase())
        .every((name) => (isMore ? name.trim() !== '' : known.includes(name)));
    },
    why: (_key, text) => message('There is no output format "{0}".', text),
    better: (text, config) => nearestTo(text, [...ownFormats(config), ...outputFormats]),
    ofItems: true,
  },
  kind: {
    meets: ({ text }) =>
      text === '' || pageKinds.includes(text.toLowerCase()) || text.toLowerCase() === 'taxonomyterm',
    why: (_key, text) => message('There is no kind of page "{0}".', text),
    better: (text) => nearestTo(text, pageKinds),
  },
  kindPattern: {
    meets: (value) =>
      !isNested(value) && (value.text === '' || pageKinds.some(globMatcher(value.text.toLowerCase()))),
    why: (_key, text) => message('There is no kind of page "{0}".', text),
    better: (text) => nearestTo(text, pageKinds),
  },
  markup: {
    meets: ({ text }, { imports, raw }) =>
      text === '' ||
      text.includes('/') ||
      markupNames.includes(text.toLowerCase()) ||
      imports.length > 0 ||
      mapAt(raw, 'mediaTypes').size > 0,
    why: (_key, text) => message('There is no markup "{0}".', text),
    better: (text) => nearestTo(text, markupNames),
  },
  notHtml: allowedBut('html'),
  notOrg: allowedBut('org'),
  absent: {
    meets: () => false,
    why: (key) => message('"{0}" cannot be handed down by "cascade".', key),
  },
  renamed: {
    meets: () => false,
    why: () => message('"_build" is called "build" since Hugo 0.123.'),
  },
};

/** Hugo's security settings leave a markup out, unless the site has its own. */
function allowedBut(name: string): DemandTerms {
  return {
    meets: ({ text }, { raw }) =>
      text.toLowerCase() !== name || valueAt(raw, 'security', 'allowContent') !== undefined,
    why: (_key, text) =>
      message(
        'Content in "{0}" is not allowed, unless "security.allowContent" in the configuration says so.',
        text,
      ),
  };
}

/** The texts that Go's `strconv.ParseBool` knows. */
export const goBool = /^(?:[01tTfF]|true|TRUE|True|false|FALSE|False)$/;

/** What writers put for true and false where Hugo reads no such word. */
export function truthOf(text: string): 'true' | 'false' | undefined {
  const word = text.trim().toLowerCase();
  return truths.has(word) ? 'true' : untruths.has(word) ? 'false' : undefined;
}

const truths = new Set(['true', 'yes', 'y', 'on', 'ja', 'sant', 'oui', 'sí', 'si']);
const untruths = new Set(['false', 'no', 'n', 'off', 'nej', 'nei', 'nein', 'falskt', 'usant']);

/** The first word behind a colon that no release takes for a part of the page or for the layout of a date. */
function unknownToken(text: string): string | undefined {
  const words = Array.from(text.replaceAll('\\:', '').matchAll(/:(\w+)(?![\w[])/g), ([, word = '']) => word);
  return words.find((word) => !addressTokens.has(word) && !dateLayout.test(word));
}

const dateLayout = /\d|Jan|Mon|MST|PM|pm/;

function wantsKeys(key: string): Message {
  return message('"{0}" takes keys with values of their own, not a single value or a list.', key);
}

/** Where Hugo wants a map it reads a text as JSON. */
function isJsonMap({ type, text }: SeenValue): boolean {
  return type === 'string' && /^\s*\{/.test(text);
}

/** The path of an address on the web, for a value of a single address. */
function pathOf(text: string): string | undefined {
  const [, path] = /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.exec(text) ?? [];
  return path;
}

function ownFormats({ raw }: SiteConfig): readonly string[] {
  return [...mapAt(raw, 'outputFormats').keys()].map((name) => name.toLowerCase());
}

function nearestTo(text: string, names: readonly string[]): string | undefined {
  const most = Math.min(2, Math.floor(text.length / 2));
  return nearestOf(names, (name) => editDistance(text, name, most))?.item;
}
