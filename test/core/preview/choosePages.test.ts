import { expect, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { contentFileOf } from '../../../server/src/core/site/contentFile.ts';
import { toPageRecord } from '../../../server/src/core/site/pageRecord.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { choosePages } from '../../../server/src/core/preview/choosePages.ts';

const config = mergeConfig([{ path: 'hugo.toml', text: '[languages.en]\n[languages.sv]\n' }]);
const pages = [
  page('blog/old.md', 'date: 2001-01-01'),
  page('blog/new.md', 'date: 2024-01-01'),
  page('blog/newer.md', 'date: 2025-01-01'),
  page('blog/shown.md', 'date: 2010-01-01'),
  page('blog/shown.sv.md', 'date: 2010-01-01'),
  page('docs/named/index.md', 'date: 2002-01-01'),
  page('docs/linked.md', 'date: 2002-01-01'),
  page('docs/menu.md', 'menus: main'),
  page('docs/newest.md', 'date: 2026-01-01'),
  page('docs/_index.md', 'title: Docs'),
  page('_index.md', 'title: Home'),
  page('album/index.md', 'title: Album'),
  page('album/picture.md', 'title: Picture'),
];
const text = 'See {{< relref "/docs/named" >}} and [this](../docs/linked.md#part).';

test.each([
  [2, ['blog/shown.md', 'blog/shown.sv.md']],
  [
    7,
    [
      '_index.md',
      'blog/shown.md',
      'blog/shown.sv.md',
      'docs/_index.md',
      'docs/linked.md',
      'docs/menu.md',
      'docs/named/index.md',
    ],
  ],
  [8, ['blog/newer.md']],
  [9, ['blog/newer.md', 'blog/new.md']],
  [11, ['blog/newer.md', 'blog/new.md', 'blog/old.md', 'docs/newest.md']],
])('of a big site Hugo knows %i pages', (most, expected) => {
  const { chosen, complete } = choosePages(pages, { uri: 'blog/shown.md', text }, config, most);
  expect([...chosen]).toEqual(expect.arrayContaining(expected));
  expect([chosen.size, complete]).toEqual([most, false]);
});

test('a small site is known whole', () => {
  const { chosen, complete } = choosePages(pages, { uri: 'blog/shown.md', text }, config);
  expect([chosen.size, complete]).toEqual([pages.length, true]);
});

test.each([
  ['blog/shown.md', ['blog/shown.md', 'blog/shown.sv.md']],
  ['album/index.md', ['album/index.md', 'album/picture.md']],
  ['blog/just-created.md', ['blog/just-created.md']],
])('the bodies that %s needs', (uri, expected) => {
  const { whole, chosen } = choosePages(pages, { uri, text: '' }, config);
  expect([...whole].sort()).toEqual(expected);
  expect(chosen.has(uri)).toBe(true);
});

function page(path: string, frontMatter: string): ReturnType<typeof toPageRecord> {
  return toPageRecord(path, contentFileOf(path, config), `---\n${frontMatter}\n---\n`, unknownHugo);
}
