import type { SiteSymbol } from '../../references/types.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { message } from '../../text/message.ts';
import { sameName, taken, type Renaming } from './renaming.ts';
import { valueText } from './writeName.ts';

/** What an entry of the data is called in a field, there and on every page that looks it up by that. */
export function renameDataValue(
  { data }: SiteSnapshot,
  { folder, field, value }: Extract<SiteSymbol, { kind: 'dataValue' }>,
): Renaming {
  const all = data.values(folder, field).map((entry) => entry.value);
  const isThere = (name: string): boolean => all.some((each) => each.toLowerCase() === name.toLowerCase());
  return {
    name: value,
    refusal: isThere(value) ? undefined : message('There is no entry "{0}" in the data of this site.', value),
    refuses: (newName) => {
      if (newName === '' || /\p{Cc}/u.test(newName)) {
        return message(
          'A name by which entries of the data are looked up is not empty and stands on one line.',
        );
      }
      const isOther = newName.toLowerCase() !== value.toLowerCase();
      return newName === value ? sameName(value) : isOther && isThere(newName) ? taken(newName) : undefined;
    },
    write: valueText,
  };
}
