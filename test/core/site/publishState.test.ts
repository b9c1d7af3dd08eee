import { describe, expect, it, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { toMoment } from '../../../server/src/core/hugo/dateLayouts.ts';
import { PageDocument } from '../../../server/src/core/site/pageDocument.ts';
import {
  publishState,
  publishStateOf,
  type PublishState,
} from '../../../server/src/core/site/publishState.ts';
import { hugo, siteOf } from '../../support/site.ts';

const now = '2026-11-22T12:00:00+01:00';

const rows: readonly [frontMatter: string, state: PublishState][] = [
  ['title: A', 'published'],
  ['draft: true', 'draft'],
  ['draft: false', 'published'],
  ['Draft: true', 'draft'],
  ['published: false', 'draft'],
  ['date: 2026-11-22', 'published'],
  ['date: 2026-11-23', 'scheduled'],
  ['date: 2026-11-22T11:30:00Z', 'scheduled'],
  ['date: 2026-11-22T11:30:00+01:00', 'published'],
  ['date: 2026-11-22 12:30:00 +0100', 'scheduled'],
  ['date: 23 Nov 2026', 'scheduled'],
  ['date: 2026-12-01\npublishDate: 2026-11-01', 'published'],
  ['date: 2026-11-01\npublishDate: 2026-12-01', 'scheduled'],
  ['publishDate: soon\ndate: 2026-12-01', 'scheduled'],
  ['expiryDate: 2026-11-22', 'expired'],
  ['expiryDate: 2026-11-23', 'published'],
  ['build:\n  render: never', 'neverRendered'],
  ['_build:\n  render: false', 'neverRendered'],
  ['draft: true\ndate: 2030-01-01', 'draft'],
  ['draft: "true"', 'draft'],
  ['draft: t', 'draft'],
  ['draft: 1', 'draft'],
  ['draft: 0', 'published'],
  ['draft: yes', 'draft'],
  ['draft: "yes"', 'published'],
  ['draft: false\npublished: false', 'published'],
  ['draft:\npublished: false', 'published'],
  ['published: no', 'draft'],
  ['published: 0', 'draft'],
  ['published: 2026-12-01', 'scheduled'],
  ['pubdate: 2026-12-01', 'scheduled'],
  ['date: 4070908800', 'scheduled'],
  ['date: 2099', 'published'],
  ['unpublishdate: 2020-01-01', 'expired'],
  ['expiryDate: 2020', 'expired'],
  ['expiryDate: 0001-01-01', 'published'],
  ['lastmod: 2099-01-01', 'published'],
  ['params:\n  date: 2099-01-01', 'published'],
];

describe('what becomes of a page', () => {
  it.each(rows)('%s', (frontMatter, state) => {
    const page = new PageDocument('file:///p.md', `---\n${frontMatter}\n---\nText\n`, unknownHugo);
    expect(publishState(page, mergeConfig([]), now)).toBe(state);
  });

  it('a date of TOML, and the keys that the site names', () => {
    const page = new PageDocument('file:///p.md', '+++\nklar = 2027-01-01T00:00:00Z\n+++\n', unknownHugo);
    const config = mergeConfig([{ path: 'hugo.toml', text: '[frontmatter]\npublishDate = ["klar"]\n' }]);
    expect(publishState(page, config, now)).toBe('scheduled');
    expect(publishState(page, mergeConfig([]), now)).toBe('published');
  });
});

test.each([
  ['leaf/index.md', 'before', 'neverRendered'],
  ['leaf/index.md', 'since', 'neverRendered'],
  ['leaf/index.md', 'unknown', 'neverRendered'],
  ['branch/_index.md', 'before', 'published'],
  ['branch/_index.md', 'since', 'neverRendered'],
  ['branch/_index.md', 'unknown', 'published'],
  ['plain.md', 'before', 'published'],
  ['plain.md', 'since', 'neverRendered'],
  ['plain.md', 'unknown', 'published'],
] as const)('%s with headless, of a Hugo %s 0.123', (path, release, state) => {
  const range = { before: hugo('0.122.0'), since: hugo('0.123.0'), unknown: unknownHugo }[release];
  const text = '---\nheadless: true\n---\n';
  const site = siteOf(`-- content/${path} --\n${text}`, { hugo: range });
  const uri = `file:///site/content/${path}`;
  const record = site.page(uri);
  expect(record && publishStateOf(record, site, now)).toBe(state);
  const own = path !== 'leaf/index.md' && release === 'unknown' ? 'neverRendered' : state;
  expect(publishState(new PageDocument(uri, text, range), site.config, now)).toBe(own);
});

test.each([
  ['buildDrafts', 'draft: true', 'published'],
  ['buildDrafts', 'draft: true\ndate: 2099-01-01', 'scheduled'],
  ['buildFuture', 'date: 2099-01-01', 'published'],
  ['buildFuture', 'draft: true\ndate: 2099-01-01', 'draft'],
  ['buildExpired', 'expiryDate: 2020-01-31', 'published'],
])('a site with %s: %s', (flag, frontMatter, state) => {
  const page = new PageDocument('file:///p.md', `---\n${frontMatter}\n---\nText\n`, unknownHugo);
  const config = mergeConfig([{ path: 'hugo.toml', text: `${flag} = true\n` }]);
  expect(publishState(page, config, now)).toBe(state);
});

describe('the moment of a date', () => {
  it.each([
    ['2024-01-31', '2024-01-31T00:00:00.000Z'],
    ['2024-01-31T5:04:05+02:00', '2024-01-31T03:04:05.000Z'],
    ['2024-01-31 15:04:05.123 +0200', '2024-01-31T13:04:05.000Z'],
    ['31 Jan 24 15:04 UTC', '2024-01-31T15:04:00.000Z'],
    ['Wed, 31 Jan 2024 15:04:05 GMT', '2024-01-31T15:04:05.000Z'],
  ])('%s', (text, moment) => {
    expect(new Date(toMoment(text) ?? Number.NaN).toISOString()).toBe(moment);
  });

  it.each(['', 'soon', '2024-02-31', '2024-1-1'])('"%s" is none', (text) => {
    expect(toMoment(text)).toBeUndefined();
  });
});
