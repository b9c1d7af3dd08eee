import type { FieldType, FrontMatterField } from '../hugo/frontMatterField.ts';
import { fieldsBelow, findField } from '../hugo/frontMatterFields.ts';
import { archetypesFor } from '../site/archetypes.ts';
import { toKeyId } from '../site/pageRecord.ts';
import type {
  Archetype,
  KeyStats,
  PageKey,
  PageRecord,
  SiteData,
  SiteSnapshot,
  SiteTemplate,
  TeamKey,
} from '../site/snapshot.ts';
import type { Fact, Level, Place, TypeFact, ValueFact } from '../templates/signature.ts';
import type { KeyReading } from '../templates/templateReading.ts';
import { memoizeBoth } from '../text/memoize.ts';
import { scopesFor, templateKeys, type ReadScope, type ScopeOf, type TemplateKey } from './templateKeys.ts';
import { typeByPages, typeByTemplates } from './valueType.ts';

export type { ReadScope } from './templateKeys.ts';

export interface KeyRead {
  readonly at: Place;
  readonly template: SiteTemplate;
  readonly scope: ReadScope;
}

/** A value that a template, an archetype, the data, the team or Hugo names; what pages use comes from `KeySchema.stats`. */
export interface NamedValue {
  readonly value: string;
  readonly isText: boolean;
  readonly from: 'hugo' | 'team' | 'template' | 'archetype' | 'data';
  readonly at: Place | undefined;
  /** The file of the data that holds it: `data/authors.yaml`. */
  readonly path?: string;
}

/** All that the site says of one key, for one page. */
export interface KeySchema {
  /** As the index knows it: dotted, lower-cased. */
  readonly id: string;
  /** As most write it: templates and team first where pages do not have it. */
  readonly spelling: string;
  readonly field: FrontMatterField | undefined;
  readonly stats: KeyStats | undefined;
  /** Hugo's, else that of most pages, else that of the templates. */
  readonly type: FieldType | undefined;
  /** Those of this page first. */
  readonly reads: readonly KeyRead[];
  /** The archetype of this page's section that has it, and what it sets it to. */
  readonly archetype: { readonly archetype: Archetype; readonly value: string | undefined } | undefined;
  readonly team: TeamKey | undefined;
  readonly values: readonly NamedValue[];
  /** No other value than `values` leads anywhere. */
  readonly closed: Fact | undefined;
  readonly default: ValueFact | undefined;
  readonly required: Fact | undefined;
  /** What templates do with its value, each thing once: a file below a folder, an entry of the data, a page. */
  readonly uses: readonly TypeFact[];
  /** `proven`: templates read it, or Hugo does; `likely`: only pages have it; `open`: nobody knows. */
  readonly level: Level;
}

const mostDataValues = 300;

/** What the site says of the key at `path` (with its parents, `[]` for the items of a list), as far as it concerns `page`. */
export function keySchema(
  site: SiteSnapshot,
  page: PageRecord | undefined,
  path: readonly string[],
): KeySchema | undefined {
  const own = path.at(-1) === '[]' ? path.slice(0, -1) : path;
  const id = toKeyId(own);
  const field = findField(own);
  const stats = site.keyStats(id);
  const read = templateKeys(site).key(id);
  const archetype = archetypeKey(site, page, id);
  const team = teamKey(site, page, id);
  if (
    field === undefined &&
    stats === undefined &&
    read === undefined &&
    archetype === undefined &&
    team === undefined
  ) {
    return undefined;
  }
  const said = read === undefined ? saysNothing : saidBy(scopesFor(site, page), read);
  return {
    id,
    spelling:
      stats?.spelling ??
      field?.name ??
      team?.name.split('.').at(-1) ??
      read?.spelling ??
      archetype?.key.spelling ??
      '',
    field,
    stats,
    type:
      field?.type ??
      typeByPages(site, id, stats) ??
      typeByTemplates(read, said.uses) ??
      archetypeType(archetype?.key),
    reads: said.reads,
    archetype: archetype && { archetype: archetype.archetype, value: archetype.key.values[0] },
    team,
    values: [...namedBy(field, team), ...said.compared, ...namedIn(site, archetype?.key, said.uses)],
    closed: said.closed,
    default: said.default,
    required: said.required,
    uses: said.uses,
    level: field !== undefined || read !== undefined ? 'proven' : stats === undefined ? 'open' : 'likely',
  };
}

/** What the templates say of a key, to the pages of one scope. */
interface Said extends Pick<KeySchema, 'reads' | 'closed' | 'default' | 'required' | 'uses'> {
  readonly compared: readonly NamedValue[];
}

const saysNothing: Said = {
  reads: [],
  compared: [],
  closed: undefined,
  default: undefined,
  required: undefined,
  uses: [],
};

/** A key may be read in a thousand places, and a page changes with every letter: what depends on the templates alone is kept. */
const saidBy = memoizeBoth((scopeOf: ScopeOf, key: TemplateKey): Said => {
  const readings = readingsFor(scopeOf, key);
  const concerning = readings.filter(({ scope }) => scope === 'page');
  const telling = readings.filter(({ scope }) => scope === readings[0]?.scope).map(({ reading }) => reading);
  return {
    reads: readings.flatMap(({ reading, template, scope }) =>
      reading.reads.map((at) => ({ at, template, scope })),
    ),
    compared: comparedIn(telling),
    closed: concerning.find(({ reading }) => reading.closed !== undefined)?.reading.closed,
    default: telling.find((reading) => reading.default !== undefined)?.default,
    required: concerning.find(({ reading }) => reading.required !== undefined)?.reading.required,
    uses: distinctUses(telling.flatMap(({ types }) => types)),
  };
});

