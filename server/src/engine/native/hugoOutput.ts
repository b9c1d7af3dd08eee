// In watch mode Hugo says what it does only in the lines that it prints, on two channels and in words that changed with its releases.
import type { HugoProcess } from './hugoProcess.ts';

/** One build, as its lines tell it. */
export interface HugoBuild {
  /** Counts from 0, the build at the start, in the order in which they began. */
  readonly number: number;
  /** The paths that Hugo names as changed, as it spells them. */
  readonly changed: readonly string[];
  /** Everything else that Hugo printed since the last build, its complaints among it. */
  readonly output: string;
}

const start = /^Change detected, rebuilding site|^Change of .* detected/;
/** `Source changed WRITE  "/tmp/…/post.md"`, or `Source changed /post.md`. */
const changed = /^Source changed (.*)/;
/** The first build has ended well, and changes are heard from now on. */
const ready = /^Press Ctrl\+C to stop/;
const end = /^Total in \d+ ms/;

/** Releases from 0.112 on complain on the other channel; what was written there before the last line of a build is read by then. */
const grace = 5;

/** The builds of a Hugo in watch mode. */
export class HugoBuilds {
  #partial = '';
  #lines: string[] = [];
  #changed: string[] = [];
  #number = 0;
  #ended: HugoBuild[] = [];
  #hasEnded = false;
  #wake: (() => void) | undefined;

  constructor(hugo: HugoProcess) {
    hugo.onOutput((text) => this.#read(text));
    hugo.onErrors((text) => this.#lines.push(text.replace(/\r?\n$/, '')));
    void hugo.ended.then((reason) => {
      this.#lines.push(this.#partial, reason ?? '');
      this.#hasEnded = true;
      this.#wake?.();
    });
  }

  /** How many builds have begun. */
  get begun(): number {
    return this.#number;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** What was printed since the last build ended: the reason when the program gave up. */
  get rest(): string {
    return this.#lines.join('\n');
  }

  /** Builds that have ended by now are of no interest. */
  forget(): void {
    this.#ended = [];
  }

  /** The next build that ends; `undefined` when the program ends first, or when none does within `patience` (ms). */
  async next(patience: number): Promise<HugoBuild | undefined> {
    if (this.#ended.length === 0 && !this.#hasEnded) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
    return this.#ended.shift();
  }

  #read(text: string): void {
    const lines = (this.#partial + text).split(/\r?\n/);
    this.#partial = lines.pop() ?? '';
    lines.forEach((line) => this.#readLine(line));
  }

  #readLine(line: string): void {
    const path = changed.exec(line)?.[1];
    if (start.test(line)) {
      this.#number++;
      this.#changed = [];
    } else if (path !== undefined) {
      this.#changed.push(path);
    } else if (ready.test(line) || (this.#number > 0 && end.test(line))) {
      setTimeout(() => this.#endBuild(), grace);
    } else {
      this.#lines.push(line);
    }
  }

  #endBuild(): void {
    this.#ended.push({ number: this.#number, changed: this.#changed, output: this.#lines.join('\n') });
    this.#lines = [];
    this.#wake?.();
  }
}
