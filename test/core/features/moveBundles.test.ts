// What a page can become, and which files go along with it.
import { expect, test } from 'vitest';
import { bundleChange, translationMoves } from '../../../server/src/core/features/move/bundle.ts';
import { formatMessage } from '../../../server/src/core/text/message.ts';
import { siteOf } from '../../support/site.ts';

const root = 'file:///site/content/';
const config = '-- hugo.toml --\n[languages.en]\nweight = 1\n[languages.sv]\nweight = 2\n';
const shown = (uri: string): string => decodeURIComponent(uri.slice(root.length));

test.each([
  ['a page', 'a/post.md', ['a/post.md'], ['a/post.md -> a/post/index.md']],
  [
    'a page with its translation',
    'a/post.sv.md',
    ['a/post.md', 'a/post.sv.md'],
    ['a/post.sv.md -> a/post/index.sv.md', 'a/post.md -> a/post/index.md'],
  ],
  [
    'a page with a name that is escaped',
    'a/på väg.md',
    ['a/på väg.md'],
    ['a/på väg.md -> a/på väg/index.md'],
  ],
  ['a bundle without files', 'a/post/index.md', ['a/post/index.md'], ['a/post/index.md -> a/post.md']],
  ['a bundle with a picture stays one', 'a/post/index.md', ['a/post/index.md', 'a/post/sky.jpg'], []],
  ['a bundle with a page in it stays one', 'a/post/index.md', ['a/post/index.md', 'a/post/note.md'], []],
  ['a bundle beside a page of its name stays one', 'a/post/index.md', ['a/post/index.md', 'a/post.md'], []],
  ['a page with a folder of its name stays one', 'a/post.md', ['a/post.md', 'a/post/other.md'], []],
  ['a page in a bundle stays one', 'a/post/note.md', ['a/post/index.md', 'a/post/note.md'], []],
  ['a list stays one', 'a/_index.md', ['a/_index.md'], []],
])('%s', (_name, path, files, expected) => {
  const site = siteOf(config + files.map((file) => `-- content/${file} --\n---\ntitle: T\n---\n`).join(''));
  const change = bundleChange(site, root + path);
  expect((change?.moves ?? []).map(({ from, to }) => `${shown(from)} -> ${shown(to)}`)).toEqual(expected);
});

test('the lightbulb says what becomes of translations', () => {
  const titleOf = (files: readonly string[], path: string): string => {
    const site = siteOf(config + files.map((file) => `-- content/${file} --\n`).join(''));
    const change = bundleChange(site, `${root}${path}`);
    return change === undefined ? '' : formatMessage(change.title);
  };
  expect(titleOf(['a.md'], 'a.md')).toBe('Turn this page into a page bundle');
  expect(titleOf(['a.md', 'a.sv.md'], 'a.md')).toBe('Turn this page and its translations into a page bundle');
  expect(titleOf(['a/index.md'], 'a/index.md')).toBe('Turn this bundle into a single page');
  expect(titleOf(['a/index.md', 'a/index.sv.md'], 'a/index.md')).toBe(
    'Turn this bundle and its translations into single pages',
  );
});

test.each([
  ['stays behind when a page moves by itself', ['a.md -> b/c.md'], ['a.sv.md -> b/c.sv.md']],
  ['moves by itself already', ['a.md -> b/c.md', 'a.sv.md -> b/c.sv.md'], []],
  ['moves with its folder', ['d -> e'], []],
])('a translation %s', (_name, moves, expected) => {
  const files = ['a.md', 'a.sv.md', 'd/x.md', 'd/x.sv.md'];
  const site = siteOf(config + files.map((file) => `-- content/${file} --\n`).join(''));
  const asked = moves.map((move) => {
    const [from = '', to = ''] = move.split(' -> ');
    return { from: root + from, to: root + to };
  });
  expect(translationMoves(site, asked).map(({ from, to }) => `${shown(from)} -> ${shown(to)}`)).toEqual(
    expected,
  );
});
