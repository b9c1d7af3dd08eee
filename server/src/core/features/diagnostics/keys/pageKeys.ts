// What the rules of keys and values ask of a page again and again, worked out once for all of them.
import type { OutlineEntry, ScalarNode } from '../../../frontMatter/types.ts';
import { writeText } from '../../../frontMatter/writing.ts';
import { verdictFor } from '../../../hugo/version.ts';
import { changedIn } from '../../../hugo/versions.ts';
import { askedPage, type AskedPage } from '../../../schema/askedPage.ts';
import { keySchema, type KeySchema } from '../../../schema/keySchema.ts';
import { contentFileOf } from '../../../site/contentFile.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { toKeyId, toPageRecord } from '../../../site/pageRecord.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import type { OffsetEdit } from '../../../text/edit.ts';
import { memoizeBoth } from '../../../text/memoize.ts';

/** A key of a page as templates see it. */
export interface PageEntry {
  readonly entry: OutlineEntry;
  /** Where `.Params` has it: without a `params` before it. */
  readonly path: readonly string[];
  /** As the index knows it. */
  readonly id: string;
  /** What it says, without what is empty; of a long list the beginning. */
  readonly scalars: readonly ScalarNode[];
}

/** A page with more is no page that somebody writes; of it the beginning is looked at, so that it costs little. */
export const mostKeys = 300;
const mostScalars = 50;

export interface PageKeys {
  readonly asked: AskedPage;
  /** Without what a page hands down to others. */
  readonly entries: readonly PageEntry[];
  /** The ids that the page has. */
  readonly ids: ReadonlySet<string>;
  schemaOf(entry: PageEntry): KeySchema | undefined;
}

export function pageKeys(site: SiteSnapshot, page: PageDocument): PageKeys {
  return keysOn(page, site);
}

const keysOn = memoizeBoth((page: PageDocument, site: SiteSnapshot): PageKeys => {
  const placed = askedPage(site, page);
  const asked = site.page(page.uri) === undefined ? { ...placed, ...recordOf(site, page, placed) } : placed;
  const entries = (page.outline?.entries.slice(0, mostKeys) ?? []).flatMap((entry) => {
    const path = paramPath(site, entry.path);
    const scalars = entry.scalars.slice(0, mostScalars).filter(({ text }) => text !== '');
    return path === undefined ? [] : { entry, path, id: toKeyId(path), scalars };
  });
  const schemas = new Map<string, KeySchema | undefined>();
  return {
    asked,
    entries,
    ids: new Set(entries.map(({ id }) => id)),
    schemaOf({ path, id }) {
      if (!schemas.has(id)) {
        schemas.set(id, keySchema(site, asked, path));
      }
      return schemas.get(id);
    },
  };
});

/** Of a file that the site does not know yet. */
function recordOf(
  site: SiteSnapshot,
  { uri, text }: PageDocument,
  { path, language }: PageRecord,
): PageRecord {
  return toPageRecord(uri, contentFileOf(path, site.config, language), text, site.hugo);
}

/** Nothing for `cascade`, which speaks of other pages, and for `params` itself. */
function paramPath({ hugo }: SiteSnapshot, path: readonly string[]): readonly string[] | undefined {
  const [top = '', ...below] = path;
  switch (top.toLowerCase()) {
    case 'cascade':
      return undefined;
    case 'params':
      return verdictFor(hugo, changedIn.contentModel) === 'none' || below.length === 0 ? undefined : below;
    default:
      return path;
  }
}

/** How many other pages have the key. */
export function otherPagesWith(site: SiteSnapshot, { asked }: PageKeys, id: string): number {
  const isCounted = site.page(asked.uri)?.keys.some((key) => key.id === id) === true;
  return (site.keyStats(id)?.pages ?? 0) - (isCounted ? 1 : 0);
}

/** So many of the most used values of a key are looked at. */
const valuesLooked = 300;

/** What other pages say of the key, most used first. */
export function valuesOfOthers(
  site: SiteSnapshot,
  { asked }: PageKeys,
  id: string,
): readonly { readonly value: string; readonly pages: number }[] {
  const own = new Set(site.page(asked.uri)?.keys.find((key) => key.id === id)?.values);
  return site
    .values(id, valuesLooked)
    .map(({ value, pages }) => ({ value, pages: pages - (own.has(value) ? 1 : 0) }))
    .filter(({ pages }) => pages > 0);
}

const quotes = { plain: '', single: "'", double: '"', tripleSingle: "'", tripleDouble: '"' } as const;

/** Writes another text in the place of a scalar, in its quotes; nothing where it is a block of lines. */
export function replaceScalar(page: PageDocument, scalar: ScalarNode, text: string): readonly OffsetEdit[] {
  const format = page.fence?.format;
  if (scalar.style === 'literal' || scalar.style === 'folded' || format === undefined) {
    return [];
  }
  const newText = writeText(format, text, quotes[scalar.style], isInFlow(page.text, scalar));
  return [{ range: scalar.range, newText }];
}

function isInFlow(text: string, { range: { start, end } }: ScalarNode): boolean {
  return (
    /[[{,]\s*$/.test(text.slice(Math.max(0, start - 8), start)) || /^\s*[\]},]/.test(text.slice(end, end + 8))
  );
}
