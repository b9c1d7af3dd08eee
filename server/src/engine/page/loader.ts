import type { Resource } from './addresses.ts';

export type Readable = Extract<Resource, { kind: 'file' | 'published' }>;
export type ReadResources = (resources: readonly Readable[]) => Promise<readonly (Uint8Array | undefined)[]>;

interface Asked {
  readonly resource: Readable;
  readonly bytes: Promise<Uint8Array | undefined>;
}

/** Reads what a page needs, each thing once, and all that is asked for at one time together. Counts what may still be put into the page. */
export class Loader {
  /** Something was left out because the page would have become too big. */
  cut = false;
  readonly #read: ReadResources;
  readonly #asked = new Map<string, Asked>();
  #waiting: { readonly resource: Readable; readonly answer: (bytes: Uint8Array | undefined) => void }[] = [];
  #budget: number;

  constructor(read: ReadResources, budget: number) {
    this.#read = read;
    this.#budget = budget;
  }

  load(resource: Readable): Promise<Uint8Array | undefined> {
    const key = resource.kind === 'file' ? resource.uri : resource.url;
    const known = this.#asked.get(key);
    if (known !== undefined) {
      return known.bytes;
    }
    const bytes = new Promise<Uint8Array | undefined>((answer) => {
      if (this.#waiting.push({ resource, answer }) === 1) {
        queueMicrotask(() => void this.#readWaiting());
      }
    });
    this.#asked.set(key, { resource, bytes });
    return bytes;
  }

  /** The bytes, if there is room for them in the page. */
  async take(resource: Readable): Promise<Uint8Array | undefined> {
    const bytes = await this.load(resource);
    if (bytes === undefined || bytes.length <= this.#budget) {
      this.#budget -= bytes?.length ?? 0;
      return bytes;
    }
    this.cut = true;
    return undefined;
  }

  /** Whether all that was read has the same bytes still. */
  async isUnchanged(read: ReadResources): Promise<boolean> {
    const asked = [...this.#asked.values()];
    const before = await Promise.all(asked.map(({ bytes }) => bytes));
    const now = await read(asked.map(({ resource }) => resource)).catch(() => []);
    return before.every((bytes, i) => areEqual(bytes, now[i]));
  }

  async #readWaiting(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const bytes = await this.#read(waiting.map(({ resource }) => resource)).catch(() => []);
    waiting.forEach(({ answer }, i) => answer(bytes[i]));
  }
}

function areEqual(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Buffer.compare(a, b) === 0);
}

const mediaTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  otf: 'font/otf',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

/** The file as an address that needs no file; `undefined` for what is no picture, font, sound or film by its name. */
export function toDataUrl(resource: Readable, bytes: Uint8Array): string | undefined {
  const type = mediaTypes[extensionOf(resource)];
  return type === undefined ? undefined : `data:${type};base64,${toBase64(bytes)}`;
}

export function extensionOf(resource: Readable): string {
  const name = resource.kind === 'file' ? resource.uri : resource.url;
  return /\.(\w+)(?:[?#].*)?$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** In pieces: a call takes only so many arguments. */
const piece = 0x6000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += piece) {
    binary += String.fromCharCode(...bytes.subarray(at, at + piece));
  }
  return btoa(binary);
}
