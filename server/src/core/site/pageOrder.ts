// Pages in the order of their addresses, so that those that begin with what is typed are found without a look at all others. It is made when
// somebody asks for the first time; from then on the pages that change are put where they belong before the next answer.
import type { SiteConfig } from '../config/types.ts';
import { knownAddress, nameIn } from './pageAddress.ts';
import { logicalPath } from './pagePath.ts';
import type { PageRecord } from './snapshot.ts';

/**
 * Addresses as a reader's browser shows them, their last parts, or paths as `ref` takes them and the last parts of those, with `-` for blanks; titles
 * and last parts of paths, which stand in the order once for each of their words, from that on; all lower-cased.
 */
export type AddressKind = 'address' | 'name' | 'path' | 'baseName' | 'words';

export function addressOf(page: PageRecord, kind: AddressKind, config: SiteConfig): string {
  switch (kind) {
    case 'address':
      return knownAddress({ config }, page);
    case 'name':
      return nameIn(knownAddress({ config }, page));
    case 'path':
      return logicalPath(page).toLowerCase();
    case 'baseName':
      return baseNameOf(logicalPath(page));
    case 'words':
      return wordsOf(page);
  }
}

/** All under which the page stands in the order. */
export function addressesOf(page: PageRecord, kind: AddressKind, config: SiteConfig): readonly string[] {
  const address = addressOf(page, kind, config);
  return kind === 'words'
    ? [...address.matchAll(words)].slice(0, mostWords).map(({ index }) => address.slice(index))
    : [address];
}

function wordsOf(page: PageRecord): string {
  const titles = page.keys.flatMap(({ id, values }) => (titleKeys.has(id) ? values.slice(0, 1) : []));
  return [...titles, baseNameOf(logicalPath(page))].join('\n').toLowerCase();
}

const titleKeys: ReadonlySet<string> = new Set(['title', 'linktitle']);
const words = /[\p{L}\p{N}]+/gu;
/** Of a page. */
const mostWords = 30;

/** The last part of a path as `ref` takes it alone: lower-cased, with `-` for blanks. */
export function baseNameOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .replaceAll(' ', '-');
}

/** More changes than these are not put in one by one: all are sorted anew. */
const mostPutIn = 200;

export interface Placed {
  readonly address: string;
  readonly page: PageRecord;
}

type Wanted = Pick<Placed, 'address'> & Partial<Placed>;

export class PageOrder {
  readonly #kind: AddressKind;
  readonly #pages: ReadonlyMap<string, PageRecord>;
  /** Since the order was last asked, as they were then. */
  readonly #changed = new Map<string, PageRecord | undefined>();
  #sorted: Placed[] | undefined;
  #config: SiteConfig | undefined;

  /** `pages` are all of them, and change with `replace`. */
  constructor(kind: AddressKind, pages: ReadonlyMap<string, PageRecord>) {
    this.#kind = kind;
    this.#pages = pages;
  }

  /** Has to be told of every change. */
  replace(uri: string, before: PageRecord | undefined): void {
    if (this.#sorted !== undefined && !this.#changed.has(uri)) {
      this.#changed.set(uri, before);
    }
    if (this.#changed.size > mostPutIn) {
      this.#sorted = undefined;
      this.#changed.clear();
    }
  }

  /** The first `limit` pages whose address begins with `start`, in its order, each once. */
  from(start: string, limit: number, config: SiteConfig): readonly PageRecord[] {
    const sorted = this.#upToDate(config);
    const first = placeOf(sorted, { address: start });
    const found = new Set<PageRecord>();
    for (let at = first; found.size < limit; at++) {
      const placed = sorted[at];
      if (placed?.address.startsWith(start) !== true) {
        break;
      }
      found.add(placed.page);
    }
    return [...found];
  }

  #upToDate(config: SiteConfig): readonly Placed[] {
    const sorted = this.#config === config ? this.#sorted : undefined;
    if (sorted === undefined) {
      this.#config = config;
      this.#sorted = [...this.#pages.values()]
        .flatMap((page) => this.#place(page, config))
        .sort(comparePlaced);
    } else {
      for (const [uri, before] of this.#changed) {
        this.#putIn(sorted, before, this.#pages.get(uri), config);
      }
    }
    this.#changed.clear();
    return this.#sorted ?? [];
  }

  #putIn(
    sorted: Placed[],
    before: PageRecord | undefined,
    after: PageRecord | undefined,
    config: SiteConfig,
  ): void {
    for (const placed of before === undefined ? [] : this.#place(before, config)) {
      sorted.splice(placeOf(sorted, placed), 1);
    }
    for (const placed of after === undefined ? [] : this.#place(after, config)) {
      sorted.splice(placeOf(sorted, placed), 0, placed);
    }
  }

  #place(page: PageRecord, config: SiteConfig): readonly Placed[] {
    return addressesOf(page, this.#kind, config).map((address) => ({ address, page }));
  }
}

/** Where it stands, or would stand; without a page before all of its address. */
function placeOf(sorted: readonly Placed[], wanted: Wanted): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const placed = sorted[middle];
    if (placed !== undefined && comparePlaced(placed, wanted) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** By address, pages of the same one by their files. */
export function comparePlaced(a: Wanted, b: Wanted): number {
  return compareTexts(a.address, b.address) || compareTexts(a.page?.uri ?? '', b.page?.uri ?? '');
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
