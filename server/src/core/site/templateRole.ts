import { shortcodeTemplateOf } from './shortcodeTemplates.ts';
import type { TemplateRole } from './snapshot.ts';

/**
 * What the file at `path` below the layouts directory is for, by its place and name alone. A feed, a site map and whatever else renders no HTML of a
 * page is `other`.
 */
export function roleOf(path: string): TemplateRole {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  if (!/^[^.#].*[^~]$/.test(name)) {
    return 'other';
  }
  if (folders[0] === 'partials' || folders[0] === '_partials') {
    return 'partial';
  }
  if (shortcodeTemplateOf(path, { languages: [] }) !== undefined) {
    return 'shortcode';
  }
  if (folders.at(-1) === '_markup') {
    return 'hook';
  }
  const [stem = ''] = name.split('.');
  if (!/\.html?$/i.test(name) || noPages.has(stem)) {
    return 'other';
  }
  return stem === 'baseof' || stem.endsWith('-baseof') ? 'base' : 'page';
}

const noPages: ReadonlySet<string> = new Set(['404', 'alias']);
