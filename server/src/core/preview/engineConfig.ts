// The one configuration file that a Hugo in memory reads. It keeps all that decides what a page is, and makes Hugo know every page and render
// one: a cascade turns rendering off, and the page that is shown turns it on for itself.
import type { ConfigMap, ConfigValue } from '../config/types.ts';
import { asMap, mapAt, mapsAt, textAt, textsAt, valueAt } from '../config/value.ts';
import { configToml } from './configToml.ts';
import { mergeModules } from './mergeModules.ts';
import { outputsIn, scribeFormat, type PageKind } from './outputs.ts';

export interface EngineConfigParts {
  /** The site's own configuration, merged of all its files. */
  readonly site: ConfigMap;
  /** Those of its themes and modules, in the order of precedence. */
  readonly modules: readonly ConfigMap[];
  /** Every mount of the tree (see `siteTree`), which stand in for themes, modules and directories. */
  readonly mounts: readonly ConfigMap[];
}

/** The text of `config.toml` for the embedded Hugo (0.147.6). */
export function engineConfig(parts: EngineConfigParts): string {
  return configToml(toEngineConfig(mergeModules(parts.site, parts.modules), parts.mounts));
}

/** The output formats of a page of this kind and language; `undefined` where the site leaves them to Hugo. */
export function engineOutputs({
  site,
  modules,
}: EngineConfigParts): (kind: PageKind, language: string) => readonly string[] | undefined {
  const config = mergeModules(site, modules);
  const ofSite = outputsIn(config);
  const ofLanguages = new Map(
    [...mapAt(config, 'languages')].flatMap(([code, value]) => {
      const language = asMap(value);
      const own = language && valueAt(language, 'outputs') !== undefined;
      return own ? [[code.toLowerCase(), outputsIn(config, language)]] : [];
    }),
  );
  return (kind, language) => (ofLanguages.get(language) ?? ofSite).get(kind);
}

/** Settings by lower-cased key: what the tree stands in for, what costs, fails or reaches out, and what is given anew below. */
const dropped: ReadonlySet<string> = new Set([
  ...[
    'theme',
    'themesdir',
    'module',
    'contentdir',
    'datadir',
    'layoutdir',
    'i18ndir',
    'archetypedir',
    'assetdir',
  ],
  ...['staticdir', ...Array.from({ length: 11 }, (_, index) => `staticdir${index}`)],
  ...['publishdir', 'resourcedir', 'cachedir', 'workingdir', 'environment'],
  ...['enablegitinfo', 'minify', 'caches', 'build', 'timeout', 'deployment', 'security'],
  ...['cascade', 'disablekinds', 'outputs', 'outputformats', 'paginate', 'paginatepath'],
]);

const directories: ReadonlySet<string> = new Set([
  'contentdir',
  ...[...dropped].filter((key) => key.startsWith('staticdir')),
]);

function toEngineConfig(config: ConfigMap, mounts: readonly ConfigMap[]): ConfigMap {
  return new Map<string, ConfigValue>([
    ...without(config, dropped),
    ...languageEntries(config),
    ...oldPagination(config),
    ['enableGitInfo', false],
    ['disableKinds', [...new Set([...textsAt(config, 'disableKinds'), 'sitemap', 'robotsTXT', '404'])]],
    ['security', closed(config)],
    ['cascade', cascades(config)],
    ['outputs', outputsIn(config)],
    ['outputFormats', new Map([...mapAt(config, 'outputFormats'), [scribeFormat, scribeOutput]])],
    ['module', table({ mounts })],
  ]);
}

const scribeOutput = table({
  mediaType: 'text/plain',
  baseName: scribeFormat,
  isPlainText: true,
  notAlternative: true,
  permalinkable: false,
});

/** The directories of a language are mounts, too. */
function languageEntries(config: ConfigMap): [string, ConfigValue][] {
  const languages = [...mapAt(config, 'languages')].map(([code, value]): [string, ConfigValue] => {
    const language = asMap(value);
    const own =
      language && valueAt(language, 'outputs') !== undefined ? outputsIn(config, language) : undefined;
    return [
      code,
      language === undefined
        ? value
        : new Map([...without(language, directories), ...(own ? [['outputs', own] as const] : [])]),
    ];
  });
  return languages.length === 0 ? [] : [[keyOf(config, 'languages'), new Map(languages)]];
}

/** `paginate` and `paginatePath` moved in 0.128 and are refused since. */
function oldPagination(config: ConfigMap): [string, ConfigValue][] {
  const [size, path] = [valueAt(config, 'paginate'), valueAt(config, 'paginatePath')];
  const old = new Map([
    ...(size === undefined ? [] : [['pagerSize', size] as const]),
    ...(path === undefined ? [] : [['path', path] as const]),
  ]);
  return old.size === 0
    ? []
    : [[keyOf(config, 'pagination'), new Map([...old, ...mapAt(config, 'pagination')])]];
}

/** Nothing is run, and nothing is asked of the network: a template that tries gets an error at once, where it would wait for ever. */
function closed(config: ConfigMap): ConfigMap {
  const none = ['none'];
  return table({
    enableInlineShortcodes:
      valueAt(config, 'security', 'enableInlineShortcodes') ??
      valueAt(config, 'enableInlineShortcodes') ??
      false,
    exec: table({ allow: none, osEnv: none }),
    http: table({ methods: none, urls: none }),
  });
}

/** Of two cascades that match a page the first counts, key by key; so ours is the last, and what the site renders it links. */
function cascades(config: ConfigMap): ConfigMap[] {
  const own = mapsAt(config, 'cascade').map(
    (cascade) => new Map([...cascade].map(([key, value]) => [key, isBuild(key) ? linked(value) : value])),
  );
  const every = table({
    target: table({ path: '{/**}' }),
    build: table({ render: 'link', list: 'always' }),
  });
  return [...own, every];
}

function isBuild(key: string): boolean {
  return ['build', '_build'].includes(key.toLowerCase());
}

function linked(value: ConfigValue): ConfigValue {
  const build = asMap(value);
  const render = build && textAt(build, 'render')?.toLowerCase();
  return build === undefined || render === 'never' || render === 'false'
    ? value
    : new Map([...build, [keyOf(build, 'render'), 'link']]);
}

function without(map: ConfigMap, keys: ReadonlySet<string>): [string, ConfigValue][] {
  return [...map].filter(([key]) => !keys.has(key.toLowerCase()));
}

function table(entries: Readonly<Record<string, ConfigValue>>): ConfigMap {
  return new Map(Object.entries(entries));
}

/** The key as the map spells it, so that it is replaced and not given twice. */
function keyOf(map: ConfigMap, key: string): string {
  return [...map.keys()].find((known) => known.toLowerCase() === key.toLowerCase()) ?? key;
}
