import { resolveScalar, type ResolvedScalar } from '../frontMatter/scalar.ts';
import { toMoment } from '../hugo/dateLayouts.ts';
import { verdictFor, type HugoRange } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';
import type { SiteConfig } from '../config/types.ts';
import { flagAt } from '../config/value.ts';
import type { ScalarNode } from '../frontMatter/types.ts';
import { memoize } from '../text/memoize.ts';
import type { PageDocument } from './pageDocument.ts';
import type { PageRecord, SiteSnapshot } from './snapshot.ts';

export type PublishState = 'published' | 'draft' | 'scheduled' | 'expired' | 'neverRendered';

/**
 * What a plain `hugo` makes of a page at the moment `now` (RFC 3339), by its front matter alone: `draft`, the dates that the site's `[frontmatter]` names,
 * `build.render` and `headless` (Hugo: hugolib/page__meta.go, resources/page/page_nop.go `IsFuture`, `IsExpired`). A cascade of another page is not looked at. What
 * only some releases of the site's range leave out is `neverRendered`: nobody can be sure that readers get it.
 */
export function publishState(page: PageDocument, config: PublishConfig, now: string): PublishState {
  return stateBy(valuesOf(page), isLeaf(page.uri) || headlessPages(page.hugo) !== 'none', config, now);
}

/**
 * The same by what the index knows of a page: numbers and truth values in quotes count as such. What only some releases leave out is published: nobody
 * can be sure that readers miss it.
 */
export function publishStateOf(
  { keys, bundle }: Pick<PageRecord, 'keys' | 'bundle'>,
  { config, hugo }: { readonly config: PublishConfig; readonly hugo: SiteSnapshot['hugo'] },
  now: string,
): PublishState {
  const values = new Map(keys.map(({ id, values: [value] }) => [id, value]));
  return stateBy(values, bundle === 'leaf' || headlessPages(hugo) === 'all', config, now);
}

/** Which dates count, and whether drafts and the like are built all the same. */
type PublishConfig = Pick<SiteConfig, 'dateKeys' | 'raw'>;

/** The single values of a page by dotted, lower-cased key. */
interface SingleValues {
  has(key: string): boolean;
  get(key: string): Value;
}

function stateBy(
  values: SingleValues,
  isHeadless: boolean,
  { dateKeys, raw }: PublishConfig,
  now: string,
): PublishState {
  const momentOf = (keys: readonly string[]): number | undefined =>
    keys.map((key) => momentIn(values.get(key))).find((found) => found !== undefined);
  const moment = Date.parse(now);
  const isDraft = values.has('draft')
    ? toBool(values.get('draft'))
    : toBool(values.get('published')) === false;
  if (isDraft && !flagAt(raw, 'buildDrafts')) {
    return 'draft';
  }
  if ((momentOf(dateKeys.publishdate) ?? 0) > moment && !flagAt(raw, 'buildFuture')) {
    return 'scheduled';
  }
  const expires = momentOf(dateKeys.expirydate) ?? never;
  if (expires !== never && expires <= moment && !flagAt(raw, 'buildExpired')) {
    return 'expired';
  }
  const isHidden =
    (isHeadless && toBool(values.get('headless')) === true) ||
    hides.has(values.get('build.render')) ||
    hides.has(values.get('_build.render'));
  return isHidden ? 'neverRendered' : 'published';
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
    return this.#scalars.has(key);
  }

  get(key: string): Value {
    const { fence, hugo } = this.#page;
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
function momentIn(value: Value): number | undefined {
  return typeof value === 'number' ? value * 1000 : typeof value === 'string' ? toMoment(value) : undefined;
}
