// What Hugo's `ref` finds: hugolib/pagecollections.go, `getContentNode`, of 0.111 and of 0.147. Both were held against the releases with some two
// thousand references from ten kinds of pages.
import { contentExtensions } from '../../hugo/contentExtensions.ts';
import type { PageRecord } from '../../site/snapshot.ts';
import { joinPath } from '../../text/path.ts';
import type { ContentPages } from './contentPages.ts';

export type Found = 'page' | 'nothing' | 'several';

export interface Asker {
  readonly page: PageRecord;
  readonly pages: ContentPages;
  readonly languages: readonly string[];
}

/** What Hugo since 0.123 finds for the path of a reference, without query and fragment, and unescaped. */
export function findSince(path: string, asker: Asker): Found {
  const { page, pages, languages } = asker;
  const asked = path.replace(/\/+$/, '') || '/';
  const hasExtension = /\.[^/]*$/.test(asked);
  const ref = hasExtension || asked === '/' ? asked : `${asked}.md`;
  const folds = true;
  if (!ref.startsWith('/')) {
    const usesFolder = page.bundle === 'branch' || (hasExtension && ref.startsWith('../'));
    if (
      pages.has(
        basePath(
          `/${joinPath(folderOf(page, usesFolder), clamp(ref, folderOf(page, usesFolder)))}`,
          languages,
        ),
        folds,
      )
    ) {
      return 'page';
    }
    if (ref.startsWith('.')) {
      return 'nothing';
    }
  }
  if (pages.has(basePath(ref.startsWith('/') ? ref : `/${ref}`, languages), folds)) {
    return 'page';
  }
  return asked.includes('/') ? 'nothing' : byCount(pages.countNamed(bareName(ref, languages), folds));
}

/** What Hugo before 0.123 finds. */
export function findBefore(path: string, { page, pages }: Asker): Found {
  const asked =
    path
      .trim()
      .toLowerCase()
      .replace(/^\/?content\//, '/')
      .replace(/\/{2,}/g, '/') || '/';
  const folder = folderOf(page, page.bundle !== 'leaf' || asked.startsWith('..')).toLowerCase();
  const ref = asked.startsWith('/') ? asked : `/${joinPath(folder, clamp(asked, folder))}`;
  if (
    hasFormer(ref, asker(page, pages)) ||
    (!asked.startsWith('/') && hasFormer(`/${asked}`, asker(page, pages)))
  ) {
    return 'page';
  }
  if (asked.replace(/^\//, '').includes('/')) {
    return 'nothing';
  }
  return byCount(pages.countNamed(withoutExtension(asked.replace(/^\//, ''), page.language), false));
}

type Former = Pick<Asker, 'page' | 'pages'>;

function asker(page: PageRecord, pages: ContentPages): Former {
  return { page, pages };
}

/** A slash at the end is fine for sections alone. */
function hasFormer(ref: string, { page, pages }: Former): boolean {
  const path = ref.length > 1 ? ref.replace(/\/$/, '') : ref;
  if (ref.endsWith('/') ? path === '/' || isSection(path, pages) : pages.has(path, false)) {
    return true;
  }
  if (ref.endsWith('/')) {
    return false;
  }
  const stem = withoutExtension(ref, page.language);
  const folder = stem.replace(/\/_?index$/, '') || '/';
  const target = pages.pageAt(folder);
  return folder === stem
    ? target !== undefined
    : target !== undefined && (target.bundle === 'leaf' || stem.endsWith('/_index'));
}

function isSection(path: string, pages: ContentPages): boolean {
  const page = pages.pageAt(path);
  return page === undefined ? pages.has(path, false) : page.bundle === 'branch';
}

function byCount(count: number): Found {
  return count === 0 ? 'nothing' : count === 1 ? 'page' : 'several';
}

/** The folder of its file, or of a leaf bundle the one above. */
function folderOf({ path, bundle }: PageRecord, own: boolean): string {
  const parts = path.split('/').slice(0, bundle === 'leaf' && !own ? -2 : -1);
  return parts.join('/');
}

/** `..` leads no further up than to the top of the content. */
function clamp(ref: string, folder: string): string {
  const depth = folder === '' ? 0 : folder.split('/').length;
  const ups = /^(?:\.\.?\/)*(?:\.\.?$)?/.exec(ref)?.[0] ?? '';
  const count = ups.split('/').filter((part) => part === '..').length;
  return count <= depth ? ref : `${'../'.repeat(depth)}${ref.slice(ups.length)}`;
}

/** Lower-cased, hyphens for blanks, without the extension of a content file, its language and the name of an index file. */
function basePath(path: string, languages: readonly string[]): string {
  const normal = path.toLowerCase().replaceAll(' ', '-');
  return withoutIdentifiers(normal, languages).replace(/\/_?index$/, '') || '/';
}

function bareName(ref: string, languages: readonly string[]): string {
  const normal = ref.toLowerCase().replaceAll(' ', '-');
  const stem = withoutIdentifiers(normal, languages);
  return stem === normal ? normal.replace(/\.[^.]*$/, '') : stem;
}

function withoutIdentifiers(path: string, languages: readonly string[]): string {
  const [, stem = path, extension = ''] = /^(.*)\.([^./]*)$/s.exec(path) ?? [];
  if (!contentExtensions.has(extension)) {
    return path;
  }
  const language = languages.find((code) => stem.endsWith(`.${code}`));
  return language === undefined ? stem : stem.slice(0, -language.length - 1);
}

function withoutExtension(path: string, language: string): string {
  const stem = path.replace(/\.[^./]*$/, '');
  return stem.endsWith(`.${language}`) ? stem.slice(0, -language.length - 1) : stem;
}
