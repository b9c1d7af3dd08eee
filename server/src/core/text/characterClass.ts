import { endOfRun } from './pattern.ts';

const asciiEnd = 128;

/**
 * Characters of one kind, given as a Unicode pattern for one of them. Those of ASCII are looked up: a pattern costs more than
 * the short runs of blanks or letters that a scanner asks for at every step.
 */
export class CharacterClass {
  readonly #ascii: readonly boolean[];
  readonly #run: RegExp;

  constructor(one: RegExp) {
    this.#ascii = Array.from({ length: asciiEnd }, (_, code) => one.test(String.fromCharCode(code)));
    this.#run = new RegExp(`${one.source}{1,999}`, 'uy');
  }

  /** Whether the character at `at` is one of them; nothing behind the end of the text is. */
  includes(text: string, at: number): boolean {
    const code = text.charCodeAt(at);
    return code < asciiEnd ? this.#ascii[code] === true : endOfRun(this.#run, text, at) > at;
  }

  /** The end of the run of them that begins at `at`; `at` itself where none stands there. */
  endOfRun(text: string, at: number): number {
    let end = at;
    let code = text.charCodeAt(end);
    while (code < asciiEnd && this.#ascii[code] === true) {
      code = text.charCodeAt(++end);
    }
    return code >= asciiEnd ? endOfRun(this.#run, text, end) : end;
  }
}
