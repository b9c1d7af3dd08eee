// Sites that are of one language to Hugo and keep their languages in folders: `/no/pris/` beside `/pris/`.
import { languageFolder } from './pageAddress.ts';
import type { PageRecord, SiteSnapshot } from './snapshot.ts';

type Placed = Pick<PageRecord, 'section' | 'language'>;
type Configured = Pick<SiteSnapshot, 'config'>;

/** Pages are of one language where this is the same: that of their folder at the top, where its name is one and Hugo knows of no others, or what Hugo says. */
export function languageOf(site: Configured, { section, language }: Placed): string {
  return isNamed(site, section) ? section : language;
}

/** What the addresses of the language of a page begin with, lower-cased and without slashes; empty for those that stand at the root. */
export function languageStart(site: Configured, page: Placed): string {
  return isNamed(site, page.section) ? page.section : languageFolder(page, site.config).toLowerCase();
}

/** The language with which an address from the root of the site begins, `/sv/om/`; `undefined` where it begins with none. */
export function addressLanguage(site: Configured, address: string): string | undefined {
  const [, folder = ''] = /^\/([\w-]+)\//.exec(address.toLowerCase()) ?? [];
  const isKnown = site.config.languages.some(({ code }) => code === folder);
  return isKnown || isNamed(site, folder) ? folder : undefined;
}

/** So many pages make a folder one of a language, not one that happens to have such a name. */
const fewest = 5;

/** Whether a folder at the top holds the pages of a language for sure: its name alone is a guess. */
export function isLanguageFolder(site: SiteSnapshot, section: string): boolean {
  return isNamed(site, section) && [...site.pagesIn(section, fewest)].length >= fewest;
}

const codes: ReadonlySet<string> = new Set(
  'ar bg bn ca cs da de dk el en es et fa fi fr he hi hr hu id it ja ko lt lv nb nl nn no pl pt ro ru se sk sl sr sv th tr uk vi zh'.split(
    ' ',
  ),
);

function isNamed({ config }: Configured, folder: string): boolean {
  return (
    codes.has(folder.slice(0, 2)) && /^[a-z]{2}(?:-[a-z]{2})?$/.test(folder) && config.languages.length < 2
  );
}
