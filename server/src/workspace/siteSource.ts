import type { ConfigFile } from '../core/config/mergeConfig.ts';
import type { FileEntry, FileSystem } from './fileSystem.ts';
import type { Slices } from './slices.ts';
import { uriAt } from './uris.ts';

/** Where a site is read from. Paths are relative to its folder, with `/`, and may begin with `../`. */
export interface SiteSource {
  readonly fileSystem: FileSystem;
  /** URI of the site's folder. */
  readonly root: string;
  readonly slices: Slices;
}

/** The files among `paths` that can be read, with their texts. */
export async function readTexts(
  { fileSystem, root }: SiteSource,
  paths: readonly string[],
): Promise<ConfigFile[]> {
  const texts = await fileSystem.readMany(paths.map((path) => uriAt(root, path)));
  return paths.flatMap((path, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ path, text }];
  });
}

export function listFolder(
  { fileSystem, root }: SiteSource,
  path: string,
): Promise<readonly FileEntry[] | undefined> {
  return fileSystem.list(uriAt(root, path));
}
