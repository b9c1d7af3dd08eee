export type Schedule = (task: () => void, delay?: number) => void;

/** No stretch of work keeps a key stroke waiting for longer, in milliseconds. */
const longestSlice = 8;

/** Cuts long work into slices, between which the connection is served. */
export class Slices {
  readonly #schedule: Schedule;
  readonly #now: () => number;
  #start: number;

  constructor(schedule: Schedule, now: () => number) {
    this.#schedule = schedule;
    this.#now = now;
    this.#start = now();
  }

  /** To be awaited after every small step: goes on at once while the slice lasts, and in the next one after that. */
  async pause(): Promise<void> {
    if (this.#now() - this.#start >= longestSlice) {
      await new Promise<void>((resolve) => this.#schedule(resolve));
      this.#start = this.#now();
    }
  }
}
