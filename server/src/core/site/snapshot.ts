import type { TeamFile } from '../config/team.ts';
import type { SiteConfig } from '../config/types.ts';
import type { FrontMatterFormat } from '../frontMatter/types.ts';
import type { HugoRange } from '../hugo/version.ts';
import type { ShortcodeSignature } from '../templates/signature.ts';
import type { TemplateReading } from '../templates/templateReading.ts';
import type { Cascade } from './cascade.ts';
import type { PageHeading } from './pageHeadings.ts';
import type { AddressKind } from './pageOrder.ts';
import type { Redirects } from './redirects.ts';

export type { TeamFile, TeamKey, TeamShortcode, TeamStatement } from '../config/team.ts';

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
  /** It says something longer besides, of which nothing is kept. */
  readonly isLong?: true;
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
  /** Of its front matter. */
  readonly format?: FrontMatterFormat;
  readonly keys: readonly PageKey[];
  /** Names of the shortcodes it calls (each call once, closing tags not counted). */
  readonly calls: readonly string[];
  /** The arguments of these calls, by `toArgumentId` (`box.title`, `box.0`), with the values that they are given; each id once. */
  readonly arguments: readonly PageKey[];
  /** How each of `calls` is made, in the same order. */
  readonly callDetails?: readonly PageCall[];
  /** What its `cascade` hands down; absent on nearly all pages. */
  readonly cascades?: readonly Cascade[];
  /**
   * The addresses that its content writes, as written, each once: every link of the page, and words that are none. Absent where there are none; where there are
   * `mostLeads` it may write others, too.
   */
  readonly leads?: readonly string[];
  /** The headings of its content, in order; absent where there are none. */
  readonly headings?: readonly PageHeading[];
}

/** One call of a shortcode on a page. */
export interface PageCall {
  /** Written as `{{% %}}`. */
  readonly isMarkdown: boolean;
  /** It has its lines for itself, with what it encloses. */
  readonly isAlone: boolean;
  /** What it gives, in order. */
  readonly given: readonly GivenArgument[];
}

