import { removeKey } from '../../../frontMatter/edit.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { misspelledKeys } from './misspelledKey.ts';
import { mostKeys, otherPagesWith, pageKeys, type PageEntry } from './pageKeys.ts';
import { isKnownKey, readersAreKnown } from '../../../schema/readKeys.ts';

/** A key that more pages have is no slip of this one: somebody put it there for a reason. */
const mostOthers = 2;

/** More on one page are data of another program. */
const mostFound = 20;

export const unreadKey: DiagnosticRule = {
  code: 'unread-key',
  summary: 'Key that nothing reads',
  why: 'No template of the site reads the key, and Hugo does not know it, so it changes nothing on the page. Mostly it is left over, or has a name that is read elsewhere.',
  defaultSeverity: 'hint',
  fix: 'Removes the key',
  examples: [
    {
      wrong: '---\ntitle: Ink\nblinking: true\n---\n',
      right: '---\ntitle: Ink\n---\n',
      site: '-- layouts/_default/single.html --\n{{ .Title }}\n',
    },
  ],
  *check(site, page) {
    const keys = pageKeys(site, page);
    const unread = keys.entries.filter(
      ({ path, id }) =>
        path.length === 1 && !isKnownKey(site, path) && otherPagesWith(site, keys, id) <= mostOthers,
    );
    if (unread.length === 0 || !readersAreKnown(site, keys.asked)) {
      return;
    }
    const misspelled = misspelledKeys(site, page);
    for (const { entry } of unread.slice(0, mostFound)) {
      if (!misspelled.some(({ range }) => range.start === entry.keyRange.start)) {
        yield findingOn(page, entry);
      }
    }
  },
};

function findingOn(page: PageDocument, entry: PageEntry['entry']): RuleFinding {
  const isSmall = (page.outline?.entries.length ?? 0) <= mostKeys;
  const edits = page.fence === undefined || !isSmall ? [] : removeKey(page.text, page.fence, entry.path);
  return {
    range: entry.keyRange,
    message: message(
      'Nothing reads the key "{0}": neither a template of this site nor Hugo. It can go, unless a program of yours wants it.',
      entry.key,
    ),
    isUnnecessary: true,
    fixes: edits.length === 0 ? [] : [{ title: message('Remove the key "{0}"', entry.key), edits }],
  };
}
