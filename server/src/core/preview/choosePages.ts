// Every page that Hugo knows costs at each key stroke, so of a big site it gets to know a part: what the shown page can name, and the newest.
import { toMoment } from '../hugo/dateLayouts.ts';
import type { SiteConfig } from '../config/types.ts';
import { valueOf } from '../site/keyValues.ts';
import type { PageRecord } from '../site/snapshot.ts';

/** With so many pages a key stroke still costs less than 300 ms. */
const mostPages = 1500;

export interface PageChoice {
  /** URIs of the pages that Hugo gets to know. */
  readonly chosen: ReadonlySet<string>;
  /** URIs of the pages among them that are needed whole: the page, what is in its bundle, and its translations. */
  readonly whole: ReadonlySet<string>;
  /** Every page is chosen. */
  readonly complete: boolean;
}

/**
 * Chooses pages for the page with `uri` and its text: first the page with its bundle and translations, then every `_index`, pages in menus and pages that the
 * text refers to, then the newest of its section, then the newest of the others, up to `most`.
 */
export function choosePages(
  pages: Iterable<PageRecord>,
  { uri, text }: { readonly uri: string; readonly text: string },
  { dateKeys }: Pick<SiteConfig, 'dateKeys'>,
  most: number = mostPages,
): PageChoice {
  const all = [...pages];
  const shown = all.find((page) => page.uri === uri);
  const whole = new Set([
    uri,
    ...all.filter((page) => shown && belongsTo(page, shown)).map((page) => page.uri),
  ]);
  if (all.length <= most) {
    return { chosen: new Set([uri, ...all.map((page) => page.uri)]), whole, complete: true };
  }
  const named = namesIn(text);
  const rank = ({ uri: one, path, bundle, section, keys }: PageRecord): number =>
    [
      whole.has(one),
      bundle === 'branch' || named.has(nameOf(path)) || keys.some(({ id }) => /^menus?(?:\.|$)/.test(id)),
      section === shown?.section,
      true,
    ].indexOf(true);
  const sorted = all
    .map((page) => ({ page, rank: rank(page), moment: momentOf(page, dateKeys.date) }))
    .sort((a, b) => a.rank - b.rank || b.moment - a.moment);
  const chosen = sorted.slice(0, most).map(({ page }) => page.uri);
  return { chosen: new Set([uri, ...chosen]), whole, complete: false };
}

/** What stands in the same leaf bundle, and the page in other languages: by its file name, or by its path below another content directory. */
function belongsTo(page: PageRecord, shown: PageRecord): boolean {
  const folder = folderOf(shown.path);
  const inBundle = shown.bundle === 'leaf' && page.path.startsWith(folder === '' ? '' : `${folder}/`);
  return inBundle || (folderOf(page.path) === folder && nameOf(page.path) === nameOf(shown.path));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** What a reference may call a page: its file's name without extension and language, for a bundle that of its folder. */
function nameOf(path: string): string {
  const parts = path.toLowerCase().split('/');
  const [stem = ''] = (parts.pop() ?? '').split('.');
  return stem === 'index' || stem === '_index' ? (parts.pop() ?? '') : stem;
}

/** The last parts of all that looks like a path in quotes or behind `](`. */
function namesIn(text: string): ReadonlySet<string> {
  const paths = text.matchAll(/["'(]([\w./-]{1,300})(?:[#?][^"')\s]*)?["')\s]/g);
  return new Set([...paths].map(([, path = '']) => nameOf(path.replace(/\/$/, ''))));
}

function momentOf(page: PageRecord, dateKeys: readonly string[]): number {
  for (const key of dateKeys) {
    const moment = toMoment(valueOf(page, key) ?? '');
    if (moment !== undefined) {
      return moment;
    }
  }
  return 0;
}
