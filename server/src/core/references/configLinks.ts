// Menus of the configuration lead to pages. Where an entry stands, the line scanners of front matter say: the formats are the same.
import { asMap, mapAt } from '../config/value.ts';
import type { ConfigMap, ConfigValue } from '../config/types.ts';
import { outlineOf } from '../frontMatter/outline.ts';
import type { FencedFormat } from '../frontMatter/types.ts';
import { resolveLink, type LinkTarget } from '../site/links/resolveLink.ts';
import { findPageAt } from '../site/pageAddress.ts';
import { pagesExactlyAt } from '../site/exactPages.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { range } from '../text/range.ts';
import { addressParts } from './addressParts.ts';
import type { SiteLink } from './everyLink.ts';

/** The addresses and paths of pages (`url`, `pageRef`) in the menus of a configuration file, in the order of the text; none for any other file. */
export function configLinks(site: SiteSnapshot, uri: string, text: string): readonly SiteLink[] {
  const [, path = '', name = '', extension = ''] =
    /^((?:config\/[^/]+\/)?([^/]+))\.(toml|ya?ml|json)$/i.exec(uri.slice(site.root.length + 1)) ?? [];
  const isMenus = /^menus?(?:\.|$)/i.test(name);
  if (!uri.startsWith(`${site.root}/`) || !(isMenus || /^(?:hugo|config|languages)$/i.test(name))) {
    return [];
  }
  const fence = {
    format: formats[extension.toLowerCase()] ?? 'yaml',
    opener: range(0, 0),
    content: range(0, text.length),
    closer: undefined,
    bodyStart: text.length,
  };
  return outlineOf(text, fence).entries.flatMap(({ path: keys, scalars }): SiteLink[] => {
    const [field = ''] = keys.slice(-1).map((key) => key.toLowerCase());
    const isInMenu = isMenus || keys.slice(0, -1).some((key) => /^menus?$/i.test(key));
    const [scalar] = scalars;
    if ((field !== 'url' && field !== 'pageref') || !isInMenu || scalar === undefined) {
      return [];
    }
    const quotes = scalar.style === 'plain' ? 0 : 1;
    const where = range(scalar.range.start + quotes, scalar.range.end - quotes);
    const home = homeOf(site, languageOf(site, path, keys));
    return [
      {
        origin: 'frontMatter',
        address: scalar.text,
        range: where,
        whole: scalar.range,
        around: { before: 0, after: 0 },
        isImage: false,
        target: field === 'url' ? urlTarget(site, home, scalar.text) : pageTarget(site, home, scalar.text),
        ...addressParts(text, where),
      },
    ];
  });
}

const formats: Readonly<Record<string, FencedFormat>> = { toml: 'toml', json: 'json' };

const folders = ['', 'config/_default/', 'config/production/', 'config/development/'];
const extensions = ['toml', 'yaml', 'yml', 'json'];

/** The configuration files that may hold a menu with an address of which `mayName` is true, whether they are there or not; none where no menu does. */
export function configUris(site: SiteSnapshot, mayName: (value: string) => boolean): readonly string[] {
  const { raw, languages } = site.config;
  const codes = languages.map(({ code }) => code);
  const menus = [raw, ...codes.map((code) => mapAt(raw, 'languages', code))].flatMap((map) => [
    mapAt(map, 'menu'),
    mapAt(map, 'menus'),
  ]);
  if (!menus.some((menu) => names(menu, mayName, deepest))) {
    return [];
  }
  const files = ['hugo', 'config', 'languages', 'menu', 'menus'];
  const translated = codes.flatMap((code) => [`menu.${code}`, `menus.${code}`]);
  return folders
    .flatMap((folder) =>
      (folder === '' ? ['hugo', 'config'] : [...files, ...translated]).map((file) => folder + file),
    )
    .flatMap((path) => extensions.map((extension) => `${site.root}/${path}.${extension}`));
}

const deepest = 5;

function names(value: ConfigValue | ConfigMap, mayName: (value: string) => boolean, depth: number): boolean {
  const map = asMap(value);
  const below =
    map === undefined ? (Array.isArray(value) ? (value as readonly ConfigValue[]) : []) : [...map.values()];
  return typeof value === 'string'
    ? mayName(value)
    : depth > 0 && below.some((each) => names(each, mayName, depth - 1));
}

/** Of the part of a configuration, `config/_default/menus.sv` or `languages.sv.menus`. */
function languageOf({ config }: SiteSnapshot, path: string, keys: readonly string[]): string {
  const parts = [...path.split('.').slice(1), ...keys].map((part) => part.toLowerCase());
  return config.languages.find(({ code }) => parts.includes(code))?.code ?? config.defaultLanguage;
}

/** The home page, from where addresses of menus count; a site may do without its file. */
function homeOf(site: SiteSnapshot, language: string): PageRecord {
  const pages = pagesExactlyAt(site, '/', 'path');
  return (
    pages.find((page) => page.language === language) ?? {
      uri: `${site.root}/content/_index.md`,
      path: '_index.md',
      language,
      section: '',
      bundle: 'branch',
      keys: [],
      calls: [],
      arguments: [],
    }
  );
}

function urlTarget(site: SiteSnapshot, home: PageRecord, address: string): LinkTarget {
  const target = resolveLink(site, home, address, false);
  const isOpen = target.kind === 'page' || target.kind === 'elsewhere' || /^[/#]/.test(address);
  return isOpen ? target : resolveLink(site, home, `/${address}`, false);
}

function pageTarget(site: SiteSnapshot, { language }: PageRecord, path: string): LinkTarget {
  const stem = `/${path.replace(/^\/|\/$/g, '')}`.replace(/(?:\/_?index)?\.\w+$/, '').toLowerCase() || '/';
  const pages = pagesExactlyAt(site, stem, 'path');
  const page = pages.find((each) => each.language === language) ?? pages[0] ?? findPageAt(site, stem);
  return page === undefined ? { kind: 'unknown' } : { kind: 'page', page };
}
