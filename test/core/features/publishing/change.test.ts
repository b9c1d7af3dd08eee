import { describe, expect, it, test } from 'vitest';
import {
  publishNow,
  toggleDraft,
  type PublishAnswer,
} from '../../../../server/src/core/features/publishing/change.ts';
import { publication } from '../../../../server/src/core/site/publication.ts';
import { applyEdits } from '../../../../server/src/core/text/edit.ts';
import { formatMessage } from '../../../../server/src/core/text/message.ts';
import { hugo, pageOf, siteOf } from '../../../support/site.ts';

const now = '2026-11-22T12:00:30+01:00';

interface Case {
  readonly others?: string;
  readonly config?: string;
  readonly path?: string;
  readonly release?: string;
}

/** The text afterwards, or why there is none. */
function after(
  text: string,
  change: 'toggleDraft' | 'publishNow',
  { others = '', config = '', path = 'content/blogg/post.md', release = '0.152.2' }: Case = {},
): string {
  const site = siteOf(`-- hugo.toml --\n${config}\n${others}-- ${path} --\n${text}`, { hugo: hugo(release) });
  const page = pageOf(site, path, text);
  const answer: PublishAnswer =
    change === 'toggleDraft' ? toggleDraft(site, page) : publishNow(site, page, now);
  if ('refusal' in answer) {
    return formatMessage(answer.refusal);
  }
  const changed = applyEdits(text, answer.edits);
  const becomes = publication(site, pageOf(site, path, changed), now)?.state;
  expect(becomes).toBe(change === 'publishNow' || becomes !== 'draft' ? 'published' : 'draft');
  return changed;
}

const cascade = (keys: string): string => `-- content/blogg/_index.md --\n---\ncascade:\n  ${keys}\n---\n`;
/** Pages of the folder without a key `draft`. */
const bare = ['a', 'b', 'c']
  .map((name) => `-- content/blogg/${name}.md --\n---\ntitle: ${name}\n---\n`)
  .join('');

describe('a draft and back', () => {
  test.each<[says: string, text: string, becomes: string, given?: Case]>([
    ['YAML', '---\ntitle: A # x\ndraft: true\n---\nB\n', '---\ntitle: A # x\ndraft: false\n---\nB\n'],
    ['and back', '---\ntitle: A\ndraft: false\n---\n', '---\ntitle: A\ndraft: true\n---\n'],
    ['no key yet', '---\ntitle: A\n---\n', '---\ntitle: A\ndraft: true\n---\n'],
    ['in other letters', '---\nDraft:   true # mine\n---\n', '---\nDraft:   false # mine\n---\n'],
    [
      'TOML',
      '+++\ntitle = "A"\ndraft = true\n[params]\nx = 1\n+++\n',
      '+++\ntitle = "A"\ndraft = false\n[params]\nx = 1\n+++\n',
    ],
    [
      'TOML, no key yet',
      '+++\ntitle = "A"\n[params]\nx = 1\n+++\n',
      '+++\ntitle = "A"\ndraft = true\n[params]\nx = 1\n+++\n',
    ],
    ['JSON', '{\n  "title": "A",\n  "draft": true\n}\n', '{\n  "title": "A",\n  "draft": false\n}\n'],
    [
      'Windows line ends',
      '---\r\ntitle: A\r\n---\r\nB\r\n',
      '---\r\ntitle: A\r\ndraft: true\r\n---\r\nB\r\n',
    ],
    ['no front matter', 'Text\n', '---\ndraft: true\n---\nText\n'],
    [
      'a folder that does without the key',
      '---\ntitle: A\ndraft: true\n---\n',
      '---\ntitle: A\n---\n',
      { others: bare },
    ],
    [
      'a cascade makes drafts',
      '---\ntitle: A\n---\n',
      '---\ntitle: A\ndraft: false\n---\n',
      { others: cascade('draft: true') },
    ],
    [
      'its own key against a cascade stays',
      '---\ndraft: true\n---\n',
      '---\ndraft: false\n---\n',
      { others: cascade('draft: true') + bare },
    ],
    ['the other key', '---\npublished: false\n---\n', '---\npublished: true\n---\n', { release: '0.111.3' }],
    [
      'the last of two counts',
      '---\ndraft: false\ndraft: true\n---\n',
      '---\ndraft: false\ndraft: false\n---\n',
    ],
  ])('%s', (_, text, becomes, given) => {
    expect(after(text, 'toggleDraft', given)).toBe(becomes);
  });

  it('is refused where the header cannot be read', () => {
    expect(after('+++\ndraft.x = 1\n+++\n', 'toggleDraft')).toContain('mend what is marked');
  });
});

