import type { SiteSymbol } from '../../references/types.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { message } from '../../text/message.ts';
import { identifier, renamedFile, sameName, taken, type Renaming } from './renaming.ts';
import { keyName } from './writeName.ts';

/** The key in its file, or the file itself, with the templates and pages that name it. */
export function renameDataEntry(
  site: SiteSnapshot,
  { path }: Extract<SiteSymbol, { kind: 'dataEntry' }>,
): Renaming {
  const dot = path.lastIndexOf('.');
  const parent = path.slice(0, Math.max(0, dot));
  const own = path.slice(dot + 1);
  const siblings = site.data.entries(parent);
  const entry = siblings.find(({ value }) => value.toLowerCase() === own);
  return {
    name: entry?.value ?? own,
    refusal:
      entry === undefined ? message('There is no entry "{0}" in the data of this site.', path) : undefined,
    refuses: (newName) => {
      if (!identifier.test(newName)) {
        return message(
          'Templates read data by name, so that it is made of letters, digits and "_", and begins with no digit.',
        );
      }
      const isSame = newName.toLowerCase() === own;
      return newName === entry?.value
        ? sameName(newName)
        : !isSame && siblings.some(({ value }) => value.toLowerCase() === newName.toLowerCase())
          ? taken(newName)
          : undefined;
    },
    write: keyName,
    moves: (newName) =>
      entry !== undefined && site.data.pathOf(entry.uri) === path
        ? [{ from: entry.uri, to: renamedFile(entry.uri, own, newName) }]
        : [],
  };
}
