import type { SiteConfig } from '../../config/types.ts';
import { mapAt, textAt } from '../../config/value.ts';

/** What the address of a link says, before anybody looks whether something is there. */
export type LinkAddress =
  /** Of the same page: `#top`, `?page=2`, nothing at all. */
  | { readonly kind: 'samePage'; readonly fragment: string }
  /** Another host or scheme. */
  | { readonly kind: 'elsewhere' }
  /** It cannot be read: a template action, a broken escape. */
  | { readonly kind: 'unclear' }
  | SiteAddress;

export interface SiteAddress {
  readonly kind: 'site';
  /** Decoded, without query, fragment and the folder of the site's own address; begins with `/` unless it counts from the page. */
  readonly path: string;
  readonly fragment: string;
  /** How many characters of the address stand before its query or fragment. */
  readonly length: number;
  /** What stands before `path` in the address: host and folder of the site; mostly empty. */
  readonly before: string;
}

/** Reads the address of a link as a browser does on a page of the site. An address of the site's own host counts as one of the site. */
export function readAddress(address: string, config: SiteConfig): LinkAddress {
  const [written = ''] = address.split(/[?#]/, 1);
  const [, fragment = ''] = /#(.*)/s.exec(address) ?? [];
  if (written.includes('{{') || written.includes('\\')) {
    return { kind: 'unclear' };
  }
  const [before = '', host] = /^(?:https?:)?\/\/([^/]*)/i.exec(written) ?? [];
  if (host === undefined ? /^[a-z][a-z\d+.-]*:/i.test(written) : !isOwnHost(host, config)) {
    return { kind: 'elsewhere' };
  }
  if (written === '') {
    return { kind: 'samePage', fragment };
  }
  const path = decode(written.slice(before.length));
  return path === undefined
    ? { kind: 'unclear' }
    : withoutBase(
        { kind: 'site', path, fragment, length: written.length, before },
        host !== undefined,
        config,
      );
}

/** The path of the site's own address, without slashes at its end: `/docs`. */
export function basePathOf({ baseUrl = '' }: Pick<SiteConfig, 'baseUrl'>): string {
  return baseUrl.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i, '').replace(/\/+$/, '');
}

function withoutBase(address: SiteAddress, hasHost: boolean, config: SiteConfig): LinkAddress {
  const base = basePathOf(config);
  const path = hasHost && address.path === '' ? '/' : address.path;
  if (base === '' || !path.startsWith('/')) {
    return { ...address, path };
  }
  return path === base || path.startsWith(`${base}/`)
    ? { ...address, path: path.slice(base.length) || '/', before: address.before + base }
    : { kind: 'elsewhere' };
}

function isOwnHost(host: string, config: SiteConfig): boolean {
  const [, own] = /^(?:[a-z][a-z\d+.-]*:)?\/\/([^/]+)/i.exec(config.baseUrl ?? '') ?? [];
  return own?.toLowerCase() === host.toLowerCase() && !hasSeveralHosts(config);
}

/** Every language has a site of its own: what an address means depends on the host. */
export function hasSeveralHosts({ raw, languages }: Pick<SiteConfig, 'raw' | 'languages'>): boolean {
  return languages.some(({ code }) => textAt(mapAt(raw, 'languages', code), 'baseURL') !== undefined);
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
