// What stands at the address of a link, by everything that the snapshot knows of the site. "Nothing" is said only where the world is closed: an
// address that something else than this content may answer is unknown.
import { memoize } from '../../text/memoize.ts';
import { joinPath } from '../../text/path.ts';
import { isBundled } from '../bundled.ts';
import { knownAddress } from '../pageAddress.ts';
import { openStart, placeKey } from '../publishedPlaces.ts';
import type { FileComponent, MountedFile, PageRecord, SiteSnapshot } from '../snapshot.ts';
import { basePathOf, hasSeveralHosts, readAddress, type SiteAddress } from './linkAddress.ts';
import { mayRewrite } from './linkHooks.ts';
import { findGenerated, hasMovedLists } from './generated.ts';
import { hasFiles, isFilledLater } from './ownGround.ts';
import { pageBySource } from './pageBySource.ts';

export type LinkTarget =
  | { readonly kind: 'elsewhere' | 'samePage' | 'unknown' }
  /** `path` is the address that leads there, from the root of the site; absent where the page is named by its file. */
  | { readonly kind: 'page'; readonly page: PageRecord; readonly path?: string }
  /** The file that the page is written in, `post.md`: no reader gets there. */
  | { readonly kind: 'source'; readonly page: PageRecord }
  | { readonly kind: 'file'; readonly uri: string }
  /** A list, feed or folder that is there without a file of its own. */
  | { readonly kind: 'generated' }
  /** A file whose name is the same but for the case of letters; `path` is where it stands, `/img/Sky.jpg`. */
  | { readonly kind: 'otherCase'; readonly path: string }
  /** Nothing: `path` is where it would stand on the site. */
  | { readonly kind: 'missing'; readonly path: string };

const unknown: LinkTarget = { kind: 'unknown' };

/**
 * Where the address of a link or picture (`isImage`) leads on `page`. Costs a few look-ups, whatever the size of the site. Before all content and
 * all names of files are read, nothing is missing: `unknown`.
 */
export function resolveLink(
  site: SiteSnapshot,
  page: PageRecord,
  written: string,
  isImage: boolean,
): LinkTarget {
  const address = readAddress(written, site.config);
  switch (address.kind) {
    case 'elsewhere':
    case 'samePage':
      return { kind: address.kind };
    case 'unclear':
      return unknown;
    case 'site':
      return resolveAddress(site, page, address, isImage);
  }
}

function resolveAddress(
  site: SiteSnapshot,
  page: PageRecord,
  address: SiteAddress,
  isImage: boolean,
): LinkTarget {
  const path = sitePath(site, page, address.path);
  const found = path === undefined ? undefined : findAt(site, page, path);
  if (found !== undefined) {
    return found;
  }
  const isRewritten = mayRewrite(site, isImage ? 'image' : 'link');
  const source = isImage ? undefined : pageBySource(site, page, address.path, isRewritten);
  if (source !== undefined) {
    return isRewritten ? { kind: 'page', page: source } : { kind: 'source', page: source };
  }
  if (
    path === undefined ||
    !isClosed(site, path) ||
    (isImage && isRewritten && !isSought(site, page, address, path))
  ) {
    return unknown;
  }
  const other = otherCase(site, path);
  return other === undefined ? { kind: 'missing', path } : { kind: 'otherCase', path: other };
}

/** From the root of the site; `undefined` where that depends on what nobody knows here. */
function sitePath(site: SiteSnapshot, page: PageRecord, path: string): string | undefined {
  if (path.startsWith('/')) {
    return `/${joinPath(path)}`;
  }
  if (isBundled(site, page) || openStart(page, site.config) !== undefined) {
    return undefined;
  }
  const own = knownAddress(site, page);
  const folder = own.slice(0, own.lastIndexOf('/'));
  return `/${joinPath(folder, path).replace(/^(?:\.\.\/)+/, '')}`;
}

function findAt(site: SiteSnapshot, page: PageRecord, path: string): LinkTarget | undefined {
  const key = placeKey(path, site.config);
  const target =
    inLanguageOf(page, site.pagesStandingAt(key)) ?? inLanguageOf(page, site.pagesPublishedAt(key));
  if (target !== undefined) {
    return { kind: 'page', page: target, path };
  }
  const file = fileAt(site, path) ?? resourceAt(site, path);
  if (file !== undefined) {
    return { kind: 'file', uri: file.uri };
  }
  return findGenerated(site, path) ? { kind: 'generated' } : undefined;
}

function inLanguageOf({ language }: PageRecord, pages: readonly PageRecord[]): PageRecord | undefined {
  return pages.find((each) => each.language === language) ?? pages[0];
}

