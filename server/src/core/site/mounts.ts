import { isComponent } from '../config/modules.ts';
import type { Component, Mount } from '../config/types.ts';
import { globMatcher } from '../text/glob.ts';
import { isBelow, joinPath } from '../text/path.ts';

/** The project, a theme or a module on disk, with its mounts. */
export interface MountedModule {
  /** Relative to the site's folder: `''` for the project, `themes/ananke`, `_vendor/github.com/x/y`, `../shared-theme`. */
  readonly folder: string;
  readonly origin: 'project' | 'theme' | 'module';
  readonly mounts: readonly Mount[];
}

/** What a file is to Hugo. */
export interface MountedPath {
  readonly component: Component;
  /** Below the component, with `/`: `blogg/post.md`, `shortcodes/box.html`. */
  readonly logicalPath: string;
  /** The language its mount gives; absent where file names decide. */
  readonly language: string | undefined;
  readonly module: MountedModule;
}

/** Answers what a file is; made once per site. */
export interface MountTable {
  /** `path` is relative to the site's folder, with `/`. Of several mounts the one with the longest source counts, then the first. */
  classify(path: string): MountedPath | undefined;
  /** The folders (and single files) relative to the site's that hold files of these components, none inside another; they need not exist. */
  folders(components: readonly Component[]): readonly string[];
}

interface Row {
  readonly source: string;
  readonly component: Component;
  /** Where the mount appears below its component. */
  readonly base: string;
  readonly mount: Mount;
  readonly module: MountedModule;
  readonly shows: (pathBelow: string) => boolean;
}

/** `modules` in the order of precedence, the project first. */
export function mountTable(modules: readonly MountedModule[]): MountTable {
  const rows = modules.flatMap((module) => module.mounts.flatMap((mount) => toRow(module, mount)));
  const bySource = new Map<string, Row[]>();
  for (const row of rows) {
    bySource.set(row.source, [...(bySource.get(row.source) ?? []), row]);
  }
  return {
    classify(path) {
      for (const folder of upwards(path)) {
        const row = bySource.get(folder)?.find(({ shows }) => shows(below(path, folder)));
        if (row) {
          return toMountedPath(row, path);
        }
      }
      return undefined;
    },
    folders(components) {
      const sources = [
        ...new Set(
          rows.filter(({ component }) => components.includes(component)).map(({ source }) => source),
        ),
      ];
      return sources.filter((one) => !sources.some((other) => other !== one && isBelow(one, other)));
    },
  };
}

function toRow(module: MountedModule, mount: Mount): Row[] {
  const [component = '', ...base] = mount.target.split('/');
  return isComponent(component)
    ? [
        {
          source: joinPath(module.folder, mount.source),
          component,
          base: base.join('/'),
          mount,
          module,
          shows: mountFilter(mount),
        },
      ]
    : [];
}

function toMountedPath({ source, component, base, mount, module }: Row, path: string): MountedPath {
  return { component, logicalPath: joinPath(base, below(path, source)), language: mount.language, module };
}

/** The path itself, then each folder above it, the site's (`''`) last. */
function* upwards(path: string): Generator<string> {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    yield path.slice(0, end);
  }
  if (!path.startsWith('../')) {
    yield '';
  }
}

function below(path: string, folder: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

/**
 * `includeFiles` and `excludeFiles`, relative to the source. Hugo asks for every folder on the way too: a folder shows if an
 * inclusion matches it or leads through it, so `**.md` shows no file in a sub-folder (hugofs/hglob/filename_filter.go; run on 0.111.3).
 */
function mountFilter({ includeFiles, excludeFiles }: Mount): (pathBelow: string) => boolean {
  if (includeFiles.length === 0 && excludeFiles.length === 0) {
    return () => true;
  }
  const matchers = (globs: readonly string[]): ((path: string) => boolean)[] =>
    globs.map((glob) => globMatcher(rooted(glob)));
  const excluded = matchers(excludeFiles);
  const included = matchers(includeFiles);
  const leading = matchers(includeFiles.flatMap(leadingFolders));
  const shows = (path: string, isFolder: boolean): boolean =>
    !excluded.some((matches) => matches(path)) &&
    (included.length === 0 ||
      included.some((matches) => matches(path)) ||
      (isFolder && leading.some((matches) => matches(path))));
  return (pathBelow) =>
    foldersOf(pathBelow).every((folder) => shows(folder, true)) && shows(rooted(pathBelow), false);
}

function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/** `/blog/2023` for `/blog/2023/*.md`, and all that is above it. */
function leadingFolders(glob: string): string[] {
  const parts = rooted(glob).split('/').slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}

function foldersOf(path: string): string[] {
  return leadingFolders(path);
}
