import type { SiteConfig } from '../config/types.ts';
import { contentExtensions } from '../hugo/contentExtensions.ts';
import { verdictFor, type HugoRange } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';

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

/**
 * Reads a logical path below `content`. A language in the file name (`post.sv.md`, a configured one only) wins over that of the mount, which
 * wins over the default (Hugo: hugofs/filter_fs.go in 0.111, hugofs/component_fs.go later).
 */
export function contentFileOf(
  logicalPath: string,
  config: Pick<SiteConfig, 'languages' | 'defaultLanguage'>,
  mountLanguage?: string,
): ContentFile {
  const folders = logicalPath.split('/');
  const [stem] = splitExtension(folders.pop() ?? '');
  const [beforeLanguage, suffix] = splitExtension(stem);
  const named = config.languages.find(({ code }) => code === suffix.toLowerCase())?.code;
  const baseName = named === undefined ? stem : beforeLanguage;
  return {
    path: logicalPath,
    language: named ?? mountLanguage ?? config.defaultLanguage,
    section: folders[0]?.toLowerCase() ?? '',
    bundle: bundles.get(baseName) ?? 'none',
    baseName,
  };
}

const bundles: ReadonlyMap<string, ContentFile['bundle']> = new Map([
  ['index', 'leaf'],
  ['_index', 'branch'],
]);

/** Whether Hugo takes a file below a content mount for a page, by its name alone. (An HTML file without front matter is none all the same.) */
export function isContentPath(path: string, hugo: HugoRange): boolean {
  const [, extension] = splitExtension(path.slice(path.lastIndexOf('/') + 1));
  const folds = verdictFor(hugo, changedIn.contentModel) !== 'none';
  return contentExtensions.has(folds ? extension.toLowerCase() : extension);
}

/** Name and extension; the dot that starts a name starts no extension. */
function splitExtension(name: string): [string, string] {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ''];
}
