// Reads many files of a site for an engine, some at a time, within a budget.
import { pictureHead, pictureSize } from '../core/preview/pictureSize.ts';
import { pictureStub } from '../core/preview/pictureStub.ts';
import type { SiteSource } from './siteSource.ts';
import { uriAt } from './uris.ts';

const batch = 32;
const pictures = /\.(?:png|jpe?g|gif|webp|bmp|tiff?)$/i;
const otherBinaries =
  /\.(?:avif|ico|heic|woff2?|[ot]tf|eot|pdf|zip|t?gz|mp[34]|m4[av]|webm|mov|og[gv]|wav|docx?|xlsx?|pptx?|psd|ai|exe|jar|wasm)$/i;

/** Files whose size a template may ask for, and that are no text. */
export function isPicture(path: string): boolean {
  return pictures.test(path);
}

export function isText(path: string): boolean {
  return !isPicture(path) && !otherBinaries.test(path);
}

/** The texts of those files that can be read, by path, up to `most` UTF-16 units in all. Open documents win. */
export async function readManyTexts(
  { fileSystem, root, slices }: SiteSource,
  paths: readonly string[],
  documents: ReadonlyMap<string, string>,
  most = Infinity,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  let left = most;
  for (let at = 0; at < paths.length && left > 0; at += batch) {
    const some = paths.slice(at, at + batch);
    const read = await fileSystem.readMany(some.map((path) => uriAt(root, path)));
    for (const [index, path] of some.entries()) {
      const text = documents.get(uriAt(root, path)) ?? read[index];
      if (text !== undefined && text.length <= left) {
        texts.set(path, text);
        left -= text.length;
      }
    }
    await slices.pause();
  }
  return texts;
}

/** A longer picture comes as a stub. */
const longestPicture = 300_000;
/** What whole pictures may come to, in bytes, and how many of any kind there may be. */
const mostBytes = 4_000_000;
const mostPictures = 1500;

/** Pictures by path: whole those for which `isNear` says so and that are not too large, of the others gray ones of the same size. */
export async function readPictures(
  { fileSystem, root, slices }: SiteSource,
  paths: readonly string[],
  isNear: (path: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const near = new Set(paths.filter(isNear));
  const sorted = [...near, ...paths.filter((path) => !near.has(path))];
  const read = new Map<string, Uint8Array>();
  let left = mostBytes;
  for (const path of sorted.slice(0, mostPictures)) {
    const most = near.has(path) ? Math.min(longestPicture, left) : 0;
    const [bytes = noBytes] = await fileSystem.readBytes(
      [uriAt(root, path)],
      Math.max(pictureHead, most + 1),
    );
    const isWhole = bytes.length <= most;
    const given = isWhole ? bytes : stubOf(bytes);
    if (given !== undefined && given.length > 0) {
      read.set(path, given);
      left -= isWhole ? given.length : 0;
    }
    await slices.pause();
  }
  return read;
}

const noBytes = new Uint8Array();

function stubOf(head: Uint8Array): Uint8Array | undefined {
  const size = pictureSize(head);
  return size && pictureStub(size);
}