describe('published now', () => {
  test.each<[says: string, text: string, becomes: string, given?: Case]>([
    ['a draft', '---\ndate: 2024-01-01\ndraft: true\n---\n', '---\ndate: 2024-01-01\ndraft: false\n---\n'],
    ['a day', '---\ndate: 2027-01-01\n---\n', '---\ndate: 2026-11-22\n---\n'],
    ['quotes stay', "---\ndate: '2027-01-01'\n---\n", "---\ndate: '2026-11-22'\n---\n"],
    [
      'a time with a zone',
      '---\ndate: 2027-01-01T08:00:00+02:00\n---\n',
      '---\ndate: 2026-11-22T12:00:30+01:00\n---\n',
    ],
    ['a time in UTC', '---\ndate: 2027-01-01T08:00:00Z\n---\n', '---\ndate: 2026-11-22T11:00:30Z\n---\n'],
    [
      'a time without a zone',
      '---\ndate: 2027-01-01T08:00:00\n---\n',
      '---\ndate: 2026-11-22T11:00:30\n---\n',
    ],
    [
      'of the clocks of the site',
      '---\ndate: 2027-01-01T08:00:00\n---\n',
      '---\ndate: 2026-11-22T06:00:30\n---\n',
      { config: 'timeZone = "America/New_York"' },
    ],
    [
      'with blanks',
      '---\ndate: 2027-01-01 08:00:00 +0200\n---\n',
      '---\ndate: 2026-11-22 12:00:30 +0100\n---\n',
    ],
    ['words', '---\ndate: 01 Jan 2027\n---\n', '---\ndate: 2026-11-22T12:00:30+01:00\n---\n'],
    ['seconds', '---\ndate: 1800000000\n---\n', '---\ndate: 1795345230\n---\n'],
    ['TOML', '+++\ndate = 2027-01-01T08:00:00Z\n+++\n', '+++\ndate = 2026-11-22T11:00:30Z\n+++\n'],
    ['JSON', '{ "date": "2027-01-01", "draft": true }\n', '{ "date": "2026-11-22", "draft": false }\n'],
    [
      'a draft that is scheduled',
      '---\ndraft: true\npublishDate: 2027-01-01\ndate: 2024-01-01\n---\n',
      '---\ndraft: false\npublishDate: 2026-11-22\ndate: 2024-01-01\n---\n',
    ],
    [
      'both dates',
      '---\npublishDate: 2027-01-01\ndate: 2027-02-01\n---\n',
      '---\npublishDate: 2026-11-22\ndate: 2026-11-22\n---\n',
    ],
    ['expired', '---\ntitle: A\nexpiryDate: 2020-01-01\n---\n', '---\ntitle: A\n---\n'],
    [
      'a cascade that schedules',
      '---\ntitle: A\n---\n',
      '---\ntitle: A\npublishDate: 2026-11-22T12:00:30+01:00\n---\n',
      { others: cascade('publishDate: 2099-01-01') },
    ],
    [
      'a draft without front matter',
      'Text\n',
      '---\ndraft: false\n---\nText\n',
      { others: cascade('draft: true') },
    ],
  ])('%s', (_, text, becomes, given) => {
    expect(after(text, 'publishNow', given)).toBe(becomes);
  });

  test.each<[says: string, text: string, refusal: string, given?: Case]>([
    ['there already', '---\ntitle: A\n---\n', 'published already'],
    ['headless', '---\nheadless: true\ndraft: true\n---\n', '"headless"'],
    ['never rendered', '---\nbuild:\n  render: never\n---\n', '"build.render"'],
    [
      'expired by cascade',
      '---\ntitle: A\n---\n',
      'change "expirydate" there',
      { others: cascade('expiryDate: 2001-01-01') },
    ],
    [
      'below a draft section',
      '---\ntitle: A\n---\n',
      'publish that first',
      { release: '0.111.3', others: '-- content/blogg/_index.md --\n---\ndraft: true\n---\n' },
    ],
    [
      'a file of a bundle',
      '---\ndraft: true\n---\n',
      '"index.md"',
      { others: '-- content/blogg/index.md --\n---\n---\n' },
    ],
    [
      'a date in its name',
      '---\ntitle: A\n---\n',
      'rename the file',
      { path: 'content/2027-01-01-a.md', config: '[frontmatter]\npublishDate = [":filename"]' },
    ],
    ['no content', '# Read me\n', 'no content', { path: 'README.md' }],
  ])('refused: %s', (_, text, refusal, given) => {
    expect(after(text, 'publishNow', given)).toContain(refusal);
  });
});
