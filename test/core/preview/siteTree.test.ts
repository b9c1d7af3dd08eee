import { expect, test } from 'vitest';
import type { Mount } from '../../../server/src/core/config/types.ts';
import type { MountedModule } from '../../../server/src/core/site/mounts.ts';
import { siteTree } from '../../../server/src/core/preview/siteTree.ts';

const tree = siteTree([
  module('', 'project', [
    mount('content/sv', 'content', 'sv'),
    mount('content', 'content'),
    mount('layouts', 'layouts'),
    mount('static', 'static'),
    mount('archetypes', 'archetypes'),
    mount('node_modules/icons', 'assets/icons', undefined, ['! old-*', '*.svg']),
  ]),
  module('themes/stone', 'theme', [mount('layouts', 'layouts'), mount('static', 'static')]),
  module('_vendor/example.com/wood', 'module', [mount('src', 'layouts/partials/wood')]),
  module('../shared', 'module', [mount('data', 'data')]),
]);

test('every mount of the project, its themes and its modules is written out, in the order of precedence', () => {
  expect(tree.mounts.map((entry) => Object.fromEntries(entry))).toEqual([
    { source: 'content/sv', target: 'content', lang: 'sv' },
    { source: 'content', target: 'content' },
    { source: 'layouts', target: 'layouts' },
    {
      source: 'node_modules/icons',
      target: 'assets/icons',
      includeFiles: ['*.svg'],
      excludeFiles: ['old-*'],
    },
    { source: 'themes/stone/layouts', target: 'layouts' },
    { source: '_vendor/example.com/wood/src', target: 'layouts/partials/wood' },
    { source: '_above/shared/data', target: 'data' },
    { source: '_scribe/layouts', target: 'layouts' },
  ]);
});

test.each([
  ['content/post.md', 'content/post.md'],
  ['content/sv/post.md', 'content/sv/post.md'],
  ['themes/stone/layouts/_default/single.html', 'themes/stone/layouts/_default/single.html'],
  ['_vendor/example.com/wood/src/a.html', '_vendor/example.com/wood/src/a.html'],
  ['../shared/data/a.yaml', '_above/shared/data/a.yaml'],
  ['node_modules/icons/new.svg', 'node_modules/icons/new.svg'],
  ['node_modules/icons/old-a.svg', undefined],
  ['static/a.png', undefined],
  ['archetypes/default.md', undefined],
  ['hugo.toml', undefined],
  ['themes/other/layouts/a.html', undefined],
])('%s stands at %s', (sitePath, enginePath) => {
  expect(tree.toEnginePath(sitePath)).toBe(enginePath);
  if (enginePath !== undefined) {
    expect(tree.toSitePath(enginePath)).toBe(sitePath);
  }
});

test('a spare template is no file of the site', () => {
  expect(tree.toSitePath('_scribe/layouts/all.html')).toBeUndefined();
});

function module(folder: string, origin: MountedModule['origin'], mounts: readonly Mount[]): MountedModule {
  return { folder, origin, mounts };
}

function mount(source: string, target: string, language?: string, files: readonly string[] = []): Mount {
  return { source, target, language, files };
}
