/** Which front-matter keys count as which date (Hugo: resources/page/pagemeta/page_frontmatter.go). */
import type { ConfigMap, SiteConfig } from './types.ts';
import { textsAt } from './value.ts';

type DateField = keyof SiteConfig['dateKeys'];

const defaults: Readonly<Record<DateField, readonly string[]>> = {
  date: ['date', 'publishdate', 'lastmod'],
  lastmod: [':git', 'lastmod', 'date', 'publishdate'],
  publishdate: ['publishdate', 'date'],
  expirydate: ['expirydate'],
};

const aliases: ReadonlyMap<string, readonly string[]> = new Map([
  ['lastmod', ['modified']],
  ['publishdate', ['pubdate', 'published']],
  ['expirydate', ['unpublishdate']],
]);

/** Lower-cased keys per date in the order in which Hugo tries them, with `:git`, `:filename` and `:filemodtime` where they stand. */
export function dateKeysOf(config: ConfigMap): SiteConfig['dateKeys'] {
  const keys = (field: DateField): string[] => {
    const written = textsAt(config, 'frontmatter', field).map((key) => key.toLowerCase());
    const chosen = written.length === 0 ? defaults[field] : written;
    const expanded = chosen.flatMap((key) => (key === ':default' ? defaults[field] : [key]));
    return [...new Set(expanded.flatMap((key) => [key, ...(aliases.get(key) ?? [])]))];
  };
  return {
    date: keys('date'),
    lastmod: keys('lastmod'),
    publishdate: keys('publishdate'),
    expirydate: keys('expirydate'),
  };
}
