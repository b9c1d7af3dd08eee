import type { TextRange } from '../text/range.ts';

/** What a stretch of plain text is; what is not understood is a `paragraph`. */
export type BlockKind =
  | 'title'
  /** "Press release", "Nyhet": what sort of text it is. */
  | 'kind'
  /** When it was published, or last changed. */
  | 'dates'
  | 'byline'
  | 'lead'
  | 'heading'
  | 'paragraph'
  /** Begins with a dash. */
  | 'quote'
  /** Of a list; with a bullet, a number, or nothing at all before it. */
  | 'item'
  | 'contact'
  | 'caption'
  /** The line before it once more: the text of a picture for those who do not see it. */
  | 'repeated'
  /** What stood around the text on its page: forms, notices, buttons. */
  | 'boilerplate';

export interface PlainBlock {
  readonly kind: BlockKind;
  /** Without the white space around it. */
  readonly range: TextRange;
  /** Its lines, each without the white space around it; the first of an item or a quote without the sign before it. */
  readonly lines: readonly TextRange[];
  /** Each line is one for itself; else it was broken to a width. */
  readonly keepsLines?: true;
  /** An item with a number. */
  readonly isNumbered?: true;
  /** `yyyy-mm-dd`, of `dates`. */
  readonly published?: string;
  readonly updated?: string;
  /** Whom a byline names. */
  readonly author?: string;
}

/** A text as blocks: every character that is not white space stands in exactly one. */
export interface PlainText {
  readonly blocks: readonly PlainBlock[];
  /** It is Markdown already, of which only the lines at its top have to be read. */
  readonly isMarkdown: boolean;
}