function namedBy(field: FrontMatterField | undefined, team: TeamKey | undefined): readonly NamedValue[] {
  return [
    ...(field?.values ?? []).map((value) => named(value, 'hugo')),
    ...(team?.values ?? []).map((value) => named(value, 'team')),
  ];
}

function comparedIn(readings: readonly KeyReading[]): readonly NamedValue[] {
  return readings.flatMap(({ values }) =>
    values.map(({ value, isText, at }) => ({ value, isText, from: 'template', at }) as const),
  );
}

function namedIn(
  site: SiteSnapshot,
  key: PageKey | undefined,
  uses: readonly TypeFact[],
): readonly NamedValue[] {
  return [
    ...(key?.values ?? []).map((value) => named(value, 'archetype')),
    ...uses.flatMap((use) => dataValues(site.data, use)),
  ];
}

/**
 * The names of all keys directly below `parent` of which anybody says something, each once, whatever its case; most used first, then those of the
 * archetype, of the team, of templates that have to do with the page, and of Hugo.
 */
export function keysBelow(
  site: SiteSnapshot,
  page: PageRecord | undefined,
  parent: readonly string[],
): readonly string[] {
  const id = toKeyId(parent);
  const scopeOf = scopesFor(site, page);
  const spellings = [
    ...site.keysBelow(id).map(({ spelling }) => spelling),
    ...(archetypeOf(site, page)?.keys ?? [])
      .filter((key) => parentOf(key.id) === id)
      .map(({ spelling }) => spelling),
    ...(site.team?.keys ?? [])
      .filter(({ name, sections }) => parentOf(name.toLowerCase()) === id && holdsIn(sections, page))
      .map(({ name }) => name.split('.').at(-1) ?? name),
    ...templateKeys(site)
      .below(id)
      .filter(({ reads, readsBelow }) =>
        [...reads, ...readsBelow].some((read) => scopeOf(read) !== 'elsewhere'),
      )
      .map(({ spelling }) => spelling),
    ...fieldsBelow(parent).map(({ name }) => name),
  ];
  const names = new Map<string, string>();
  for (const spelling of spellings) {
    const folded = spelling.toLowerCase();
    names.set(folded, names.get(folded) ?? spelling);
  }
  return [...names.values()];
}

/** The archetype that Hugo would make the page from. */
export function archetypeOf(
  site: SiteSnapshot,
  page: Pick<PageRecord, 'section'> | undefined,
): Archetype | undefined {
  return archetypesFor(site.archetypes(), page?.section ?? '')[0];
}

function archetypeKey(
  site: SiteSnapshot,
  page: PageRecord | undefined,
  id: string,
): { readonly archetype: Archetype; readonly key: PageKey } | undefined {
  const archetype = archetypeOf(site, page);
  const key = archetype?.keys.find((each) => each.id === id);
  return archetype === undefined || key === undefined ? undefined : { archetype, key };
}

function archetypeType(key: PageKey | undefined): FieldType | undefined {
  return key === undefined || key.type === 'null' ? undefined : key.type;
}

function teamKey({ team }: SiteSnapshot, page: PageRecord | undefined, id: string): TeamKey | undefined {
  return team?.keys.find(({ name, sections }) => name.toLowerCase() === id && holdsIn(sections, page));
}

function holdsIn(sections: readonly string[], page: PageRecord | undefined): boolean {
  return sections.length === 0 || sections.includes(page?.section ?? '');
}

function parentOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('.')));
}

interface ScopedReading {
  readonly reading: KeyReading;
  readonly template: SiteTemplate;
  readonly scope: ReadScope;
}

const scopeOrder: readonly ReadScope[] = ['page', 'others', 'elsewhere'];

function readingsFor(scopeOf: ScopeOf, { reads }: TemplateKey): readonly ScopedReading[] {
  return reads
    .map((read) => ({ ...read, scope: scopeOf(read) }))
    .sort((a, b) => scopeOrder.indexOf(a.scope) - scopeOrder.indexOf(b.scope));
}

/** Each use once, as the first template has it. */
function distinctUses(uses: readonly TypeFact[]): readonly TypeFact[] {
  const distinct = new Map<string, TypeFact>();
  for (const use of uses) {
    const id = [use.type, use.folder, use.prefix, use.suffix, use.field].join('\n');
    distinct.set(id, distinct.get(id) ?? use);
  }
  return [...distinct.values()];
}

function named(value: string, from: NamedValue['from']): NamedValue {
  return { value, isText: true, from, at: undefined };
}

const dataValues = memoizeBoth((data: SiteData, { type, folder, field }: TypeFact): readonly NamedValue[] => {
  if (type !== 'data') {
    return [];
  }
  const entries = field === undefined ? data.entries(folder ?? '') : data.values(folder ?? '', field);
  return entries.slice(0, mostDataValues).map(({ value, path }) => ({ ...named(value, 'data'), path }));
});
