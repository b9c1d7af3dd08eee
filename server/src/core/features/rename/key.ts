import { findField } from '../../hugo/frontMatterFields.ts';
import type { SiteSymbol } from '../../references/types.ts';
import { templateKeys } from '../../schema/templateKeys.ts';
import { isTaxonomy } from '../../schema/valueType.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import { identifier, notOwn, sameName, taken, type Renaming } from './renaming.ts';
import { keyName } from './writeName.ts';

/** On all pages, in archetypes and in templates; values stay as they are. */
export function renameKey(site: SiteSnapshot, { id }: Extract<SiteSymbol, { kind: 'key' }>): Renaming {
  const name = site.keyStats(id)?.spelling ?? id.slice(id.lastIndexOf('.') + 1);
  const idOf = (newName: string): string => id.slice(0, id.lastIndexOf('.') + 1) + newName.toLowerCase();
  return {
    name,
    refusal: refusalOf(site, id, name),
    refuses: (newName) => {
      const isRead = templateKeys(site).key(id) !== undefined;
      if (isRead ? !identifier.test(newName) : !/^[\p{L}\p{N}_][\p{L}\p{N}_ -]*$/u.test(newName)) {
        return message(
          'Templates read this key, so its name is made of letters, digits and "_", and begins with no digit.',
        );
      }
      const newId = idOf(newName);
      if (newName === name) {
        return sameName(name);
      }
      return newId !== id && isKnown(site, newId) ? taken(newName) : undefined;
    },
    write: keyName,
  };
}

function refusalOf(site: SiteSnapshot, id: string, name: string): Message | undefined {
  const path = id.split('.');
  const isDate = Object.values(site.config.dateKeys).some((keys) => keys.includes(id));
  if (findField(path) !== undefined || isDate) {
    return message('"{0}" belongs to Hugo, which knows it by this name alone.', name);
  }
  if (isTaxonomy(site, id)) {
    return message(
      '"{0}" is a taxonomy of this site: its name is in the configuration and in addresses.',
      name,
    );
  }
  const { reads = [], readsBelow = [] } = templateKeys(site).key(id) ?? {};
  const [foreign] = reads.flatMap(({ template }) => notOwn(name, template.source) ?? []);
  const at = readsBelow[0]?.reading.reads[0];
  return (
    foreign ??
    (at === undefined
      ? undefined
      : message(
          'Templates read what stands below "{0}", first in {1}, line {2}, and may call it by a part of a longer name.',
          name,
          at.path,
          at.line,
        ))
  );
}

function isKnown(site: SiteSnapshot, id: string): boolean {
  return (
    site.keyStats(id) !== undefined ||
    templateKeys(site).key(id) !== undefined ||
    findField(id.split('.')) !== undefined ||
    isTaxonomy(site, id)
  );
}
