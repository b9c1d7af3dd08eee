import { toKeyId } from '../site/pageRecord.ts';
import type { FieldType, FrontMatterField } from '../hugo/frontMatterField.ts';
import type { KeyStats, SiteSnapshot, ValueType } from '../site/snapshot.ts';
import type { TypeFact, UseType } from '../templates/signature.ts';
import type { TemplateKey } from './templateKeys.ts';

/** What most pages give the key; that of taxonomies and dates is the configuration's. */
export function typeByPages(
  site: SiteSnapshot,
  id: string,
  stats: KeyStats | undefined,
): FieldType | undefined {
  if (isTaxonomy(site, id)) {
    return 'list';
  }
  if (isDateKey(site, id)) {
    return 'date';
  }
  const type = stats && commonType(stats.types);
  return type === 'list' && site.keysBelow(toKeyId([id, '[]'])).length > 0 ? 'listOfMaps' : type;
}

/** What the templates do with it. */
export function typeByTemplates(
  key: TemplateKey | undefined,
  uses: readonly TypeFact[],
): FieldType | undefined {
  if (key !== undefined && key.readsBelow.length > 0) {
    return key.hasItems ? 'listOfMaps' : 'map';
  }
  const [use] = uses;
  return use && usedAs[use.type];
}

const usedAs: Readonly<Record<UseType, FieldType>> = {
  bool: 'bool',
  int: 'int',
  float: 'float',
  date: 'date',
  list: 'list',
  map: 'map',
  markdown: 'string',
  url: 'string',
  path: 'string',
  page: 'string',
  asset: 'string',
  resource: 'string',
  data: 'string',
  partial: 'string',
};

/** Terms of a taxonomy stand under its plural name. */
export function isTaxonomy(site: SiteSnapshot, id: string): boolean {
  return [...site.config.taxonomies.values()].some((plural) => plural.toLowerCase() === id);
}

function isDateKey(site: SiteSnapshot, id: string): boolean {
  return Object.values(site.config.dateKeys).some((keys) => keys.includes(id));
}

function commonType(types: ReadonlyMap<ValueType, number>): FieldType | undefined {
  const [common] = [...types].filter(([type]) => type !== 'null').sort(([, a], [, b]) => b - a);
  const type = common?.[0];
  return type === 'null' ? undefined : type;
}

/** Prose and addresses at the top of Hugo's own fields; what stands below others recurs from page to page: `resources.src`. */
export function isOwnText({
  id,
  field,
}: {
  readonly id: string;
  readonly field: FrontMatterField | undefined;
}): boolean {
  return field?.freeText === true && !id.includes('.');
}
