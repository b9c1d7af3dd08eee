import { contentFileOf, isContentPath, type ContentFile } from '../core/site/contentFile.ts';
import { ignoredPaths } from '../core/site/ignoredPaths.ts';
import { toPageRecord } from '../core/site/pageRecord.ts';
import type { PageRecord } from '../core/site/snapshot.ts';
import type { PageChange } from '../core/site/store.ts';
import type { HugoRange } from '../core/hugo/version.ts';
import { joinPath } from '../core/text/path.ts';
import type { SiteLayout } from './readLayout.ts';
import type { SiteSource } from './siteSource.ts';
import { uriAt } from './uris.ts';
import { walkFolder } from './walkFolder.ts';

/** Says what content a file is by its path (relative to the site); `undefined` for what is no page. */
export type ContentRule = (path: string) => ContentFile | undefined;

/** A file that may be read, and the page it would be. */
export interface ContentPlace {
  readonly uri: string;
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

export interface SiteContent {
  readonly places: readonly ContentPlace[];
  /** Every folder could be listed and no limit was met. */
  readonly complete: boolean;
}

/** All content below `folders` (relative to the site). */
export async function listContent(
  source: SiteSource,
  rule: ContentRule,
  folders: readonly string[],
): Promise<SiteContent> {
  const places = new Map<string, ContentPlace>();
  let complete = true;
  for (const folder of folders) {
    const content = await walkFolder(source, folder);
    complete &&= content.complete;
    for (const path of content.files) {
      const place = contentPlace(source, rule, joinPath(folder, path));
      if (place !== undefined) {
        places.set(place.uri, place);
      }
      await source.slices.pause();
    }
  }
  return { places: [...places.values()], complete };
}

export function contentPlace(
  { root }: SiteSource,
  rule: ContentRule,
  path: string,
): ContentPlace | undefined {
  const file = rule(path);
  return file && { uri: uriAt(root, path), file };
}

const batch = 32;

/** Reads pages, some at a time, in slices. What cannot be read is no page (any more). */
export async function* readPages(
  { fileSystem, slices }: SiteSource,
  places: readonly ContentPlace[],
  hugo: HugoRange,
): AsyncGenerator<PageChange[]> {
  for (let at = 0; at < places.length; at += batch) {
    const some = places.slice(at, at + batch);
    const texts = await fileSystem.readMany(some.map(({ uri }) => uri));
    const pages: PageChange[] = [];
    for (const [index, place] of some.entries()) {
      pages.push([place.uri, toPage(place, texts[index], hugo)]);
      await slices.pause();
    }
    yield pages;
  }
}

export function toPage(
  { uri, file }: ContentPlace,
  text: string | undefined,
  hugo: HugoRange,
): PageRecord | undefined {
  return text === undefined ? undefined : toPageRecord(uri, file, text, hugo);
}
