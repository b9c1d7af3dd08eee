import { timeZoneOf } from '../config/timeZone.ts';
import type { SiteConfig } from '../config/types.ts';
import { flagAt } from '../config/value.ts';
import { resolveScalar, type ResolvedScalar } from '../frontMatter/scalar.ts';
import type { ScalarNode } from '../frontMatter/types.ts';
import { isHugoDate, toMoment } from '../hugo/dateLayouts.ts';
import { verdictFor, type HugoRange } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';
import { memoize } from '../text/memoize.ts';
import { momentAt } from '../text/timeZone.ts';
import { inheritedValues, withInherited, type HandedDown, type InheritingSite } from './cascade.ts';
import type { PageDocument } from './pageDocument.ts';
import type { PageKey, PageRecord } from './snapshot.ts';

export type PublishState = 'published' | 'draft' | 'scheduled' | 'expired' | 'neverRendered';

/** What becomes of a page, and when that changes by itself. Moments are in ms since 1970. */
export interface Publishing {
  readonly state: PublishState;
  /** The key that says so; absent of what is published. */
  readonly key?: string;
  /** When it comes, if it is scheduled; when it went, if it is expired; when it will go, if it is published and that is known. */
  readonly moment?: number;
}

/** A key with the date that Hugo reads there, in ms since 1970. */
export interface KeyDate {
  readonly key: string;
  readonly moment: number;
}

/** What front matter says of it; the keys by their ids. */
export interface PublishFacts {
  readonly isDraft: boolean;
  /** Which of the two keys says so, or would. */
  readonly draftKey: 'draft' | 'published';
  /** What readers see as its date. */
  readonly dated: KeyDate | undefined;
  readonly starts: KeyDate | undefined;
  readonly ends: KeyDate | undefined;
  /** The key that keeps it from being rendered. */
  readonly hidingKey: string | undefined;
}

/**
 * What a plain `hugo` makes of a page at the moment `now` (RFC 3339), by its front matter alone: `draft`, the dates that the site's `[frontmatter]` names,
 * `build.render` and `headless` (Hugo: hugolib/page__meta.go, resources/page/page_nop.go `IsFuture`, `IsExpired`). A cascade of another page is not looked at. What
 * only some releases of the site's range leave out is `neverRendered`: nobody can be sure that readers get it.
 */
export function publishState(page: PageDocument, config: PublishConfig, now: string): PublishState {
  const isHeadless = isLeaf(page.uri) || headlessPages(page.hugo) !== 'none';
  return publishing(factsBy(valuesOf(page), isHeadless, timeZoneOf(config, ''), config), config, now).state;
}

/** What the text of a page says of it now, with what it inherits; `record` is what the site knows of it. */
export function publishFacts(site: InheritingSite, page: PageDocument, record: PageRecord): PublishFacts {
  const own = valuesOf(page);
  const inherited = toValues(inheritedValues(site, record));
  const values: SingleValues = {
    has: (key) => own.has(key) || inherited.has(key),
    get: (key) => (own.has(key) ? own.get(key) : inherited.get(key)),
  };
  const isHeadless = record.bundle === 'leaf' || headlessPages(page.hugo) !== 'none';
  return factsBy(values, isHeadless, timeZoneOf(site.config, record.language), site.config);
}

/**
 * The state by what the index knows of a page and what it inherits: truth values in quotes count as such. What only some releases leave out is published: nobody
 * can be sure that readers miss it.
 */
export function publishStateOf(page: PageRecord, site: InheritingSite, now: string): PublishState {
  const { config } = site;
  const { keys, bundle, path, language } = withInherited(site, page);
  const values = new Map<string, Value>(keys.map((key) => [key.id, valueIn(key)]));
  values.set(':filename', dateInName(path));
  const isHeadless = bundle === 'leaf' || headlessPages(site.hugo) === 'all';
  return publishing(factsBy(values, isHeadless, timeZoneOf(config, language), config), config, now).state;
}

/** What follows at the moment `now` (RFC 3339), in a site that may build drafts and the like all the same. */
export function publishing(
  { isDraft, draftKey, starts, ends, hidingKey }: PublishFacts,
  { raw }: Pick<SiteConfig, 'raw'>,
  now: string,
): Publishing {
  const today = Date.parse(now);
  if (isDraft && !flagAt(raw, 'buildDrafts')) {
    return { state: 'draft', key: draftKey };
  }
  if (starts !== undefined && starts.moment > today && !flagAt(raw, 'buildFuture')) {
    return { state: 'scheduled', ...starts };
  }
  const goes = flagAt(raw, 'buildExpired') ? undefined : ends;
  if (goes !== undefined && goes.moment <= today) {
    return { state: 'expired', ...goes };
  }
  return hidingKey !== undefined
    ? { state: 'neverRendered', key: hidingKey }
    : { state: 'published', ...(goes && { moment: goes.moment }) };
}

