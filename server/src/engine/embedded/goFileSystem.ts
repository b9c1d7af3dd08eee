// What the Go program may see of a disk: nothing but the time zones of the machine, to read, and files that it makes itself, in memory.
// Go asks through `globalThis.fs` in the manner of Node (syscall/fs_js.go) and waits for each answer, so every callback is called at once.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { zoneFile } from './zoneFile.ts';

type Callback = (error: Error | null, ...results: readonly unknown[]) => void;

/** `globalThis.fs` and `globalThis.path` as Go's `syscall` package expects them. */
export interface GoFileSystem {
  readonly fs: object;
  readonly path: { resolve(...parts: readonly string[]): string };
}

interface OpenFile {
  readonly path: string;
  position: number;
}

const folder = Symbol('folder');
type Entry = Uint8Array | typeof folder;

const constants = {
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 64,
  O_EXCL: 128,
  O_TRUNC: 512,
  O_APPEND: 1024,
  O_DIRECTORY: 65536,
};
const zone = /^\/usr\/share\/zoneinfo\/([\w+-]+(?:\/[\w+-]+){0,2})$/;
const largestTotal = 64 * 1024 * 1024;
const modes = { folder: 0o40755, file: 0o100644 };

/** A file system of its own for one Go program. `onLine` hears each line that the program prints. */
export function goFileSystem(onLine: (line: string) => void): GoFileSystem {
  const files = new MemoryFiles();
  const print = linePrinter(onLine);
  const answers: Record<string, (...given: never[]) => unknown> = {
    chmod: () => undefined,
    chown: () => undefined,
    close: (fd: number) => files.close(fd),
    fchmod: () => undefined,
    fchown: () => undefined,
    fstat: (fd: number) => toStats(files.entry(files.file(fd).path)),
    fsync: () => undefined,
    ftruncate: (fd: number, length: number) => files.truncate(files.file(fd).path, length),
    lstat: (path: string) => toStats(files.entry(path)),
    mkdir: (path: string) => files.makeFolder(path),
    open: (path: string, flags: number) => files.open(path, flags),
    read: (fd: number, buffer: Uint8Array, offset: number, length: number, position: number | null) =>
      files.read(fd, buffer.subarray(offset, offset + length), position),
    readdir: (path: string) => files.list(path),
    rename: (from: string, to: string) => files.rename(from, to),
    rmdir: (path: string) => files.remove(path),
    stat: (path: string) => toStats(files.entry(path)),
    truncate: (path: string, length: number) => files.truncate(path, length),
    unlink: (path: string) => files.remove(path),
    utimes: () => undefined,
    write: (fd: number, buffer: Uint8Array, offset: number, length: number, position: number | null) => {
      const bytes = buffer.subarray(offset, offset + length);
      return fd <= 2 ? print(bytes) : files.write(fd, bytes, position);
    },
  };
  const refused = ['lchown', 'link', 'readlink', 'symlink'].map(
    (name) => [name, calledBack(refuse('ENOSYS'))] as const,
  );
  const calls = Object.entries(answers).map(([name, answer]) => [name, calledBack(answer)] as const);
  return {
    fs: {
      constants,
      writeSync: (_: number, bytes: Uint8Array) => print(bytes),
      ...Object.fromEntries([...calls, ...refused]),
    },
    path: { resolve: (...parts) => posix.resolve('/', ...parts) },
  };
}

/** A function that answers, or throws, as one that calls back before it returns. */
function calledBack(answer: (...given: never[]) => unknown): (...given: unknown[]) => void {
  return (...given) => {
    const callback = given.pop() as Callback;
    let result: unknown;
    try {
      result = answer(...(given.map(toPlainPath) as never[]));
    } catch (error) {
      callback(error instanceof Error && 'code' in error ? error : systemError('EIO'));
      return;
    }
    callback(null, result);
  };
}

/** Every string that Go gives is a path, some with a double slash. */
function toPlainPath(argument: unknown): unknown {
  return typeof argument === 'string' ? posix.normalize(argument) : argument;
}

