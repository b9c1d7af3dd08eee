/** Themes, module imports and mounts (Hugo: modules/config.go and modules/collect.go, 0.111 to 0.165). */
import { cleanPath, joinPath } from '../text/path.ts';
import { languagesOf } from './languages.ts';
import type { Component, ConfigMap, ModuleImport, Mount, SiteConfig } from './types.ts';
import { flagAt, mapAt, mapsAt, textAt, textsAt } from './value.ts';

/** Each component with the setting that names its folder in a project; the folder is called as the component by default. */
const components: readonly { readonly component: Component; readonly setting: string | undefined }[] = [
  { component: 'content', setting: 'contentDir' },
  { component: 'data', setting: 'dataDir' },
  { component: 'layouts', setting: 'layoutDir' },
  { component: 'i18n', setting: 'i18nDir' },
  { component: 'archetypes', setting: 'archetypeDir' },
  { component: 'assets', setting: 'assetDir' },
  { component: 'static', setting: undefined },
];

export function isComponent(name: string): name is Component {
  return components.some(({ component }) => component === name);
}

/** `[module] imports` come first, then `theme`, a text or a list: the order of precedence. */
export function importsOf(config: ConfigMap): ModuleImport[] {
  const modules = mapsAt(config, 'module', 'imports').flatMap((map) => {
    const path = textAt(map, 'path');
    return path === undefined || path === '' ? [] : [toImport(path, map)];
  });
  const themes = textsAt(config, 'theme').filter((path) => path !== '');
  return [...modules, ...themes.map((path) => ({ ...plainImport, path, kind: 'theme' as const }))];
}

/** `[module] replacements`: from a module path to a folder, relative to the themes folder. */
export function replacementsOf(config: ConfigMap): ReadonlyMap<string, string> {
  const pairs = textsAt(config, 'module', 'replacements').flatMap((text) => text.split(','));
  return new Map(
    pairs.flatMap((pair) => {
      const [from, to, ...more] = pair.split('->').map((part) => part.trim());
      return from && to && more.length === 0 ? [[from, to] as const] : [];
    }),
  );
}

/** Where a module or theme can stand, relative to the site's folder, first match wins: the vendored copy, then the themes folder. */
export function moduleFolders(
  { path }: Pick<ModuleImport, 'path'>,
  { replacements, themesDir }: Pick<SiteConfig, 'replacements' | 'themesDir'>,
): string[] {
  const replacement = replacements.get(path);
  if (replacement !== undefined) {
    return [joinPath(themesDir, replacement)];
  }
  return [joinPath('_vendor', path), joinPath(themesDir, path)];
}

/** The mounts that a configuration writes out, for a module or an import. */
export function explicitMounts(map: ConfigMap): Mount[] {
  return mapsAt(map, 'mounts').flatMap(toMounts);
}

/** What a module without mounts of its own mounts: every component folder that it has. */
export const defaultModuleMounts: readonly Mount[] = components.map(({ component }) =>
  mount(component, component),
);

/**
 * The project's own mounts, with Hugo's defaults for every component that none of them covers. A mount whose source is not there
 * (`node_modules/…` before an install) covers nothing: who can list folders passes `isThere`.
 */
export function projectMounts(config: ConfigMap, isThere: (source: string) => boolean = () => true): Mount[] {
  const explicit = explicitMounts(mapAt(config, 'module')).filter(({ source }) => isThere(source));
  const covered = new Set(
    explicit
      .filter(({ target }) => !target.startsWith('assets/_jsconfig'))
      .map(({ target }) => target.split('/')[0]),
  );
  const defaults = components
    .filter(({ component }) => !covered.has(component))
    .flatMap(({ component, setting }) => defaultMounts(config, component, setting));
  return [...explicit, ...defaults];
}

function defaultMounts(config: ConfigMap, component: Component, setting: string | undefined): Mount[] {
  if (component === 'static') {
    return staticFolders(config).map((folder) => mount(folder, component));
  }
  const folder = cleanPath((setting && textAt(config, setting)) || component);
  return component === 'content' ? contentMounts(config, folder) : [mount(folder, component)];
}

/** One mount per content directory of a language; a directory that several languages share leaves the language to file names. */
function contentMounts(config: ConfigMap, shared: string): Mount[] {
  const folders = new Map<string, (string | undefined)[]>();
  for (const { code, contentDir, disabled } of languagesOf(config)) {
    const folder = contentDir === undefined || contentDir === '' ? shared : cleanPath(contentDir);
    if (!disabled) {
      folders.set(folder, [...(folders.get(folder) ?? []), folder === shared ? undefined : code]);
    }
  }
  return [...folders].map(([folder, codes]) =>
    mount(folder, 'content', codes.length === 1 ? codes[0] : undefined),
  );
}

/** `staticDir` and its numbered companions, for the site and for each language. */
function staticFolders(config: ConfigMap): string[] {
  const scopes = [
    config,
    ...[...mapAt(config, 'languages').keys()].map((code) => mapAt(config, 'languages', code)),
  ];
  const settings = ['staticDir', ...Array.from({ length: 11 }, (_, index) => `staticDir${index}`)];
  const folders = scopes.flatMap((scope) => settings.flatMap((setting) => textsAt(scope, setting)));
  return folders.length === 0 ? ['static'] : [...new Set(folders.map(cleanPath))];
}

const plainImport = {
  disabled: false,
  ignoreConfig: false,
  ignoreImports: false,
  noMounts: false,
  mounts: [],
} satisfies Omit<ModuleImport, 'path' | 'kind'>;

function toImport(path: string, map: ConfigMap): ModuleImport {
  return {
    path,
    kind: path.includes('/') ? 'module' : 'theme',
    disabled: flagAt(map, 'disable'),
    ignoreConfig: flagAt(map, 'ignoreConfig'),
    ignoreImports: flagAt(map, 'ignoreImports'),
    noMounts: flagAt(map, 'noMounts'),
    mounts: explicitMounts(map),
  };
}

function mount(source: string, target: string, language?: string): Mount {
  return { source, target, language, files: [] };
}

/** `lang` was replaced by `sites.matrix.languages` in 0.153, `includeFiles` and `excludeFiles` by `files` with `! ` for exclusion. */
function toMounts(map: ConfigMap): Mount[] {
  const [source, target] = [textAt(map, 'source'), textAt(map, 'target')];
  if (source === undefined || target === undefined) {
    return [];
  }
  const base = {
    source: cleanPath(source),
    target: cleanPath(target),
    files: [
      ...textsAt(map, 'files'),
      ...textsAt(map, 'includeFiles'),
      ...textsAt(map, 'excludeFiles').map((glob) => `! ${glob}`),
    ],
  };
  const languages = [...textsAt(map, 'lang'), ...textsAt(map, 'sites', 'matrix', 'languages')];
  const codes = languages.filter((code) => /^[\w-]+$/.test(code)).map((code) => code.toLowerCase());
  return (codes.length === 0 ? [undefined] : codes).map((language) => ({ ...base, language }));
}
