import { contentFileOf, isContentPath, type ContentFile } from '../core/site/contentFile.ts';
import { ignoredPaths } from '../core/site/ignoredPaths.ts';
import { toPageRecord } from '../core/site/pageRecord.ts';
import type { PageRecord } from '../core/site/snapshot.ts';
import type { PageChange } from '../core/site/store.ts';
import type { HugoRange } from '../core/hugo/version.ts';
import { readPlaces, type Place, type PlaceRule } from './places.ts';
import type { SiteLayout } from './readLayout.ts';
import type { SiteSource } from './siteSource.ts';
import { uriAt } from './uris.ts';

/** Says what content a file is by its path (relative to the site); `undefined` for what is no page. */
export type ContentRule = (path: string) => ContentFile | undefined;

/** A file that may be read, and the page it would be. */
export interface ContentPlace extends Place {
  readonly file: ContentFile;
}

export function contentRule({ config, mounts }: SiteLayout, hugo: HugoRange): ContentRule {
  const isIgnored = ignoredPaths(config);
  return (path) => {
    const mounted = isContentPath(path, hugo) ? mounts.classify(path) : undefined;
    return mounted?.component !== 'content' || isIgnored(mounted.logicalPath, path)
      ? undefined
      : contentFileOf(mounted.logicalPath, config, mounted.language);
  };
}

export function contentPlaces({ root }: SiteSource, rule: ContentRule): PlaceRule<ContentPlace> {
  return (path) => {
    const file = rule(path);
    return file && { uri: uriAt(root, path), file };
  };
}

/** Reads pages, some at a time, in slices. What cannot be read is no page (any more). */
export function readPages(
  source: SiteSource,
  places: readonly ContentPlace[],
  hugo: HugoRange,
): AsyncGenerator<PageChange[]> {
  return readPlaces(source, places, noDocuments, (place, text) => [place.uri, toPage(place, text, hugo)]);
}

/** The store itself prefers pages of open documents. */
const noDocuments: ReadonlyMap<string, string> = new Map();

export function toPage(
  { uri, file }: ContentPlace,
  text: string | undefined,
  hugo: HugoRange,
): PageRecord | undefined {
  return text === undefined ? undefined : toPageRecord(uri, file, text, hugo);
}
