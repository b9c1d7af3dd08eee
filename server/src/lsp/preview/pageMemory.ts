// What a preview need not read, rewrite and send again with every key stroke.
import { KeptPage, Sheets, type FinishedPage, type KnownAddresses } from '../../engine/page/finish.ts';
import type { PreviewEngine } from '../../engine/types.ts';
import type { PreviewSheet } from '../../protocol.ts';
import type { ReadPublished } from './addresses.ts';

/** So many bytes of what Hugo published are kept. */
const mostBytes = 8_000_000;
/** So many addresses are kept. */
const mostAddresses = 20_000;

/** Of use until the preview is opened again, in another way perhaps, or by an editor that has forgotten what it was sent. */
export class PageMemory {
  readonly sheets = new Sheets();
  readonly kept = new KeptPage<FinishedPage>();
  #addresses: KnownAddresses = new Map();
  readonly #published = new Map<string, Uint8Array>();
  #bytes = 0;
  #sent: ReadonlySet<string> = new Set();

  /** A file of the site is another one: what was made of it is forgotten, what was sent is not. */
  afterChange(): PageMemory {
    const memory = new PageMemory();
    memory.#sent = this.#sent;
    return memory;
  }

  get addresses(): KnownAddresses {
    if (this.#addresses.size > mostAddresses) {
      this.#addresses = new Map();
    }
    return this.#addresses;
  }

  /** Published files, of which those that are named after what is in them are read once. */
  publishedBy(engine: PreviewEngine): ReadPublished {
    return async (urls) => {
      const unknown = urls.filter((url) => !this.#published.has(url));
      const read = unknown.length === 0 ? [] : await engine.readPublished(unknown);
      const fresh = new Map(unknown.map((url, index) => [url, read[index]]));
      fresh.forEach((bytes, url) => this.#keep(url, bytes));
      return urls.map((url) => fresh.get(url) ?? this.#published.get(url));
    };
  }

  /** The sheets of a page as it is sent: those that stand in the page before without their text. */
  toSend(sheets: ReadonlyMap<string, string>): readonly PreviewSheet[] {
    const before = this.#sent;
    this.#sent = new Set(sheets.keys());
    return [...sheets].map(([hash, css]) => (before.has(hash) ? { hash } : { hash, css }));
  }

  #keep(url: string, bytes: Uint8Array | undefined): void {
    if (bytes !== undefined && isNamedByHash(url) && this.#bytes + bytes.length <= mostBytes) {
      this.#bytes += bytes.length;
      this.#published.set(url, bytes);
    }
  }
}

/** `main.min.3f2a…9c.css`, `a_hu_1234567890abcdef.png`. */
function isNamedByHash(url: string): boolean {
  return /[._-][\da-f]{16,128}(?:_[\w.-]*)?\.\w+$/.test(url);
}
