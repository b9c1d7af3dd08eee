/** Looks for what ends something. What is not there is looked for once: so many beginnings without an end cost one walk over the text. */
export class ForwardSearch {
  readonly #text: string;
  /** From here on it does not come any more. */
  readonly #none = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The first place of `wanted` from `start` on; `undefined` where there is none. */
  find(wanted: string, start: number): number | undefined {
    if ((this.#none.get(wanted) ?? Infinity) <= start) {
      return undefined;
    }
    const at = this.#text.indexOf(wanted, start);
    if (at < 0) {
      this.#none.set(wanted, start);
      return undefined;
    }
    return at;
  }
}
