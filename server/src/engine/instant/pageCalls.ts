import type { HugoRange } from '../../core/hugo/version.ts';
import { scanShortcodes } from '../../core/shortcodes/scan.ts';
import { parseShortcodes } from '../../core/shortcodes/tree.ts';
import type { ShortcodeCall, ShortcodeTag, TakesInner } from '../../core/shortcodes/types.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { countStartingBefore, range, textOf, type TextRange } from '../../core/text/range.ts';
import { placeholderOf, withoutReserved } from './placeholders.ts';

/** What a placeholder stands for. */
export interface MaskedCall {
  readonly tag: ShortcodeTag;
  /** Absent for a closing tag that closes nothing and a tag without a name. */
  readonly call: ShortcodeCall | undefined;
  /** Its shortcode takes inner content for sure, and nothing closes it. */
  readonly unclosed: boolean;
  /** As it is written, with line ends `\n`. */
  readonly source: string;
  /** The same for its inner content; absent where it has none. */
  readonly innerSource: string | undefined;
  /** The lines of the file, from 0, the last one included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A stretch of a page with its calls masked. */
export interface MaskedText {
  /** Lines end with `\n`. */
  readonly text: string;
  /** The line of the file, from 0, that each line of `text` begins on. */
  readonly lines: readonly number[];
}

/** The shortcode calls of one page, numbered in the order in which they were masked. */
export class PageCalls {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #calls: readonly ShortcodeCall[];
  /** Comments, closing tags that close nothing, and tags without a name, in order. */
  readonly #loose: readonly ShortcodeTag[];
  readonly #unclosed: ReadonlySet<ShortcodeTag>;
  readonly #masked: MaskedCall[] = [];

  /** Reads the page content, which begins at `from`. */
  constructor(text: string, from: number, hugo: HugoRange, takesInner: TakesInner) {
    const scan = scanShortcodes(text, from, hugo);
    const tree = parseShortcodes(scan, takesInner);
    const closers = new Set<ShortcodeTag>();
    collectClosers(tree.calls, closers);
    this.#text = text;
    this.#lines = new LineIndex(text);
    this.#calls = tree.calls;
    this.#loose = scan.tags.filter((tag) => isLoose(tag, closers));
    this.#unclosed = new Set(tree.unclosed);
  }

  /** What the placeholder of this number stands for. */
  at(index: number): MaskedCall | undefined {
    return this.#masked[index];
  }

  /** The text from `start` up to `end` with each of its calls, inner content and all, as one word. */
  maskFrom(start: number, end: number): MaskedText {
    return this.#mask(range(start, end), this.#calls);
  }

  /** The inner content of a call in the same way, without the indentation that all its lines share. */
  maskInner(call: ShortcodeCall): MaskedText {
    const { text, lines } = this.#mask(call.inner ?? range(call.range.end, call.range.end), call.children);
    return { text: dedent(text), lines };
  }

  #mask({ start, end }: TextRange, calls: readonly ShortcodeCall[]): MaskedText {
    const parts: string[] = [];
    const lines = [this.#lines.lineAt(start)];
    const write = (source: string, from: number): void => {
      const part = plainText(source);
      const first = this.#lines.lineAt(from);
      const breaks = part.split('\n').length - 1;
      for (let i = 1; i <= breaks; i++) {
        lines.push(first + i);
      }
      parts.push(part);
    };
    let at = start;
    for (const item of this.#within(start, end, calls)) {
      write(this.#text.slice(at, item.range.start), at);
      if ('kind' in item && item.kind === 'comment') {
        write(withoutCommentMarks(textOf(this.#text, item.range)), item.range.start);
      } else {
        parts.push(this.#wordFor(item));
      }
      at = item.range.end;
    }
    write(this.#text.slice(at, end), at);
    return { text: parts.join(''), lines };
  }

  #wordFor(item: ShortcodeCall | ShortcodeTag): string {
    const [call, tag] = 'open' in item ? [item, item.open] : [undefined, item];
    this.#masked.push({
      tag,
      call,
      unclosed: this.#unclosed.has(tag),
      source: plainText(textOf(this.#text, item.range)),
      innerSource: call?.inner === undefined ? undefined : plainText(textOf(this.#text, call.inner)),
      firstLine: this.#lines.lineAt(item.range.start),
      lastLine: this.#lines.lineAt(item.range.end),
    });
    return placeholderOf(this.#masked.length - 1);
  }

  /** Calls and loose tags of one level, in order. */
  *#within(
    start: number,
    end: number,
    calls: readonly ShortcodeCall[],
  ): Generator<ShortcodeCall | ShortcodeTag> {
    let at = start;
    for (const call of calls) {
      yield* this.#looseBetween(at, call.range.start);
      yield call;
      at = call.range.end;
    }
    yield* this.#looseBetween(at, end);
  }

  *#looseBetween(start: number, end: number): Generator<ShortcodeTag> {
    for (let i = this.#firstLooseFrom(start); i < this.#loose.length; i++) {
      const tag = this.#loose[i];
      if (tag === undefined || tag.range.start >= end) {
        return;
      }
      yield tag;
    }
  }

  #firstLooseFrom(offset: number): number {
    return countStartingBefore(this.#loose, offset, ({ range: { start } }) => start);
  }
}

function isLoose(tag: ShortcodeTag, closers: ReadonlySet<ShortcodeTag>): boolean {
  return tag.kind === 'comment' || (tag.kind === 'close' ? !closers.has(tag) : tag.name === '');
}

function collectClosers(calls: readonly ShortcodeCall[], closers: Set<ShortcodeTag>): void {
  const left = [...calls];
  for (let call = left.pop(); call !== undefined; call = left.pop()) {
    if (call.close !== undefined) {
      closers.add(call.close);
    }
    for (const child of call.children) {
      left.push(child);
    }
  }
}

/** Hugo writes a commented call as the call that it shows. */
function withoutCommentMarks(source: string): string {
  return source.replace('/*', '').replace(/\*\/(?=[>%]\}\}$)/, '');
}

function plainText(text: string): string {
  return withoutReserved(text).replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
}

/** Writers indent what stands in a shortcode; Markdown would read code into it. The first line goes on behind the opening tag. */
function dedent(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.search(/[^ \t]/));
  const shared = indents.reduce((least, indent) => Math.min(least, indent), Number.MAX_SAFE_INTEGER);
  return [first.trimStart(), ...rest.map((line) => (line.trim() === '' ? '' : line.slice(shared)))].join(
    '\n',
  );
}
