import { rootConfigNames } from '../core/config/configFiles.ts';
import { mergeConfig } from '../core/config/mergeConfig.ts';
import { owningSite, siteCandidate, siteKindOf } from '../core/site/findSite.ts';
import { readConfigFiles } from './configFiles.ts';
import type { FileSystem } from './fileSystem.ts';
import type { Slices } from './slices.ts';
import { childUri, parentUri } from './uris.ts';

/** Finds the site that a folder belongs to, and remembers what it saw of the folders on the way. */
export class SiteFinder {
  readonly #fileSystem: FileSystem;
  readonly #slices: Slices;
  readonly #sites = new Map<string, Promise<boolean>>();
  readonly #owners = new Map<string, Promise<string | undefined>>();

  constructor(fileSystem: FileSystem, slices: Slices) {
    this.#fileSystem = fileSystem;
    this.#slices = slices;
  }

  /** The root of the site; `undefined` when the folder is in none. */
  find(folder: string): Promise<string | undefined> {
    return remember(this.#owners, folder, () => this.#findOwner(folder));
  }

  forget(): void {
    this.#sites.clear();
    this.#owners.clear();
  }

  async #findOwner(folder: string): Promise<string | undefined> {
    const roots: string[] = [];
    for (let at: string | undefined = folder; at !== undefined; at = parentUri(at)) {
      if (await this.#isSite(at)) {
        roots.push(at);
      }
    }
    if (roots.length <= 1) {
      return roots[0];
    }
    const candidates = roots.map(async (root) => ({ root, ...(await this.#describe(root)) }));
    return owningSite(await Promise.all(candidates))?.root;
  }

  /** Module folders are plain paths, so the root is one too here. */
  async #describe(root: string): Promise<ReturnType<typeof siteCandidate>> {
    const source = { fileSystem: this.#fileSystem, slices: this.#slices, root };
    return siteCandidate(decodeURI(root), mergeConfig(await readConfigFiles(source, '')));
  }

  #isSite(folder: string): Promise<boolean> {
    return remember(this.#sites, folder, () => this.#look(folder));
  }

  async #look(folder: string): Promise<boolean> {
    const names = new Set(await this.#names(folder));
    if (names.has('config')) {
      (await this.#names(childUri(folder, 'config'))).forEach((name) => names.add(`config/${name}`));
    }
    const kind = siteKindOf(names);
    if (kind !== 'needsConfigText') {
      return kind === 'yes';
    }
    const configs = rootConfigNames.filter((name) => names.has(name)).map((name) => childUri(folder, name));
    const texts = await this.#fileSystem.readMany(configs);
    return texts.some((text) => text !== undefined && siteKindOf(names, text) === 'yes');
  }

  async #names(folder: string): Promise<string[]> {
    return ((await this.#fileSystem.list(folder)) ?? []).map(({ name }) => name);
  }
}

function remember<Result>(
  known: Map<string, Promise<Result>>,
  key: string,
  find: () => Promise<Result>,
): Promise<Result> {
  const promise = known.get(key) ?? find();
  known.set(key, promise);
  return promise;
}
