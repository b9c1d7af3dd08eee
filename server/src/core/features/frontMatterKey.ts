// Which values of other pages may be of use to a writer.
import { isTaxonomy } from '../schema/valueType.ts';
import type { SiteSnapshot, ValueStats } from '../site/snapshot.ts';

export { isTaxonomy };

const mostValues = 100;

/** A longer text is a sentence of its page's own. */
const longestValue = 60;

/** The values of a key that may stand on more pages than one, most used first. */
export function recurringValues(site: SiteSnapshot, id: string): readonly ValueStats[] {
  return site.values(id, mostValues).filter(({ value }) => value.length <= longestValue);
}
