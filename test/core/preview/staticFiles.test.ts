import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { defaultModuleMounts } from '../../../server/src/core/config/modules.ts';
import { staticFiles } from '../../../server/src/core/preview/staticFiles.ts';

const config = mergeConfig([
  {
    path: 'hugo.toml',
    text: `baseURL = "https://x.example/docs/"
staticDir = ["static", "bilder"]
[languages.en]
[languages.sv]
[[module.mounts]]
source = "fonts"
target = "static/type"
[[module.mounts]]
source = "static"
target = "static"
[[module.mounts]]
source = "."
target = "assets/all"
`,
  },
]);
const files = staticFiles(
  [
    { folder: '', origin: 'project', mounts: config.mounts },
    { folder: 'themes/stone', origin: 'theme', mounts: defaultModuleMounts },
  ],
  config,
);

test('a page may load from the folders of its site, never from the site’s own', () => {
  expect(files.roots).toEqual([
    'fonts',
    'static',
    'themes/stone/static',
    'themes/stone/assets',
    'content',
    'themes/stone/content',
  ]);
});

describe('an address is looked up in static, then assets, then content', () => {
  test.each([
    [
      '/img/a.png',
      [
        'static/img/a.png',
        'themes/stone/static/img/a.png',
        'themes/stone/assets/img/a.png',
        'content/img/a.png',
      ],
    ],
    ['/type/a.woff2?v=1', ['fonts/a.woff2', 'static/type/a.woff2']],
    ['/docs/img/%C3%A5.png#x', ['static/docs/img/å.png', 'static/img/å.png']],
    [
      '/img/a_hu_0f1e2d3c4b5a6978.webp',
      ['static/img/a_hu_0f1e2d3c4b5a6978.webp', 'static/img/a.webp', 'static/img/a.jpg'],
    ],
    ['sv/post/a.png', ['static/sv/post/a.png', 'static/post/a.png']],
  ])('%s', (address, expected) => {
    expect(files.candidates(address)).toEqual(expect.arrayContaining(expected));
    expect(files.candidates(address)[0]).toBe(expected[0]);
  });
});

test.each([
  ['https://elsewhere.example/a.png'],
  ['//elsewhere.example/a.png'],
  ['data:text/plain,x'],
  ['/../hugo.toml'],
  ['/a/%2e%2e/%2e%2e/hugo.toml'],
  ['/..\\..\\hugo.toml'],
  ['/.git/config'],
  ['/a%00.png'],
])('%s is no file of the site', (address) => {
  expect(files.candidates(address)).toEqual([]);
});
