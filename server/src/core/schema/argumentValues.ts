// Which values an argument has wherever it is given: those that its template, Hugo or the team name, and those that calls share.
import type { SiteSnapshot, ValueStats } from '../site/snapshot.ts';
import type { UseType } from '../templates/signature.ts';
import { begins, longestWords, ownWords, valuesAsked } from './ownWords.ts';
import { argumentIds, type ArgumentSchema, type ShortcodeSchema } from './shortcodeSchema.ts';

const leading: ReadonlySet<UseType> = new Set([
  'data',
  'path',
  'asset',
  'page',
  'url',
  'partial',
  'resource',
]);
/** Words of their page's own that stand on several pages are offered, a longer text on more. */
const severalPages = { words: 2, sentence: 3 };

/**
 * Those that the template names. A switch has two, without quotes where the template only asks whether it is true; the default comes only
 * among others, as leaving the argument out says the same.
 */
export function namedValues(
  argument: ArgumentSchema,
  used: ReadonlyMap<string, unknown> = new Map(),
): readonly { readonly text: string; readonly isText: boolean }[] {
  const { values, type } = argument;
  const isText = values.some((value) => value.isText);
  const both = type === 'bool' ? ['true', 'false'].map((text) => ({ text, isText })) : [];
  const isAlone = values.length + used.size === 0;
  const fallback =
    argument.default === undefined || isAlone
      ? []
      : [{ text: argument.default, isText: isText || !isLiteral(argument.default) }];
  const all = [...values, ...both, ...fallback];
  return all.filter(({ text }, index) => all.findIndex((each) => each.text === text) === index);
}

/** Whether there is any value to offer. */
export function hasValues(site: SiteSnapshot, schema: ShortcodeSchema, argument: ArgumentSchema): boolean {
  return (
    namedValues(argument).length > 0 ||
    argumentIds(schema.name, argument).some(
      (id) => recurring(site.argumentValues(id, valuesAsked)).length > 0,
    ) ||
    argument.uses.some(({ type }) => leading.has(type))
  );
}

/** Whether a value goes without quotes: only numbers and truth values are compared, or that is how pages write it. */
export function isWrittenBare(
  site: SiteSnapshot,
  schema: ShortcodeSchema,
  argument: ArgumentSchema,
): boolean {
  const named = namedValues(argument);
  if (named.length > 0) {
    return named.every(({ isText }) => !isText);
  }
  const ids = argumentIds(schema.name, argument);
  const written = site.argumentStats(schema.name).filter(({ id }) => ids.includes(id));
  return written.length > 0 && written.every(({ types }) => (types.get('string') ?? 0) === 0);
}

/** Those that another call may give, too, and those that begin with what is `typed`; most used first. */
export function recurring(values: readonly ValueStats[], typed = ''): readonly ValueStats[] {
  const isOwn = ownWords(values.slice(0, valuesAsked));
  return values.filter(
    ({ value, pages }) =>
      !isOwn(value) ||
      pages >= severalPages[value.length > longestWords ? 'sentence' : 'words'] ||
      begins(value, typed),
  );
}

/** A number or truth value. */
export function isLiteral(value: string): boolean {
  return /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value);
}
