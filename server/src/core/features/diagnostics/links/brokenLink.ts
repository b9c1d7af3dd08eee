import { misspelling } from '../keys/near.ts';
import { nearestPages } from '../shortcodes/references/nearestPages.ts';
import { knownAddress } from '../../../site/pageAddress.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import { joinPath } from '../../../text/path.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { isFilePath } from './filePath.ts';
import { pageLinks, type PageLink } from './pageLinks.ts';
import { leadTo } from './rewrite.ts';
import { correctedScheme } from './schemes.ts';
import { recordOf } from './recordOf.ts';

export const brokenLink: DiagnosticRule = {
  code: 'broken-link',
  summary: 'Link to a page that does not exist',
  why: 'Hugo does not check links: readers who follow this one get "not found". Every page counts with its permalink, its aliases and its language.',
  defaultSeverity: 'warning',
  fix: 'Leads to the nearest page',
  examples: [
    {
      wrong: '[Ink](/ikn/)\n',
      right: '[Ink](/ink/)\n',
      site: '-- content/ink.md --\n---\ntitle: Ink\n---\n',
    },
    {
      wrong: '[Ink](ink.md)\n',
      right: '[Ink](/ink)\n',
      site: '-- content/ink.md --\n---\ntitle: Ink\n---\n',
    },
  ],
  *check(site, page) {
    const record = recordOf(site, page);
    if (record === undefined || !site.progress.templates) {
      return;
    }
    let searches = 0;
    for (const link of pageLinks(site, page)) {
      const { target, address } = link;
      if (correctedScheme(address) !== undefined) {
        continue;
      }
      if (target.kind === 'source') {
        yield sourceFinding(site, page, link, knownAddress(site, target.page));
      } else if (target.kind === 'missing' && !isFilePath(target.path)) {
        const isSearched = searches++ < mostSearches;
        yield* missingFindings(
          site,
          page,
          link,
          target.path,
          isSearched ? meantPaths(site, record, target.path) : [],
        );
      }
    }
  },
};

/** For so many links of a page the nearest page is looked for. */
const mostSearches = 10;

function sourceFinding(site: SiteSnapshot, page: PageDocument, link: PageLink, path: string): RuleFinding {
  return {
    range: link.range,
    message: message(
      '"{0}" is the file of a page, not its address: readers get "not found". Write "{1}".',
      link.address,
      path,
    ),
    fixes: fixesTo(site, page, link, [path]),
  };
}

function* missingFindings(
  site: SiteSnapshot,
  page: PageDocument,
  link: PageLink,
  path: string,
  meant: readonly string[],
): Iterable<RuleFinding> {
  const [nearest] = meant;
  if (nearest === undefined && site.missingModules.length > 0) {
    return;
  }
  yield {
    range: link.range,
    message:
      nearest === undefined
        ? message(
            'No page of this site has the address "{0}": readers get "not found". Correct it, or add the page.',
            path,
          )
        : message(
            'No page of this site has the address "{0}": readers get "not found". Did you mean "{1}"?',
            path,
            nearest,
          ),
    fixes: fixesTo(site, page, link, meant),
  };
}

/** The addresses that a writer may have meant, the nearest first. */
function meantPaths(site: SiteSnapshot, record: PageRecord, path: string): readonly string[] {
  return nearestPages(site, record, path, record.language)
    .map((each) => knownAddress(site, each))
    .filter((meant) => site.missingModules.length === 0 || isMisspelt(path, meant));
}

/** Where pages may come from elsewhere, only a neighbor of nearly that name tells that none is meant. */
function isMisspelt(path: string, meant: string): boolean {
  const [own, other] = [path, meant].map((each) => joinPath(each).toLowerCase().split('/'));
  const [name, otherName] = [own?.pop() ?? '', other?.pop() ?? ''];
  return own?.join('/') === other?.join('/') && misspelling(name, otherName) !== undefined;
}

function fixesTo(
  site: SiteSnapshot,
  page: PageDocument,
  link: PageLink,
  paths: readonly string[],
): readonly Fix[] {
  return paths.flatMap((path): readonly Fix[] => {
    const edit = leadTo(site, page, link, path);
    return edit === undefined ? [] : [{ title: message('Change to "{0}"', edit.newText), edits: [edit] }];
  });
}
