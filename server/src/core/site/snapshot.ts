import type { SiteConfig } from '../config/types.ts';
import type { HugoRange } from '../hugo/version.ts';
import type { ShortcodeSignature } from '../templates/signature.ts';

export type ValueType = 'string' | 'bool' | 'int' | 'float' | 'date' | 'null' | 'list' | 'map';

/** One key of a page's front matter as the index keeps it. */
export interface PageKey {
  /** Dotted and lower-cased, lists as `[]`: `title`, `menu.main.weight`, `resources.[].src`. */
  readonly id: string;
  /** As the page writes the last part. */
  readonly spelling: string;
  readonly type: ValueType;
  /** The scalar, or the scalars of a list, as text; capped at 40 values of 200 characters each. */
  readonly values: readonly string[];
}

/** What the index knows of one content file. */
export interface PageRecord {
  readonly uri: string;
  /** Below the content directory, with `/`: `blogg/2023/post.md`. */
  readonly path: string;
  /** The configured language by file name or content directory; the default language otherwise. */
  readonly language: string;
  /** The first folder of `path`, lower-cased; empty at the top. */
  readonly section: string;
  readonly bundle: 'leaf' | 'branch' | 'none';
  readonly keys: readonly PageKey[];
  /** Names of the shortcodes it calls (each call once, closing tags not counted). */
  readonly calls: readonly string[];
}

export interface KeyStats {
  readonly id: string;
  /** The spelling that most pages use. */
  readonly spelling: string;
  readonly pages: number;
  readonly types: ReadonlyMap<ValueType, number>;
}

export interface ValueStats {
  readonly value: string;
  readonly pages: number;
}

/** Where a shortcode template stands. */
export interface TemplateSource {
  /** Absent for templates embedded in Hugo. */
  readonly uri: string | undefined;
  /** For people: `layouts/shortcodes/box.html`, `themes/ananke/layouts/…`. */
  readonly path: string;
  readonly origin: 'project' | 'theme' | 'module' | 'embedded';
}

export interface ShortcodeDefinition {
  /** As its file says, sub-folders with `/`. */
  readonly name: string;
  /** In the order of precedence; the first is used. */
  readonly sources: readonly TemplateSource[];
  /** Whether the template asks for its inner content; `undefined` when it could not be read. */
  readonly takesInner: boolean | undefined;
  /** The leading comment of the template, without comment marks. */
  readonly documentation: string | undefined;
  /** What its templates say of its arguments; absent for those of Hugo, and when no template could be read. */
  readonly signature: ShortcodeSignature | undefined;
}

export interface ShortcodeUse {
  readonly calls: number;
  readonly pages: number;
}

export interface SiteProgress {
  /** Configuration and templates of everything that is on disk have been read. */
  readonly templates: boolean;
  /** All content has been read. */
  readonly content: boolean;
  readonly pagesRead: number;
  /** Known after the folders were listed. */
  readonly pagesTotal: number | undefined;
}

/**
 * One immutable picture of a site. Handlers ask it through these methods only, so that the store behind it can change.
 * Key ids and shortcode names are matched as Hugo does: keys without regard to case, names by the site's Hugo range.
 */
export interface SiteSnapshot {
  readonly revision: number;
  /** URI of the site's folder, without a slash at the end. */
  readonly root: string;
  readonly config: SiteConfig;
  readonly hugo: HugoRange;
  readonly progress: SiteProgress;
  /** Themes and modules that the configuration names and that are not on disk. */
  readonly missingModules: readonly string[];
  /** Every shortcode template of the site is on disk and was read: an unknown name is proven unknown. */
  readonly shortcodesComplete: boolean;

  page(uri: string): PageRecord | undefined;
  pageCount(): number;
  /** All pages, in no order that means anything. */
  pages(): Iterable<PageRecord>;
  pagesIn(section: string): Iterable<PageRecord>;
  keyStats(id: string): KeyStats | undefined;
  /** Keys directly below `parent` (`''` is the top), most used first. */
  keysBelow(parent: string): readonly KeyStats[];
  /** The most used values of a key, most used first, at most `limit`. */
  values(id: string, limit: number): readonly ValueStats[];
  shortcode(name: string): ShortcodeDefinition | undefined;
  /** All that a page can call, by name. */
  shortcodes(): readonly ShortcodeDefinition[];
  shortcodeUse(name: string): ShortcodeUse;
}
