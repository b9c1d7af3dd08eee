import type { SiteConfig } from '../config/types.ts';
import type { HugoRange } from '../hugo/version.ts';

/** What a content file's place says about its page. */
export interface ContentFile {
  /** Below the content directory, with `/`. */
  readonly path: string;
  readonly language: string;
  /** The first folder, lower-cased; empty at the top. */
  readonly section: string;
  readonly bundle: 'leaf' | 'branch' | 'none';
  /** The file's name without language and extension. */
  readonly baseName: string;
}

export function contentFileOf(
  logicalPath: string,
  config: Pick<SiteConfig, 'languages' | 'defaultLanguage'>,
  mountLanguage?: string,
): ContentFile {
  void mountLanguage;
  return { path: logicalPath, language: config.defaultLanguage, section: '', bundle: 'none', baseName: '' };
}

/** Whether Hugo takes a file below a content mount for a page, by its name alone. */
export function isContentPath(path: string, hugo: HugoRange): boolean {
  void hugo;
  return path.endsWith('.md');
}

/** Makes a test for `ignoreFiles` and the names that Hugo always ignores; takes paths relative to the site. */
export function ignoredPaths(config: Pick<SiteConfig, 'ignoreFiles'>): (path: string) => boolean {
  void config;
  return () => false;
}
