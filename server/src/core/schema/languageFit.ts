import { addressLanguage, languageOf } from '../site/folderLanguage.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';

/** How much likelier than others a page says a value that is an address: one that begins with a language belongs to the pages of that language. */
export function languageFit(
  site: SiteSnapshot,
  page: Pick<PageRecord, 'section' | 'language'>,
  value: string,
): number {
  const language = addressLanguage(site, value);
  return language === undefined ? 1 : language === languageOf(site, page) ? 10 : 0.01;
}
