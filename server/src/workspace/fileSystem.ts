export type FileKind = 'file' | 'directory';

export interface FileEntry {
  readonly name: string;
  readonly kind: FileKind;
  /** Where a link to a folder really leads; absent for all that is no such link. */
  readonly target?: string;
}

/** A longer file is not read: no page that somebody wrote by hand comes near. In bytes. */
export const longestFile = 2 * 1024 * 1024;

/**
 * All that a site is read through: Node's disk, the editor's, or a test's. It never rejects and never throws: what is
 * missing, unreadable or no plain file is `undefined`, and so is text that is longer than `longestFile` or binary. URIs are normalized (see `normalUri`).
 */
export interface FileSystem {
  /** The texts of many files at once, in the order asked for. */
  readMany(uris: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** The first `most` bytes of each file, whatever they are; a file is whole when it gives fewer. In the order asked for. */
  readBytes(uris: readonly string[], most: number): Promise<readonly (Uint8Array | undefined)[]>;
  /** What stands in a folder, in any order; links count as what they lead to, pipes and devices are left out. */
  list(folder: string): Promise<readonly FileEntry[] | undefined>;
  stat(uri: string): Promise<FileKind | undefined>;
  /** The length of a file in bytes. */
  size(uri: string): Promise<number | undefined>;
  /** The URI without links on its way. */
  real(uri: string): Promise<string | undefined>;
}