const published: readonly FileComponent[] = ['static', 'content'];

function fileAt({ files }: SiteSnapshot, path: string): MountedFile | undefined {
  for (const component of published) {
    const file = files.file(component, path) ?? files.file(component, `${path}/index.html`);
    if (file !== undefined) {
      return file;
    }
  }
  return undefined;
}

/** A file in the folder of the page at the address above it. */
function resourceAt(site: SiteSnapshot, path: string): MountedFile | undefined {
  const parts = path.split('/');
  for (let depth = parts.length - 1; depth > 0 && depth > parts.length - 4; depth--) {
    const below = parts.slice(depth).join('/');
    for (const { path: index } of bundlesAt(site, parts.slice(0, depth).join('/'))) {
      const folder = index.slice(0, Math.max(0, index.lastIndexOf('/')));
      const file = site.files.file('content', joinPath(folder, below));
      if (file !== undefined) {
        return file;
      }
    }
  }
  return undefined;
}

function bundlesAt(site: SiteSnapshot, path: string): readonly PageRecord[] {
  return site.pagesStandingAt(placeKey(path, site.config)).filter(({ bundle }) => bundle !== 'none');
}

/** Whether nothing else can answer at `path`. */
function isClosed(site: SiteSnapshot, path: string): boolean {
  const { config, progress, files } = site;
  return (
    progress.content &&
    progress.files &&
    !files.isCapped &&
    !hasSeveralHosts(config) &&
    !hasMovedLists(config) &&
    !site.isOpenAt(placeKey(path, config)) &&
    files.file('assets', path) === undefined &&
    !path.startsWith('/.') &&
    !site.redirects.has(`${basePathOf(config)}${path}`) &&
    !isMadeByContent(site, path) &&
    !isFilledLater(site, path) &&
    !isMountedBesides(site, path)
  );
}

/** A content adapter (Hugo 0.126) makes pages below its folder. */
function isMadeByContent({ files }: SiteSnapshot, path: string): boolean {
  let folder = '';
  for (const part of path.split('/').slice(0, -1)) {
    folder = joinPath(folder, part);
    if (files.file('content', joinPath(folder, '_content.gotmpl')) !== undefined) {
      return true;
    }
    if (files.filesIn('content', folder).length === 0) {
      return false;
    }
  }
  return false;
}

/** One file or folder of content may stand at several places; the index knows the last of them. */
function isMountedBesides({ config }: SiteSnapshot, path: string): boolean {
  const key = placeKey(path, config);
  return config.mounts
    .filter(({ target }) => /^content\/./.test(target))
    .map(({ target }) => placeKey(target.slice('content/'.length).replace(/\.[^./]+$/, ''), config))
    .some((target) => key === target || key.startsWith(`${target}/`));
}

/**
 * Whether a render hook has nothing to make of a picture's address: it leads upwards or into a folder that has files, and none has that
 * name from the page's own folder, either.
 */
function isSought(
  site: SiteSnapshot,
  page: PageRecord,
  { path: written }: SiteAddress,
  path: string,
): boolean {
  const own = page.path.slice(0, Math.max(0, page.path.lastIndexOf('/')));
  const beside = written.startsWith('/') ? written : joinPath(own, written);
  return (
    (written.startsWith('../') ||
      (written.includes('/') && hasFiles(site, path.slice(0, path.lastIndexOf('/'))))) &&
    [beside, written].every((each) =>
      hookSources.every((component) => site.files.file(component, each) === undefined),
    )
  );
}

const hookSources: readonly FileComponent[] = ['content', 'assets'];

/** A file at that path but for the case of letters. */
function otherCase(site: SiteSnapshot, path: string): string | undefined {
  return published
    .map((component) => otherCaseIn(site, component, path))
    .find((found) => found !== undefined);
}

function otherCaseIn({ files }: SiteSnapshot, component: FileComponent, path: string): string | undefined {
  let found = '';
  for (const part of path.split('/').slice(1)) {
    const { exact, folded } = spellingsIn(files.filesIn(component, found));
    const name = exact.has(part) ? part : folded.get(part.toLowerCase());
    if (name === undefined) {
      return undefined;
    }
    found = `${found}/${name}`;
  }
  return files.file(component, found) === undefined ? undefined : found;
}

/** A folder may have very many files. */
const spellingsIn = memoize((files: readonly MountedFile[]) => ({
  exact: new Set(files.map(({ name }) => name)),
  folded: new Map(files.map(({ name }) => [name.toLowerCase(), name] as const).toReversed()),
}));
