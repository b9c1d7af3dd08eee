// By which fields templates look entries of the data up: what stands in such a field is a name that pages write.
import type { SiteSnapshot, SiteTemplate } from '../site/snapshot.ts';
import type { ValueUse } from '../templates/signature.ts';
import { memoize } from '../text/memoize.ts';

/** A field of the entries below `folder`, both lower-cased. */
export interface DataLookup {
  readonly folder: string;
  readonly field: string;
}

export function dataLookups(site: SiteSnapshot): readonly DataLookup[] {
  return lookupsIn(site.templates());
}

/** The lookup that a use of a value is, where it is one. */
export function lookupOf({ type, folder = '', field }: ValueUse): DataLookup | undefined {
  return type === 'data' && field !== undefined
    ? { folder: folder.toLowerCase(), field: field.toLowerCase() }
    : undefined;
}

const lookupsIn = memoize((templates: readonly SiteTemplate[]): readonly DataLookup[] => {
  const uses = templates.flatMap(({ reading }) =>
    [...(reading?.keys ?? []), ...(reading?.signature?.arguments ?? [])].flatMap(({ types }) => types),
  );
  const lookups = uses.flatMap((use) => lookupOf(use) ?? []);
  return [...new Map(lookups.map((each) => [`${each.folder} ${each.field}`, each])).values()];
});
