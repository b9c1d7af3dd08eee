// What is known of one front-matter key: by Hugo's own fields first, then by the pages of the site.
import { findField } from '../hugo/frontMatterFields.ts';
import type { FieldType, FrontMatterField } from '../hugo/frontMatterField.ts';
import { toKeyId } from '../site/pageRecord.ts';
import type { KeyStats, SiteSnapshot, ValueStats, ValueType } from '../site/snapshot.ts';

export interface KnownKey {
  /** As the index knows it, without a last `[]`. */
  readonly id: string;
  readonly field: FrontMatterField | undefined;
  readonly stats: KeyStats | undefined;
  /** Hugo's type, else that of most pages; `undefined` where neither says. */
  readonly type: FieldType | undefined;
}

/** `path` is the key with its parents, `[]` for a list on the way; an item of a list counts as the list's key. */
export function knownKey(site: SiteSnapshot, path: readonly string[]): KnownKey {
  const own = path.at(-1) === '[]' ? path.slice(0, -1) : path;
  const id = toKeyId(own);
  const field = findField(own);
  const stats = site.keyStats(id);
  return { id, field, stats, type: field?.type ?? typeBySite(site, id, stats) };
}

function typeBySite(site: SiteSnapshot, id: string, stats: KeyStats | undefined): FieldType | undefined {
  if (isTaxonomy(site, id)) {
    return 'list';
  }
  return isDateKey(site, id) ? 'date' : stats && commonType(stats.types);
}

const mostValues = 100;

/** A longer text is a sentence of its page's own. */
const longestValue = 60;

/** The values of a key that may stand on more pages than one, most used first. */
export function recurringValues(site: SiteSnapshot, id: string): readonly ValueStats[] {
  return site.values(id, mostValues).filter(({ value }) => value.length <= longestValue);
}

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
