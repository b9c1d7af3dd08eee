import { teamFileNames } from '../core/config/teamFile.ts';
import type { Component } from '../core/config/types.ts';
import { isVersionFile } from '../core/config/versionEvidence.ts';
import { redirectFiles } from '../core/site/redirects.ts';
import { isBelow } from '../core/text/path.ts';
import { isConfigPath } from './configFiles.ts';
import type { SiteLayout } from './readLayout.ts';
import { pathFrom } from './uris.ts';

export interface FileChange {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
}

export interface ChangedPath extends FileChange {
  /** Relative to the site. */
  readonly path: string;
}

/** The parts of a site that are kept up to date each for itself; `layout` is what decides where the others stand. */
export type Part = 'layout' | 'templates' | 'archetypes' | 'content' | 'data' | 'files' | 'team';

export type ChangesByPart = { readonly [part in Part]: readonly ChangedPath[] };

type MountedPart = Exclude<Part, 'layout' | 'team'>;

/** Where the files of each part are mounted. */
export const partComponents = {
  templates: ['layouts'],
  archetypes: ['archetypes'],
  content: ['content'],
  data: ['data'],
  files: ['static', 'assets', 'content'],
} as const satisfies { [part in MountedPart]: readonly Component[] };

const mountedParts = Object.keys(partComponents) as readonly MountedPart[];

/** What must be read again after these changes, part by part; in no part stands what concerns nobody. */
export function sortChanges(root: string, layout: SiteLayout, changes: readonly FileChange[]): ChangesByPart {
  const sorted: { [part in Part]: ChangedPath[] } = {
    layout: [],
    templates: [],
    archetypes: [],
    content: [],
    data: [],
    files: [],
    team: [],
  };
  const folders = new Map(mountedParts.map((part) => [part, layout.mounts.folders(partComponents[part])]));
  for (const change of changes) {
    const path = pathFrom(root, change.uri);
    const parts = path === undefined ? [] : affectedBy(layout, folders, path, change.type);
    for (const part of parts) {
      sorted[part].push({ ...change, path: path ?? '' });
    }
  }
  return sorted;
}

/**
 * A folder is reported like a file, so what comes or goes may be one: above or at a place where something was looked for, it
 * brings or takes what stands there.
 */
function affectedBy(
  layout: SiteLayout,
  folders: ReadonlyMap<MountedPart, readonly string[]>,
  path: string,
  type: FileChange['type'],
): readonly Part[] {
  const { places } = layout.modules;
  const comesOrGoes = type !== 'changed';
  const holds = (inner: readonly string[]): boolean =>
    comesOrGoes && inner.some((folder) => isBelow(folder, path));
  if (isConfigPath(path, places) || isVersionFile(path) || redirectFiles.includes(path) || holds(places)) {
    return ['layout'];
  }
  if (isTeamFile(path)) {
    return ['team'];
  }
  const held = mountedParts.filter((part) => holds(folders.get(part) ?? []));
  if (held.length > 1) {
    return ['layout'];
  }
  return mountedParts.filter(
    (part) =>
      held.includes(part) ||
      ((comesOrGoes || part !== 'files') && folders.get(part)?.some((folder) => isBelow(path, folder))),
  );
}

function isTeamFile(path: string): boolean {
  return teamFileNames.some((name) => name === path);
}
