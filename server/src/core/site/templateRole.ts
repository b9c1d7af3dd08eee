import type { TemplateRole } from './snapshot.ts';

/**
 * What the file at `path` below the layouts directory is for, by its place and name alone. Partials and shortcodes stand in folders of their own; a
 * feed, a site map and whatever else renders no HTML is `other`.
 */
export function roleOf(path: string): TemplateRole {
  const parts = path.toLowerCase().split('/');
  const name = parts.pop() ?? '';
  const [stem = ''] = name.split('.');
  const folder = parts.find((part) => folderRoles.has(part));
  if (folder !== undefined && (folder.startsWith('_') || parts[0] === folder)) {
    return stem === '' ? 'other' : (folderRoles.get(folder) ?? 'other');
  }
  if (notPages.has(stem) || !/\.html?$/.test(name)) {
    return 'other';
  }
  return stem === 'baseof' || stem.endsWith('-baseof') ? 'base' : 'page';
}

/** Those without a line before them count at the top only. */
const folderRoles: ReadonlyMap<string, TemplateRole> = new Map([
  ['_partials', 'partial'],
  ['_shortcodes', 'shortcode'],
  ['_markup', 'hook'],
  ['partials', 'partial'],
  ['shortcodes', 'shortcode'],
]);

const notPages: ReadonlySet<string> = new Set(['', '404', 'alias']);
