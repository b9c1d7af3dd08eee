// What is taken out of a page, and where the cursor then stands: a key with its whole entry, or the value of one that stays.
import type { OutlineEntry, ScalarNode } from '../../server/src/core/frontMatter/types.ts';
import { findField } from '../../server/src/core/hugo/frontMatterFields.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { toKeyId } from '../../server/src/core/site/pageRecord.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import type { WholePage, WholeSite } from './leaveOneOutSites.ts';

/** One thing that is left out of one page. */
export interface LeftOut {
  readonly page: WholePage;
  /** The text without it, and the cursor where it stood. */
  readonly text: string;
  readonly offset: number;
  /** The label under which it should be offered. */
  readonly wanted: string;
  /** The key, or that of the value. */
  readonly id: string;
  /** Whether anything else of the site has it; asked with the site without it. */
  occursElsewhere(site: SiteSnapshot): boolean;
}

/** Every key of every page, nested ones too, each left out with all that stands below it. */
export function* leftOutKeys({ pages }: WholeSite): Iterable<LeftOut> {
  for (const page of pages) {
    const { text, outline } = documentOf(page);
    const entries = outline?.entries ?? [];
    for (const entry of entries) {
      const id = toKeyId(entry.path);
      const left = withoutEntry(text, entry, entries);
      if (left !== undefined && isOnlyOne(entry, entries)) {
        yield {
          page,
          ...left,
          wanted: entry.key,
          id,
          occursElsewhere: (site) => pagesWithout(site, page, id) > 0,
        };
      }
    }
  }
}

/** Titles and dates are a page's own. */
const ownToPage = new Set(['title', 'linktitle']);
const dateLike = /^\d{4}-\d\d?-\d\d?(?:$|[t ])/i;

/** Every value of every key, items of lists each for itself; titles and dates not. */
export function* leftOutValues({ pages }: WholeSite): Iterable<LeftOut> {
  for (const page of pages) {
    const { text, outline } = documentOf(page);
    for (const entry of outline?.entries ?? []) {
      const id = toKeyId(entry.path);
      if (ownToPage.has(toKeyId([entry.key])) || findField(entry.path)?.type === 'date') {
        continue;
      }
      for (const scalar of entry.scalars) {
        const value = scalar.text;
        if (
          value === '' ||
          value.length > 200 ||
          dateLike.test(value) ||
          /literal|folded/.test(scalar.style)
        ) {
          continue;
        }
        yield {
          page,
          ...withoutScalar(text, scalar),
          wanted: value,
          id,
          occursElsewhere: (site) => pagesWithValue(site, page, id, value) > 0,
        };
      }
    }
  }
}

function documentOf({ record, text }: WholePage): PageDocument {
  return new PageDocument(record.uri, text, unknownHugo);
}

/** A key that stands there a second time is rightly not offered; in a list of maps it is another item's. */
function isOnlyOne(entry: OutlineEntry, entries: readonly OutlineEntry[]): boolean {
  const id = toKeyId(entry.path);
  return entry.path.includes('[]') || entries.filter(({ path }) => toKeyId(path) === id).length === 1;
}

/** The text with an empty line, or an empty item, in place of an entry that has its lines for itself. */
function withoutEntry(
  text: string,
  entry: OutlineEntry,
  entries: readonly OutlineEntry[],
): Pick<LeftOut, 'text' | 'offset'> | undefined {
  const lineStart = text.lastIndexOf('\n', entry.keyRange.start - 1) + 1;
  const before = text.slice(lineStart, entry.keyRange.start).replace(/["']$/, '');
  const last = entries.filter(({ path }) => entry.path.every((part, i) => part === path[i])).at(-1) ?? entry;
  const inList = entry.path.includes('[]');
  const valueEnd = Math.max(entry.keyRange.end, (inList ? entry : last).valueRange.end, entry.valueRange.end);
  const rest = text.slice(valueEnd).search(/\r?\n|$/);
  const after = text.slice(valueEnd, valueEnd + rest);
  if (!/^[\s-]*$/.test(before) || !/^["'\]}]*(?:,|\s)*(?:#.*)?$/.test(after)) {
    return undefined;
  }
  const kept = text.slice(0, lineStart) + before;
  return { text: kept + text.slice(valueEnd + rest), offset: kept.length };
}

function withoutScalar(
  text: string,
  { range: { start, end } }: ScalarNode,
): Pick<LeftOut, 'text' | 'offset'> {
  return { text: text.slice(0, start) + text.slice(end), offset: start };
}

/** How many other pages have the key. */
function pagesWithout(site: SiteSnapshot, { record }: WholePage, id: string): number {
  const own = site.page(record.uri)?.keys.some((key) => key.id === id) === true ? 1 : 0;
  return (site.keyStats(id)?.pages ?? 0) - own;
}

function pagesWithValue(site: SiteSnapshot, { record }: WholePage, id: string, value: string): number {
  const own = site.page(record.uri)?.keys.some((key) => key.id === id && key.values.includes(value)) === true;
  const stats = site.values(id, 100_000).find((each) => each.value === value);
  return (stats?.pages ?? 0) - (own ? 1 : 0);
}
