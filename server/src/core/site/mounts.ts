import { isComponent } from '../config/modules.ts';
import type { Component, Mount } from '../config/types.ts';
import { globMatcher } from '../text/glob.ts';
import { cleanPath, isBelow, joinPath } from '../text/path.ts';

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
    classify(written) {
      const path = cleanPath(written);
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
 * The `files` of a mount. Hugo asks for every folder on the way too: a folder shows if an inclusion matches it or leads through it, so `**.md` shows
 * no file in a sub-folder (hugofs/hglob/filename_filter.go, run on 0.111.3).
 */
function mountFilter({ files }: Mount): (pathBelow: string) => boolean {
  const rules = files.flatMap(toRules);
  const fallback = !rules.some(({ shows }) => shows);
  const shows = (path: string, isFolder: boolean): boolean =>
    rules.find(({ folders, matches }) => (isFolder || !folders) && matches(path))?.shows ?? fallback;
  return (pathBelow) =>
    foldersAbove(rooted(pathBelow)).every((folder) => shows(folder, true)) && shows(rooted(pathBelow), false);
}

interface Rule {
  readonly matches: (path: string) => boolean;
  readonly shows: boolean;
  /** Counts for folders only. */
  readonly folders: boolean;
}

function toRules(file: string): Rule[] {
  if (file.startsWith('! ')) {
    return [{ matches: globMatcher(rooted(file.slice(2))), shows: false, folders: false }];
  }
  const leading = foldersAbove(rooted(file)).map(globMatcher);
  return [
    { matches: globMatcher(rooted(file)), shows: true, folders: false },
    { matches: (path) => leading.some((matches) => matches(path)), shows: true, folders: true },
  ];
}

function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/** `/blog` and `/blog/2023` for `/blog/2023/*.md`. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`);
}
