// Files and folders that get another name: what becomes of every file in them, and what they are to Hugo before and after.
import type { MountedPath, MountTable } from '../site/mounts.ts';
import { mountTable } from '../site/mounts.ts';
import type { SiteConfig } from '../config/types.ts';
import { decoded } from '../text/path.ts';

/** URIs in the spelling of the site; of a folder everything in it goes along. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

export class Relocation {
  readonly moves: readonly FileMove[];
  readonly #root: string;
  readonly #mounts: MountTable;
  readonly #byFrom: ReadonlyMap<string, string>;
  /** A change asks for the same files many times. */
  readonly #known = new Map<string, string>();

  /** `root` is the URI of the site's folder. Of the mounts those of the project count: a theme's files are not the writer's. */
  constructor(root: string, config: Pick<SiteConfig, 'mounts'>, moves: readonly FileMove[]) {
    this.moves = moves;
    this.#root = root;
    this.#mounts = mountTable([{ folder: '', origin: 'project', mounts: config.mounts }]);
    this.#byFrom = new Map(moves.map(({ from, to }) => [from, to]));
  }

  /** The URI after the moves. */
  after(uri: string): string {
    const known = this.#known.get(uri) ?? this.#find(uri);
    this.#known.set(uri, known);
    return known;
  }

  #find(uri: string): string {
    for (let end = uri.length; end > this.#root.length; end = uri.lastIndexOf('/', end - 1)) {
      const to = this.#byFrom.get(uri.slice(0, end));
      if (to !== undefined) {
        return to + uri.slice(end);
      }
    }
    return uri;
  }

  isMoved(uri: string): boolean {
    return this.after(uri) !== uri;
  }

  /** What a file or folder of the project is to Hugo, by its URI; `undefined` for one that no mount shows. */
  placeOf(uri: string): MountedPath | undefined {
    const path = pathIn(this.#root, uri);
    return path === undefined ? undefined : this.#mounts.classify(path);
  }
}

/** The path of a file in a folder, `content/post.md`; `undefined` for one elsewhere. */
export function pathIn(root: string, uri: string): string | undefined {
  if (!uri.startsWith(`${root}/`)) {
    return undefined;
  }
  return decoded(uri.slice(root.length + 1));
}
