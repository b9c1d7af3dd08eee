import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { unknownHugo, type HugoRange } from '../../../server/src/core/hugo/version.ts';
import { contentFileOf, isContentPath } from '../../../server/src/core/site/contentFile.ts';
import { ignoredPaths } from '../../../server/src/core/site/ignoredPaths.ts';

const hugo = (min: string, max = min): HugoRange => ({ ...unknownHugo, min, max });

describe('what the place of a content file says', () => {
  const config = mergeConfig([
    {
      path: 'hugo.toml',
      text: 'defaultContentLanguage = "en"\n[languages.en]\n[languages.sv]\n[languages.pt-br]\n',
    },
  ]);
  test.each([
    ['blogg/2023/post.md', undefined, 'en blogg none post'],
    ['blogg/post.sv.md', undefined, 'sv blogg none post'],
    ['Blogg/post.pt-BR.md', undefined, 'pt-br blogg none post'],
    ['blogg/post.no.md', undefined, 'en blogg none post.no'],
    ['blogg/post.md', 'sv', 'sv blogg none post'],
    ['blogg/post.en.md', 'sv', 'en blogg none post'],
    ['blogg/post/index.md', undefined, 'en blogg leaf index'],
    ['blogg/post/index.sv.md', undefined, 'sv blogg leaf index'],
    ['blogg/_index.md', undefined, 'en blogg branch _index'],
    ['_index.md', undefined, 'en  branch _index'],
    ['om.html', undefined, 'en  none om'],
    ['a.b.c.md', undefined, 'en  none a.b.c'],
    ['index-old.md', undefined, 'en  none index-old'],
    ['sv.md', undefined, 'en  none sv'],
    ['LICENSE', undefined, 'en  none LICENSE'],
    ['', undefined, 'en  none '],
  ])('%s (mounted for %s)', (path, language, expected) => {
    const file = contentFileOf(path, config, language);
    expect(`${file.language} ${file.section} ${file.bundle} ${file.baseName}`).toBe(expected);
  });
});

describe('which files are content', () => {
  test.each([
    'md',
    'markdown',
    'mdown',
    'html',
    'htm',
    'org',
    'adoc',
    'asciidoc',
    'ad',
    'rst',
    'rest',
    'pandoc',
    'pdc',
  ])('x.%s', (extension) => expect(isContentPath(`blogg/x.${extension}`, unknownHugo)).toBe(true));
  test.each(['x.txt', 'x.mdx', 'x.json', 'x.png', 'md', '.md', 'x.md~', 'x'])('not %s', (name) =>
    expect(isContentPath(`blogg/${name}`, unknownHugo)).toBe(false),
  );
  test.each([
    [hugo('0.111.3'), false],
    [hugo('0.122.0'), false],
    [hugo('0.123.0'), true],
    [hugo('0.111.3', '0.147.6'), true],
    [unknownHugo, true],
  ])('x.MD under %o', (range, expected) => expect(isContentPath('x.MD', range)).toBe(expected));
});

describe('which files Hugo passes over', () => {
  test.each([
    ['blogg/.hidden.md', [], true],
    ['blogg/#post.md', [], true],
    ['blogg/post.md~', [], true],
    ['.obsidian/note.md', [], true],
    ['blogg/_draft.md', [], false],
    ['blogg/skip-me.md', ['skip-.*\\.md$'], true],
    ['blogg/post.md', ['skip-.*\\.md$'], false],
    ['blogg/post.MD', ['(?i)\\.md$'], true],
    ['drafts/post.md', ['/content/drafts/'], true],
    ['drafts/post.md', ['^.*/drafts/.*$'], true],
    ['blogg/post.md', ['('], false],
    ['blogg/post.md', [''], false],
    ['blogg/post.md', ['(p+)+$'], false],
    ['blogg/post.md', ['x', 'post'], true],
  ] as [string, string[], boolean][])('%s with %j: %s', (path, ignoreFiles, expected) => {
    expect(ignoredPaths({ ignoreFiles })(path, `content/${path}`)).toBe(expected);
  });

  test('a mounted file counts by the place where it appears', () => {
    expect(ignoredPaths({ ignoreFiles: [] })('blogg/one.md', 'content/.common/one.md')).toBe(false);
  });

  test.each(['(a+)+$', '(a|a)*$', '([a-z]+)*x', '(.*)*x', 'a*a*a*a*b', '\\1', 'a'.repeat(300)])(
    'an expression that could be slow ignores nothing: %s',
    (source) => expect(ignoredPaths({ ignoreFiles: [source] })('a', 'a'.repeat(300))).toBe(false),
  );
});
