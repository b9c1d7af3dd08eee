import { describe, expect, test } from 'vitest';
import { pageAddress } from '../../../server/src/core/site/pageAddress.ts';
import { openStart, placeKey, publishedPlaces } from '../../../server/src/core/site/publishedPlaces.ts';
import type { PageRecord, SiteSnapshot } from '../../../server/src/core/site/snapshot.ts';
import { siteOf } from '../../support/site.ts';

const head = `
-- hugo.toml --
defaultContentLanguage = 'en'
[permalinks]
'/' = '/:title/'
news = '/n/:year/:month/:day/:slug/'
logs = '/l/:slugorfilename/'
deep = '/d/:sections/:filename'
[languages.en]
[languages.sv]
[languages.sv.permalinks]
news = 'nyheter/:title/'
`;

function pageIn(site: SiteSnapshot): PageRecord {
  const [page] = site.pages();
  if (page === undefined) {
    throw new Error('The site has no page.');
  }
  return page;
}

describe('the address of a page', () => {
  test.each([
    [
      'a date and a title',
      'news/a.md',
      'date: 2024-05-06T07:08:09Z\ntitle: B & C - D!',
      '/n/2024/05/06/b-c-d/',
    ],
    ['a slug', 'news/a.md', 'date: 2024-05-06\nslug: E', '/n/2024/05/06/e/'],
    ['a pattern of the language', 'news/a.sv.md', 'title: Åäö', '/sv/nyheter/åäö/'],
    ['a page at the top', 'a.md', 'title: F G', '/f-g/'],
    ['a file name', 'logs/a b.md', 'title: c', '/l/a-b/'],
    ['the folder of a bundle', 'logs/a/index.md', 'title: c', '/l/a/'],
    ['sections', 'deep/a.md', 'title: c', '/d/deep/a/'],
    ['a list, which has no pattern', 'news/_index.md', 'title: c', '/news/'],
    ['no pattern', 'blog/a.md', 'title: c', '/blog/a/'],
    ['a url', 'news/a.md', 'url: /B/', '/B/'],
    ['a url of the language', 'news/a.sv.md', 'url: b', '/sv/b/'],
    ['a url of the site', 'news/a.sv.md', 'url: /b', '/b/'],
  ])('%s', (_, path, matter, expected) => {
    const site = siteOf(`${head}-- content/${path} --\n---\n${matter}\n---\n`);
    expect(pageAddress(pageIn(site), site.config)).toBe(expected);
    expect(openStart(pageIn(site), site.config)).toBeUndefined();
  });

  test.each([
    ['no date', 'news/a.md', 'title: c', 'n'],
    ['a folder that may be no section', 'deep/e/a.md', 'title: c', 'd'],
  ])('%s: only its start is known', (_, path, matter, expected) => {
    const site = siteOf(`${head}-- content/${path} --\n---\n${matter}\n---\n`);
    expect(openStart(pageIn(site), site.config)).toBe(expected);
    expect([site.isOpenAt(`${expected}/x`), site.isOpenAt('x')]).toEqual([true, false]);
  });
});

test('where else a page appears', () => {
  const site = siteOf(
    `${head}-- content/blog/a.md --\n---\naliases: [/old/, older, x/y.html]\ntags: [B C, d]\n---\n`,
  );
  expect(publishedPlaces(pageIn(site), site.config).map(({ role, key }) => `${role} ${key}`)).toEqual([
    ...['page blog/a', 'alias old', 'alias blog/older', 'alias blog/x/y.html'],
    ...['section blog', 'term tags', 'term tags/b-c', 'term tags/d'],
  ]);
});

test.each([
  ['/a/b/', 'a/b'],
  ['a/b/index.html', 'a/b'],
  ['/', ''],
  ['/A/../B/', 'b'],
  ['/a.html', 'a.html'],
])('%s is %s', (path, key) => {
  expect(placeKey(path, siteOf(head).config)).toBe(key);
});

test('with ugly addresses the extension says nothing', () => {
  expect(placeKey('/a/b.html', siteOf('-- hugo.toml --\nuglyURLs = true\n').config)).toBe('a/b');
});
