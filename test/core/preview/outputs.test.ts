import { expect, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { engineOutputs } from '../../../server/src/core/preview/engineConfig.ts';
import { pageKind } from '../../../server/src/core/preview/outputs.ts';

test.each([
  ['_index.md', 'home'],
  ['_index.sv.md', 'home'],
  ['posts/_index.md', 'section'],
  ['posts/deep/_index.en.html', 'section'],
  ['posts/a.md', 'page'],
  ['posts/album/index.md', 'page'],
  ['tags/_index.md', 'taxonomy'],
  ['tags/water/_index.md', 'term'],
  ['tagsale/_index.md', 'section'],
])('%s is of the kind %s', (path, kind) => {
  expect(pageKind(path, ['tags', 'categories'])).toBe(kind);
});

test.each([
  ['page', 'sv', ['HTML', 'print']],
  ['section', 'sv', undefined],
  ['home', 'sv', ['html', 'rss', 'scribe']],
  ['page', 'en', undefined],
  ['section', 'en', ['html']],
] as const)('A %s in %s has the formats %j', (kind, language, expected) => {
  const text = `
[outputFormats.print]
mediaType = 'text/html'
[outputs]
Page = ['HTML', 'print', 'unknown']
[languages.sv]
[languages.EN.outputs]
section = ['html']
`;
  const { raw } = mergeConfig([{ path: 'hugo.toml', text }]);
  expect(engineOutputs({ site: raw, modules: [], mounts: [] })(kind, language)).toEqual(expected);
});
