import type { Component, Mount } from '../config/types.ts';

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
  /** `path` is relative to the site's folder, with `/`. */
  classify(path: string): MountedPath | undefined;
  /** The folders (relative to the site's, none inside another) that hold files of these components; may not exist. */
  folders(components: readonly Component[]): readonly string[];
}

/** `modules` in the order of precedence, the project first. */
export function mountTable(modules: readonly MountedModule[]): MountTable {
  void modules;
  return { classify: () => undefined, folders: () => [] };
}