/** Where an argument and its value stand in `arguments` of the page; numbers cost less than texts. */
export interface GivenArgument {
  readonly argument: number;
  /** `undefined` for one that the index does not keep. */
  readonly value: number | undefined;
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

/** What a file below the layouts directory is for: `base` are `baseof` templates, `hook` render hooks, `other` feeds and the like. */
export type TemplateRole = 'page' | 'base' | 'partial' | 'shortcode' | 'hook' | 'other';

/** One template on disk. */
export interface SiteTemplate {
  readonly source: TemplateSource;
  /** Below the layouts directory: `_default/single.html`. */
  readonly path: string;
  readonly role: TemplateRole;
  /** The place of its module in the order of precedence; 0 is the project. */
  readonly rank: number;
  /** Absent for a template that could not be read or is too big. */
  readonly reading: TemplateReading | undefined;
  /** That its own HTML gives, by `templateIds`. */
  readonly ids: readonly string[];
}

/** An archetype on disk; of a bundle its index file. */
export interface Archetype {
  /** `blogg`, `default`. */
  readonly name: string;
  readonly source: TemplateSource;
  readonly rank: number;
  /** Of its front matter. */
  readonly format?: FrontMatterFormat;
  /** In the order of the file; values that a template action makes are left out. */
  readonly keys: readonly PageKey[];
  /** All of it; absent where it is too long to be an archetype. */
  readonly text?: string;
}

/** One entry of the site's data, or one value of a field of its entries. */
export interface DataEntry {
  readonly value: string;
  readonly uri: string;
  /** For people: `data/authors.yaml`. */
  readonly path: string;
  /** Where it stands in that file (UTF-16); 0 for a file that is the entry. */
  readonly offset: number;
  /** The same as a line, one-based, and a place in it, zero-based (UTF-16). */
  readonly line: number;
  readonly column: number;
}

/** The site's `data` directories, merged; paths are dotted and match regardless of case. */
export interface SiteData {
  /** The keys of the map, or the files of the folder, at `path`: `entries('authors')`. */
  entries(path: string): readonly DataEntry[];
  /** The values of `field` in the entries of the map or list at `path`: `values('authors', 'name')`. */
  values(path: string, field: string): readonly DataEntry[];
  /** Where a file of the data stands in it: `authors.jane` for `data/authors/jane.yaml`. */
  pathOf(uri: string): string | undefined;
}

export interface MountedFile {
  /** Without its folder; a folder's name without a slash. */
  readonly name: string;
  readonly uri: string;
  readonly isFolder: boolean;
}

/** Of `content` the files of page bundles that are no pages. */
export type FileComponent = 'static' | 'assets' | 'content';

/** Files that values lead to, by component and folder (`/img/background`, with or without slashes around it). */
export interface MountedFiles {
  /** Folders first, then files, by name; empty where there is no such folder. */
  filesIn(component: FileComponent, folder: string): readonly MountedFile[];
  /** `path` below the component: `/img/background/sky.jpg`. */
  file(component: FileComponent, path: string): MountedFile | undefined;
  /** There are more files than are listed. */
  readonly isCapped: boolean;
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
  /** Data and the names of all other files have been read. */
  readonly files: boolean;
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
  /**
   * A page as its file was when it was opened, and of one that is not open as it is: what readers have. `undefined` for one that was made since the site was
   * read, which they have not.
   */
  openedPage(uri: string): PageRecord | undefined;
  pageCount(): number;
  /** All pages, in no order that means anything; with a `limit` some of them, which costs no more than these. */
  pages(limit?: number): Iterable<PageRecord>;
  /** The first folders of the content, lower-cased; empty for the pages at its top. */
  sections(): readonly string[];
  pagesIn(section: string, limit?: number): Iterable<PageRecord>;
  /** Those that stand in the list of one folder, by `folderOf`. */
  pagesInFolder(folder: string, limit?: number): Iterable<PageRecord>;
  /** Those that hand down keys. */
  cascading(): Iterable<PageRecord>;
  /** The first `limit` pages of whose `addressesOf` one begins with `start`, in its order. */
  pagesAt(start: string, kind: AddressKind, limit: number): readonly PageRecord[];
  /** All pages that make something appear at an address of the site, by `placeKey`: their own page, an alias, a list. Which, `publishedPlaces` says. */
  pagesPublishedAt(key: string): readonly PageRecord[];
  /** Those of them that stand there themselves, or by an alias. A list is there because of all that it lists, which may be the whole site. */
  pagesStandingAt(key: string): readonly PageRecord[];
  /** There are pages whose address nobody can tell here, and one of them may stand at `key`. */
  isOpenAt(key: string): boolean;
  keyStats(id: string): KeyStats | undefined;
  /** Keys directly below `parent` (`''` is the top), most used first. */
  keysBelow(parent: string): readonly KeyStats[];
  /** The most used values of a key, most used first, at most `limit`. */
  values(id: string, limit: number): readonly ValueStats[];
  shortcode(name: string): ShortcodeDefinition | undefined;
  /** All that a page can call, by name. */
  shortcodes(): readonly ShortcodeDefinition[];
  shortcodeUse(name: string): ShortcodeUse;
  /** The arguments that pages give this shortcode, most used first; ids as in `PageRecord.arguments`. */
  argumentStats(shortcode: string): readonly KeyStats[];
  /** The most used values of an argument; `id` as in `PageRecord.arguments`. */
  argumentValues(id: string, limit: number): readonly ValueStats[];
  /** All templates on disk, those of the project first. */
  templates(): readonly SiteTemplate[];
  archetypes(): readonly Archetype[];
  readonly data: SiteData;
  readonly files: MountedFiles;
  readonly redirects: Redirects;
  readonly team: TeamFile | undefined;
}
