import { valueOf } from '../../../site/keyValues.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { folderOf, stemOf } from '../../../site/pagePath.ts';
import { message, type Message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { pageKeys, replaceScalar, valuesOfOthers, type PageKeys } from './pageKeys.ts';
import { languageNamed, sureLanguage } from '../../../text/textLanguage.ts';

/** How sites name the key that says the language of a page. */
const languageKeys: ReadonlySet<string> = new Set(['lang', 'language', 'locale', 'sprak', 'språk']);

/** So many pages of the folder, or of the section, have to say a language, and nearly all the same. */
const leastPages = 10;
const shareAlike = 0.9;
const pagesAsked = 300;
/** So many pages make a value one that a file's name may end with. */
const leastNamed = 5;

export const languageUnlikeFolder: DiagnosticRule = {
  code: 'language-unlike-folder',
  summary: 'Language unlike that of the folder, the file’s name or the text',
  why: 'A page that is copied from another folder often keeps the language of that one, and then has its menus, dates and links.',
  defaultSeverity: 'warning',
  fix: 'Changes the language to that of the other pages',
  examples: [
    {
      wrong: '---\nlanguage: En\n---\n',
      right: '---\nlanguage: "No"\n---\n',
      path: 'content/fi/p.md',
      site: Array.from(
        { length: 10 },
        (_, at) => `-- content/fi/${String(at)}.md --\n---\nlanguage: Fi\n---\n`,
      )
        .join('')
        .concat('-- content/en/p.md --\n---\nlanguage: En\n---\n'),
    },
  ],
  *check(site, page) {
    if (!site.progress.content) {
      return;
    }
    const keys = pageKeys(site, page);
    for (const { entry, path, id, scalars } of keys.entries) {
      const [scalar] = scalars;
      if (!languageKeys.has(id) || path.length > 1 || entry.shape !== 'scalar' || scalar === undefined) {
        continue;
      }
      const said = valuesOfOthers(site, keys, id);
      const named = languageInName(keys, said);
      const around = named ?? languageAround(site, keys, id);
      const meant = around ?? languageWritten(page, scalar.text, said);
      const isSaid = said.some(({ value }) => value === scalar.text);
      if (meant !== undefined && isSaid && meant.toLowerCase() !== scalar.text.toLowerCase()) {
        const edits = replaceScalar(page, scalar, meant);
        const [template, severity] =
          around === undefined
            ? [byText, 'hint' as const]
            : [named === undefined ? byFolder : byName, 'warning' as const];
        yield {
          range: scalar.range,
          severity,
          message: template(scalar.text, meant, entry.key),
          fixes: edits.length === 0 ? [] : [{ title: message('Change it to "{0}"', meant), edits }],
        };
      }
    }
  },
};

type Says = (said: string, meant: string, key: string) => Message;

const byFolder: Says = (said, meant, key) =>
  message('The pages around this one say "{1}" for "{2}", not "{0}".', said, meant, key);
const byName: Says = (said, meant, key) =>
  message('By its name this file is "{1}", but its "{2}" is "{0}".', said, meant, key);
const byText: Says = (said, meant, key) =>
  message('By its words this text is "{1}", but its "{2}" is "{0}".', said, meant, key);

/** So much of a page tells its language, in UTF-16 units. */
const textLooked = 5000;

/** What other pages call the language in which the page is written, where it says another one. */
function languageWritten(
  page: PageDocument,
  own: string,
  said: readonly { readonly value: string; readonly pages: number }[],
): string | undefined {
  const claimed = languageNamed(own);
  const written = claimed === undefined ? undefined : sureLanguage(page.text.slice(0, textLooked));
  return written === undefined || written === claimed
    ? undefined
    : said.find(({ value, pages }) => pages >= leastNamed && languageNamed(value) === written)?.value;
}

/** A value that several pages have, at the end of the file's name: `post-no.md`. */
function languageInName(
  { asked }: PageKeys,
  said: readonly { readonly value: string; readonly pages: number }[],
): string | undefined {
  const end = stemOf(asked).toLowerCase().split('-').at(-1);
  return said.find(({ value, pages }) => pages >= leastNamed && value.toLowerCase() === end)?.value;
}

/** What the pages of the folder or of the section agree on, if one of the folders has the name of that language: others hold several. */
function languageAround(site: SiteSnapshot, { asked }: PageKeys, id: string): string | undefined {
  const isOther = ({ uri, language }: PageRecord): boolean =>
    uri !== asked.uri && language === asked.language;
  const said = (pages: Iterable<PageRecord>): readonly string[] =>
    [...pages].filter(isOther).flatMap((page) => valueOf(page, id) ?? []);
  const folder = folderOf(asked);
  const named = folder.toLowerCase().split('/');
  return [site.pagesInFolder(folder, pagesAsked), site.pagesIn(asked.section, pagesAsked)]
    .map((pages) => agreement(said(pages)))
    .find((common) => common !== undefined && named.includes(common.toLowerCase()));
}

function agreement(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && values.length >= leastPages && most[1] >= shareAlike * values.length
    ? most[0]
    : undefined;
}