function refuse(code: string): () => never {
  return () => {
    throw systemError(code);
  };
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function linePrinter(onLine: (line: string) => void): (bytes: Uint8Array) => number {
  const decoder = new TextDecoder();
  let rest = '';
  return (bytes) => {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
    return bytes.length;
  };
}

function toStats(entry: Entry): object {
  const isFolder = entry === folder;
  const size = isFolder ? 0 : entry.length;
  return {
    ...{ dev: 0, ino: 0, nlink: 1, uid: 0, gid: 0, rdev: 0, blksize: 4096, blocks: Math.ceil(size / 512) },
    ...{ mode: isFolder ? modes.folder : modes.file, size, atimeMs: 0, mtimeMs: 0, ctimeMs: 0 },
    isDirectory: () => isFolder,
  };
}

/** Files by absolute path. A folder is there when it was made; the top is always. */
class MemoryFiles {
  private readonly entries = new Map<string, Entry>([
    ['/', folder],
    ['/tmp', folder],
  ]);
  private readonly openFiles = new Map<number, OpenFile>();
  private readonly zones = new Map<string, Uint8Array | undefined>();
  private nextDescriptor = 3;

  entry(path: string): Entry {
    const entry = this.entries.get(path) ?? this.zone(path);
    if (entry === undefined) {
      throw systemError('ENOENT');
    }
    return entry;
  }

  file(descriptor: number): OpenFile {
    const file = this.openFiles.get(descriptor);
    if (file === undefined) {
      throw systemError('EBADF');
    }
    return file;
  }

  open(path: string, flags: number): number {
    const there = this.entries.has(path);
    const creates = (flags & constants.O_CREAT) !== 0;
    if (there && creates && (flags & constants.O_EXCL) !== 0) {
      throw systemError('EEXIST');
    }
    if (creates ? !there : (flags & constants.O_TRUNC) !== 0) {
      this.store(path, new Uint8Array());
    }
    const entry = this.entry(path);
    const atEnd = (flags & constants.O_APPEND) !== 0 && entry !== folder;
    this.openFiles.set(this.nextDescriptor, { path, position: atEnd ? entry.length : 0 });
    return this.nextDescriptor++;
  }

  close(descriptor: number): void {
    this.openFiles.delete(descriptor);
  }

  read(descriptor: number, into: Uint8Array, position: number | null): number {
    const file = this.file(descriptor);
    const start = position ?? file.position;
    const bytes = this.bytes(file.path).subarray(start, start + into.length);
    into.set(bytes);
    file.position = start + bytes.length;
    return bytes.length;
  }

  write(descriptor: number, bytes: Uint8Array, position: number | null): number {
    const file = this.file(descriptor);
    const start = position ?? file.position;
    const old = this.bytes(file.path);
    const written = new Uint8Array(Math.max(old.length, start + bytes.length));
    written.set(old);
    written.set(bytes, start);
    this.store(file.path, written);
    file.position = start + bytes.length;
    return bytes.length;
  }

  truncate(path: string, length: number): void {
    const bytes = new Uint8Array(length);
    bytes.set(this.bytes(path).subarray(0, length));
    this.store(path, bytes);
  }

  makeFolder(path: string): void {
    if (this.entries.has(path)) {
      throw systemError('EEXIST');
    }
    this.store(path, folder);
  }

  list(path: string): readonly string[] {
    if (this.entry(path) !== folder) {
      throw systemError('ENOTDIR');
    }
    const paths = [...this.entries.keys()].filter((other) => other !== '/' && posix.dirname(other) === path);
    return paths.map((other) => posix.basename(other));
  }

  rename(from: string, to: string): void {
    this.store(to, this.entry(from));
    this.entries.delete(from);
  }

  remove(path: string): void {
    if (!this.entries.delete(path)) {
      throw systemError('ENOENT');
    }
  }

  private zone(path: string): Uint8Array | undefined {
    const [, name] = zone.exec(path) ?? [];
    if (name !== undefined && !this.zones.has(path)) {
      this.zones.set(path, readZone(path) ?? zoneFile(name));
    }
    return this.zones.get(path);
  }

  private bytes(path: string): Uint8Array {
    const entry = this.entry(path);
    if (entry === folder) {
      throw systemError('EISDIR');
    }
    return entry;
  }

  private store(path: string, entry: Entry): void {
    if (this.entries.get(posix.dirname(path)) !== folder) {
      throw systemError('ENOENT');
    }
    const total = [...this.entries.values()].reduce((sum, one) => sum + (one === folder ? 0 : one.length), 0);
    if (entry !== folder && total + entry.length > largestTotal) {
      throw systemError('ENOSPC');
    }
    this.entries.set(path, entry);
  }
}

function readZone(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
