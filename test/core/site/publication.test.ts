import { describe, expect, it, test } from 'vitest';
import { publication, type Publication } from '../../../server/src/core/site/publication.ts';
import type { HugoRange } from '../../../server/src/core/hugo/version.ts';
import { hugo, pageOf, siteOf } from '../../support/site.ts';

const noon = '2026-11-22T12:00:00+01:00';
const [before123, since123] = [hugo('0.111.3'), hugo('0.152.2')];

interface Case {
  readonly path?: string;
  /** Of the page, without its delimiters. */
  readonly page?: string;
  readonly config?: string;
  /** Other files, as txtar. */
  readonly others?: string;
  readonly release?: HugoRange;
  readonly now?: string;
}

function publicationOf({
  path = 'content/blogg/post.md',
  page = 'title: Post',
  config = '',
  others = '',
  release = since123,
  now = noon,
}: Case): Publication | undefined {
  const text = page.startsWith('+++') || page.startsWith('{') ? page : `---\n${page}\n---\nText\n`;
  const txtar = `-- hugo.toml --\nbaseURL = "https://example.com/"\n${config}\n${others}-- ${path} --\n${text}`;
  const site = siteOf(txtar, { hugo: release });
  return publication(site, pageOf(site, path, text), now);
}

const cascading = (keys: string): string => `-- content/blogg/_index.md --\n---\ncascade:\n${keys}\n---\n`;

describe('what becomes of a page', () => {
  test.each<readonly [says: string, given: Case, state: string]>([
    ['nothing keeps it back', {}, 'published'],
    ['a draft', { page: 'draft: true' }, 'draft'],
    [
      'a draft in a site that builds drafts',
      { page: 'draft: true', config: 'buildDrafts = true' },
      'published',
    ],
    ['headless', { page: 'headless: true' }, 'neverRendered'],
    ['a file of a leaf bundle', { others: '-- content/blogg/index.md --\n---\n---\n' }, 'resource'],
    ['a file that is ignored', { config: 'ignoreFiles = ["post"]' }, 'ignored'],
    [
      'a language that is switched off',
      { path: 'content/post.sv.md', config: '[languages.en]\n[languages.sv]\ndisabled = true' },
      'disabledLanguage',
    ],
    ['a kind that is switched off', { config: 'disableKinds = ["page"]' }, 'disabledKind'],
    [
      'a section where sections are switched off',
      { path: 'content/blogg/_index.md', config: 'disableKinds = ["section"]' },
      'disabledKind',
    ],
    ['a draft by cascade', { others: cascading('  draft: true') }, 'draft'],
    [
      'none of its own against a cascade',
      { page: 'draft: false', others: cascading('  draft: true') },
      'published',
    ],
    [
      'a cascade for other pages',
      { others: cascading('  draft: true\n  _target:\n    path: /blogg/x*') },
      'published',
    ],
    ['a cascade of the configuration', { config: '[cascade]\ndraft = true' }, 'draft'],
    ['scheduled by cascade', { others: cascading('  publishDate: 2099-01-01') }, 'scheduled'],
    ['expired by cascade', { others: cascading('  expiryDate: 2001-01-01') }, 'expired'],
    ['not rendered by cascade', { others: cascading('  build:\n    render: never') }, 'neverRendered'],
    [
      'a map of its own takes nothing from the map of a cascade',
      { page: 'build:\n  list: never', others: cascading('  build:\n    render: never') },
      'published',
    ],
    [
      'below a draft section, before 0.123',
      { others: '-- content/blogg/_index.md --\n---\ndraft: true\n---\n', release: before123 },
      'withSection',
    ],
    [
      'below a draft section, since then',
      { others: '-- content/blogg/_index.md --\n---\ndraft: true\n---\n' },
      'published',
    ],
    [
      'below a draft home page, before 0.123',
      { others: '-- content/_index.md --\n---\ndraft: true\n---\n', release: before123 },
      'withSection',
    ],
    [
      'HTML without front matter, before 0.123',
      { path: 'content/a.html', page: '{}', release: before123 },
      'published',
    ],
  ])('%s', (_, given, state) => {
    expect(publicationOf(given)?.state).toBe(state);
  });

  it('names the key, and whether the page has it itself', () => {
    const own = publicationOf({ page: 'draft: true' });
    const inherited = publicationOf({ others: cascading('  draft: true') });
    expect([own?.key, own?.isInherited]).toEqual(['draft', false]);
    expect([inherited?.key, inherited?.isInherited]).toEqual(['draft', true]);
  });

  it('is nothing of a file that is no content', () => {
    expect(publicationOf({ path: 'README.md' })).toBeUndefined();
  });
});

