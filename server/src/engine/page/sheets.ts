// The style sheets of a site are a hundred times as long as what a writer types, and stay the same from one key stroke to the next: each is
// rewritten once and stands beside the page, not in it, so that it need not be sent again.

/** A shorter sheet stays in the page. In UTF-16 units. */
const shortest = 1_000;
/** So many are kept; a site that makes new ones with every change would fill the memory otherwise. */
const most = 30;

/** What was rewritten before. Of use until a file of the site changes, or the options. */
export class Sheets {
  readonly #texts = new WeakMap<Uint8Array, string>();
  /** By source: the text is long, its address may be another one. */
  readonly #rewritten = new Map<string, { readonly base: string; readonly css: string }>();
  readonly #hashes = new Map<string, string>();

  /** The text of a file, which is read once where its bytes are the same object. */
  textOf(bytes: Uint8Array): string {
    const text = this.#texts.get(bytes) ?? new TextDecoder().decode(bytes);
    this.#texts.set(bytes, text);
    return text;
  }

  /** The style sheet `source` at the address `base`, rewritten by `rewrite` the first time; `isWhole` says whether that is worth keeping. */
  async rewrite(
    source: string,
    base: string,
    rewrite: () => Promise<string>,
    isWhole: () => boolean,
  ): Promise<string> {
    const known = this.#rewritten.get(source);
    if (known?.base === base) {
      return known.css;
    }
    const css = await rewrite();
    if (isWhole()) {
      keep(this.#rewritten, source, { base, css });
    }
    return css;
  }

  /** The name of a sheet that is to stand beside the page: the same for the same text. */
  hashOf(css: string): string | undefined {
    if (css.length < shortest) {
      return undefined;
    }
    const hash = this.#hashes.get(css) ?? toHash(css);
    keep(this.#hashes, css, hash);
    return hash;
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (map.size >= most && !map.has(key)) {
    map.clear();
  }
  map.set(key, value);
}

/** 64 bits and the length: enough to tell the sheets of one page from each other. Two multiplicative hashes of 32 bits, mixed. */
function toHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [high, low, text.length].map((part) => (part >>> 0).toString(36)).join('-');
}
