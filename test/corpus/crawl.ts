// What Hugo published into a folder: its files, and which of the links on its pages lead nowhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** A folder that Hugo published, read once. */
export interface Published {
  /** All files, by their paths in the folder. */
  readonly files: ReadonlySet<string>;
  /** The links of each page that lead nowhere, as they are written there. */
  readonly broken: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether an address on the page `from` leads to something, or out of the site. */
  readonly stands: (address: string, from: string) => boolean;
}

/** `baseUrl` is where the site says that it stands: links with it are links of its own. */
export function readPublished(folder: string, baseUrl: string): Published {
  const files = new Set(pathsBelow(folder).map((path) => relative(folder, path)));
  const pages = new Map<string, Page>();
  for (const path of files) {
    if (path.endsWith('.html')) {
      pages.set(path, readPage(readFileSync(join(folder, path), 'utf8')));
    }
  }
  const stands = (address: string, from: string): boolean => {
    const place = placeOf(address, baseUrl, from);
    if (place === undefined) {
      return true;
    }
    const { path, fragment } = place;
    const file = files.has(path)
      ? path
      : files.has(join(path, 'index.html'))
        ? join(path, 'index.html')
        : undefined;
    const page = file === undefined ? undefined : pages.get(file);
    return (
      file !== undefined && (page === undefined || fragment === '' || page.isAlias || page.ids.has(fragment))
    );
  };
  const broken = new Map<string, ReadonlySet<string>>();
  for (const [path, { links }] of pages) {
    const dead = [...links].filter((link) => !stands(link, path));
    broken.set(path, new Set(dead));
  }
  return { files, broken, stands };
}

interface Page {
  readonly links: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** It leads to another page and has no text. */
  readonly isAlias: boolean;
}

function readPage(html: string): Page {
  const links = new Set(
    [...html.matchAll(/\s(href|src|srcset|content|poster)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi)].flatMap(
      ([, name = '', ...values]) => addressesIn(name.toLowerCase(), values.join('').replaceAll('&amp;', '&')),
    ),
  );
  const ids = [...html.matchAll(/\s(?:id|name)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi)];
  return {
    links,
    ids: new Set(ids.map(([, ...values]) => values.join('').replaceAll('&amp;', '&'))),
    isAlias: /<meta\s+http-equiv="?refresh/i.test(html),
  };
}

/** What stands in `content` may be any text. */
function addressesIn(name: string, value: string): readonly string[] {
  if (name === 'srcset') {
    return value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '');
  }
  return name === 'content' && !/^(?:https?:\/)?\/\S+$/.test(value) ? [] : [value];
}

interface Place {
  readonly path: string;
  readonly fragment: string;
}

/** Where in the folder an address leads, decoded; `undefined` for what leads elsewhere. */
function placeOf(address: string, baseUrl: string, from: string): Place | undefined {
  const base = baseUrl.replace(/\/+$/, '');
  const isOwn = base !== '' && (address === base || address.startsWith(`${base}/`));
  const own = isOwn ? `/${address.slice(base.length + 1)}` : address;
  if (own === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(own) || /\s/.test(own)) {
    return undefined;
  }
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(own) ?? [];
  const folder = base.replace(/^[^/]*\/\/[^/]*/, '');
  const rooted = !isOwn && folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length) : path;
  try {
    const decoded = decodeURIComponent(rooted);
    const whole = decoded === '' ? from : join(decoded.startsWith('/') ? '' : dirname(from), decoded);
    const inFolder = whole.replace(/^\/+|\/+$/g, '').replace(/^\.$/, '');
    return { path: inFolder, fragment: decodeURIComponent(fragment).replace(/^(?:top|:~:.*)$/, '') };
  } catch {
    return undefined;
  }
}

export function pathsBelow(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? pathsBelow(path) : [path];
      })
    : [];
}
