import type { TextRange } from '../text/range.ts';

/**
 * How sure a statement is. `proven` follows from the templates alone; `likely` is how they use a value; `open` is what they leave to
 * the page.
 */
export type Level = 'proven' | 'likely' | 'open';

/** A named argument, or the zero-based position of one. */
export type ArgumentKey = string | number;

/** Where a template says something. */
export interface Place {
  /** The file, as its template was given. */
  readonly path: string;
  readonly range: TextRange;
  /** One-based. */
  readonly line: number;
  /** Where `range` begins in that line: zero-based, UTF-16. */
  readonly column: number;
}

export interface Fact {
  readonly level: Level;
  readonly at: Place;
}

/**
 * What a value is used for: `path` is a part of an address below `folder` (`/img/background/`, with the host where the template writes one), `asset` and `resource` a file in the assets
 * or of the page's bundle, `page` a page below `folder`, `data` an entry of the site's data below `folder` (dotted), `partial` a
 * partial below `folder`.
 */
export type UseType =
  | 'bool'
  | 'int'
  | 'float'
  | 'date'
  | 'list'
  | 'map'
  | 'markdown'
  | 'url'
  | 'path'
  | 'page'
  | 'asset'
  | 'resource'
  | 'data'
  | 'partial';

/** Where a value leads, or what else it is used for. */
export interface ValueUse {
  readonly type: UseType;
  readonly folder: string | undefined;
  /** What stands before the value in the name of a file below `folder`: `icon-`. */
  readonly prefix?: string;
  /** What stands behind it: `.svg`. */
  readonly suffix?: string;
  /** The field of the entries of `folder` that the value is compared with: `where site.Data.authors "name" .Params.author`. */
  readonly field?: string;
  /** The file must be a picture. */
  readonly isPicture?: boolean;
}

export interface TypeFact extends Fact, ValueUse {}

export interface ValueFact extends Fact {
  readonly value: string;
}

/** A value that the argument is compared with: an unquoted number or truth value is no text. */
export interface ComparedFact extends ValueFact {
  readonly isText: boolean;
}

export interface RequiredFact extends Fact {
  /** One of these has to be given; mostly the argument alone. */
  readonly oneOf: readonly ArgumentKey[];
}

/** What a template does with one argument. */
export interface ArgumentSignature {
  readonly key: ArgumentKey;
  /** Where it is read, in the order of execution; never empty. */
  readonly reads: readonly Place[];
  /** Arguments that stand in for each other, `.Get "id" | default (.Get 0)`. */
  readonly aliases: readonly ArgumentKey[];
  /** The variable that holds it alone, without `$`; only of one that has no name. */
  readonly variable?: string;
  /** What it stands for when it is not given. */
  readonly default: ValueFact | undefined;
  /** Proven where the build fails without it, whatever else is given. */
  readonly required: RequiredFact | undefined;
  /** What it is compared with. */
  readonly values: readonly ComparedFact[];
  /** Another value than these fails the build. */
  readonly closed: Fact | undefined;
  readonly types: readonly TypeFact[];
}

/** What a shortcode's template says of its calls. */
export interface ShortcodeSignature {
  /** What it prints begins with an element of HTML that does not stand within a line. */
  readonly isBlock: boolean;
  /** In the order in which the template asks for them. */
  readonly arguments: readonly ArgumentSignature[];
  /** Where arguments are read that cannot be named here: none means that the list is complete. */
  readonly open: readonly Place[];
  readonly inner: {
    readonly reads: readonly Place[];
    /** Where the template renders it as Markdown. */
    readonly markdown: Place | undefined;
  };
  /** Where it asks for the shortcode that encloses it. */
  readonly parent: readonly Place[];
  /** What it does with that shortcode's arguments, `.Parent.Get "active"`; what is required there is so only where this one stands inside. */
  readonly parentArguments: readonly ArgumentSignature[];
}
