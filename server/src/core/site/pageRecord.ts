import { findFence } from '../frontMatter/fence.ts';
import { outlineOf } from '../frontMatter/outline.ts';
import { parseFrontMatter } from '../frontMatter/parse.ts';
import { resolveScalar } from '../frontMatter/scalar.ts';
import type { FrontMatterFormat, Outline, OutlineEntry, ScalarNode } from '../frontMatter/types.ts';
import type { HugoRange } from '../hugo/version.ts';
import { scanShortcodes } from '../shortcodes/scan.ts';
import type { ShortcodeTag } from '../shortcodes/types.ts';
import type { ArgumentKey } from '../templates/signature.ts';
import { cascadesIn } from './cascade.ts';
import type { ContentFile } from './contentFile.ts';
import { tagsAlone } from './tagsAlone.ts';
import { headingsIn } from './pageHeadings.ts';
import { leadsIn } from './pageLeads.ts';
import type { PageCall, PageKey, PageRecord, ValueType } from './snapshot.ts';

const mostValues = 40;
const longestValue = 200;
/** Of one call. */
const mostArguments = 40;

type Written = Pick<ScalarNode, 'text'>;

/**
 * What the index keeps of one content file, by the line scanners alone: linear, and right on every finished line.
 * `file` says what its place says of it. A text without front matter, or with a broken one, gives what can be read.
 */
export function toPageRecord(uri: string, file: ContentFile, text: string, hugo: HugoRange): PageRecord {
  const { fence } = findFence(text, hugo);
  const bodyStart = fence?.bodyStart ?? 0;
  const all = tagsIn(text, bodyStart, hugo);
  const alone = tagsAlone(text, bodyStart, all);
  const tags = all.filter(isCall);
  const given = toPageArguments(tags);
  const keys = fence === undefined ? [] : toPageKeys(outlineOf(text, fence), hugo);
  const hasCascade = fence !== undefined && keys.some(({ id }) => id === 'cascade');
  const cascades = hasCascade ? cascadesIn(parseFrontMatter(text, fence, hugo).root, fence, hugo) : [];
  const leads = leadsIn(text, bodyStart, tags);
  const headings = headingsIn(text, bodyStart);
  return {
    uri,
    path: file.path,
    language: file.language,
    section: file.section,
    bundle: file.bundle,
    ...(fence !== undefined && { format: fence.format }),
    keys,
    calls: tags.map(({ name }) => name),
    arguments: given,
    callDetails: toPageCalls(tags, given, alone),
    ...(cascades.length > 0 && { cascades }),
    ...(leads.length > 0 && { leads }),
    ...(headings.length > 0 && { headings }),
  };
}

/** The id under which the index knows a key: its path dotted and lower-cased, as Hugo matches keys without regard to case. */
export function toKeyId(path: readonly string[]): string {
  return path.join('.').toLowerCase();
}

/**
 * The id under which the index knows an argument, `box.title` or `box.0`. A dot in its name (Hugo allows it) is written as a slash, which no name of
 * an argument holds: so what stands before the last dot is the shortcode.
 */
export function toArgumentId(shortcode: string, argument: ArgumentKey): string {
  return `${shortcode}.${String(argument).replaceAll('.', '/')}`.toLowerCase();
}

export function toPageKeys({ entries, fence }: Outline, hugo: HugoRange): PageKey[] {
  const keys = new Map<string, PageKey>();
  for (const { path, key, scalars, shape } of entries) {
    addKey(keys, toKeyId(path), key, typeOf(shape, scalars[0], fence.format, hugo), scalars);
  }
  return [...keys.values()];
}

/** Those of tags that Hugo accepts: half of a value is none. */
function toPageArguments(tags: readonly ShortcodeTag[]): PageKey[] {
  const keys = new Map<string, PageKey>();
  for (const tag of tags.filter(({ sound }) => sound)) {
    for (const { id, spelling, type, value } of argumentsOf(tag)) {
      addKey(keys, id, spelling, type, [{ text: value }]);
    }
  }
  return [...keys.values()];
}

function toPageCalls(
  tags: readonly ShortcodeTag[],
  given: readonly PageKey[],
  alone: ReadonlySet<ShortcodeTag>,
): readonly PageCall[] {
  const places = new Map(given.map(({ id }, place) => [id, place]));
  return tags.map((tag) => ({
    isMarkdown: tag.delimiter === '%',
    isAlone: alone.has(tag),
    given: argumentsOf(tag).flatMap(({ id, value }) => {
      const argument = places.get(id);
      const at = argument === undefined ? -1 : (given[argument]?.values.indexOf(value) ?? -1);
      return argument === undefined ? [] : { argument, value: at < 0 ? undefined : at };
    }),
  }));
}

interface WrittenArgument {
  readonly id: string;
  readonly spelling: string;
  readonly type: ValueType;
  readonly value: string;
}

function argumentsOf({ name: shortcode, args }: ShortcodeTag): readonly WrittenArgument[] {
  return args.slice(0, mostArguments).map(({ name, value, type }, position) => ({
    id: toArgumentId(shortcode, name ?? position),
    spelling: name ?? String(position),
    type,
    value,
  }));
}

/** What occurs again (in the next item of a list, in another call, or twice by mistake) adds its values to the first. */
function addKey(
  keys: Map<string, PageKey>,
  id: string,
  spelling: string,
  type: ValueType,
  scalars: readonly Written[],
): void {
  const values = indexedValues(keys.get(id)?.values ?? [], scalars);
  const isLong = keys.get(id)?.isLong === true || scalars.some(({ text }) => text.length > longestValue);
  keys.set(id, { id, spelling, type, values, ...(isLong && { isLong }) });
}

function indexedValues(earlier: readonly string[], scalars: readonly Written[]): readonly string[] {
  const [only] = scalars;
  if (scalars.length <= 1 && earlier.length === 0) {
    return only === undefined || !isIndexed(only.text) ? [] : [only.text];
  }
  const values = new Set(earlier);
  for (const { text } of scalars) {
    if (values.size < mostValues && isIndexed(text)) {
      values.add(text);
    }
  }
  return [...values];
}

function isIndexed(value: string): boolean {
  return value !== '' && value.length <= longestValue;
}

function tagsIn(text: string, from: number, hugo: HugoRange): readonly ShortcodeTag[] {
  return text.includes('{{', from) ? scanShortcodes(text, from, hugo).tags : [];
}

function isCall({ kind, name, inline }: ShortcodeTag): boolean {
  return (kind === 'open' || kind === 'selfClosing') && name !== '' && !inline;
}

function typeOf(
  shape: OutlineEntry['shape'],
  scalar: ScalarNode | undefined,
  format: FrontMatterFormat,
  hugo: HugoRange,
): ValueType {
  if (shape === 'list' || shape === 'map') {
    return shape;
  }
  if (shape === 'none' || scalar === undefined) {
    return 'null';
  }
  const isDate = scalar.style === 'plain' && dateLike.test(scalar.text);
  return isDate ? 'date' : resolveScalar(scalar, format, hugo).type;
}

/** TOML has dates of its own; in the other formats a writer means one by its looks. */
const dateLike = /^\d{4}-\d\d?-\d\d?(?:$|[t ])/i;
