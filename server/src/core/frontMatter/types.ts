import type { Problem } from '../text/problem.ts';
import type { TextRange } from '../text/range.ts';

/** The formats that end with a delimiter. */
export type FencedFormat = 'yaml' | 'toml' | 'json';

export type FrontMatterFormat = FencedFormat | 'org';

/** Where the front matter stands. All ranges are UTF-16 offsets into the whole file. */
export interface Fence {
  readonly format: FrontMatterFormat;
  /** The three delimiter characters; for JSON the opening brace; for org the empty range at the first `#+`. */
  readonly opener: TextRange;
  /** What the format's parser reads (for JSON with both braces). */
  readonly content: TextRange;
  /** The delimiter that ends it; absent while the fence is not closed (then `content` ends, for features, before the first line that cannot be front matter). */
  readonly closer: TextRange | undefined;
  /** Where the page content begins: behind the closer and its line end. While the fence is not closed Hugo sees no content at all; features then take what follows `content`. */
  readonly bodyStart: number;
}

export type ScalarStyle =
  'plain' | 'single' | 'double' | 'literal' | 'folded' | 'tripleSingle' | 'tripleDouble';

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly range: TextRange;
  readonly style: ScalarStyle;
  /** As written, with quotes. */
  readonly source: string;
  /** What a string reader sees: unquoted, unescaped, folded. */
  readonly text: string;
  /** A YAML tag such as `!!str`, where one is written. */
  readonly tag?: string;
}

export interface ListNode {
  readonly kind: 'list';
  readonly range: TextRange;
  readonly style: 'block' | 'flow';
  readonly items: readonly Node[];
}

export interface MapNode {
  readonly kind: 'map';
  readonly range: TextRange;
  /** `table` is a TOML table or the top of any file; `block` and `flow` are YAML's words. */
  readonly style: 'block' | 'flow' | 'table';
  readonly entries: readonly Entry[];
}

export type Node = ScalarNode | ListNode | MapNode;

/** One key with its value. A key is always a string, as written and unquoted; Hugo matches it without regard to case. */
export interface Entry {
  readonly key: string;
  readonly keyRange: TextRange;
  /** Absent where nothing stands (`key:` in YAML), which Hugo reads as null. */
  readonly value: Node | undefined;
  /** From the key to the end of the value. */
  readonly range: TextRange;
}

export interface FrontMatter {
  readonly fence: Fence;
  /** What could be read; empty when nothing could. Beside a fault only the entries that hold none, which read the same once it is mended. Duplicate keys are all kept, in order (Hugo: the last wins). */
  readonly root: MapNode;
  readonly problems: readonly Problem[];
  /** The stretches that hold the faults, in order: what is left without them is read. All of the content where nothing helps. */
  readonly unread: readonly TextRange[];
  /** The tree says everything that stands there: no parse problem, no guard. */
  readonly sound: boolean;
}

/**
 * One key as the line scanner sees it. The scanner restarts at every line, so a half-typed line costs only itself.
 * It serves the cursor, the index and half-typed headers; the tree serves where it is sound.
 */
export interface OutlineEntry {
  /** The key with its parents; a list on the way adds `[]`: `resources[].src` is `['resources', '[]', 'src']`. */
  readonly path: readonly string[];
  readonly key: string;
  readonly keyRange: TextRange;
  /** The value on its own lines without surrounding blanks or comments; empty (at its place) where there is none. For nested maps and lists: the whole block. */
  readonly valueRange: TextRange;
  /** Scalars of the value in order: one for `key: x`, one per item for a list (block or flow) of scalars, none for a map. */
  readonly scalars: readonly ScalarNode[];
  readonly shape: 'scalar' | 'list' | 'map' | 'none';
}

export interface Outline {
  readonly fence: Fence;
  /** In the order of the file. */
  readonly entries: readonly OutlineEntry[];
}

export type Quote = '' | '"' | "'" | '"""' | "'''";

/** Where the cursor stands in front matter, and what an accepted completion replaces. */
export type Place =
  | {
      readonly kind: 'key';
      readonly format: FrontMatterFormat;
      /** The map in which the key stands: `[]` at the top, `['menu', 'main']` below. */
      readonly parent: readonly string[];
      /** The key text that is there, up to (not including) its separator; empty range on a blank line. With quotes, if quoted. */
      readonly range: TextRange;
      /** The half-typed key up to the cursor, unquoted. */
      readonly typed: string;
      /** `:` or `=` with the blanks round it that already follow; absent when the key stands alone. */
      readonly separator: TextRange | undefined;
      /** A value already follows the separator. */
      readonly hasValue: boolean;
      readonly flow: boolean;
      /** Blanks that a key needs in front to stand below the others of its item: below `  - src: a` an editor goes on under the dash. */
      readonly missingIndent?: string;
    }
  | {
      readonly kind: 'value';
      readonly format: FrontMatterFormat;
      /** The key with its parents, `[]` for a list on the way: an item of `tags` has `['tags', '[]']`. */
      readonly path: readonly string[];
      /** The scalar that is there, with its quotes; an empty range where nothing stands. */
      readonly range: TextRange;
      readonly quote: Quote;
      /** The quote that closes it is there. */
      readonly closed: boolean;
      /** The text from the start of the scalar (inside its quote) up to the cursor. */
      readonly typed: string;
      /** Stands in a flow list or map (`[a, b]`, `{a: b}`), where `,` `]` `}` end a plain scalar. */
      readonly flow: boolean;
      /** A blank must be written before the value (`key:█`). */
      readonly needsBlank: boolean;
    }
  | {
      readonly kind: 'none';
      readonly reason: 'comment' | 'delimiter' | 'blockScalar' | 'separator' | 'outside';
    };
