import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { owningSite, siteCandidate, siteKindOf } from '../../../server/src/core/site/findSite.ts';

describe('a folder is a site', () => {
  test.each([
    ['hugo.toml', undefined, 'yes'],
    ['hugo.yml README.md', undefined, 'yes'],
    ['hugo.json', undefined, 'yes'],
    ['config config/_default', undefined, 'yes'],
    ['config', undefined, 'no'],
    ['config config/production content', undefined, 'yes'],
    ['config config/production', '', 'no'],
    ['config config/staging content', undefined, 'no'],
    ['config config/config.toml content layouts', undefined, 'no'],
    ['config config/hugo.yaml content layouts', undefined, 'no'],
    ['config.toml content', undefined, 'yes'],
    ['config.yaml layouts', undefined, 'yes'],
    ['config.yml', undefined, 'needsConfigText'],
    ['config.yml', 'baseurl: https://x.se/', 'yes'],
    ['config.toml', '# hej\nlanguageCode = "sv"\n', 'yes'],
    ['config.json', '{"title": "x", "theme": "ananke"}', 'yes'],
    ['config.json', '{"themes": [], "my-theme": 1}', 'no'],
    ['config.toml', '[package]\nname = "x"\n', 'no'],
    ['config.toml', '', 'no'],
    ['content layouts README.md', undefined, 'no'],
    ['Hugo.toml', undefined, 'no'],
    ['', undefined, 'no'],
  ])('%j %j: %s', (names, text, kind) => {
    expect(siteKindOf(new Set(names.split(' ')), text)).toBe(kind);
  });
});

describe('which site a file belongs to', () => {
  const outer =
    'theme = "ananke"\n[module]\nreplacements = "github.com/x/y -> ../../shared"\n[[module.imports]]\npath = "github.com/x/y"\n';
  test.each([
    ['the nearest', ['file:///w/docs', 'file:///w'], 'file:///w/docs'],
    ['not a theme that the outer site uses', ['file:///w/themes/ananke', 'file:///w'], 'file:///w'],
    ['not a theme that the outer site does not use', ['file:///w/themes/other', 'file:///w'], 'file:///w'],
    [
      'the example site of a theme',
      ['file:///w/themes/ananke/exampleSite', 'file:///w/themes/ananke', 'file:///w'],
      'file:///w/themes/ananke/exampleSite',
    ],
    ['not a vendored module', ['file:///w/_vendor/github.com/a/b', 'file:///w'], 'file:///w'],
    ['not a replaced module', ['file:///shared', 'file:///w'], 'file:///w'],
    [
      'a site in a theme of a site in a site',
      ['file:///w/docs/themes/x', 'file:///w/docs', 'file:///w'],
      'file:///w/docs',
    ],
    [
      'a folder that only shares a beginning',
      ['file:///w/themes-old/x', 'file:///w'],
      'file:///w/themes-old/x',
    ],
    ['none', [], undefined],
  ])('%s', (_, folders, expected) => {
    const config = mergeConfig([{ path: 'hugo.toml', text: outer }]);
    expect(owningSite(folders.map((folder) => siteCandidate(folder, config)))?.folder).toBe(expected);
  });
});