/** The date at the start of a file's name, or of its bundle's, for `:filename`. */
export function dateInName(path: string): string | undefined {
  const [name = '', folder = ''] = path.split('/').reverse();
  const date = (/^_?index\./.test(name) ? folder : name).slice(0, 10);
  return isHugoDate(date) ? date : undefined;
}

/** Which dates count, and whether drafts and the like are built all the same. */
type PublishConfig = Pick<SiteConfig, 'dateKeys' | 'raw'>;

/** The single values of a page by dotted, lower-cased key. */
interface SingleValues {
  has(key: string): boolean;
  get(key: string): Value;
}

function factsBy(
  values: SingleValues,
  isHeadless: boolean,
  zone: string,
  { dateKeys }: Pick<PublishConfig, 'dateKeys'>,
): PublishFacts {
  const local = (wallClock: number): number => momentAt(zone, wallClock);
  const dateBy = (keys: readonly string[]): KeyDate | undefined => {
    for (const key of keys) {
      const moment = momentIn(values.get(key), local);
      if (moment !== undefined) {
        return { key, moment };
      }
    }
    return undefined;
  };
  const draftKey = values.has('draft') || !values.has('published') ? 'draft' : 'published';
  const ends = dateBy(dateKeys.expirydate);
  return {
    isDraft: toBool(values.get(draftKey)) === (draftKey === 'draft'),
    draftKey,
    dated: dateBy(dateKeys.date),
    starts: dateBy(dateKeys.publishdate),
    ends: ends?.moment === never ? undefined : ends,
    hidingKey:
      isHeadless && toBool(values.get('headless')) === true
        ? 'headless'
        : ['build.render', '_build.render'].find((key) => hides.has(values.get(key))),
  };
}

/** `headless` was for leaf bundles alone until Hugo 0.123. */
function headlessPages(hugo: HugoRange): ReturnType<typeof verdictFor> {
  return verdictFor(hugo, changedIn.contentModel);
}

function isLeaf(uri: string): boolean {
  return /\/index\.[^/]*$/.test(uri);
}

type Value = ResolvedScalar['value'] | undefined;

/** Go's zero time, which counts as no date. */
const never = Date.parse('0001-01-01T00:00:00Z');

const hides = new Set<Value>(['never', false, 'false', 'link']);

/** Those of a text; of a key that stands twice the last one counts. */
class Values implements SingleValues {
  readonly #page: PageDocument;
  readonly #scalars: ReadonlyMap<string, ScalarNode | undefined>;

  constructor(page: PageDocument) {
    this.#page = page;
    this.#scalars = new Map(
      page.outline?.entries.map(({ path, scalars }) => [path.join('.').toLowerCase(), scalars[0]]),
    );
  }

  has(key: string): boolean {
    return key === ':filename' || this.#scalars.has(key);
  }

  get(key: string): Value {
    const { fence, hugo, uri } = this.#page;
    if (key === ':filename') {
      return dateInName(uri);
    }
    const scalar = this.#scalars.get(key);
    return fence && scalar && resolveScalar(scalar, fence.format, hugo).value;
  }
}

const valuesOf = memoize((page: PageDocument) => new Values(page));

/** The texts that Go's `strconv.ParseBool` knows. */
const goBools: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text) => [text, false] as const),
]);

/** What Hugo takes for a yes or a no (Go's `cast.ToBoolE`); `undefined` for anything else. */
function toBool(value: Value): boolean | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? value !== 0 : undefined;
  }
  return typeof value === 'string' ? goBools.get(value) : (value ?? undefined);
}

/** A date, or a number of seconds since 1970. */
function momentIn(value: Value, local: (wallClock: number) => number): number | undefined {
  return typeof value === 'number'
    ? value * 1000
    : typeof value === 'string'
      ? toMoment(value, local)
      : undefined;
}

function toValues(handedDown: HandedDown): SingleValues {
  return new Map<string, Value>(Object.entries(handedDown).map(([id, [text]]) => [id, text]));
}

/** The index keeps the text of a value, and what it was in the dialect of its page. */
function valueIn({ type, values: [text] }: PageKey): Value {
  switch (type) {
    case 'bool':
      return text === undefined ? undefined : (toBool(text) ?? /^(?:y|yes|on)$/i.test(text));
    case 'int':
    case 'float':
      return Number(text);
    default:
      return text;
  }
}
