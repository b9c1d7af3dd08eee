import type { PageRecord } from './snapshot.ts';

type Path = Pick<PageRecord, 'path' | 'language' | 'bundle'>;

/** The folder in whose list a page stands: that of its file, of a bundle the one above. */
export function folderOf({ path, bundle }: Path): string {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return bundle === 'none' ? folder : folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
}

/** What the translations of a page share: its path without extension and language. */
export function stemOf({ path, language }: Path): string {
  const end = path.lastIndexOf('.');
  const stem = end < 0 ? path : path.slice(0, end);
  return stem.toLowerCase().endsWith(`.${language}`) ? stem.slice(0, -language.length - 1) : stem;
}

/** As `ref` and `GetPage` take it: `/blogg/post`. */
export function logicalPath(page: Path): string {
  return `/${stemOf(page).replace(/(?:^|\/)_?index$/, '')}`;
}
