import { joinPath } from '../../text/path.ts';
import { contentExtensions } from '../../hugo/contentExtensions.ts';
import { baseNameOf } from '../pageOrder.ts';
import { logicalPath } from '../pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../snapshot.ts';

/** Translations of one page, or pages of one name. */
const mostLooked = 60;

/**
 * The page that a path names by its file, as a render hook finds it: from the folder of `page`, or from the content directory. With
 * `isRewritten` also without extension, and by name alone.
 */
export function pageBySource(
  site: SiteSnapshot,
  page: PageRecord,
  path: string,
  isRewritten: boolean,
): PageRecord | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase();
  const isSource = extension !== undefined && contentExtensions.has(extension) && !/^html?$/.test(extension);
  if (!isSource && !isRewritten) {
    return undefined;
  }
  const folder = page.path.slice(0, Math.max(0, page.path.lastIndexOf('/')));
  const above = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
  const places = path.startsWith('/') ? [path] : [joinPath(folder, path), joinPath(above, path), path];
  const found = places.map((place) => at(site, page, logical(place))).find((each) => each !== undefined);
  return (
    found ?? (isRewritten && (isSource || extension === undefined) ? byName(site, page, path) : undefined)
  );
}

/** As `logicalPath` writes it, lower-cased. */
function logical(path: string): string {
  const whole = `/${joinPath(path)}`.toLowerCase();
  const [extension = ''] = /\.[a-z]+$/.exec(whole) ?? [];
  const stem = contentExtensions.has(extension.slice(1)) ? whole.slice(0, -extension.length) : whole;
  return stem.replace(/\/_?index$/, '') || '/';
}

function at(site: SiteSnapshot, { language }: PageRecord, path: string): PageRecord | undefined {
  const [suffix = ''] = /\.[^./]+$/.exec(path) ?? [];
  const isLanguage = site.config.languages.some(({ code }) => code.toLowerCase() === suffix.slice(1));
  const pages = [path, ...(isLanguage ? [path.slice(0, -suffix.length)] : [])].flatMap((each) =>
    site.pagesAt(each, 'path', mostLooked).filter((page) => logicalPath(page).toLowerCase() === each),
  );
  return pages.find((page) => page.language === language) ?? pages[0];
}

function byName(site: SiteSnapshot, page: PageRecord, path: string): PageRecord | undefined {
  const name = baseNameOf(logical(path));
  const [first] = name.length < 2 || path.includes('/') ? [] : site.pagesAt(name, 'baseName', 1);
  return first !== undefined && first.uri !== page.uri && baseNameOf(logicalPath(first)) === name
    ? first
    : undefined;
}
