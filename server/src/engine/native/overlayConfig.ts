// What the installed Hugo is told on top of the site's own configuration: where unsaved text stands, to know every page and to render one, and
// to write nothing into the site.
import type { ConfigMap, ConfigValue, Mount, SiteConfig } from '../../core/config/types.ts';
import { mapAt, mapsAt, textsAt } from '../../core/config/value.ts';
import { contentExtensions } from '../../core/hugo/contentExtensions.ts';
import { compareVersions, type HugoVersion } from '../../core/hugo/version.ts';
import { cleanPath, isBelow, joinPath } from '../../core/text/path.ts';

/** Folders of our own, absolute. */
export interface OverlayFolders {
  /** Holds one folder per content mount, named by its number. */
  readonly content: string;
  readonly layouts: string;
  /** Stands for the site's static files, which are served from where they are. */
  readonly empty: string;
  readonly resources: string;
  readonly cache: string;
}

/** The place of a content file in the overlay: the number of its mount, and the path below that. */
export interface OverlayPlace {
  readonly mount: number;
  readonly path: string;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The project's mounts of folders of content; an overlay folder stands before each. A mount of a single file has no room for one. */
export function contentMounts({ mounts }: SiteConfig): readonly Mount[] {
  return mounts.filter(({ target }) => isBelow(target, 'content') && !isContentFile(target));
}

function isContentFile(path: string): boolean {
  return contentExtensions.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

/** Where a content file (path relative to the site's folder) stands in the overlay; `undefined` for one that no mount of the project shows. */
export function overlayPlace(config: SiteConfig, file: string): OverlayPlace | undefined {
  const path = cleanPath(file);
  const places = contentMounts(config).flatMap(({ source }, mount) =>
    path !== source && isBelow(path, source) ? [{ mount, source }] : [],
  );
  const [first, ...others] = places;
  const best = others.reduce(
    (longest, other) => (longest && other.source.length > longest.source.length ? other : longest),
    first,
  );
  return best && { mount: best.mount, path: best.source === '' ? path : path.slice(best.source.length + 1) };
}

/** The other way round, for Hugo's messages. */
export function overlaidFile(config: SiteConfig, { mount, path }: OverlayPlace): string | undefined {
  const source = contentMounts(config)[mount]?.source;
  return source === undefined ? undefined : joinPath(source, path);
}

/** The configuration that is merged over the site's own, as JSON. */
export function overlayConfig(config: SiteConfig, hugo: HugoVersion, folders: OverlayFolders): string {
  return JSON.stringify({
    disableKinds: [...new Set([...textsAt(config.raw, 'disableKinds'), ...listsOfPages])],
    disableAliases: true,
    enableGitInfo: false,
    resourceDir: folders.resources,
    ...cacheSettings(config.raw, folders.cache),
    build: { writeStats: false, buildStats: { enable: false }, noJSConfigInAssets: true },
    outputFormats: { scribe: scribeFormat },
    outputs: { term: [...outputsOf(config, 'term'), 'scribe'] },
    cascade: [linkOnly(hugo), ...mapsAt(config.raw, 'cascade').map(toJson)],
    module: { mounts: overlayMounts(config, folders) },
  });
}

/** What nobody sees in a preview. RSS is not among it: pages may name it in their `outputs`. */
const listsOfPages = ['sitemap', 'robotsTXT', '404'];

/** The output formats of a page whose front matter names none. */
export function usualOutputs(config: SiteConfig, path: string): readonly string[] {
  return outputsOf(config, kindOf(path));
}

/**
 * The output formats of a kind of page. One kind has our format from the start: a Hugo of several languages panics when its first page with a new
 * format turns up after the first build (run on 0.111.3).
 */
function outputsOf({ raw }: SiteConfig, kind: PageKind): readonly string[] {
  const written = textsAt(raw, 'outputs', kind);
  const usual = written.length > 0 ? written : kind === 'page' ? ['html'] : ['html', 'rss'];
  const off = new Set(textsAt(raw, 'disableKinds').map((name) => name.toLowerCase()));
  return usual.filter((format) => !off.has(format.toLowerCase()));
}

type PageKind = 'home' | 'section' | 'term' | 'page';

function kindOf(path: string): PageKind {
  const [name = '', folder] = path.split('/').reverse();
  return !name.startsWith('_index.')
    ? 'page'
    : folder === undefined || folder === 'content'
      ? 'home'
      : 'section';
}

const reportBase = 'hugo-scribe-report';
/** The name of the file that tells of a page that was rendered; it stands beside its HTML. */
export const reportName = `${reportBase}.json`;

const scribeFormat = {
  mediaType: 'application/json',
  baseName: reportBase,
  isPlainText: true,
  notAlternative: true,
  noUgly: true,
  permalinkable: false,
};

/** Every page is known to lists and menus, none is rendered but that which asks for it itself; the first rule that fits counts. */
function linkOnly(hugo: HugoVersion): Json {
  const build = { render: 'link', list: 'always' };
  return compareVersions(hugo, '0.145.0') >= 0
    ? { target: { path: '{/**}' }, build }
    : { _target: { path: '/**' }, _build: build };
}

/** A site can keep its caches in its own folder; ours are elsewhere. The writer's own cache serves everybody else, so that modules are found. */
function cacheSettings(raw: ConfigMap, folder: string): Record<string, Json> {
  const own = [...mapAt(raw, 'caches').keys()].filter((name) => name.toLowerCase() !== 'modules');
  const caches: [string, Json][] = own.map((name) => [name.toLowerCase(), { dir: ':cacheDir/:project' }]);
  const generated: [string, Json][] = ['images', 'assets'].map((name) => [
    name,
    { dir: ':resourceDir/_gen' },
  ]);
  const hasFolder = [...raw.keys()].some((key) => key.toLowerCase() === 'cachedir');
  return {
    ...(hasFolder && { cacheDir: folder }),
    caches: Object.fromEntries<Json>([...caches, ...generated]),
  };
}

/** Mounts that a configuration writes out replace all others, so the site's are repeated as they are, with ours before them. */
function overlayMounts(config: SiteConfig, folders: OverlayFolders): Json[] {
  const written = mapsAt(config.raw, 'module', 'mounts');
  const isWritten = ({ source, target }: Mount): boolean =>
    written.some((map) => placeOf(map) === `${source} ${target}`);
  return [
    ...contentMounts(config).map((mount, index) =>
      mountOf({ ...mount, source: joinFolder(folders.content, String(index)) }),
    ),
    mountOf({ source: folders.layouts, target: 'layouts', language: undefined }),
    mountOf({ source: folders.empty, target: 'static', language: undefined }),
    ...written.filter((map) => !isStatic(textAt(map, 'target'))).map(toJson),
    ...config.mounts.filter((mount) => !isWritten(mount) && !isStatic(mount.target)).map(mountOf),
  ];
}

function mountOf({ source, target, language }: Omit<Mount, 'files'>): Json {
  return { source, target, ...(language !== undefined && { lang: language }) };
}

function placeOf(map: ConfigMap): string {
  return `${cleanPath(textAt(map, 'source'))} ${cleanPath(textAt(map, 'target'))}`;
}

function textAt(map: ConfigMap, key: string): string {
  return textsAt(map, key)[0] ?? '';
}

function isStatic(target: string): boolean {
  return isBelow(cleanPath(target), 'static');
}

function joinFolder(folder: string, name: string): string {
  return `${folder.replaceAll('\\', '/')}/${name}`;
}

function toJson(value: ConfigValue): Json {
  if (value instanceof Map) {
    return Object.fromEntries([...(value as ConfigMap)].map(([key, item]) => [key, toJson(item)]));
  }
  return isList(value) ? value.map(toJson) : (value as Json);
}

function isList(value: ConfigValue): value is readonly ConfigValue[] {
  return Array.isArray(value);
}
