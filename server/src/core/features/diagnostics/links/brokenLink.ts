import { misspelling } from '../../../text/near.ts';
import { nearestPages } from '../../../references/ref/nearestPages.ts';
import { knownAddress } from '../../../site/pageAddress.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import { hasSection, isOwnPlace } from '../../../site/links/ownGround.ts';
import { joinPath } from '../../../text/path.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { isFilePath } from './filePath.ts';
import { pageLinks, type PageLink } from '../../../references/pageLinks.ts';
import { leadTo } from '../../../references/leadTo.ts';
import { correctedScheme } from './schemes.ts';
import { recordOf } from '../../../site/recordOf.ts';

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
          record,
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
  record: PageRecord,
  link: PageLink,
  path: string,
  meant: readonly string[],
): Iterable<RuleFinding> {
  const { address } = link;
  const [nearest] = meant;
  if (nearest === undefined && site.missingModules.length > 0 && !isOwnPlace(site, record, address, path)) {
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

/** The addresses that a writer may have meant, the nearest first: of pages of one name those that have most of the path, then those as deep. */
function meantPaths(site: SiteSnapshot, record: PageRecord, path: string): readonly string[] {
  return nearestPages(site, record, path, record.language)
    .map((each) => knownAddress(site, each))
    .filter((meant) => site.missingModules.length === 0 || isSurelyMeant(site, path, meant))
    .map((meant) => ({
      meant,
      nearness: sharedParts(meant, path) + sharedParts(meant, record.path),
      depth: Math.abs(partsOf(meant).length - partsOf(path).length),
    }))
    .sort((a, b) => b.nearness - a.nearness || a.depth - b.depth)
    .map(({ meant }) => meant);
}

/**
 * Where pages may come from elsewhere: a page of that name if the address leads into no folder of the site, as after a section has moved, or a
 * neighbor of nearly that name.
 */
function isSurelyMeant(site: SiteSnapshot, path: string, meant: string): boolean {
  const [own, other] = [path, meant].map(partsOf);
  const [name, otherName] = [own?.pop() ?? '', other?.pop() ?? ''];
  return name === otherName
    ? !hasSection(site, path) && !ofThemes.has(name)
    : own?.join('/') === other?.join('/') && misspelling(name, otherName) !== undefined;
}

function partsOf(path: string): string[] {
  return joinPath(path)
    .toLowerCase()
    .replace(/\.[a-z]+$/, '')
    .split('/');
}

function sharedParts(meant: string, path: string): number {
  const parts = new Set(partsOf(path));
  return partsOf(meant).filter((part) => parts.has(part)).length;
}

/** Pages that a theme may have, at an address of its own. */
const ofThemes: ReadonlySet<string> = new Set([
  'about',
  'archive',
  'archives',
  'blog',
  'contact',
  'docs',
  'posts',
  'privacy',
  'search',
]);

function fixesTo(
  site: SiteSnapshot,
  page: PageDocument,
  link: PageLink,
  paths: readonly string[],
): readonly Fix[] {
  return paths.flatMap((path): readonly Fix[] => {
    const edit = leadTo(site, page, link, path);
    return edit === undefined ? [] : [{ title: message('Change it to "{0}"', edit.newText), edits: [edit] }];
  });
}
