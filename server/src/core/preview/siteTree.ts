// How the files of a site stand in the memory of Hugo. Every file keeps its path, wherever it comes from (project, theme, vendored or replaced
// module), and every mount of the project, its themes and its modules is written out as one of the project's own, in the order of precedence.
// So Hugo has no theme or module to look for, and one rule serves them all.
import type { ConfigMap, ConfigValue, Mount } from '../config/types.ts';
import { mountTable, type MountedModule, type MountTable } from '../site/mounts.ts';
import { joinPath } from '../text/path.ts';

/** What stands above the site's folder: `../shared` is `_above/shared`. */
const above = '_above/';
/** Templates of ours for what a site lacks; they come last. */
export const spareFolder = '_scribe';

/** The components that Hugo renders from; `static` is served from the disk, and an archetype is for new pages. */
const components: ReadonlySet<string> = new Set(['content', 'layouts', 'data', 'i18n', 'assets']);

export interface SiteTree {
  /** The mounts as Hugo's configuration has them. */
  readonly mounts: readonly ConfigMap[];
  /** Answers for the components that the tree holds. */
  readonly table: MountTable;
  toEnginePath(sitePath: string): string | undefined;
  toSitePath(enginePath: string): string | undefined;
}

/** `modules` with the project first, in the order of precedence; see `MountedModule`. */
export function siteTree(modules: readonly MountedModule[]): SiteTree {
  const shown = modules.map(({ folder, origin, mounts }) => ({
    folder,
    origin,
    mounts: mounts.filter(({ target }) => components.has(target.split('/')[0] ?? '')),
  }));
  const table = mountTable(shown);
  return {
    mounts: [
      ...shown.flatMap(({ folder, mounts }) => mounts.map((mount) => toEngineMount(folder, mount))),
      new Map([
        ['source', joinPath(spareFolder, 'layouts')],
        ['target', 'layouts'],
      ]),
    ],
    table,
    toEnginePath: (path) => (table.classify(path) === undefined ? undefined : toEngine(path)),
    toSitePath: (path) => (path.startsWith(`${spareFolder}/`) ? undefined : toSite(path)),
  };
}

function toEngineMount(folder: string, { source, target, language, files }: Mount): ConfigMap {
  const excluded = files.filter((file) => file.startsWith('! ')).map((file) => file.slice(2));
  const included = files.filter((file) => !file.startsWith('! '));
  const entries: [string, ConfigValue | undefined][] = [
    ['source', toEngine(joinPath(folder, source))],
    ['target', target],
    ['lang', language],
    ['includeFiles', included.length === 0 ? undefined : included],
    ['excludeFiles', excluded.length === 0 ? undefined : excluded],
  ];
  return new Map(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

function toEngine(path: string): string {
  return path.startsWith('../') ? above + toEngine(path.slice(3)) : path;
}

function toSite(path: string): string {
  return path.startsWith(above) ? `../${toSite(path.slice(above.length))}` : path;
}
