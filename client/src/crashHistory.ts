const window = 3 * 60_000;
const limit = 5;
const firstDelay = 1_000;

/** How often the server ended by itself, and what follows from that: wait ever longer, then give up. */
export class CrashHistory {
  #crashes: readonly number[] = [];

  /**
   * Notes a crash at `now` (milliseconds). Answers how many milliseconds to wait before the next start: 1 s, doubled with
   * each crash of the last three minutes; `undefined` after the fifth of them.
   */
  crashed(now: number): number | undefined {
    this.#crashes = [...this.#crashes.filter((time) => now - time < window), now];
    const count = this.#crashes.length;
    return count >= limit ? undefined : firstDelay * 2 ** (count - 1);
  }

  clear(): void {
    this.#crashes = [];
  }
}
