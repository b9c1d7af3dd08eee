import { hasSeveralHosts } from '../../../site/links/linkAddress.ts';
import { isBundled } from '../../../site/bundled.ts';
import { valuesOf } from '../../../site/keyValues.ts';
import { pageAddress } from '../../../site/pageAddress.ts';
import { openStart, placeKey } from '../../../site/publishedPlaces.ts';
import { publishState, publishStateOf } from '../../../site/publishState.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import { cleanPath } from '../../../text/path.ts';
import { recordOf } from '../../../site/recordOf.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { entriesOf, rootOf } from '../frontMatter/fieldValues.ts';

export const sharedAlias: DiagnosticRule = {
  code: 'shared-alias',
  summary: 'Alias that another page has, too',
  why: 'An alias leads from a former address to the page. Where another page stands at that address, the alias does nothing; where another page has the same alias, chance decides where readers get.',
  defaultSeverity: 'warning',
  examples: [
    {
      wrong: '---\naliases: [/ink/]\n---\n',
      right: '---\naliases: [/old-ink/]\n---\n',
      site: '-- content/ink.md --\n---\ntitle: Ink\n---\n',
    },
    {
      wrong: '---\naliases: [/old-ink/]\n---\n',
      right: '---\naliases: [/older-ink/]\n---\n',
      site: '-- content/ink.md --\n---\naliases: [/old-ink/]\n---\n',
    },
  ],
  *check(site, page, now) {
    const root = rootOf(page);
    const node = root && entriesOf(root).get('aliases')?.value;
    const record = recordOf(site, page);
    const isPublished = publishState(page, site.config, now) === 'published';
    if (node === undefined || record === undefined || !isKnown(site) || !isPublished) {
      return;
    }
    for (const item of node.kind === 'list' ? node.items : [node]) {
      if (item.kind === 'scalar' && item.text.startsWith('/')) {
        const message = clashOf(site, record, item.text, now);
        if (message !== undefined) {
          yield { range: item.range, message };
        }
      }
    }
  },
};

function isKnown({ progress, config }: SiteSnapshot): boolean {
  return progress.content && !hasSeveralHosts(config);
}

function clashOf(
  site: SiteSnapshot,
  record: PageRecord,
  alias: string,
  now: string,
): RuleFinding['message'] | undefined {
  const { config } = site;
  const path = placeOf(alias);
  const others = site
    .pagesPublishedAt(placeKey(alias, config))
    .filter((other) => other.uri !== record.uri && isThere(site, other, now));
  const page = others.find((other) => placeOf(pageAddress(other, config)) === path);
  if (page !== undefined) {
    return message(
      'The page "{0}" stands at this address, so that the alias does nothing. Remove it, or move that page.',
      page.path,
    );
  }
  const namesake = others.find((other) => aliasesOf(other).some((each) => placeOf(each) === path));
  return (
    namesake &&
    message(
      'The page "{0}" has this alias, too: chance decides where readers get. Leave it to one of the two.',
      namesake.path,
    )
  );
}

/** Hugo publishes it at an address that can be told. */
function isThere(site: SiteSnapshot, page: PageRecord, now: string): boolean {
  return (
    publishStateOf(page, site, now) === 'published' &&
    openStart(page, site.config) === undefined &&
    !isBundled(site, page)
  );
}

function aliasesOf(page: PageRecord): readonly string[] {
  return valuesOf(page, 'aliases').filter((alias) => alias.startsWith('/'));
}

/** Of aliases the case of letters counts. */
function placeOf(path: string): string {
  return cleanPath(path).replace(/(?:^|\/)index\.html$/, '');
}
