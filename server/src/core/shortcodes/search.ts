/**
 * Looks for one thing again and again, from places that move forward. It remembers the last answer and how far it holds,
 * so that all searches together read the text once: a file full of broken tags stays linear.
 */
class ForwardSearch {
  readonly #find: (from: number) => number;
  #from = 0;
  #found = -1;

  /** `find` answers where the thing next stands at or after `from`; the length of the text, or more, when nowhere. */
  constructor(find: (from: number) => number) {
    this.#find = find;
  }

  after(from: number): number {
    if (from < this.#from || from > this.#found) {
      this.#from = from;
      this.#found = this.#find(from);
    }
    return this.#found;
  }
}

/** Finds a fixed string; the length of the text stands for "nowhere". */
export function stringSearch(text: string, wanted: string): ForwardSearch {
  return new ForwardSearch((from) => {
    const at = text.indexOf(wanted, from);
    return at < 0 ? text.length : at;
  });
}

/** Finds what a global `pattern` matches. */
export function patternSearch(text: string, pattern: RegExp): ForwardSearch {
  return new ForwardSearch((from) => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? text.length;
  });
}

/** Finds the next `{{<` or `{{%`. */
export function leftDelimiterSearch(text: string): ForwardSearch {
  return new ForwardSearch((from) => {
    for (let at = text.indexOf('{{', from); at >= 0; at = text.indexOf('{{', at + 1)) {
      if (text[at + 2] === '<' || text[at + 2] === '%') {
        return at;
      }
    }
    return text.length;
  });
}
