// Where the addresses in a page lead: into the page itself, to a file of the site, to what Hugo published, to another page, or out.

/** What the path of an address is on this site. */
export type Resource =
  | { readonly kind: 'file'; readonly uri: string }
  | { readonly kind: 'published'; readonly url: string }
  | { readonly kind: 'page'; readonly uri: string }
  | { readonly kind: 'remote' };

export type Address =
  | Exclude<Resource, { kind: 'remote' }>
  | { readonly kind: 'data'; readonly url: string }
  | { readonly kind: 'remote'; readonly url: string; readonly host: string }
  | { readonly kind: 'unknown'; readonly url: string };

export type Resolve = (path: string) => Promise<Resource | undefined> | Resource | undefined;

/** Reads an address as browsers do, who skip blanks and control characters in it; `undefined` for what is none. */
export function parseUrl(address: string, base: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

const safeData =
  /^data:(?:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)|font\/[\w+-]+|application\/(?:x-)?font[\w+-]*|audio\/[\w+-]+|video\/[\w+-]+)[;,]/i;

/** Where `address` leads from `base`, the address of the page or style sheet in which it stands; `undefined` where it must not lead. */
export async function findAddress(
  address: string,
  base: string,
  site: string,
  resolve: Resolve,
): Promise<Address | undefined> {
  const url = parseUrl(address, base);
  if (url === undefined) {
    return undefined;
  }
  if (url.protocol === 'data:') {
    return safeData.test(url.href) ? { kind: 'data', url: url.href } : undefined;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return undefined;
  }
  if (url.origin !== originOf(site) && url.host !== new URL(site).host) {
    return { kind: 'remote', url: url.href, host: url.hostname };
  }
  const path = decodePath(url.pathname);
  const found = (await resolve(path)) ?? (await originalOf(path, resolve));
  return found === undefined || found.kind === 'remote' ? { kind: 'unknown', url: path } : found;
}

/** The host of the site comes first in its address; the path never matters. */
function originOf(site: string): string {
  return site.slice(0, site.indexOf('/', site.indexOf('//') + 2));
}

/** `a_hu1234_0_600x0_resize_q75_box.jpg`: the picture that Hugo made this one from, where it is not to be had itself. */
async function originalOf(path: string, resolve: Resolve): Promise<Resource | undefined> {
  const original = path.replace(/_hu_?[\da-f]{4,64}(?:_[\w.-]{0,200})?(?=\.\w{1,5}$)/, '');
  const found = original === path ? undefined : await resolve(original);
  return found?.kind === 'file' ? found : undefined;
}

export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
