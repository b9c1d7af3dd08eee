import { isLanguageFolder } from '../../../site/folderLanguage.ts';
import { languageFolder, knownAddress } from '../../../site/pageAddress.ts';
import { logicalPath, stemOf } from '../../../site/pagePath.ts';
import { placeKey } from '../../../site/publishedPlaces.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { everyLink } from '../../../references/everyLink.ts';
import type { PageLink } from '../../../references/pageLinks.ts';
import { leadTo } from '../../../references/leadTo.ts';
import { recordOf } from '../../../site/recordOf.ts';

export const linkOutOfLanguage: DiagnosticRule = {
  code: 'link-out-of-language',
  summary: 'Link out of the language of the page',
  why: 'The page that is linked exists in the language of this page, too: readers are taken to another language for no reason.',
  defaultSeverity: 'warning',
  fix: 'Leads to the page in the language of this one',
  examples: [
    {
      wrong: '[Ink](/ink/)\n',
      right: '[Ink](/sv/ink/)\n',
      path: 'content/p.sv.md',
      site: "-- hugo.toml --\ndefaultContentLanguage = 'en'\n[languages.en]\n[languages.sv]\n-- content/ink.md --\n-- content/ink.sv.md --\n-- content/p.sv.md --\n",
    },
  ],
  *check(site, page) {
    const record = recordOf(site, page);
    for (const link of record === undefined ? [] : everyLink(site, page)) {
      const own = record && inOwnLanguage(site, record, link);
      const edit = own === undefined ? undefined : leadTo(site, page, link, own);
      if (own !== undefined && edit !== undefined) {
        yield {
          range: link.range,
          message: message('This leads to another language, and the page is there in this one: "{0}".', own),
          fixes: [{ title: message('Change it to "{0}"', edit.newText), edits: [edit] }],
        };
      }
    }
  },
};

/** The address of the same page in the language of `record`; nothing where the link leads to the page's own translation, as to switch languages. */
function inOwnLanguage(
  site: SiteSnapshot,
  record: PageRecord,
  { target, address, origin }: PageLink,
): string | undefined {
  if (target.kind !== 'page' || !address.startsWith('/') || origin === 'definition' || origin === 'ref') {
    return undefined;
  }
  return target.page.language === record.language
    ? inOwnFolder(site, record, target.page)
    : translation(site, record, target.page);
}

/** Translations share their path. */
const mostTranslations = 60;

function translation(site: SiteSnapshot, record: PageRecord, page: PageRecord): string | undefined {
  const path = logicalPath(page).toLowerCase();
  const own = site
    .pagesAt(path, 'path', mostTranslations)
    .find((each) => each.language === record.language && logicalPath(each).toLowerCase() === path);
  const isSwitch = stemOf(page) === stemOf(record);
  const isFolder = languageFolder(page, site.config) !== languageFolder(record, site.config);
  return own === undefined || isSwitch || !isFolder ? undefined : knownAddress(site, own);
}

/** A site of one language for Hugo that keeps its languages in folders: `/no/pris/` beside `/pris/`. */
function inOwnFolder(site: SiteSnapshot, record: PageRecord, page: PageRecord): string | undefined {
  const language = record.section;
  if (!isLanguageFolder(site, language) || isLanguageFolder(site, page.section)) {
    return undefined;
  }
  const address = knownAddress(site, page);
  const own = `/${language}${address}`;
  const isThere = site
    .pagesPublishedAt(placeKey(own, site.config))
    .some((each) => knownAddress(site, each) === own && each.uri !== record.uri);
  return isThere ? own : undefined;
}
