import { verdictFor } from '../../hugo/version.ts';
import { changedIn } from '../../hugo/versions.ts';
import { pagesExactlyAt } from '../../site/exactPages.ts';
import { baseNameOf } from '../../site/pageOrder.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { ContentPages } from './contentPages.ts';
import { findBefore, findSince } from './findReference.ts';

/** What the path of a reference on `from` leads to, by the rules of the site's Hugo. */
export interface Referred {
  readonly found: 'page' | 'nothing' | 'several';
  /** Absent for a list that Hugo makes without a file. */
  readonly page: PageRecord | undefined;
  /** A page that is there and that Hugo leaves out: a draft, a scheduled or an expired one. */
  readonly leftOut: PageRecord | undefined;
}

/** `path` as `referenceIn` has it; a Hugo on both sides of 0.123 is taken for a newer one. */
export function referredPage(
  site: SiteSnapshot,
  from: PageRecord,
  path: string,
  language: string,
  now: string,
): Referred {
  const pages = new TellingPages(site, from, language, now);
  const asker = { page: from, pages, languages: site.config.languages.map(({ code }) => code) };
  const isSince = verdictFor(site.hugo, changedIn.contentModel) !== 'none';
  const found = isSince ? findSince(path, asker) : findBefore(path, asker);
  return {
    found,
    page: found === 'page' ? pages.told : undefined,
    leftOut: found === 'nothing' ? pages.leftOut?.page : undefined,
  };
}

/** Remembers the page that it spoke of last. */
class TellingPages extends ContentPages {
  readonly #site: SiteSnapshot;
  readonly #language: string;
  told: PageRecord | undefined;

  constructor(site: SiteSnapshot, own: PageRecord, language: string, now: string) {
    super(site, own, language, now);
    this.#site = site;
    this.#language = language;
  }

  override pageAt(path: string, folds = false): PageRecord | undefined {
    this.told = super.pageAt(path, folds);
    return this.told;
  }

  override countNamed(name: string, folds: boolean): number {
    const count = super.countNamed(name, folds);
    this.told = pagesExactlyAt(this.#site, baseNameOf(name), 'baseName').find(
      ({ language }) => language === this.#language,
    );
    return count;
  }
}
