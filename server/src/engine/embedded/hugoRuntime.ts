// Hugo 0.147.6 in this process: the Go program of @bookshop/hugo-engine, started once, with the functions that it leaves in `globalThis`.
// Nothing of the machine is within its reach: its file system is goFileSystem.ts, and what Go would open a network with is taken away.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { goFileSystem } from './goFileSystem.ts';
import { patchPlaceholders, toPlaceholder } from './binaryFiles.ts';

export interface BuildResult {
  /** `undefined` when Hugo is content; not a sign that a page was written. */
  readonly error: string | undefined;
  /** What Hugo said since the build before. */
  readonly log: readonly string[];
}

/** Go's own end: the instance is of no more use. Its message is what Hugo said last. */
export class HugoPanic extends Error {}

/** One Hugo and its files. Paths are engine paths; Hugo's output is under `public/`. */
export interface Hugo {
  write(texts: Iterable<readonly [string, string]>): void;
  /** Answers the paths of files that could not be written; they are absent. */
  writeBinaries(files: ReadonlyMap<string, Uint8Array>): readonly string[];
  remove(paths: readonly string[]): void;
  /** The bytes of a file; `undefined` for one that is absent or empty. */
  read(path: string): Uint8Array | undefined;
  /** Reads `config.toml` and makes the site anew. */
  configure(): void;
  build(): BuildResult;
}

type Imports = Record<string, Record<string, (stack: number) => void>>;

interface GoProgram {
  argv: string[];
  env: Record<string, string>;
  exit: (code: number) => void;
  readonly importObject: Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

interface HugoGlobals {
  fs: object;
  path: object;
  readonly Go: new () => GoProgram;
  readonly initHugoConfig: () => unknown;
  readonly writeHugoFiles: (json: string) => unknown;
  readonly removeHugoFiles: (json: string) => unknown;
  readonly readHugoFiles: (json: string) => unknown;
  readonly buildHugo: () => unknown;
}

const globals = globalThis as unknown as HugoGlobals;
const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];
const linesOfReason = 5;
/**
 * Go's collector stops everything here, once in a few key strokes and for as long as a build takes: it is to come a third as often, but no later when
 * memory runs short.
 */
const collector = { GOGC: '300', GOMEMLIMIT: '1GiB' };

/** Starts Hugo from the folder that has `hugo_renderer.wasm.gz` and `wasm_exec.js`. Once per process. */
export async function bootHugo(folder: string): Promise<Hugo> {
  const log = new HugoLog();
  const { fs, path } = goFileSystem((line) => log.add(line));
  Object.assign(globals, { fs, path });
  network.forEach((name) => Reflect.deleteProperty(globalThis, name));
  createRequire(__filename)(join(folder, 'wasm_exec.js'));
  const packed = await readFile(join(folder, 'hugo_renderer.wasm.gz'));
  const module = await WebAssembly.compile(await promisify(gunzip)(packed));

  const go = new globals.Go();
  let exited = false;
  go.argv = ['hugo'];
  go.env = collector;
  go.exit = () => (exited = true);
  const memory = (): ArrayBuffer => (instance.exports['mem'] as WebAssembly.Memory).buffer;
  const strings = new StringWatch(go.importObject, memory);
  const instance = await WebAssembly.instantiate(module, go.importObject);
  void go.run(instance).catch(() => (exited = true));
  return new WasmHugo({ log, strings, memory, exited: () => exited });
}

/** Lines that Hugo printed and nobody took yet. */
class HugoLog {
  private lines: string[] = [];

  add(line: string): void {
    this.lines.push(line);
  }

  take(): readonly string[] {
    const { lines } = this;
    this.lines = [];
    return lines;
  }
}

/**
 * Sees the bytes of a string that Go hands to JavaScript, before they are decoded: the only way for a picture to come out whole.
 * `syscall/js.stringVal` finds address and length of the string on the stack, 8 bytes each.
 */
class StringWatch {
  private readonly memory: () => ArrayBuffer;
  private seen: Uint8Array | undefined;
  private watching = false;

