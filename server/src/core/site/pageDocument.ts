import { findFence } from '../frontMatter/fence.ts';
import { outlineOf } from '../frontMatter/outline.ts';
import { parseFrontMatter } from '../frontMatter/parse.ts';
import type { Fence, FrontMatter, Outline } from '../frontMatter/types.ts';
import { styleOf, type WritingStyle } from '../frontMatter/writing.ts';
import type { HugoRange } from '../hugo/version.ts';
import { parseContent } from '../markdown/parse.ts';
import type { MarkdownStructure } from '../markdown/types.ts';
import { scanShortcodes } from '../shortcodes/scan.ts';
import type { ShortcodeScan } from '../shortcodes/types.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Problem } from '../text/problem.ts';

/** The text of one content file with what the parsers say of it, each worked out once, when first asked for. */
export class PageDocument {
  readonly uri: string;
  readonly text: string;
  readonly hugo: HugoRange;
  #lines: LineIndex | undefined;
  #fence: { readonly fence: Fence | undefined; readonly problems: readonly Problem[] } | undefined;
  #frontMatter: FrontMatter | undefined;
  #outline: Outline | undefined;
  #style: WritingStyle | undefined;
  #shortcodes: ShortcodeScan | undefined;
  #markdown: MarkdownStructure | undefined;

  constructor(uri: string, text: string, hugo: HugoRange) {
    this.uri = uri;
    this.text = text;
    this.hugo = hugo;
  }

  get lines(): LineIndex {
    return (this.#lines ??= new LineIndex(this.text));
  }

  /** Where the front matter stands; absent when the file has none. */
  get fence(): Fence | undefined {
    return this.#found.fence;
  }

  /** What is wrong with the delimiters themselves. */
  get fenceProblems(): readonly Problem[] {
    return this.#found.problems;
  }

  get frontMatter(): FrontMatter | undefined {
    if (this.fence === undefined) {
      return undefined;
    }
    return (this.#frontMatter ??= parseFrontMatter(this.text, this.fence, this.hugo));
  }

  /** The front matter line by line: right on every finished line, whatever stands on the others. */
  get outline(): Outline | undefined {
    if (this.fence === undefined) {
      return undefined;
    }
    return (this.#outline ??= outlineOf(this.text, this.fence));
  }

  /** How its front matter is written: quotes, indentation, lists, line ends. */
  get style(): WritingStyle {
    return (this.#style ??= styleOf(this.text, this.outline?.entries ?? []));
  }

  /** Tags in the page content; positions count from the start of the file. */
  get shortcodes(): ShortcodeScan {
    return (this.#shortcodes ??= scanShortcodes(this.text, this.fence?.bodyStart ?? 0, this.hugo));
  }

  /** Links, headings, code and text of the page content; of a format that is neither Markdown nor HTML nothing. */
  get markdown(): MarkdownStructure {
    const { uri, text, fence, shortcodes } = this;
    return (this.#markdown ??= parseContent(uri, text, fence?.bodyStart ?? 0, shortcodes.tags));
  }

  get #found(): { readonly fence: Fence | undefined; readonly problems: readonly Problem[] } {
    return (this.#fence ??= findFence(this.text, this.hugo, /\.html?$/i.test(this.uri)));
  }
}
