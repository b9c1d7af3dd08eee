// Reads synchronously, on the thread that asks: a file of a post's size takes about 20 µs this way and about 100 µs through promises, and
// starting a worker costs more than reading a thousand files. Whoever reads many files asks for a few at a time (`Slices`).
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { longestFile, type FileEntry, type FileKind, type FileSystem } from './fileSystem.ts';

/** The disk. */
export class NodeFileSystem implements FileSystem {
  readonly #buffer = Buffer.allocUnsafe(longestFile + 1);

  readMany(uris: readonly string[]): Promise<readonly (string | undefined)[]> {
    return Promise.resolve(
      uris.map((uri) => attempt(() => this.#withFile(toPath(uri), (file) => this.#decode(file)))),
    );
  }

  readBytes(uris: readonly string[], most: number): Promise<readonly (Uint8Array | undefined)[]> {
    return Promise.resolve(
      uris.map((uri) =>
        attempt(() => this.#withFile(toPath(uri), (file) => Uint8Array.from(this.#fill(file, most)))),
      ),
    );
  }

  list(folder: string): Promise<readonly FileEntry[] | undefined> {
    return Promise.resolve(
      attempt(() => {
        const path = toPath(folder);
        return readdirSync(path, { withFileTypes: true }).flatMap((entry) => toEntry(path, entry) ?? []);
      }),
    );
  }

  stat(uri: string): Promise<FileKind | undefined> {
    return Promise.resolve(attempt(() => kindOf(statSync(toPath(uri)))));
  }

  size(uri: string): Promise<number | undefined> {
    return Promise.resolve(
      attempt(() => {
        const stats = statSync(toPath(uri));
        return stats.isFile() ? stats.size : undefined;
      }),
    );
  }

  real(uri: string): Promise<string | undefined> {
    return Promise.resolve(attempt(() => toUri(realpathSync(toPath(uri)))));
  }

  #withFile<Result>(path: string, read: (file: number) => Result): Result | undefined {
    if (!statSync(path).isFile()) {
      return undefined;
    }
    // What was a file a moment ago could be a pipe now, and opening a pipe would wait for its writer.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return fstatSync(file).isFile() ? read(file) : undefined;
    } finally {
      closeSync(file);
    }
  }

  #decode(file: number): string | undefined {
    const bytes = this.#fill(file, longestFile + 1);
    return bytes.length > longestFile || bytes.includes(0) ? undefined : bytes.toString('utf8');
  }

  /** The first `most` bytes, which stay until the next file is read. */
  #fill(file: number, most: number): Buffer {
    const end = Math.min(most, this.#buffer.length);
    let length = 0;
    for (let read = -1; read !== 0 && length < end; length += read) {
      read = readSync(file, this.#buffer, length, end - length, null);
    }
    return this.#buffer.subarray(0, length);
  }
}

function toEntry(folder: string, entry: Dirent): FileEntry | undefined {
  const { name } = entry;
  if (entry.isFile()) {
    return { name, kind: 'file' };
  }
  if (entry.isDirectory()) {
    return { name, kind: 'directory' };
  }
  return entry.isSymbolicLink() ? attempt(() => toLink(join(folder, name), name)) : undefined;
}

function toLink(path: string, name: string): FileEntry | undefined {
  const kind = kindOf(statSync(path));
  return kind === 'directory' ? { name, kind, target: toUri(realpathSync(path)) } : kind && { name, kind };
}

function kindOf(stats: Stats): FileKind | undefined {
  return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : undefined;
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Most files need no unescaping, and the general way is as slow as reading the file. Other schemes are not ours to read. */
function toPath(uri: string): string {
  const plain = /^file:\/\/(\/[\w./~-]*)$/.exec(uri)?.[1];
  if (plain !== undefined) {
    return plain;
  }
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') {
    throw new Error(`Not on the disk: ${uri}`);
  }
  return parsed.fsPath;
}

function toUri(path: string): string {
  return URI.file(path).toString();
}
