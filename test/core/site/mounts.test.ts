import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { defaultModuleMounts } from '../../../server/src/core/config/modules.ts';
import { mountTable, type MountTable } from '../../../server/src/core/site/mounts.ts';

describe('what a file is', () => {
  const plain = tableOf('', ['themes/ananke', '_vendor/github.com/x/y']);
  test.each([
    ['content/blogg/post.md', 'content: blogg/post.md'],
    ['content', 'content: '],
    ['content/a/../../README.md', undefined],
    ['contents/post.md', undefined],
    ['layouts/shortcodes/box.html', 'layouts: shortcodes/box.html'],
    ['static/img/a.png', 'static: img/a.png'],
    ['themes/ananke/layouts/_default/single.html', 'layouts: _default/single.html in themes/ananke'],
    ['themes/ananke/exampleSite/content/a.md', undefined],
    [
      '_vendor/github.com/x/y/layouts/shortcodes/b.html',
      'layouts: shortcodes/b.html in _vendor/github.com/x/y',
    ],
    ['README.md', undefined],
    ['../content/a.md', undefined],
    ['', undefined],
  ])('%s', (path, expected) => expect(shown(plain, path)).toBe(expected));

  const mounted = tableOf(`
[languages.en]
weight = 1
[languages.sv]
weight = 2
[[module.mounts]]
source = "content"
target = "content"
excludeFiles = ["drafts/**", "/x*.md"]
[[module.mounts]]
source = "content/svenska"
target = "content"
lang = "sv"
[[module.mounts]]
source = "docs"
target = "content/docs"
includeFiles = ["**.md"]
[[module.mounts]]
source = "notes"
target = "content/notes"
includeFiles = "{a,b}/*.md"
[[module.mounts]]
source = "content/.common/one.md"
target = "content/blogg/one.md"
[[module.mounts]]
source = "../shared/layouts"
target = "layouts/shortcodes/shared"
[[module.mounts]]
source = "x"
target = "elsewhere"
`);
  test.each([
    ['content/a.md', 'content: a.md'],
    ['content/x1.md', undefined],
    ['content/b/x1.md', 'content: b/x1.md'],
    ['content/drafts/deep/q.md', undefined],
    ['content/svenska/a.md', 'content: a.md @sv'],
    ['docs/d.md', 'content: docs/d.md'],
    ['docs/deep/e.md', undefined],
    ['docs/h.html', undefined],
    ['notes/a/n.md', 'content: notes/a/n.md'],
    ['notes/c/n.md', undefined],
    ['notes/n.md', undefined],
    ['content/.common/one.md', 'content: blogg/one.md'],
    ['../shared/layouts/box.html', 'layouts: shortcodes/shared/box.html'],
    ['layouts/single.html', undefined],
    ['x/a.md', undefined],
    ['static/a.png', 'static: a.png'],
  ])('with mounts: %s', (path, expected) => expect(shown(mounted, path)).toBe(expected));

  test('the folders to read, none inside another', () => {
    expect(plain.folders(['layouts'])).toEqual([
      'layouts',
      'themes/ananke/layouts',
      '_vendor/github.com/x/y/layouts',
    ]);
    expect(mounted.folders(['content'])).toEqual(['content', 'docs', 'notes']);
    expect(mounted.folders(['content', 'layouts'])).toEqual([
      'content',
      'docs',
      'notes',
      '../shared/layouts',
    ]);
    expect(mounted.folders([])).toEqual([]);
  });
});

function tableOf(config: string, modules: readonly string[] = []): MountTable {
  const { mounts } = mergeConfig([{ path: 'hugo.toml', text: config }]);
  return mountTable([
    { folder: '', origin: 'project', mounts },
    ...modules.map((folder) => ({ folder, origin: 'module' as const, mounts: defaultModuleMounts })),
  ]);
}

function shown(table: MountTable, path: string): string | undefined {
  const found = table.classify(path);
  const language = found?.language === undefined ? '' : ` @${found.language}`;
  const folder = found === undefined || found.module.folder === '' ? '' : ` in ${found.module.folder}`;
  return found && `${found.component}: ${found.logicalPath}${language}${folder}`;
}
