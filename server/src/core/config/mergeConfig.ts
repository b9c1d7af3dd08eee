import type { Problem } from '../text/problem.ts';
import { configFilesOf, configKeyPath, defaultEnvironment } from './configFiles.ts';
import { dateKeysOf } from './dateKeys.ts';
import { defaultLanguageOf, languagesOf } from './languages.ts';
import { explicitMounts, importsOf, projectMounts, replacementsOf } from './modules.ts';
import { parseConfig } from './parseConfig.ts';
import type { ConfigMap, ConfigValue, ModuleImport, Mount, SiteConfig } from './types.ts';
import { asMap, asText, flagAt, mapAt, mergeMaps, renameKey, textAt, textsAt, valueAt } from './value.ts';

export { configFilesOf } from './configFiles.ts';

/** A configuration file: its path relative to the folder of its site or module (`hugo.toml`, `config/_default/menus.sv.toml`), and its text. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
}

/** What a theme or module says of itself. */
export interface ModuleConfig {
  readonly imports: readonly ModuleImport[];
  /** The mounts it writes out; empty means every component folder it has. */
  readonly mounts: readonly Mount[];
  readonly minVersion: string | undefined;
  readonly maxVersion: string | undefined;
  /** Everything, merged. */
  readonly raw: ConfigMap;
  readonly problems: SiteConfig['problems'];
}

/**
 * Merges a site's configuration files as Hugo does. Files that are no configuration of this site and environment are left out; order does not matter. A
 * broken file is a problem and gives what could be read of it: the site survives. The configuration of themes is not
 * merged in, because nothing that an editor of content needs comes from it but imports and mounts (`moduleConfig`).
 */
export function mergeConfig(
  files: readonly ConfigFile[],
  environment: string = defaultEnvironment,
): SiteConfig {
  const { raw, problems } = mergeFiles(files, environment);
  return {
    title: textAt(raw, 'title'),
    baseUrl: textAt(raw, 'baseURL'),
    defaultLanguage: defaultLanguageOf(raw),
    defaultLanguageInSubdir: flagAt(raw, 'defaultContentLanguageInSubdir'),
    languages: languagesOf(raw),
    taxonomies: taxonomiesOf(raw),
    imports: importsOf(raw),
    replacements: replacementsOf(raw),
    themesDir: textAt(raw, 'themesDir') ?? 'themes',
    mounts: projectMounts(raw),
    dateKeys: dateKeysOf(raw),
    ignoreFiles: textsAt(raw, 'ignoreFiles'),
    enableInlineShortcodes:
      flagAt(raw, 'enableInlineShortcodes') || flagAt(raw, 'security', 'enableInlineShortcodes'),
    unsafeHtml: flagAt(raw, 'markup', 'goldmark', 'renderer', 'unsafe'),
    ...versionsOf(raw),
    raw,
    problems,
  };
}

/** Merges the configuration files of a theme or module, and the old `theme.toml` with its `min_version`. */
export function moduleConfig(
  files: readonly ConfigFile[],
  environment: string = defaultEnvironment,
): ModuleConfig {
  const { raw, problems } = mergeFiles(files, environment);
  const { minVersion, maxVersion } = versionsOf(raw);
  const legacy = files.find(({ path }) => path === 'theme.toml');
  return {
    imports: importsOf(raw),
    mounts: explicitMounts(mapAt(raw, 'module')),
    minVersion: minVersion ?? (legacy && textAt(parseConfig(legacy.path, legacy.text).map, 'min_version')),
    maxVersion,
    raw,
    problems,
  };
}

function mergeFiles(
  files: readonly ConfigFile[],
  environment: string,
): { raw: ConfigMap; problems: { file: string; problem: Problem }[] } {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const problems: { file: string; problem: Problem }[] = [];
  let raw: ConfigMap = new Map();
  for (const file of configFilesOf([...texts.keys()], environment)) {
    const parsed = parseConfig(file, texts.get(file) ?? '');
    problems.push(...parsed.problems.map((problem) => ({ file, problem })));
    raw = mergeMaps(raw, withOldNames(placed(parsed.map, configKeyPath(file))));
  }
  return { raw, problems };
}

/** The content of a file at its place; a file that repeats its own name as its only key is unwrapped (Hugo 0.162). */
function placed(map: ConfigMap, keyPath: readonly string[]): ConfigMap {
  const [name] = keyPath;
  const inner = keyPath.length === 1 && map.size === 1 && name !== undefined ? valueAt(map, name) : undefined;
  return keyPath.reduceRight<ConfigValue>((value, key) => new Map([[key, value]]), inner ?? map) as ConfigMap;
}

/** `menu` was renamed `menus`, for the site and for each language; `indexes` is an old word for `taxonomies`. */
function withOldNames(map: ConfigMap): ConfigMap {
  const renamed = renameKey(renameKey(map, 'menu', 'menus'), 'indexes', 'taxonomies');
  return new Map(
    [...renamed].map(([key, value]) => [
      key,
      key.toLowerCase() === 'languages' ? withOldLanguageNames(value) : value,
    ]),
  );
}

function withOldLanguageNames(languages: ConfigValue): ConfigValue {
  const map = asMap(languages);
  return map
    ? new Map(
        [...map].map(([code, value]) => {
          const language = asMap(value);
          return [code, language ? renameKey(language, 'menu', 'menus') : value];
        }),
      )
    : languages;
}

/** Singular to plural. A `[taxonomies]` table replaces Hugo's own two, an empty one too; languages may add theirs. */
function taxonomiesOf(config: ConfigMap): ReadonlyMap<string, string> {
  const off = new Set(textsAt(config, 'disableKinds').map((kind) => kind.toLowerCase()));
  if ((off.has('taxonomy') || off.has('taxonomyterm')) && off.has('term')) {
    return new Map();
  }
  const languages = [...mapAt(config, 'languages').values()].flatMap((language) => asMap(language) ?? []);
  const tables = [config, ...languages].flatMap((scope) => asMap(valueAt(scope, 'taxonomies')) ?? []);
  return tables.length === 0 ? defaultTaxonomies : new Map(tables.flatMap(taxonomyPairs));
}

const defaultTaxonomies: ReadonlyMap<string, string> = new Map([
  ['category', 'categories'],
  ['tag', 'tags'],
]);

function taxonomyPairs(table: ConfigMap): [string, string][] {
  return [...table].flatMap(([singular, value]) => {
    const plural = asText(value);
    return plural === undefined || plural === '' ? [] : [[singular.toLowerCase(), plural.toLowerCase()]];
  });
}

function versionsOf(config: ConfigMap): { minVersion: string | undefined; maxVersion: string | undefined } {
  return {
    minVersion: textAt(config, 'module', 'hugoVersion', 'min') || undefined,
    maxVersion: textAt(config, 'module', 'hugoVersion', 'max') || undefined,
  };
}
