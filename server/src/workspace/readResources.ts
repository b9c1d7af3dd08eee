// Reads many files of a site for an engine, some at a time, within a budget.
import { isBelow } from '../core/text/path.ts';
import { pictureHead, pictureStub } from '../engine/site/pictureStub.ts';
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

/** A longer picture comes as a stub that holds its size. */
const longestPicture = 300_000;
/** What whole pictures may come to, in bytes, and how many of any kind there may be. */
const mostBytes = 4_000_000;
const mostPictures = 1500;

/** Pictures by path, those below `folder` (the shown page's) first. Those that do not fit come as stubs. */
export async function readPictures(
  { fileSystem, root, slices }: SiteSource,
  paths: readonly string[],
  folder: string,
): Promise<Map<string, Uint8Array>> {
  const near = folder.replace(/\/$/, '');
  const sorted = [...paths].sort((a, b) => Number(isBelow(b, near)) - Number(isBelow(a, near)));
  const read = new Map<string, Uint8Array>();
  let left = mostBytes;
  for (const path of sorted.slice(0, mostPictures)) {
    const most = Math.max(pictureHead, Math.min(longestPicture, left)) + 1;
    const [bytes] = await fileSystem.readBytes([uriAt(root, path)], most);
    const isWhole = bytes !== undefined && bytes.length < most && bytes.length <= left;
    const given = isWhole ? bytes : bytes && pictureStub(bytes);
    if (given !== undefined) {
      read.set(path, given);
      left -= isWhole ? given.length : 0;
    }
    await slices.pause();
  }
  return read;
}
