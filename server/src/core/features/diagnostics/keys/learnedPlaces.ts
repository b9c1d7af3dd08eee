// Where no template tells in which folder the files of a key stand, the values of other pages do: nearly all of them name files that are there.
import { templateKeys } from '../../../schema/templateKeys.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { filesEndingIn, type FilePlace } from './namedFiles.ts';
import { valuesOfOthers, type PageKeys } from './pageKeys.ts';

/** So many other names of files tell, of which such a share has to be there. */
const leastNames = 5;
const shareThere = 0.9;

const isDocument = /\.(?:avif|gif|ico|jpe?g|png|svg|webp|pdf|mp[34]|webm|docx?|pptx?|xlsx?)$/i;

/**
 * The folders in which a file that no folder has would be looked for, most used first. None where some folder has it, and where the names of
 * other pages tell nothing.
 */
export function learnedPlaces(
  site: SiteSnapshot,
  keys: PageKeys,
  id: string,
  value: string,
): readonly FilePlace[] {
  if (!isDocument.test(value)) {
    return [];
  }
  const own = filesEndingIn(site.files, value);
  if (own.length > 0) {
    return own.flatMap(({ place, differs }) => (differs === 'case' ? [place] : []));
  }
  return isAddress(site, id, value) ? [root] : placesOfOthers(site, keys, id, value);
}

const root: FilePlace = { component: 'static', folder: '', prefix: '', suffix: '' };

/** An address from the root of the site, which templates lead to as it is. */
function isAddress(site: SiteSnapshot, id: string, value: string): boolean {
  const uses =
    templateKeys(site)
      .key(id)
      ?.reads.flatMap(({ reading }) => reading.types) ?? [];
  return (
    /^\/(?!\/)/.test(value) &&
    site.missingModules.length === 0 &&
    uses.some(({ type }) => type === 'url') &&
    uses.every(({ folder = '', prefix = '' }) => folder + prefix === '')
  );
}

function placesOfOthers(site: SiteSnapshot, keys: PageKeys, id: string, own: string): readonly FilePlace[] {
  const names = valuesOfOthers(site, keys, id).filter(({ value }) => value !== own && isDocument.test(value));
  const found = names.map(({ value }) => filesEndingIn(site.files, value));
  if (
    names.length < leastNames ||
    found.filter(({ length }) => length > 0).length < shareThere * names.length
  ) {
    return [];
  }
  const counts = new Map<string, { readonly place: FilePlace; readonly count: number }>();
  for (const { place } of found.flat()) {
    const name = `${place.component}/${place.folder}`;
    counts.set(name, { place, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ place }) => place);
}
