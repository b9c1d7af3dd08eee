import { describe, expect, test } from 'vitest';
import { describePublication, staysFor } from '../../../../server/src/core/features/publishing/describe.ts';
import { publication } from '../../../../server/src/core/site/publication.ts';
import { formatMessage } from '../../../../server/src/core/text/message.ts';
import { pageOf, siteOf } from '../../../support/site.ts';

const now = '2026-11-22T12:00:00+01:00';

function described(frontMatter: string, config = '', ownZone = 'UTC'): readonly string[] {
  const text = `---\n${frontMatter}\n---\nTwo words\n`;
  const site = siteOf(`-- hugo.toml --\n${config}\n-- content/p.md --\n${text}`);
  const state = publication(site, pageOf(site, 'content/p.md', text), now);
  if (state === undefined) {
    return [];
  }
  const { label, reason, notes, length } = describePublication(site, state, now, ownZone);
  return [label, ...(reason === undefined ? [] : [reason]), ...notes, ...length].map((each) =>
    formatMessage(each),
  );
}

describe('in the words of the status bar', () => {
  const stockholm = 'timeZone = "Europe/Stockholm"';
  test.each<[frontMatter: string, says: readonly string[], config?: string, ownZone?: string]>([
    ['title: A', ['Published']],
    ['draft: true', ['Draft', 'Hugo leaves it out because of "draft".']],
    [
      'date: 2026-11-25T07:00:00Z',
      ['Scheduled in 3 days', 'It comes with the first build after 2026-11-25 08:00 Europe/Stockholm.'],
      stockholm,
    ],
    [
      'date: 2026-11-25T07:00:00Z',
      ['Scheduled in 3 days', 'It comes with the first build after 2026-11-25 09:00 Europe/Helsinki.'],
      '',
      'Europe/Helsinki',
    ],
    [
      'date: 2026-11-23T08:00:00Z',
      ['Scheduled tomorrow', 'It comes with the first build after 2026-11-23 08:00 UTC.'],
    ],
    [
      'date: 2026-11-23T01:00:00',
      ['Scheduled tomorrow', 'It comes with the first build after 2026-11-23 01:00 Europe/Stockholm.'],
      stockholm,
    ],
    [
      'date: 2026-11-22T14:00:00Z',
      ['Scheduled in 3 h', 'It comes with the first build after 2026-11-22 14:00 UTC.'],
    ],
    [
      'date: 2026-11-22T11:20:00Z',
      ['Scheduled in 20 min', 'It comes with the first build after 2026-11-22 11:20 UTC.'],
    ],
    ['expiryDate: 2026-11-01', ['Expired', 'Hugo leaves it out since 2026-11-01 00:00 UTC.']],
    ['expiryDate: 2026-12-01', ['Published', 'Hugo leaves it out after 2026-12-01 00:00 UTC.']],
    ['build:\n  list: never', ['Published', 'No list of pages shows it.']],
    ['outputs: [JSON]', ['Published', 'It is not made as HTML: its "outputs" are json.']],
  ])('%s', (frontMatter, says, config, ownZone) => {
    expect(described(frontMatter, config, ownZone)).toEqual(says.concat('2 words', '1 min'));
  });
});

test.each<[moment: string | undefined, seconds: number | undefined]>([
  [undefined, undefined],
  ['2020-01-01T00:00:00Z', undefined],
  ['2026-11-22T11:00:30Z', 31],
  ['2026-11-22T12:30:00Z', 60],
  ['2026-11-25T12:30:00Z', 3600],
])('what is said of %s stays for %s seconds', (moment, seconds) => {
  const text = moment === undefined ? '---\n---\n' : `---\ndate: ${moment}\n---\n`;
  const site = siteOf(`-- content/p.md --\n${text}`);
  const state = publication(site, pageOf(site, 'content/p.md', text), now);
  const stays = state && staysFor(state, now);
  expect(stays).toBe(seconds === undefined ? undefined : seconds * 1000);
});
