import type { Problem } from '../text/problem.ts';
import type { TextRange } from '../text/range.ts';

/** `<` is the standard notation `{{< >}}`, `%` the Markdown notation `{{% %}}`. */
export type Delimiter = '<' | '%';

export type ArgumentType = 'string' | 'bool' | 'int' | 'float';
export type ArgumentQuote = '' | '"' | '`' | '\\"';

export interface Argument {
  /** Present for a named argument, `name=value`. */
  readonly name: string | undefined;
  readonly nameRange: TextRange | undefined;
  /** What `.Get` returns, as text: unquoted and unescaped as Hugo does. */
  readonly value: string;
  /** With its quotes; an empty range where nothing stands after `=`. */
  readonly valueRange: TextRange;
  /** Inside its quotes; the same as `valueRange` when unquoted. */
  readonly contentRange: TextRange;
  readonly quote: ArgumentQuote;
  readonly type: ArgumentType;
  readonly range: TextRange;
}

/** The length of `{{<` and `{{%`. */
export const leftLength = 3;

/** One `{{< … >}}`. A tag that breaks off (a half-typed one) has no right delimiter and ends where the scanner gave up. */
export interface ShortcodeTag {
  readonly kind: 'open' | 'close' | 'selfClosing' | 'comment';
  readonly delimiter: Delimiter;
  /** From `{{<` to `>}}`. */
  readonly range: TextRange;
  readonly right: TextRange | undefined;
  /** The `/` of a closing or self-closing tag. */
  readonly slash: TextRange | undefined;
  /** Empty for an anonymous closer `{{< / >}}` and where a name is missing. */
  readonly name: string;
  /** An empty range where a name could be typed. */
  readonly nameRange: TextRange;
  /** The name ends in `.inline`. */
  readonly inline: boolean;
  readonly args: readonly Argument[];
  /** Hugo's lexer accepts this tag. */
  readonly sound: boolean;
}

export interface ShortcodeScan {
  /** In the order of the text. */
  readonly tags: readonly ShortcodeTag[];
  /** Hugo's lexer stops at the first; we go on behind the broken tag. */
  readonly problems: readonly Problem[];
}

/** A shortcode call with what it encloses. */
export interface ShortcodeCall {
  readonly open: ShortcodeTag;
  /** Absent for self-closing calls, calls that take no inner content, and calls that nobody closed. */
  readonly close: ShortcodeTag | undefined;
  /** Between the opening and the closing tag. */
  readonly inner: TextRange | undefined;
  readonly range: TextRange;
  readonly children: readonly ShortcodeCall[];
}

export interface ShortcodeTree {
  /** The calls at the top level, in order; nested ones are their children. */
  readonly calls: readonly ShortcodeCall[];
  /** Openers that take inner content (proven) and that nothing closes, in order. */
  readonly unclosed: readonly ShortcodeTag[];
  /** Closing tags that close nothing (`code` says why), in order. */
  readonly unopened: readonly ShortcodeTag[];
  /** Tags whose shortcode takes no inner content (proven) but which are closed or self-closed, in order: the tag that Hugo reports. */
  readonly needless: readonly ShortcodeTag[];
}

/** Whether a shortcode takes inner content: `undefined` when nobody knows (its template is missing or not read yet). */
export type TakesInner = (name: string, tag: ShortcodeTag) => boolean | undefined;