  constructor(imports: Imports, memory: () => ArrayBuffer) {
    this.memory = memory;
    const { gojs } = imports;
    const stringVal = gojs?.['syscall/js.stringVal'];
    if (gojs === undefined || stringVal === undefined) {
      throw new Error('wasm_exec.js has no stringVal');
    }
    gojs['syscall/js.stringVal'] = (stack) => {
      if (this.watching) {
        this.take(stack >>> 0);
      }
      stringVal(stack);
    };
  }

  /** The last string that Go hands over in this step. JavaScript gets an empty one. */
  during(step: () => unknown): Uint8Array | undefined {
    this.seen = undefined;
    this.watching = true;
    try {
      step();
    } finally {
      this.watching = false;
    }
    return this.seen;
  }

  private take(stack: number): void {
    const view = new DataView(this.memory());
    const [at, length] = [8, 16].map((offset) => Number(view.getBigInt64(stack + offset, true)));
    this.seen = new Uint8Array(this.memory(), at, length).slice();
    view.setBigInt64(stack + 16, 0n, true);
  }
}

interface Parts {
  readonly log: HugoLog;
  readonly strings: StringWatch;
  readonly memory: () => ArrayBuffer;
  readonly exited: () => boolean;
}

class WasmHugo implements Hugo {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  write(texts: Iterable<readonly [string, string]>): void {
    this.call(() => globals.writeHugoFiles(JSON.stringify(Object.fromEntries(texts))));
  }

  writeBinaries(files: ReadonlyMap<string, Uint8Array>): readonly string[] {
    const placed = [...files].map(([path, bytes], index) => ({
      path,
      bytes,
      placeholder: toPlaceholder(index, bytes.length),
    }));
    this.write(placed.map(({ path, placeholder }) => [path, placeholder] as const));
    patchPlaceholders(Buffer.from(this.parts.memory()), placed);
    const wrong = placed.filter(
      ({ path, bytes }) => !Buffer.from(bytes).equals(this.read(path) ?? new Uint8Array()),
    );
    const paths = wrong.map(({ path }) => path);
    this.remove(paths);
    return paths;
  }

  remove(paths: readonly string[]): void {
    if (paths.length > 0) {
      this.call(() => globals.removeHugoFiles(JSON.stringify(paths)));
    }
  }

  read(path: string): Uint8Array | undefined {
    const bytes = this.parts.strings.during(() =>
      this.call(() => globals.readHugoFiles(JSON.stringify([path]))),
    );
    return bytes?.length === 0 ? undefined : bytes;
  }

  configure(): void {
    this.call(() => globals.initHugoConfig());
  }

  build(): BuildResult {
    const error = this.call(() => globals.buildHugo());
    return {
      error: typeof error === 'string' ? withoutStream(error) : undefined,
      log: this.parts.log.take().map(withoutStream),
    };
  }

  /** Go answers an error that it has no value for by a panic, and a panic by its end. */
  private call(step: () => unknown): unknown {
    let result: unknown;
    let failure: unknown;
    try {
      result = step();
    } catch (error) {
      failure = error;
    }
    if (failure !== undefined || this.parts.exited()) {
      throw new HugoPanic(toReason(this.parts.log.take()) || String(failure));
    }
    return result;
  }
}

/** Of a data file Hugo names a stream, which has the better place, besides the file. */
function withoutStream(line: string): string {
  return line.replace(/"([^"\n]{1,1000}):\d{1,9}:\d{1,9}": "_stream\.\w+:(\d+:\d+)"/g, '"$1:$2"');
}

/** What Hugo said before Go listed where it was. */
function toReason(log: readonly string[]): string {
  const trace = log.findIndex((line) => /^goroutine \d+ \[/.test(line));
  const said = (trace < 0 ? log : log.slice(0, trace)).filter((line) => line !== '');
  const reasons = said.filter((line) => !line.startsWith('panic: ValueOf'));
  return reasons.slice(-linesOfReason).join('\n');
}
