import { range, type TextRange } from '../../text/range.ts';

/** A thing of a page that a writer sees as one, with what stands inside of it. All ranges are UTF-16 and half-open. */
export interface PagePart {
  /** `item` is a map in a list; a `heading` reaches to the end of its section. */
  readonly kind: 'frontMatter' | 'key' | 'item' | 'heading' | 'call';
  /** Empty for the front matter and where the writer gave none. */
  readonly name: string;
  /** A few words more: the value of a key, the first argument of a call. */
  readonly detail: string;
  /** Stands in `range`. */
  readonly nameRange: TextRange;
  readonly range: TextRange;
  /** What it holds without what begins and ends it: a value, the text of a section, what stands between two tags. */
  readonly inner: TextRange | undefined;
  /** What closes it, and stays in sight when it is folded. */
  readonly closer: TextRange | undefined;
  /** In the order of the text. */
  readonly children: readonly PagePart[];
}

const longestDetail = 80;

/** The first line of a text, short enough for a list. */
export function toDetail(text: string): string {
  const line = /^\s*(.{0,400})/.exec(text)?.[1]?.trimEnd() ?? '';
  return line.length > longestDetail ? `${line.slice(0, longestDetail - 1)}…` : line;
}

/** Without the blanks and line ends at its end. */
export function trimmed(text: string, { start, end }: TextRange): TextRange {
  let last = end;
  while (last > start && text.charCodeAt(last - 1) <= 32) {
    last--;
  }
  return range(start, last);
}
