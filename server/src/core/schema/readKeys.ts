// Who reads the keys of a page: only where everybody is known can it be said that nobody reads one.
import { embeddedShortcode } from '../hugo/embeddedShortcodes.ts';
import { fieldsBelow, findField } from '../hugo/frontMatterFields.ts';
import { nameOf, templateKeys } from './templateKeys.ts';
import { isTaxonomy } from './valueType.ts';
import { identityOf, renderingTemplates } from '../site/templateLookup.ts';
import { toKeyId } from '../site/pageRecord.ts';
import type { PageRecord, SiteSnapshot, SiteTemplate } from '../site/snapshot.ts';
import { isReadElsewhere } from './otherTools.ts';
import { memoize } from '../text/memoize.ts';

/** Everything that may read a key of this page is on disk, was read, and says by name what it reads. */
export function readersAreKnown(site: SiteSnapshot, page: PageRecord): boolean {
  return (
    site.progress.templates &&
    site.progress.content &&
    site.missingModules.length === 0 &&
    site.shortcodesComplete &&
    !openTemplates(site.templates()).some(
      (template) =>
        template.role !== 'shortcode' || page.calls.some((name) => name.toLowerCase() === nameOf(template)),
    ) &&
    !page.calls.some(readsAnyKey(site)) &&
    renderingTemplates(site.templates(), identityOf(page, site.config), site.hugo).some(
      ({ role }) => role === 'page',
    )
  );
}

/** Hugo's own `param` prints the key that it is given. */
function readsAnyKey(site: SiteSnapshot): (name: string) => boolean {
  return (name) =>
    name === 'param' &&
    embeddedShortcode(name) !== undefined &&
    site.shortcode(name)?.sources[0]?.origin === 'embedded';
}

/** Those that could not be read, or that read keys whose names only the page tells. */
const openTemplates = memoize((templates: readonly SiteTemplate[]) => templates.filter(isOpen));

/** A partial whose name a key says is one of the site's all the same, and those have been read. */
function isOpen({ reading }: SiteTemplate): boolean {
  if (reading === undefined) {
    return true;
  }
  const named = new Set(
    reading.keys.flatMap(({ types }) =>
      types.filter(({ type }) => type === 'partial').map(({ at }) => at.range.start),
    ),
  );
  return reading.openKeys.some(({ range }) => !named.has(range.start));
}

/** Somebody reads the key at `path` or says that pages have it: Hugo, a template, another program, an archetype, the team. */
export function isKnownKey(site: SiteSnapshot, path: readonly string[]): boolean {
  const id = toKeyId(path);
  return (
    findField(path) !== undefined ||
    templateKeys(site).key(id) !== undefined ||
    isTaxonomy(site, id) ||
    Object.values(site.config.dateKeys).some((keys) => keys.includes(id)) ||
    (path.length === 1 && isReadElsewhere(id)) ||
    site.archetypes().some(({ keys }) => keys.some((key) => key.id === id)) ||
    site.team?.keys.some(({ name }) => name.toLowerCase() === id) === true
  );
}

/** Whose names the keys below `parent` have to be; nobody's where the map that holds them is read as a whole. */
export function readerBelow(site: SiteSnapshot, parent: readonly string[]): 'hugo' | 'templates' | undefined {
  const keys = parent.filter((part) => part !== '[]');
  if (keys.length === 0) {
    return 'templates';
  }
  if (findField(keys.slice(0, 1)) !== undefined) {
    return fieldsBelow(keys).length > 0 ? 'hugo' : undefined;
  }
  const read = templateKeys(site).key(toKeyId(parent.at(-1) === '[]' ? parent.slice(0, -1) : parent));
  const isLoop = parent.at(-1) === '[]' ? read?.hasItems === true : read?.readsBelow.length !== 0;
  return read !== undefined && isLoop ? 'templates' : undefined;
}
