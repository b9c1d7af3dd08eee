import { isBelow } from '../core/text/path.ts';
import { isConfigPath } from './configFiles.ts';
import { isVersionFile } from '../core/config/versionEvidence.ts';
import type { SiteLayout } from './readLayout.ts';
import { isPartialPath, isShortcodePath } from './readTemplates.ts';

export interface FileChange {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
}

/** What must be read again after a change of the file or folder at `path` (relative to the site). */
export type Affected = 'layout' | 'templates' | 'template' | 'content' | 'nothing';

/**
 * A folder is reported like a file, so what comes or goes may be one: above or at a place where something was looked for, it
 * brings or takes what stands there.
 */
export function affectedBy(layout: SiteLayout, path: string, type: FileChange['type']): Affected {
  const { places } = layout.modules;
  const comesOrGoes = type !== 'changed';
  const holds = (folders: readonly string[]): boolean =>
    comesOrGoes && folders.some((folder) => isBelow(folder, path));
  if (isConfigPath(path, places) || isVersionFile(path) || holds(places)) {
    return 'layout';
  }
  const templates = layout.mounts.folders(['layouts']);
  const content = layout.mounts.folders(['content']);
  if (holds(templates) && holds(content)) {
    return 'layout';
  }
  if (isShortcodePath(layout, path)) {
    return comesOrGoes ? 'templates' : 'template';
  }
  if (isPartialPath(layout, path)) {
    return 'templates';
  }
  if (comesOrGoes && (holds(templates) || templates.some((folder) => isBelow(path, folder)))) {
    return 'templates';
  }
  return holds(content) || content.some((folder) => isBelow(path, folder)) ? 'content' : 'nothing';
}
