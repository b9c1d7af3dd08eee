// The pages that `ref` can find, in one language, by path and by name. Each question costs a few look-ups in the ordered index of the site.
import { isBundled } from '../../site/bundled.ts';
import { pagesExactlyAt } from '../../site/exactPages.ts';
import { baseNameOf } from '../../site/pageOrder.ts';
import { logicalPath } from '../../site/pagePath.ts';
import { publishStateOf, type PublishState } from '../../site/publishState.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';

/** Of the pages below one folder so many are asked for their language. */
const mostLooked = 500;

/** A page that is there, and that a plain `hugo` leaves out. */
export interface LeftOut {
  readonly page: PageRecord;
  readonly state: PublishState;
}

export class ContentPages {
  readonly #site: SiteSnapshot;
  readonly #language: string;
  readonly #own: PageRecord;
  readonly #now: string;
  /** The last one that was looked at in vain. */
  leftOut: LeftOut | undefined;

  /** `own` is the page that asks, which the site may not know yet. */
  constructor(site: SiteSnapshot, own: PageRecord, language: string, now: string) {
    this.#site = site;
    this.#language = language;
    this.#own = own;
    this.#now = now;
  }

  /** Whether a page or a list of Hugo's own stands at `path`, lower-cased: `/blogg/post`. With `folds` blanks and hyphens are the same. */
  has(path: string, folds: boolean): boolean {
    return path === '/' || this.pageAt(path, folds) !== undefined || this.#isList(path);
  }

  pageAt(path: string, folds = false): PageRecord | undefined {
    const own = pathOf(this.#own) === path ? [this.#own] : [];
    const exact = [...own, ...pagesExactlyAt(this.#site, path, 'path')];
    const found = this.#findBuilt(exact);
    return found ?? (folds && path.includes('-') ? this.#findBuilt(this.#folded(path)) : undefined);
  }

  /** How many pages and lists have this name; of terms nobody knows the language, so that they count where nothing else does. */
  countNamed(name: string, folds: boolean): number {
    const namesakes = this.#namesakes(name).filter((page) => folds || pathOf(page).endsWith(`/${name}`));
    const pages = namesakes.filter((page) => this.#isBuilt(page)).length;
    const isList = pages === 0 && (this.#isList(`/${name}`) || this.#isTerm(name));
    return pages + (isList ? 1 : 0);
  }

  #folded(path: string): readonly PageRecord[] {
    return this.#namesakes(baseNameOf(path)).filter((page) => pathOf(page).replaceAll(' ', '-') === path);
  }

  #namesakes(name: string): readonly PageRecord[] {
    return name === '' ? [] : pagesExactlyAt(this.#site, baseNameOf(name), 'baseName');
  }

  #findBuilt(pages: readonly PageRecord[]): PageRecord | undefined {
    return pages.find((page) => this.#isBuilt(page));
  }

  #isBuilt(page: PageRecord): boolean {
    if (page.language !== this.#language || isBundled(this.#site, page)) {
      return false;
    }
    const state = publishStateOf(page, this.#site, this.#now);
    const isBuilt = state === 'published' || state === 'neverRendered';
    if (!isBuilt) {
      this.leftOut = { page, state };
    }
    return isBuilt;
  }

  /** The first folders of the content have a list whether there is an `_index.md` or not; so do taxonomies and terms. */
  #isList(path: string): boolean {
    const [first = '', second, ...others] = path.slice(1).split('/');
    if (second === undefined) {
      return this.#isTaxonomy(first) || this.#hasPagesBelow(`${path}/`);
    }
    return others.length === 0 && this.#isTaxonomy(first) && this.#isTerm(second, [first]);
  }

  #isTaxonomy(name: string): boolean {
    return [...this.#site.config.taxonomies.values()].includes(name);
  }

  #isTerm(name: string, taxonomies: Iterable<string> = this.#site.config.taxonomies.values()): boolean {
    const wanted = bare(name);
    return [...taxonomies].some((taxonomy) =>
      this.#site.values(taxonomy, Infinity).some(({ value }) => bare(value) === wanted),
    );
  }

  #hasPagesBelow(folder: string): boolean {
    return this.#site.pagesAt(folder, 'path', mostLooked).some(({ language }) => language === this.#language);
  }
}

/** As the index has it: lower-cased. */
function pathOf(page: PageRecord): string {
  return logicalPath(page).toLowerCase();
}

/** Letters and digits alone: how Hugo makes the path of a term depends on the release. */
function bare(term: string): string {
  return term.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
