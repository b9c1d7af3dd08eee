import type { Problem } from '../text/problem.ts';

/** A value of a configuration file; only TOML has dates. Maps keep the spelling of their keys; Hugo matches them without regard to case. */
export type ConfigValue = string | number | boolean | null | Date | readonly ConfigValue[] | ConfigMap;
export type ConfigMap = ReadonlyMap<string, ConfigValue>;

export interface Language {
  /** The key under `languages`, lower-cased, such as `sv`. */
  readonly code: string;
  readonly name: string | undefined;
  readonly weight: number;
  /** Relative to the site's folder; absent where the language shares the site's content directory. */
  readonly contentDir: string | undefined;
  readonly disabled: boolean;
}

/** Files of `source` (relative to its module's folder) appear at `target` (`content/…`, `layouts/…`, `static/…` …). */
export interface Mount {
  readonly source: string;
  readonly target: string;
  readonly language: string | undefined;
  /** Globs relative to `source`, those to leave out with `! ` before them; the first that matches decides. Empty shows every file. */
  readonly files: readonly string[];
}

export type Component = 'content' | 'layouts' | 'static' | 'assets' | 'data' | 'i18n' | 'archetypes';

/** A site's merged configuration, as far as an editor of content needs it. */
export interface SiteConfig {
  readonly title: string | undefined;
  readonly baseUrl: string | undefined;
  readonly defaultLanguage: string;
  readonly defaultLanguageInSubdir: boolean;
  /** Sorted by weight, then code; holds the default language even where none is configured. */
  readonly languages: readonly Language[];
  /** Singular to plural, `tag` to `tags`; empty when taxonomies are switched off. */
  readonly taxonomies: ReadonlyMap<string, string>;
  /** Themes and module imports in the order of precedence, leftmost wins. */
  readonly imports: readonly ModuleImport[];
  /** Module paths that stand for a folder (relative to the themes folder) or another module: `module.replacements`. */
  readonly replacements: ReadonlyMap<string, string>;
  readonly themesDir: string;
  /** The project's own mounts, with Hugo's defaults where none is given for a component. */
  readonly mounts: readonly Mount[];
  /** `[frontmatter]`: the keys that count as each date, lower-cased, and `:git`, `:filename`, `:filemodtime` where those stand. */
  readonly dateKeys: {
    readonly [field in 'date' | 'lastmod' | 'publishdate' | 'expirydate']: readonly string[];
  };
  /** Regular expressions of `ignoreFiles`, as written. */
  readonly ignoreFiles: readonly string[];
  readonly enableInlineShortcodes: boolean;
  /** `markup.goldmark.renderer.unsafe`: raw HTML is kept. */
  readonly unsafeHtml: boolean;
  /** `module.hugoVersion`. */
  readonly minVersion: string | undefined;
  readonly maxVersion: string | undefined;
  /** Everything, merged, for those who need more. */
  readonly raw: ConfigMap;
  /** Problems per configuration file (path relative to the site). */
  readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
}

export interface ModuleImport {
  /** A theme's folder name or a module path such as `github.com/google/docsy`. */
  readonly path: string;
  readonly kind: 'theme' | 'module';
  readonly disabled: boolean;
  readonly ignoreConfig: boolean;
  readonly ignoreImports: boolean;
  readonly noMounts: boolean;
  /** Replace the module's own where there are any. */
  readonly mounts: readonly Mount[];
}
