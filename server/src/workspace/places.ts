// The files of one part of a site (pages, templates, data …): how they are listed, read, and found again among those that have changed.
import { joinPath } from '../core/text/path.ts';
import type { ChangedPath } from './changes.ts';
import type { SiteSource } from './siteSource.ts';
import { parentUri } from './uris.ts';
import { walkFolder } from './walkFolder.ts';

export interface Place {
  readonly uri: string;
}

/** Says what a file is by its path (relative to the site); `undefined` for what is no part. */
export type PlaceRule<Found extends Place> = (path: string) => Found | undefined;

export interface Places<Found extends Place> {
  readonly places: readonly Found[];
  /** Every folder could be listed and no limit was met. */
  readonly complete: boolean;
}

/** All that stands below `folders` (relative to the site). */
export async function listPlaces<Found extends Place>(
  source: SiteSource,
  rule: PlaceRule<Found>,
  folders: readonly string[],
): Promise<Places<Found>> {
  const places = new Map<string, Found>();
  let complete = true;
  for (const folder of folders) {
    const content = await walkFolder(source, folder);
    complete &&= content.complete;
    for (const path of content.files) {
      const place = rule(joinPath(folder, path));
      if (place !== undefined) {
        places.set(place.uri, place);
      }
      await source.slices.pause();
    }
  }
  return { places: [...places.values()], complete };
}

export interface ChangedPlaces<Found extends Place> {
  /** URIs of known files that went away, alone or with their folders. */
  readonly gone: readonly string[];
  /** Files to be read (again), some of which may not be there. */
  readonly places: readonly Found[];
}

/** What changes of files and folders are to a part that knows the files `known`. */
export async function changedPlaces<Found extends Place>(
  source: SiteSource,
  rule: PlaceRule<Found>,
  changes: readonly ChangedPath[],
  known: { readonly has: (uri: string) => boolean; readonly uris: () => Iterable<string> },
): Promise<ChangedPlaces<Found>> {
  const places: Found[] = [];
  const folders: string[] = [];
  const gone = new Set<string>();
  for (const { uri, path, type } of changes) {
    const place = rule(path);
    if (type === 'deleted') {
      gone.add(uri);
    } else if (type === 'created' && (await source.fileSystem.stat(uri)) === 'directory') {
      folders.push(path);
    } else if (place !== undefined) {
      places.push(place);
    }
  }
  const inside = await listPlaces(source, rule, folders);
  const isGone = (uri: string | undefined): boolean =>
    uri !== undefined && (gone.has(uri) || isGone(parentUri(uri)));
  const holdsFolder = [...gone].some((uri) => !known.has(uri));
  return {
    gone: holdsFolder ? [...known.uris()].filter(isGone) : [...gone],
    places: [...places, ...inside.places],
  };
}

const batch = 32;

/**
 * Reads files, some at a time, in slices, and gives what `toItem` makes of each; its text is absent where a file cannot be read. Open documents (by URI) win.
 */
export async function* readPlaces<Found extends Place, Item>(
  { fileSystem, slices }: SiteSource,
  places: readonly Found[],
  documents: ReadonlyMap<string, string>,
  toItem: (place: Found, text: string | undefined) => Item,
): AsyncGenerator<Item[]> {
  for (let at = 0; at < places.length; at += batch) {
    const some = places.slice(at, at + batch);
    const texts = await fileSystem.readMany(some.map(({ uri }) => uri));
    const items: Item[] = [];
    for (const [index, place] of some.entries()) {
      items.push(toItem(place, documents.get(place.uri) ?? texts[index]));
      await slices.pause();
    }
    yield items;
  }
}
