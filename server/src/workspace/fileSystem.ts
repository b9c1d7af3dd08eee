export type FileKind = 'file' | 'directory';

export interface FileEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/**
 * All that a site is read through: Node's disk, the editor's, or a test's. It never rejects and never throws: what is
 * missing, unreadable, too large, binary or no plain file is `undefined`. URIs are normalized (see `normalUri`).
 */
export interface FileSystem {
  /** The texts of many files at once, in the order asked for. */
  readMany(uris: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** What stands in a folder; a link that leads to a folder or file counts as one. */
  list(folder: string): Promise<readonly FileEntry[] | undefined>;
  stat(uri: string): Promise<FileKind | undefined>;
}
