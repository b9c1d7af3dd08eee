import type { TextRange } from '../text/range.ts';

// All ranges are UTF-16 and half-open, in the text of the whole file.

/** Where a link or a picture leads, as the writer put it. */
export interface Destination {
  /** Without the `<` and `>` or the quotes around it; empty where nothing is written. */
  readonly range: TextRange;
  /** What it says: backslashes and entities of Markdown are resolved, percent-encoding is not. */
  readonly value: string;
  /** A shortcode makes a part of it, so that only Hugo knows where it leads; `value` has private-use characters in its place. */
  readonly hasShortcode: boolean;
}

/**
 * How a link is written: `[text](destination)`, `[text][label]`, `<https://…>`, `https://…` by itself, or an attribute (`href`, `src`,
 * `srcset`, `poster`, a `url()` of `style`) of an HTML tag.
 */
export type LinkForm = 'inline' | 'reference' | 'autolink' | 'bare' | 'html';

export interface MarkdownLink {
  readonly form: LinkForm;
  /** A picture, `![…](…)`; of HTML what an `src`, `srcset`, `poster` or `style` shows. */
  readonly isImage: boolean;
  /** All of it, `!` and brackets as well; of HTML the whole tag. */
  readonly range: TextRange;
  /** What stands between the brackets, an image's alternative text; absent for autolinks, bare addresses and HTML. */
  readonly text: TextRange | undefined;
  /** Of a reference that of its definition. */
  readonly destination: Destination;
  /** Inside its quotes; of a reference absent. */
  readonly title: TextRange | undefined;
  /** Of a reference: what it leads through. */
  readonly definition: ReferenceDefinition | undefined;
  /** The name of the tag, lower-cased, for HTML. */
  readonly tag: string | undefined;
}

/** `[label]: destination "title"`. */
export interface ReferenceDefinition {
  /** As references are matched: case and blanks do not count. */
  readonly label: string;
  /** The whole lines, without the last line break. */
  readonly range: TextRange;
  readonly destination: Destination;
}

export interface MarkdownHeading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Underlined with `===` or `---` in the place of `#` marks. */
  readonly isUnderlined: boolean;
  /** The whole lines, without the last line break. */
  readonly range: TextRange;
  /** What it says, without marks and attributes; shortcodes and Markdown as written. */
  readonly text: TextRange;
  /** Given by the writer as `{#id}`. */
  readonly id: { readonly value: string; readonly range: TextRange } | undefined;
}

export interface CodeFence {
  /** The opening line, without what a list or quotation puts before it. */
  readonly open: TextRange;
  /** The closing marks; absent when the fence is never closed, and ends with its list, quotation or page. */
  readonly close: TextRange | undefined;
  /** All of it, from the opening marks on. */
  readonly range: TextRange;
  /** What opens it, such as three backticks. */
  readonly marks: string;
  /** What stands behind the marks, `go {linenos=true}`; an empty range where nothing does. */
  readonly info: TextRange;
}

/** What is shown as it is written, or not at all: no rule about text looks there. */
export interface Verbatim {
  readonly kind: 'fence' | 'indented' | 'span' | 'comment';
  readonly range: TextRange;
}

/** What the content of a page is as Markdown. Everything is in the order of the text. */
export interface MarkdownStructure {
  readonly links: readonly MarkdownLink[];
  readonly definitions: readonly ReferenceDefinition[];
  readonly headings: readonly MarkdownHeading[];
  readonly fences: readonly CodeFence[];
  /** Sorted, none within another. */
  readonly verbatim: readonly Verbatim[];
  /**
   * Where a writer's running text stands, line by line, without the marks of lists, quotations, headings and tables: paragraphs, headings,
   * items, cells. Links, code spans and inline HTML are in it, code blocks and blocks of HTML are not.
   */
  readonly texts: readonly TextRange[];
  /** Blocks of raw HTML, whole lines. */
  readonly htmlBlocks: readonly TextRange[];
  /** The text is too long to be looked at: everything is empty. */
  readonly isLimited: boolean;
}
