import type { ConfigMap, ModuleImport, Mount, SiteConfig } from './types.ts';
import type { Problem } from '../text/problem.ts';

/** A configuration file: its path relative to the folder of its site or module (`hugo.toml`, `config/_default/menus.sv.toml`), and its text. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
}

/** What a theme or module says of itself. */
export interface ModuleConfig {
  readonly imports: readonly ModuleImport[];
  readonly mounts: readonly Mount[];
  readonly minVersion: string | undefined;
  readonly maxVersion: string | undefined;
  readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
}

export function configFilesOf(paths: readonly string[]): string[] {
  return paths.filter((path) => /^(?:hugo|config)\.(?:toml|ya?ml|json)$/.test(path)).slice(0, 1);
}

export function mergeConfig(files: readonly ConfigFile[]): SiteConfig {
  void files;
  return {
    title: undefined,
    baseUrl: undefined,
    defaultLanguage: 'en',
    defaultLanguageInSubdir: false,
    languages: [{ code: 'en', name: undefined, weight: 0, contentDir: undefined, disabled: false }],
    taxonomies: new Map([
      ['category', 'categories'],
      ['tag', 'tags'],
    ]),
    imports: [],
    themesDir: 'themes',
    mounts: [],
    dateKeys: { date: [], lastmod: [], publishdate: [], expirydate: [] },
    ignoreFiles: [],
    enableInlineShortcodes: false,
    unsafeHtml: false,
    minVersion: undefined,
    raw: new Map() satisfies ConfigMap,
    problems: [],
  };
}

export function moduleConfig(files: readonly ConfigFile[]): ModuleConfig {
  void files;
  return { imports: [], mounts: [], minVersion: undefined, maxVersion: undefined, problems: [] };
}
