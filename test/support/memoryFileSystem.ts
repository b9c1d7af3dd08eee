import type { FileEntry, FileKind, FileSystem } from '../../server/src/workspace/fileSystem.ts';
import { pathBelow } from '../../server/src/workspace/uris.ts';
import { parseTxtar } from './txtar.ts';

const root = 'file:///w';

/** Files without a disk, below `file:///w`, from a txtar. */
export class MemoryFileSystem implements FileSystem {
  readonly files: Map<string, string>;
  /** Every path that was asked for, in order: `read content/a.md`, `list content`. */
  readonly asked: string[] = [];

  constructor(txtar: string) {
    this.files = parseTxtar(txtar);
  }

  async readMany(uris: readonly string[]): Promise<readonly (string | undefined)[]> {
    await this.step();
    return uris.map((uri) => {
      this.asked.push(`read ${pathOf(uri)}`);
      return this.files.get(pathOf(uri));
    });
  }

  async list(folder: string): Promise<readonly FileEntry[] | undefined> {
    await this.step();
    const path = pathOf(folder);
    this.asked.push(`list ${path}`);
    const entries = new Map<string, FileKind>();
    for (const below of this.#below(path)) {
      const [name = '', ...rest] = below.split('/');
      entries.set(name, rest.length > 0 ? 'directory' : 'file');
    }
    return entries.size === 0 ? undefined : [...entries].map(([name, kind]) => ({ name, kind }));
  }

  async stat(uri: string): Promise<FileKind | undefined> {
    await this.step();
    const path = pathOf(uri);
    return this.files.has(path) ? 'file' : this.#below(path).length > 0 ? 'directory' : undefined;
  }

  real(uri: string): Promise<string | undefined> {
    return Promise.resolve(uri);
  }

  /** What happens before every answer. */
  protected step(): Promise<void> {
    return Promise.resolve();
  }

  #below(folder: string): string[] {
    const prefix = folder === '' ? '' : `${folder}/`;
    return [...this.files.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length));
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
  return `${root}/${path}`;
}

/** What stands above the files is empty. */
function pathOf(uri: string): string {
  return pathBelow(root, uri) ?? `outside of ${root}: ${uri}`;
}