describe('dates are those of the clocks of the site', () => {
  const stockholm = 'timeZone = "Europe/Stockholm"';
  test.each<readonly [says: string, given: Case, state: string, moment: string | undefined]>([
    ['UTC without a zone', { page: 'date: 2026-11-22T11:30:00' }, 'scheduled', '2026-11-22T11:30:00Z'],
    ['of the site', { page: 'date: 2026-11-22T11:30:00', config: stockholm }, 'published', undefined],
    [
      'of the site, an hour later',
      { page: 'date: 2026-11-22T12:30:00', config: stockholm },
      'scheduled',
      '2026-11-22T11:30:00Z',
    ],
    ['in summer', { page: 'date: 2027-07-01', config: stockholm }, 'scheduled', '2027-06-30T22:00:00Z'],
    [
      'a time that comes twice',
      { page: 'date: 2027-10-31T02:30:00', config: stockholm },
      'scheduled',
      '2027-10-31T01:30:00Z',
    ],
    [
      'a time that never comes',
      { page: 'date: 2027-03-28T02:30:00', config: stockholm },
      'scheduled',
      '2027-03-28T01:30:00Z',
    ],
    [
      'a time that comes twice, in the west',
      { page: 'date: 2027-11-07T01:30:00', config: 'timeZone = "America/New_York"' },
      'scheduled',
      '2027-11-07T05:30:00Z',
    ],
    [
      'a time that never comes, in the west',
      { page: 'date: 2027-03-14T02:30:00', config: 'timeZone = "America/New_York"' },
      'scheduled',
      '2027-03-14T06:30:00Z',
    ],
    [
      'a zone of its own',
      { page: 'date: 2026-11-22T11:30:00Z', config: stockholm },
      'scheduled',
      '2026-11-22T11:30:00Z',
    ],
    [
      'west of it',
      { page: 'date: 2026-11-22T05:00:00', config: 'timeZone = "America/New_York"' },
      'published',
      undefined,
    ],
    [
      'west of it, later',
      { page: 'date: 2026-11-22T07:00:00', config: 'timeZone = "America/New_York"' },
      'scheduled',
      '2026-11-22T12:00:00Z',
    ],
    [
      'a zone that there is not',
      { page: 'date: 2026-11-22T11:30:00', config: 'timeZone = "Mars/Olympus"' },
      'scheduled',
      '2026-11-22T11:30:00Z',
    ],
    [
      'of a language',
      {
        path: 'content/p.sv.md',
        page: 'date: 2026-11-22T11:30:00',
        config: '[languages.en]\n[languages.sv]\ntimeZone = "Europe/Stockholm"',
      },
      'published',
      undefined,
    ],
    [
      'TOML',
      { page: '+++\ndate = 2026-11-22T12:30:00\n+++\n', config: stockholm },
      'scheduled',
      '2026-11-22T11:30:00Z',
    ],
    [
      'JSON',
      { page: '{ "date": "2026-11-22T12:30:00" }\n', config: stockholm },
      'scheduled',
      '2026-11-22T11:30:00Z',
    ],
    ['words', { page: 'date: 24 Nov 2026', config: stockholm }, 'scheduled', '2026-11-23T23:00:00Z'],
    [
      'when it goes',
      { page: 'expiryDate: 2026-12-01', config: stockholm },
      'published',
      '2026-11-30T23:00:00Z',
    ],
    [
      'when it went',
      { page: 'expiryDate: 2026-11-22', config: stockholm },
      'expired',
      '2026-11-21T23:00:00Z',
    ],
    [
      'by the name of the file',
      { path: 'content/2026-12-01-post.md', config: '[frontmatter]\npublishDate = [":filename"]' },
      'scheduled',
      '2026-12-01T00:00:00Z',
    ],
  ])('%s', (_, given, state, moment) => {
    const found = publicationOf(given);
    expect(found?.state).toBe(state);
    expect(found?.moment).toBe(moment === undefined ? undefined : Date.parse(moment));
  });
});

describe('where it will stand', () => {
  test.each<readonly [says: string, given: Case, url: string | undefined]>([
    ['by its place', {}, 'https://example.com/blogg/post/'],
    [
      'below a path of baseURL',
      { config: 'baseurl = "https://example.com/sub"' },
      'https://example.com/sub/blogg/post/',
    ],
    ['without a host', { config: 'baseurl = "/"' }, undefined],
    [
      'letters that are encoded',
      { page: 'slug: "räksmörgås?"' },
      'https://example.com/blogg/r%C3%A4ksm%C3%B6rg%C3%A5s/',
    ],
    ['by a slug of a cascade', { others: cascading('  slug: x') }, 'https://example.com/blogg/x/'],
    [
      'a language in a folder',
      { path: 'content/p.sv.md', config: '[languages.en]\n[languages.sv]' },
      'https://example.com/sv/p/',
    ],
    [
      'a language with a host of its own',
      {
        path: 'content/p.sv.md',
        config:
          '[languages.en]\nbaseURL = "https://en.example.com"\n[languages.sv]\nbaseURL = "https://sv.example.com"',
      },
      'https://sv.example.com/p/',
    ],
    [
      'by a permalink',
      { page: 'date: 2024-03-12', config: '[permalinks]\nblogg = "/:year/:slugorfilename/"' },
      'https://example.com/2024/post/',
    ],
    ['a file', { config: 'uglyURLs = true' }, 'https://example.com/blogg/post.html'],
    ['data in place of HTML', { page: 'outputs: [JSON]' }, 'https://example.com/blogg/post/index.json'],
    ['nowhere', { page: 'build:\n  render: never' }, undefined],
  ])('%s', (_, given, url) => {
    expect(publicationOf(given)?.url).toBe(url);
  });

  it('says which other page has its address', () => {
    const other = '-- content/blogg/other.md --\n---\nslug: post\n---\n';
    expect(publicationOf({ others: other })?.sharedWith?.path).toBe('blogg/other.md');
    expect(publicationOf({ others: other.replace('slug', 'draft: true\nslug') })?.sharedWith).toBeUndefined();
  });

  it('says that no list shows it', () => {
    expect(publicationOf({ page: 'build:\n  list: never' })?.isUnlisted).toBe(true);
    expect(publicationOf({})?.isUnlisted).toBe(false);
  });
});
