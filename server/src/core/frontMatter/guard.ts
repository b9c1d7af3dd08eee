// Library parsers are quadratic on some inputs and overflow the stack on others, and our own reads nesting by recursion. No real header
// comes near these limits (the largest of 1,300 measured has 3.5 KB, 70 lines and six levels), so one pass in front of all of them is enough.
import { message } from '../text/message.ts';
import type { Message } from '../text/message.ts';
import type { Problem } from '../text/problem.ts';
import { range } from '../text/range.ts';
import { lineEndFrom, skipBlanks } from './outline/outlineLines.ts';
import type { Fence } from './types.ts';

export const limits = {
  /** UTF-16 units. */
  size: 64 * 1024,
  lines: 2000,
  /** Open brackets, dashes on one line, steps of indentation; and dots without a blank between, as in a dotted key of TOML. */
  nesting: 64,
  /** Anchors and aliases together. */
  references: 100,
  /** Commas, which stand for items of lists in brackets. */
  commas: 4000,
} as const;

/**
 * Looks whether front matter stays within our own limits. A file beyond them gets one problem that says so and is not an error: Hugo may build
 * it. Linear in the content; over-counts brackets and dashes in quoted text, which costs nothing below the limits.
 */
export function guardFrontMatter(text: string, { content, opener }: Fence): Problem | undefined {
  const { start, end } = content;
  if (end - start > limits.size) {
    return limited(
      opener,
      message('Front matter is checked up to {0} KB only, and this is longer.', limits.size / 1024),
    );
  }
  return new Gauge(text).measure(start, end);
}

function limited(where: Problem['range'], say: Message): Problem {
  return { code: 'front-matter-limited', range: where, message: say, fatal: 'limited' };
}

class Gauge {
  readonly #text: string;
  readonly #indents: number[] = [];
  #lines = 0;
  #brackets = 0;
  #references = 0;
  #commas = 0;

  constructor(text: string) {
    this.#text = text;
  }

  measure(start: number, end: number): Problem | undefined {
    let excess: Message | undefined;
    let at = start;
    while (at < end && excess === undefined) {
      const next = Math.min(lineEndFrom(this.#text, at) + 1, end);
      excess = this.#measureLine(at, next);
      at = next;
    }
    return excess && limited(range(Math.min(start, at), Math.max(start, at)), excess);
  }

  #measureLine(start: number, end: number): Message | undefined {
    const first = skipBlanks(this.#text, start, end);
    const steps = this.#step(first - start) + leadingMarks(this.#text, first, end);
    let dots = 0;
    let deepest = this.#brackets;
    for (let at = first; at < end; at++) {
      const char = this.#text[at];
      if (char === '[' || char === '{') {
        deepest = Math.max(deepest, ++this.#brackets);
      } else if (char === ']' || char === '}') {
        this.#brackets = Math.max(0, this.#brackets - 1);
      } else if (char === ',') {
        this.#commas++;
      } else if (char === '.') {
        dots++;
      } else if (char === ' ' && dots <= limits.nesting) {
        dots = 0;
      } else if ((char === '&' || char === '*') && isBlankOrEnd(this.#text[at - 1])) {
        this.#references++;
      }
    }
    if (steps + deepest > limits.nesting || dots > limits.nesting) {
      return message(
        'Front matter is checked up to {0} levels only, and this is nested deeper.',
        limits.nesting,
      );
    }
    if (this.#references > limits.references) {
      return message('Front matter is checked up to {0} anchors and aliases only.', limits.references);
    }
    if (this.#commas > limits.commas) {
      return message('Front matter is checked up to {0} commas only.', limits.commas);
    }
    if (++this.#lines > limits.lines) {
      return message('Front matter is checked up to {0} lines only.', limits.lines);
    }
    return undefined;
  }

  /** Steps of indentation that are open on a line which is indented by `indent`. */
  #step(indent: number): number {
    while ((this.#indents.at(-1) ?? -1) >= indent) {
      this.#indents.pop();
    }
    if (indent > 0) {
      this.#indents.push(indent);
    }
    return this.#indents.length;
  }
}

/** `- - ? x` opens three blocks on one line. */
function leadingMarks(text: string, start: number, end: number): number {
  let marks = 0;
  let at = start;
  while (at < end && (text[at] === '-' || text[at] === '?') && isBlankOrEnd(text[at + 1])) {
    marks++;
    at = skipBlanks(text, at + 1, end);
  }
  return marks;
}

function isBlankOrEnd(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t' || char === '\n' || char === '\r';
}
