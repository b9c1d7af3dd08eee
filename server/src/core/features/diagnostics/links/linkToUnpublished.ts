import { isBundled } from '../../../site/bundled.ts';
import { basePathOf } from '../../../site/links/linkAddress.ts';
import { placeKey } from '../../../site/publishedPlaces.ts';
import { publishState, publishStateOf, type PublishState } from '../../../site/publishState.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import { message, type Message } from '../../../text/message.ts';
import { everyLink } from '../../../references/everyLink.ts';
import type { PageLink } from '../../../references/pageLinks.ts';
import type { DiagnosticRule } from '../../finding.ts';

export const linkToUnpublished: DiagnosticRule = {
  code: 'link-to-unpublished',
  summary: 'Link to a page that is not published',
  why: 'Hugo leaves out drafts, pages whose time has not come and pages that have expired, without a word about links to them: readers get "not found".',
  defaultSeverity: 'warning',
  examples: [
    {
      wrong: '[Ink](/ink/)\n',
      right: '[Paper](/paper/)\n',
      site: '-- content/ink.md --\n---\ndraft: true\n---\n-- content/paper.md --\n---\ntitle: Paper\n---\n',
    },
  ],
  *check(site, page, now) {
    if (!site.progress.content || publishState(page, site.config, now) !== 'published') {
      return;
    }
    for (const link of everyLink(site, page)) {
      const left = link.target.kind === 'page' && isWritten(link) ? leftOut(site, link, now) : undefined;
      if (left !== undefined && left.page.uri !== page.uri) {
        yield { range: link.range, message: describe(left.page, left.state) };
      }
    }
  },
};

/** An address that a program finds in the text is no link that somebody made; at a reference to such a page Hugo stops. */
function isWritten({ origin }: PageLink): boolean {
  return !others.has(origin);
}

const others: ReadonlySet<PageLink['origin']> = new Set(['bare', 'autolink', 'ref', 'definition', 'alias']);

interface LeftOut {
  readonly page: PageRecord;
  readonly state: PublishState;
}

/** The page that a link leads to, where nothing else than pages that Hugo leaves out stands at that address. */
function leftOut(site: SiteSnapshot, { target }: PageLink, now: string): LeftOut | undefined {
  if (target.kind !== 'page') {
    return undefined;
  }
  const { page, path } = target;
  const state = stateOf(site, page, now);
  if (state === undefined) {
    return undefined;
  }
  if (path === undefined) {
    return { page, state };
  }
  const key = placeKey(path, site.config);
  const isThere =
    site.isOpenAt(key) ||
    site.redirects.has(`${basePathOf(site.config)}${path}`) ||
    site.pagesPublishedAt(key).some((other) => stateOf(site, other, now) === undefined);
  return isThere ? undefined : { page, state };
}

/** Why Hugo leaves a page out; nothing where it does not. */
function stateOf(site: SiteSnapshot, page: PageRecord, now: string): PublishState | undefined {
  const state = publishStateOf(page, site, now);
  return state === 'published' || isThereAnyway(page, state) || isBundled(site, page) ? undefined : state;
}

/** A list is there because of what is in it. */
function isThereAnyway({ bundle }: PageRecord, state: PublishState): boolean {
  return state !== 'neverRendered' && bundle === 'branch';
}

function describe({ path }: PageRecord, state: PublishState): Message {
  switch (state) {
    case 'draft':
      return message(
        'The page {0} is a draft: readers get "not found". Publish it first, or lead to another page.',
        path,
      );
    case 'expired':
      return message('The page {0} has expired: readers get "not found". Lead to another page.', path);
    case 'scheduled':
      return message('The page {0} has a date in the future: until then readers get "not found".', path);
    default:
      return message(
        'The page {0} says that it has no page of its own on the site: readers get "not found". Lead to another page.',
        path,
      );
  }
}
