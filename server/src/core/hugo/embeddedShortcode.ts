import type { HugoVersion } from './version.ts';

/** One argument of a shortcode that Hugo brings along. */
export interface EmbeddedArgument {
  /** For `name=value`; absent for an argument that can only stand by position. */
  readonly name?: string;
  /** Zero-based; absent for an argument that can only be named. */
  readonly position?: number;
  /** From this release on it can only be named. */
  readonly positionUntil?: HugoVersion;
  /** Hugo's build fails without it: `true`, or from that release on. */
  readonly required?: true | HugoVersion;
  /** From this release on the build does not fail any more without it; asked of 0.152.2 and 0.168. */
  readonly requiredUntil?: HugoVersion;
  /** It has to be given where there is no inner content. */
  readonly orInner?: true;
  readonly type: 'string' | 'bool' | 'int';
  readonly values?: readonly string[];
  /** Hugo's build fails at any other value. */
  readonly isClosed?: true;
  /** Hugo's build fails at a smaller number. */
  readonly least?: number;
  /** It holds options, `name=value` with commas between; the release from which Hugo's build fails at one without a value. */
  readonly optionsSince?: HugoVersion;
  /** What it names: a page as `ref` finds it, an address, a file by its address, a file of the assets or of the page's bundle. */
  readonly leadsTo?: readonly ('page' | 'url' | 'path' | 'asset' | 'resource')[];
  /** That file is a picture. */
  readonly isPicture?: boolean;
  /** The first release that reads it; absent where every recorded one does. */
  readonly since?: HugoVersion;
  /** What it does, for a writer. */
  readonly documentation: string;
}

/** A shortcode that Hugo brings along. A site's own template of that name replaces it. */
export interface EmbeddedShortcode {
  readonly name: string;
  /** The first release that has it; absent where every recorded one does. */
  readonly since?: HugoVersion;
  /** From this release on a call is a warning in Hugo's log. */
  readonly deprecated?: HugoVersion;
  /** From this release on a call fails the build. */
  readonly removed?: HugoVersion;
  /** The shortcode to use in place of a deprecated or removed one. */
  readonly instead?: string;
  /** Reads inner content, so that a call must be closed (or self-closed). */
  readonly takesInner: boolean;
  /** Stands within a line: what it prints is no element of its own. */
  readonly isInline?: true;
  readonly args: readonly EmbeddedArgument[];
  readonly documentation: string;
  readonly link: string;
  /** Asks another host while the site is built, in every recorded release or in those before (`until`). */
  readonly network?: true | { readonly until: HugoVersion };
  /** What else a writer should know. */
  readonly note?: string;
}
