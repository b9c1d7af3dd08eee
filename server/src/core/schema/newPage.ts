// What a page begins with that has nothing yet: the keys of its archetype, else those that most pages like it have.
import type { FencedFormat, FrontMatterFormat } from '../frontMatter/types.ts';
import { valuesOf } from '../site/keyValues.ts';
import type { Archetype, SiteSnapshot } from '../site/snapshot.ts';
import type { AskedPage } from './askedPage.ts';
import { archetypeOf, keySchema, type KeySchema } from './keySchema.ts';
import { nearPages, pagesLike, type NearPage } from './nearPages.ts';
import { isOwnText } from './valueType.ts';
import { valueVotes } from './valueVotes.ts';

export interface NewPage {
  readonly format: FencedFormat;
  /** Those at the top, in their order; maps are left out. */
  readonly keys: readonly NewKey[];
  /** What prescribes them; absent where they are those that most pages like it have. */
  readonly archetype: Archetype | undefined;
}

export interface NewKey {
  readonly schema: KeySchema;
  /** What the archetype sets it to, or what nearly all pages like it say; none where each has its own. */
  readonly values: readonly string[];
  /** Of a date: pages write the time of day, too. */
  readonly hasTime: boolean;
}

/** The share of pages that makes a key usual, and one that makes a value so. */
const usualKey = 0.5;
const usualValue = 0.9;
const mostKeys = 20;
/** What Hugo itself gives a page of a site that says nothing. */
const keysOfHugo = ['title', 'date', 'draft'];

/** What a page at the place of `asked` begins with. A section's own archetype says it all; the default one what the section does not. */
export function newPage(site: SiteSnapshot, asked: AskedPage, archetype = archetypeOf(site, asked)): NewPage {
  const near = pagesLike(site, asked);
  const prescribed = topKeys(archetype?.keys.map(({ id }) => id) ?? []);
  const isDefault = archetype === undefined || archetype.name.toLowerCase() === 'default';
  const usual = isDefault ? usualKeys(near) : [];
  const ids = [...new Set([...prescribed, ...usual])].slice(0, mostKeys);
  return {
    format: fenced(archetype?.format) ?? usualFormat(near),
    keys: (ids.length === 0 ? keysOfHugo : ids).flatMap(
      (id) => newKey(site, asked, near, archetype, id) ?? [],
    ),
    archetype: prescribed.length === 0 ? undefined : archetype,
  };
}

/** A page that was never elsewhere has no aliases. */
function topKeys(ids: readonly string[]): readonly string[] {
  return ids.filter((id) => !id.includes('.') && id !== 'aliases');
}

/** In the order in which pages have them on the average. */
function usualKeys(near: readonly NearPage[]): readonly string[] {
  const seen = new Map<string, { weight: number; order: number }>();
  let all = 0;
  for (const { page, weight } of near) {
    all += weight;
    for (const [at, id] of topKeys(page.keys.map((key) => key.id)).entries()) {
      const known = seen.get(id) ?? { weight: 0, order: 0 };
      seen.set(id, { weight: known.weight + weight, order: known.order + weight * at });
    }
  }
  return [...seen]
    .filter(([, { weight }]) => weight >= usualKey * all)
    .sort(([, a], [, b]) => a.order / a.weight - b.order / b.weight)
    .map(([id]) => id);
}

function usualFormat(near: readonly NearPage[]): FencedFormat {
  const weights = { yaml: 0, toml: 0, json: 0 };
  for (const { page, weight } of near) {
    weights[fenced(page.format) ?? 'yaml'] += weight;
  }
  const most = Math.max(weights.yaml, weights.toml, weights.json);
  return weights.yaml === most ? 'yaml' : weights.toml === most ? 'toml' : 'json';
}

function fenced(format: FrontMatterFormat | undefined): FencedFormat | undefined {
  return format === 'org' ? undefined : format;
}

function newKey(
  site: SiteSnapshot,
  asked: AskedPage,
  near: readonly NearPage[],
  archetype: Archetype | undefined,
  id: string,
): NewKey | undefined {
  const schema =
    keySchema(site, asked, [id]) ??
    keySchema(site, { ...asked, section: archetype?.name.toLowerCase() ?? '' }, [id]);
  if (schema === undefined || schema.type === 'map' || schema.type === 'listOfMaps') {
    return undefined;
  }
  const prescribed =
    archetype?.keys.find((key) => key.id === id)?.values.filter((value) => value !== '') ?? [];
  return {
    schema,
    values: prescribed.length > 0 ? prescribed : usualValues(site, asked, schema),
    hasTime: hasTime(near, id),
  };
}

/** Of a number what goes on with those of its folder; of others what nearly all say. */
function usualValues(site: SiteSnapshot, asked: AskedPage, schema: KeySchema): readonly string[] {
  const { id, type } = schema;
  if (type === 'int' || type === 'float') {
    return valueVotes(site, asked, id)
      .slice(0, 1)
      .map(({ value }) => value);
  }
  return isOwnText(schema) || type === 'date' ? [] : (usualAnswer(site, asked, id) ?? []);
}

interface Said {
  readonly values: readonly string[];
  readonly weight: number;
  readonly pages: number;
}

/** What nearly all pages like it say, if several do. */
function usualAnswer(site: SiteSnapshot, asked: AskedPage, id: string): readonly string[] | undefined {
  const answers = new Map<string, Said>();
  let all = 0;
  for (const { page, weight } of nearPages(site, asked, (each) => valuesOf(each, id))) {
    const values = valuesOf(page, id);
    const text = values.join('\n');
    const known = answers.get(text);
    const isAnswer = text !== '';
    all += isAnswer ? weight : 0;
    answers.set(text, {
      values,
      weight: (known?.weight ?? 0) + (isAnswer ? weight : 0),
      pages: (known?.pages ?? 0) + 1,
    });
  }
  const usual = [...answers.values()].find(({ weight, pages }) => pages > 1 && weight >= usualValue * all);
  return all > 0 ? usual?.values : undefined;
}

/** Whether most of the dates of pages like it have one. */
function hasTime(near: readonly NearPage[], id: string): boolean {
  const sum = near.reduce((total, { page, weight }) => {
    const [date = ''] = valuesOf(page, id);
    return date === '' ? total : total + (date.includes(':') ? weight : -weight);
  }, 0);
  return sum >= 0;
}
