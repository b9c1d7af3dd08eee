// Where the pictures, styles and fonts of a page stand on the disk: Hugo in memory has no `static`, so an address is looked up there.
import type { Component, SiteConfig } from '../config/types.ts';
import type { MountedModule } from '../site/mounts.ts';
import { decoded, isBelow, joinPath } from '../text/path.ts';

export interface StaticFiles {
  /** The folders that a page may load from, relative to the site and none inside another; never the site's own. */
  readonly roots: readonly string[];
  /**
   * The files (relative to the site) that an address on the site may be, most likely first: `/img/a.png`, with the path of `baseURL` or without, with escapes,
   * `?` and `#`. They need not exist, and each stands below one of the roots. None for an address that leads out.
   */
  candidates(address: string): readonly string[];
}

const components: readonly Component[] = ['static', 'assets', 'content'];
/** The site's own folder and those above it, which a mount can name, too. */
const holdsSite = /^(?:\.\.(?:\/\.\.)*)?$/;

/** `modules` with the project first, in the order of precedence. */
export function staticFiles(
  modules: readonly MountedModule[],
  { baseUrl, languages }: Pick<SiteConfig, 'baseUrl' | 'languages'>,
): StaticFiles {
  const sources = modules
    .flatMap(({ folder, mounts }) =>
      mounts.map(({ source, target }) => ({ source: joinPath(folder, source), target })),
    )
    .filter(({ source, target }) => rankOf(target) >= 0 && !holdsSite.test(source))
    .sort((a, b) => rankOf(a.target) - rankOf(b.target));
  const folders = [...new Set(sources.map(({ source }) => source))];
  const roots = folders.filter((one) => !folders.some((other) => other !== one && isBelow(one, other)));
  const base = basePath(baseUrl);
  const codes = languages.map(({ code }) => code);
  return {
    roots,
    candidates: (address) => {
      const path = toPath(address);
      const paths =
        path === undefined ? [] : [path, ...withoutPrefix(path, [base]), ...withoutPrefix(path, codes)];
      const files = sources.flatMap(({ source, target }) =>
        paths.flatMap((one) => fileIn(source, target, one)),
      );
      return [...new Set([...files, ...files.flatMap(originals)])];
    },
  };
}

/** The files that Hugo can have made a picture `a_hu_0123456789abcdef.webp` from. */
function originals(file: string): string[] {
  const [, stem, extension = ''] = /^(.+)_hu_?[\da-f]{8}[^/]*(\.\w+)$/.exec(file) ?? [];
  return stem === undefined ? [] : [extension, '.jpg', '.jpeg', '.png', '.webp'].map((one) => stem + one);
}

/** Components in the order in which they answer for an address; what is none of them answers for nothing. */
function rankOf(target: string): number {
  return components.findIndex((component) => isBelow(target, component));
}

function fileIn(source: string, target: string, path: string): string[] {
  const component = components.find((one) => isBelow(target, one));
  const above = component && target.slice(component.length + 1);
  if (above === undefined || !isBelow(path, above)) {
    return [];
  }
  return [joinPath(source, above === '' ? path : path.slice(above.length + 1))];
}

function withoutPrefix(path: string, prefixes: readonly string[]): string[] {
  return prefixes.flatMap((prefix) =>
    prefix !== '' && path !== prefix && isBelow(path, prefix) ? [path.slice(prefix.length + 1)] : [],
  );
}

function basePath(baseUrl = ''): string {
  return joinPath(/^(?:[a-z][\w+.-]*:)?\/\/[^/]*(\/.*)?$/i.exec(baseUrl)?.[1] ?? '');
}

/** Unescaped and relative; `undefined` for an address of another host and for one that leads out or hides something. */
function toPath(address: string): string | undefined {
  const [written = ''] = address.split(/[?#]/);
  if (/^(?:[a-z][\w+.-]*:|\/\/)/i.test(written)) {
    return undefined;
  }
  const path = decoded(written);
  const parts = path.split(/[/\\]/);
  const isOdd = path.includes('\0') || parts.some((part) => part.startsWith('.') && part !== '.well-known');
  return isOdd ? undefined : parts.filter((part) => part !== '').join('/');
}
