import { pageAddress } from '../../../site/pageAddress.ts';
import { openStart, placeKey, publishedPlaces } from '../../../site/publishedPlaces.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import { leadTo } from '../../../references/leadTo.ts';
import { everyLink } from '../../../references/everyLink.ts';
import type { PageLink } from '../../../references/pageLinks.ts';
import type { DiagnosticRule } from '../../finding.ts';

export const linkToAlias: DiagnosticRule = {
  code: 'link-to-alias',
  summary: 'Link to an alias of a page',
  why: 'An alias is a former address from which readers are sent on. A link to the page itself is faster, and lasts when the alias is taken away.',
  defaultSeverity: 'hint',
  fix: 'Leads to the page itself',
  examples: [
    {
      wrong: '[Ink](/old-ink/)\n',
      right: '[Ink](/ink/)\n',
      site: '-- content/ink.md --\n---\naliases: [/old-ink/]\n---\n',
    },
  ],
  *check(site, page) {
    if (!site.progress.content) {
      return;
    }
    for (const link of everyLink(site, page)) {
      const address = addressBehind(site, link);
      const edit = address === undefined ? undefined : leadTo(site, page, link, address);
      if (address !== undefined && edit !== undefined) {
        yield {
          range: link.range,
          message: message('Readers are sent on from here: the page itself is at "{0}".', address),
          fixes: [{ title: message('Change it to "{0}"', edit.newText), edits: [edit] }],
        };
      }
    }
  },
};

/** The address of the one page that a link reaches through its alias. */
function addressBehind(site: SiteSnapshot, { target, origin }: PageLink): string | undefined {
  if (target.kind !== 'page' || target.path === undefined || asText.has(origin)) {
    return undefined;
  }
  const { config } = site;
  const { page, path } = target;
  const key = placeKey(path, config);
  const pages = site.pagesPublishedAt(key);
  const isAlias =
    pages.length === 1 &&
    publishedPlaces(page, config).every((place) => place.key !== key || place.role === 'alias') &&
    openStart(page, config) === undefined;
  return isAlias ? pageAddress(page, config) : undefined;
}

/** Addresses that are to be read, that a shortcode makes, and that nothing uses. */
const asText: ReadonlySet<PageLink['origin']> = new Set(['bare', 'autolink', 'ref', 'definition']);
