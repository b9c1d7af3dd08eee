import { findPageAt } from '../../core/site/pageAddress.ts';
import type { Readable, Resource } from '../../engine/page/finish.ts';
import type { FileSystem } from '../../workspace/fileSystem.ts';
import type { LiveSite } from '../../workspace/sites.ts';

/** A longer file becomes no part of a page. In bytes. */
const longestResource = 8_000_000;

/**
 * What a path of the site is: a file on the disk (`static`, resources of pages), a page, or else something that Hugo may have published while it
 * made the page.
 */
export async function resolveAddress(
  live: LiveSite,
  fileSystem: FileSystem,
  path: string,
): Promise<Resource | undefined> {
  if (/\.\w+$/.test(path) && !path.endsWith('.html')) {
    for (const uri of live.localFiles(path)) {
      if ((await fileSystem.stat(uri)) === 'file') {
        return { kind: 'file', uri };
      }
    }
    return { kind: 'published', url: path };
  }
  const page = findPageAt(live.snapshot, path);
  return page && { kind: 'page', uri: page.uri };
}

/** See `PreviewEngine.readPublished`. */
export type ReadPublished = (urls: readonly string[]) => Promise<readonly (Uint8Array | undefined)[]>;

export async function readResources(
  readPublished: ReadPublished,
  fileSystem: FileSystem,
  resources: readonly Readable[],
): Promise<readonly (Uint8Array | undefined)[]> {
  const uris = resources.flatMap((resource) => (resource.kind === 'file' ? [resource.uri] : []));
  const urls = resources.flatMap((resource) => (resource.kind === 'published' ? [resource.url] : []));
  const files = await fileSystem.readBytes(uris, longestResource);
  const published = urls.length === 0 ? [] : await readPublished(urls);
  const [nextFile, nextPublished] = [files[Symbol.iterator](), published[Symbol.iterator]()];
  return resources.map(({ kind }) => {
    const bytes = (kind === 'file' ? nextFile : nextPublished).next();
    return bytes.done === true ? undefined : bytes.value;
  });
}

/** The pictures of a page that a hover can show, by address: files of the site. Other hosts are not to learn of a draft. */
export async function findPictures(
  html: string,
  live: LiveSite,
  fileSystem: FileSystem,
): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>();
  for (const [, address = ''] of html.matchAll(/\ssrc=["']?([^\s"'>]+)/g)) {
    const resource = address.startsWith('/') ? await resolveAddress(live, fileSystem, address) : undefined;
    if (resource?.kind === 'file') {
      pictures.set(address, resource.uri);
    }
  }
  return pictures;
}
