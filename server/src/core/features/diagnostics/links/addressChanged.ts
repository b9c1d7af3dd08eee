import { changedAddress } from '../../../references/changedAddress.ts';
import { keepAddress } from '../../../references/keepAddress.ts';
import { isBundled } from '../../../site/bundled.ts';
import { valueOf } from '../../../site/keyValues.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { toKeyId } from '../../../site/pageRecord.ts';
import { publishStateOf } from '../../../site/publishState.ts';
import type { PageRecord } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { TextRange } from '../../../text/range.ts';
import type { DiagnosticRule } from '../../finding.ts';

export const addressChanged: DiagnosticRule = {
  code: 'address-changed',
  summary: 'Page that has lost its address',
  why: 'A change of slug, url, date or title may give a page another address. Whoever has the old one, such as a search engine or a newsletter, finds nothing there unless the page names it in aliases.',
  defaultSeverity: 'information',
  fix: 'Adds the old address to aliases',
  examples: [
    {
      wrong: '---\nslug: inks\n---\n',
      right: '---\nslug: inks\naliases: [/ink/]\n---\n',
      path: 'content/p.md',
      site: '-- content/p.md --\n---\nslug: ink\n---\n',
    },
  ],
  *check(site, page, now) {
    const before = site.openedPage(page.uri);
    const then = site.page(page.uri);
    if (before?.format === undefined || then === undefined || page.outline === undefined) {
      return;
    }
    const change = changedAddress(site, before, then, now);
    const isPublished = publishStateOf(then, site, now) === 'published';
    const edits = change === undefined || !isPublished ? [] : keepAddress(page, change.before, change.after);
    if (change !== undefined && edits.length > 0 && !isBundled(site, before)) {
      yield {
        range: changedKey(page, before) ?? page.outline.fence.opener,
        message: message(
          'Readers found this page at {0}; now it is at {1}. Links and search engines lead to the old address, unless it becomes an alias.',
          change.before,
          change.after,
        ),
        fixes: [{ title: message('Keep the old address alive'), edits }],
      };
    }
  },
};

/** What addresses are made of, the strongest first. */
const parts = ['url', 'slug', 'date', 'publishdate', 'title'];

function changedKey({ outline }: PageDocument, before: PageRecord): TextRange | undefined {
  return parts
    .flatMap((part) => outline?.entries.filter(({ path }) => toKeyId(path) === part) ?? [])
    .find(({ path, scalars }) => scalars[0]?.text !== valueOf(before, toKeyId(path)))?.keyRange;
}
