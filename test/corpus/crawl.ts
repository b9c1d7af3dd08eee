// What stands in a folder that Hugo published, and which of its own links lead nowhere.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The HTML pages, by their paths in the folder. */
export function publishedFiles(folder: string): ReadonlySet<string> {
  return new Set(
    pathsBelow(folder)
      .filter((path) => path.endsWith('.html'))
      .map((path) => relative(folder, path)),
  );
}

/** What the pages link to and nothing stands at, each once, decoded; without fragments. */
export function brokenLinks(folder: string): ReadonlySet<string> {
  const broken = new Set<string>();
  const known = new Map<string, boolean>();
  for (const page of pathsBelow(folder).filter((path) => path.endsWith('.html'))) {
    const html = readFileSync(page, 'utf8');
    for (const address of addressesIn(html)) {
      const path = pathOf(address, relative(folder, dirname(page)));
      if (path !== undefined) {
        const isThere = known.get(path) ?? stands(join(folder, path));
        known.set(path, isThere);
        if (!isThere) {
          broken.add(path);
        }
      }
    }
  }
  return broken;
}

function addressesIn(html: string): readonly string[] {
  return [
    ...html.matchAll(/\s(?:href|src|srcset|content|poster)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi),
  ].flatMap(([whole, ...values]) => {
    const value = values.join('');
    return /^\ssrcset/i.test(whole)
      ? value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '')
      : [value];
  });
}

/** From the root of the site; `undefined` for what leads elsewhere. */
function pathOf(address: string, folder: string): string | undefined {
  const own = address
    .replaceAll('&amp;', '&')
    .replace(/^https?:\/\/(?:www\.)?(?:safespring\.com|fluxcd\.io)(?=\/|$)/, '');
  const [path = ''] = own.split(/[?#]/, 1);
  const isContent = !/[/.]/.test(path);
  if (path === '' || isContent || /^[a-z][a-z\d+.-]*:|^\/\//i.test(path) || /\s/.test(path)) {
    return undefined;
  }
  try {
    const decoded = decodeURIComponent(path);
    return join('/', decoded.startsWith('/') ? '' : folder, decoded);
  } catch {
    return undefined;
  }
}

/** Whether a web server finds something at a path. */
export function stands(path: string): boolean {
  return existsSync(path) && (!statSync(path).isDirectory() || existsSync(join(path, 'index.html')));
}

function pathsBelow(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? pathsBelow(path) : [path];
      })
    : [];
}
