import type { FileEntry, FileKind, FileSystem } from './fileSystem.ts';

/** The disk. */
export class NodeFileSystem implements FileSystem {
  readMany(uris: readonly string[]): Promise<readonly (string | undefined)[]> {
    return Promise.resolve(uris.map(() => undefined));
  }

  list(): Promise<readonly FileEntry[] | undefined> {
    return Promise.resolve(undefined);
  }

  stat(): Promise<FileKind | undefined> {
    return Promise.resolve(undefined);
  }
}
