import { leadTo } from '../../references/leadTo.ts';
import { pageLinks, type PageLink } from '../../references/pageLinks.ts';
import { pagesOfTerm } from '../../references/termPages.ts';
import type { PlannedEdit, SiteSymbol, SiteText } from '../../references/types.ts';
import { readAddress } from '../../site/links/linkAddress.ts';
import { languageFolder } from '../../site/pageAddress.ts';
import { PageDocument } from '../../site/pageDocument.ts';
import { placeKey } from '../../site/publishedPlaces.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { urlized } from '../../site/urlized.ts';
import { message } from '../../text/message.ts';
import { encodedPath } from '../../text/path.ts';
import { sameName, type Renaming } from './renaming.ts';
import { valueText } from './writeName.ts';

type Term = Extract<SiteSymbol, { kind: 'term' }>;

/** On every page that has it, with the page that says something of it, and with the links to its list. */
export function renameTerm(site: SiteSnapshot, symbol: Term): Renaming {
  const { term } = symbol;
  return {
    name: term,
    refuses: (newName) => {
      if (newName === '' || urlized(newName) === '' || /\p{Cc}/u.test(newName)) {
        return message('A term needs a letter or a digit, because its list gets an address of it.');
      }
      return newName === term
        ? sameName(term)
        : movesOnto(site, symbol, newName)
          ? message(
              'Both "{0}" and "{1}" have a page of their own. Put what they say together first.',
              term,
              newName,
            )
          : undefined;
    },
    write: valueText,
    moves: (newName) =>
      urlized(newName) === urlized(term)
        ? []
        : [...new Set(pagesOfTerm(site, symbol).map(({ uri }) => uri.slice(0, uri.lastIndexOf('/'))))].map(
            (from) => ({
              from,
              to: from.slice(0, from.lastIndexOf('/') + 1) + encodedPath(urlized(newName)),
            }),
          ),
    extra: {
      files: pagesLeadingTo(site, symbol),
      editsIn: (file, newName) => linkEdits(site, symbol, file, newName),
    },
  };
}

function movesOnto(site: SiteSnapshot, symbol: Term, newName: string): boolean {
  return (
    urlized(newName) !== urlized(symbol.term) &&
    pagesOfTerm(site, symbol).length > 0 &&
    pagesOfTerm(site, { ...symbol, term: newName }).length > 0
  );
}

/** The addresses of its list, one for each language, with that under the new name. */
function addresses({ config }: SiteSnapshot, { taxonomy }: Term, term: string): readonly string[] {
  const plural = [...config.taxonomies.values()].find((each) => each.toLowerCase() === taxonomy) ?? taxonomy;
  const folders = new Set(config.languages.map(({ code }) => languageFolder({ language: code }, config)));
  return [...folders.add('')].map(
    (folder) => `${folder === '' ? '' : `/${folder}`}/${plural}/${urlized(term)}/`,
  );
}

function pagesLeadingTo(site: SiteSnapshot, symbol: Term): readonly string[] {
  const name = urlized(symbol.term);
  return [...site.pages()]
    .filter(({ leads = [], keys }) =>
      [...leads, ...keys.flatMap(({ values }) => values)].some(
        (lead) => lead.includes('/') && lead.toLowerCase().includes(name),
      ),
    )
    .map(({ uri }) => uri);
}

function linkEdits(
  site: SiteSnapshot,
  symbol: Term,
  { uri, text }: SiteText,
  newName: string,
): readonly PlannedEdit[] {
  if (site.page(uri) === undefined || urlized(newName) === urlized(symbol.term)) {
    return [];
  }
  const { config } = site;
  const former = addresses(site, symbol, symbol.term).map((path) => placeKey(path, config));
  const next = addresses(site, symbol, newName);
  const page = new PageDocument(uri, text, site.hugo);
  return pageLinks(site, page).flatMap((link) => {
    const path = next[former.indexOf(keyOf(link, site))];
    return (path !== undefined && leadTo(site, page, link, path)) || [];
  });
}

function keyOf({ address }: PageLink, { config }: SiteSnapshot): string {
  const read = readAddress(address, config);
  return read.kind === 'site' ? placeKey(read.path, config) : '';
}
