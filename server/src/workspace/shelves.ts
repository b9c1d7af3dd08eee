// Where the files of one part of a site are kept, read, by URI.
import type { HugoRange } from '../core/hugo/version.ts';
import { toArchetype } from '../core/site/archetypes.ts';
import { longestData, type DataFile } from '../core/site/siteData.ts';
import type { Archetype } from '../core/site/snapshot.ts';
import type { TemplateLibrary } from '../core/site/templateLibrary.ts';
import type { MountedPlace } from './mountedPlaces.ts';

export interface Shelf {
  /** Takes a file, or takes it anew; the text is absent where it cannot be read. */
  put(place: MountedPlace, text: string | undefined): void;
  delete(uri: string): void;
  has(uri: string): boolean;
  uris(): Iterable<string>;
}

const mostTemplates = 10_000;

/** So many templates at most: the others are as good as missing. */
export class TemplateShelf implements Shelf {
  readonly #library: TemplateLibrary;
  readonly #left = new Map<string, MountedPlace>();

  constructor(library: TemplateLibrary) {
    this.#library = library;
  }

  /** How many there was no room for. */
  get left(): number {
    return this.#left.size;
  }

  /** Of these, those that there is room for now. */
  fitting(): MountedPlace[] {
    return [...this.#left.values()].slice(0, mostTemplates - this.#library.size);
  }

  put(place: MountedPlace, text: string | undefined): void {
    const { uri, source, logicalPath, rank } = place;
    if (this.#library.size < mostTemplates || this.#library.has(uri)) {
      this.#library.put({ source, path: logicalPath, rank, text });
      this.#left.delete(uri);
    } else {
      this.#left.set(uri, place);
    }
  }

  delete(uri: string): void {
    this.#library.delete(uri);
    this.#left.delete(uri);
  }

  has(uri: string): boolean {
    return this.#library.has(uri) || this.#left.has(uri);
  }

  *uris(): Iterable<string> {
    yield* this.#library.uris();
    yield* this.#left.keys();
  }
}

abstract class MapShelf<Item> implements Shelf {
  protected readonly items = new Map<string, Item>();

  all(): Item[] {
    return [...this.items.values()];
  }

  put(place: MountedPlace, text: string | undefined): void {
    this.delete(place.uri);
    const item = this.toItem(place, text);
    if (item !== undefined) {
      this.items.set(place.uri, item);
    }
  }

  delete(uri: string): void {
    this.items.delete(uri);
  }

  has(uri: string): boolean {
    return this.items.has(uri);
  }

  uris(): Iterable<string> {
    return this.items.keys();
  }

  protected abstract toItem(place: MountedPlace, text: string | undefined): Item | undefined;
}

export class ArchetypeShelf extends MapShelf<Archetype> {
  readonly #hugo: HugoRange;

  constructor(hugo: HugoRange) {
    super();
    this.#hugo = hugo;
  }

  protected toItem(
    { logicalPath, source, rank }: MountedPlace,
    text: string | undefined,
  ): Archetype | undefined {
    return text === undefined ? undefined : toArchetype(logicalPath, text, source, rank, this.#hugo);
  }
}

/** What all data may come to, in UTF-16 units. */
const mostData = 20_000_000;

/** Of files that cannot be read, and of those that there is no room for, the names are known. */
export class DataShelf extends MapShelf<DataFile> {
  #length = 0;
  readonly #left = new Set<string>();

  /** How many there was no room for. */
  get left(): number {
    return this.#left.size;
  }

  /** The paths of those of which only the beginning counts. */
  cut(): readonly string[] {
    return this.all().flatMap(({ text, shown }) => (text.length > longestData ? shown : []));
  }

  override delete(uri: string): void {
    this.#length -= this.items.get(uri)?.text.length ?? 0;
    this.#left.delete(uri);
    super.delete(uri);
  }

  protected toItem({ logicalPath, path, uri, rank }: MountedPlace, written: string | undefined): DataFile {
    const fits = this.#length + (written?.length ?? 0) <= mostData;
    const text = fits ? (written ?? '') : '';
    this.#length += text.length;
    if (!fits) {
      this.#left.add(uri);
    }
    return { path: logicalPath, shown: path, uri, text, rank };
  }
}
