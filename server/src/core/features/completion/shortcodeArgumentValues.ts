// Which values an argument may be given, and in which order: those that pages like this one give first.
import { askedPage, type AskedPage } from '../../schema/askedPage.ts';
import { argumentValueVotes } from '../../schema/rankShortcodes.ts';
import { argumentIds, findArgument, type ArgumentSchema } from '../../schema/shortcodeSchema.ts';
import { shortcodeSchema, type ShortcodeSchema } from '../../schema/shortcodeSchema.ts';
import { targetsOf, type Target } from '../../schema/targets.ts';
import type { ValuePlace } from '../../shortcodes/place.ts';
import type { Argument, ShortcodeTag } from '../../shortcodes/types.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import type { UseType } from '../../templates/signature.ts';
import { message, type Message } from '../../text/message.ts';
import { usedOnPages } from '../provenance.ts';
import type { CompletionRequest } from './suggestion.ts';

export interface OfferedValue {
  readonly text: string;
  /** It may stand in quotes; a number or truth value that is no text must not. */
  readonly isText: boolean;
  readonly kind: Target['kind'] | 'value';
  readonly details: readonly (Message | string)[];
}

/** So many values of other pages are looked through. */
const mostUsed = 200;
const leading: ReadonlySet<UseType> = new Set(['data', 'path', 'asset', 'page', 'url']);
/** A longer text is a sentence of its page's own. */
const longestValue = 60;

/**
 * The values of `argument`, each once, without those that no kind of quotes can hold; `typed` is what stands before the cursor, and `current` the argument as
 * the page has it now, which does not count for itself.
 */
export function offeredValues(
  request: CompletionRequest,
  schema: ShortcodeSchema,
  argument: ArgumentSchema,
  typed: string,
  current?: Argument,
): readonly OfferedValue[] {
  const asked = askedPage(request.site, request.page);
  const used = usedValues(request, asked, schema, argument, current);
  const offered = new Map<string, OfferedValue & { readonly score: number }>();
  const offer = (
    value: Omit<OfferedValue, 'details'>,
    details: OfferedValue['details'],
    least: number,
  ): void => {
    const votes = used.get(value.text);
    const known = offered.get(value.text);
    if (known === undefined && !/["`\\\r\n]/.test(value.text)) {
      offered.set(value.text, { ...value, details, score: Math.max(votes?.score ?? 0, least) });
    }
  };
  for (const { text, isText } of namedValues(argument, used)) {
    const isDefault = text === argument.default;
    offer({ text, isText, kind: 'value' }, [isDefault ? message('default') : [], useOf(text)].flat(), 0.02);
  }
  for (const target of targetsOf(request.site, asked, argument.uses, typed)) {
    offer(
      { text: target.value, isText: true, kind: target.kind },
      target.title === undefined ? [] : [target.title],
      0,
    );
  }
  if (!argument.isClosed) {
    for (const { text, isText } of used.values()) {
      offer({ text, isText, kind: 'value' }, useOf(text), 0);
    }
  }
  return [...offered.values()].sort((a, b) => b.score - a.score);

  function useOf(text: string): Message[] {
    const pages = used.get(text)?.pages ?? 0;
    return pages === 0 ? [] : [usedOnPages(pages)];
  }
}

/** The value that stands at `place`, as its shortcode knows it. */
export function argumentAt(
  { site }: CompletionRequest,
  { tag, argument: { name }, positionalIndex }: ValuePlace,
): { readonly schema: ShortcodeSchema; readonly argument: ArgumentSchema | undefined } {
  const schema = shortcodeSchema(site, tag.name);
  return { schema, argument: findArgument(schema, name ?? positionalIndex) };
}

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
  return [...values, ...both, ...fallback];
}

/** Whether there is any value to offer, at the cost of a glance. */
export function hasValues(site: SiteSnapshot, schema: ShortcodeSchema, argument: ArgumentSchema): boolean {
  const [used] = argumentIds(schema.name, argument).flatMap((id) => site.argumentValues(id, 1));
  return (
    namedValues(argument).length > 0 ||
    (used !== undefined && used.value.length <= longestValue) ||
    argument.uses.some(({ type }) => leading.has(type))
  );
}

interface UsedValue {
  readonly text: string;
  readonly isText: boolean;
  readonly pages: number;
  readonly score: number;
}

/** What other calls give, of other pages and of this one. */
function usedValues(
  { site, page }: CompletionRequest,
  asked: AskedPage,
  schema: ShortcodeSchema,
  argument: ArgumentSchema,
  current: Argument | undefined,
): ReadonlyMap<string, UsedValue> {
  const ids = argumentIds(schema.name, argument);
  const own = ownValues(page, schema.name, argument, current);
  const votes = argumentValueVotes(site, asked, ids);
  const most = Math.max(...votes.values(), Number.MIN_VALUE);
  const written = site.argumentStats(schema.name).filter(({ id }) => ids.includes(id));
  const isQuoted = written.some(({ types }) => (types.get('string') ?? 0) > 0);
  const used = new Map<string, UsedValue>();
  for (const { value, pages } of ids.flatMap((id) => site.argumentValues(id, mostUsed))) {
    const here = own.get(value) ?? 0;
    const isCurrent = current?.value === value && here === 0;
    const elsewhere = pages - (isCurrent ? 1 : 0);
    if (value.length <= longestValue && elsewhere > 0) {
      const score = (votes.get(value) ?? 0) / most + here;
      used.set(value, { text: value, isText: isQuoted || !isLiteral(value), pages: elsewhere, score });
    }
  }
  return used;
}

/** The share of the other calls on this page that give each value. */
function ownValues(
  { shortcodes }: PageDocument,
  shortcode: string,
  { name, position }: ArgumentSchema,
  current: Argument | undefined,
): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  const values = shortcodes.tags
    .filter((tag) => tag.name === shortcode && tag.sound)
    .flatMap((tag) => argumentOf(tag, name, position) ?? [])
    .filter((each) => each !== current)
    .map(({ value }) => value);
  for (const value of values) {
    shares.set(value, (shares.get(value) ?? 0) + 1 / values.length);
  }
  return shares;
}

function argumentOf(
  { args }: ShortcodeTag,
  name: string | undefined,
  position: number | undefined,
): Argument | undefined {
  return (
    args.find((each) => each.name !== undefined && each.name === name) ??
    (position === undefined || args[position]?.name !== undefined ? undefined : args[position])
  );
}

function isLiteral(value: string): boolean {
  return /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value);
}
