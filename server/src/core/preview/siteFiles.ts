import type { Message } from '../text/message.ts';

/** All that Hugo needs of a site, as one small tree in memory. Engine paths are relative to its top, with `/`. */
export interface SiteFiles {
  /** The text of `config.toml`, the one configuration file: everything merged, and what makes Hugo know all pages and render one. */
  readonly config: string;
  /** Templates, data, translations, content and text assets. */
  readonly texts: ReadonlyMap<string, string>;
  /** Pictures and other files that are no text. */
  readonly binaries: ReadonlyMap<string, Uint8Array>;
  /** Where a file of the site (path relative to the site's folder) stands in the tree; `undefined` for one that is not part of it. */
  toEnginePath(sitePath: string): string | undefined;
  /** The other way round, for Hugo's messages. */
  toSitePath(enginePath: string): string | undefined;
  /** The output formats of a page (path relative to the site) whose front matter names none; `undefined` where Hugo's own choice stands. */
  outputsOf(sitePath: string): readonly string[] | undefined;
  /** Templates ask for Sass, PostCSS or a bundler (`toCSS`, `css.Sass`, `postCSS`, `js.Build` …), which Hugo in memory does not have. */
  readonly needsTools: boolean;
  /** What had to be left out or changed, each one calm line. */
  readonly notes: readonly Message[];
}
