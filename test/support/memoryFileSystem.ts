import type { FileEntry, FileKind, FileSystem } from '../../server/src/workspace/fileSystem.ts';
import { pathBelow } from '../../server/src/workspace/uris.ts';
import { parseTxtar } from './txtar.ts';

const defaultRoot = 'file:///w';

/** Files without a disk, from a txtar or by path. */
export class MemoryFileSystem implements FileSystem {
  /** Every path that was asked for, in order: `read content/a.md`, `list content`. */
  readonly asked: string[] = [];
  readonly #files: Map<string, string>;
  readonly #root: string;
  #folders: Map<string, Map<string, FileKind>> | undefined;

  constructor(files: string | ReadonlyMap<string, string>, root = defaultRoot) {
    this.#files = typeof files === 'string' ? parseTxtar(files) : new Map(files);
    this.#root = root;
  }

  paths(): string[] {
    return [...this.#files.keys()];
  }

  text(path: string): string | undefined {
    return this.#files.get(path);
  }

  /** Writes a file; `undefined` deletes it. A folder is there as long as a file is in it. */
  write(path: string, text: string | undefined): void {
    if (text === undefined) {
      this.#files.delete(path);
    } else {
      this.#files.set(path, text);
    }
    this.#folders = undefined;
  }

  async readMany(uris: readonly string[]): Promise<readonly (string | undefined)[]> {
    await this.step();
    return uris.map((uri) => {
      const path = this.#path(uri);
      this.asked.push(`read ${path}`);
      return this.#files.get(path);
    });
  }

  async readBytes(uris: readonly string[], most: number): Promise<readonly (Uint8Array | undefined)[]> {
    const texts = await this.readMany(uris);
    return texts.map((text) =>
      text === undefined ? undefined : new TextEncoder().encode(text).subarray(0, most),
    );
  }

  async list(folder: string): Promise<readonly FileEntry[] | undefined> {
    await this.step();
    const path = this.#path(folder);
    this.asked.push(`list ${path}`);
    const entries = this.#index().get(path);
    return entries && [...entries].map(([name, kind]) => ({ name, kind }));
  }

  async stat(uri: string): Promise<FileKind | undefined> {
    await this.step();
    const path = this.#path(uri);
    return this.#files.has(path) ? 'file' : this.#index().has(path) ? 'directory' : undefined;
  }

  async size(uri: string): Promise<number | undefined> {
    const [text] = await this.readMany([uri]);
    return text === undefined ? undefined : new TextEncoder().encode(text).length;
  }

  real(uri: string): Promise<string | undefined> {
    return Promise.resolve(uri);
  }

  /** What happens before every answer. */
  protected step(): Promise<void> {
    return Promise.resolve();
  }

  #index(): Map<string, Map<string, FileKind>> {
    if (this.#folders === undefined) {
      this.#folders = new Map();
      for (const path of this.#files.keys()) {
        enter(this.#folders, path, 'file');
      }
    }
    return this.#folders;
  }

  /** What stands above the files is empty. */
  #path(uri: string): string {
    return pathBelow(this.#root, uri) ?? `outside of ${this.#root}: ${uri}`;
  }
}

/** Answers nothing until it is told to, one answer at a time. */
export class SlowFileSystem extends MemoryFileSystem {
  readonly #waiting: (() => void)[] = [];

  /** Lets the oldest question be answered, and all that follows from the answer happen. */
  async answerOne(): Promise<boolean> {
    const answer = this.#waiting.shift();
    answer?.();
    await settle();
    return answer !== undefined;
  }

  protected override step(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** Waits until all that could happen without a clock has happened. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export function uriOf(path: string): string {
  return `${defaultRoot}/${path}`;
}

function enter(folders: Map<string, Map<string, FileKind>>, path: string, kind: FileKind): void {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(0, slash));
  const entries = folders.get(folder);
  if (entries !== undefined) {
    entries.set(path.slice(slash + 1), kind);
    return;
  }
  folders.set(folder, new Map([[path.slice(slash + 1), kind]]));
  if (folder !== '') {
    enter(folders, folder, 'directory');
  }
}
