import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { contentFileOf } from '../../../server/src/core/site/contentFile.ts';
import { toPageRecord } from '../../../server/src/core/site/pageRecord.ts';
import {
  identityOf,
  renderingTemplates,
  type PageIdentity,
} from '../../../server/src/core/site/templateLookup.ts';
import { roleOf } from '../../../server/src/core/site/templateRole.ts';
import { seed } from '../../support/seed.ts';

const config = mergeConfig([
  {
    path: 'hugo.toml',
    text: '[taxonomies]\ntag = "tags"\n"author" = "people/authors"\n[languages.en]\nweight=1\n[languages.sv]\nweight=2\n',
  },
]);

function identity(path: string, keys = ''): PageIdentity {
  const file = contentFileOf(path, config);
  return identityOf(toPageRecord(`file:///${path}`, file, `---\n${keys}---\n`, unknownHugo), config);
}

const tag = { singular: 'tag', plural: 'tags' };
const author = { singular: 'author', plural: 'people/authors' };

describe('what a page is looked up by', () => {
  test.each<[string, string, Partial<PageIdentity>]>([
    ['_index.md', '', { kind: 'home', path: '', section: '', type: 'page', language: 'en' }],
    ['_index.sv.md', '', { kind: 'home', path: '', language: 'sv' }],
    ['about.md', '', { kind: 'page', path: 'about', section: '', type: 'page', layout: undefined }],
    ['about/index.md', '', { kind: 'page', path: 'about', section: '', type: 'page' }],
    ['blogg/post.md', '', { kind: 'page', path: 'blogg/post', section: 'blogg', type: 'blogg' }],
    ['blogg/v1.2.sv.md', '', { path: 'blogg/v1.2', language: 'sv' }],
    ['blogg/2023/post/index.sv.md', '', { kind: 'page', path: 'blogg/2023/post', section: 'blogg' }],
    ['Blogg/Post.md', '', { path: 'blogg/post', section: 'Blogg', type: 'Blogg' }],
    ['blogg/_index.md', '', { kind: 'section', path: 'blogg', section: 'blogg', type: 'blogg' }],
    ['blogg/2023/_index.md', '', { kind: 'section', path: 'blogg/2023', section: 'blogg' }],
    [
      'blogg/post.md',
      'type: news\nlayout: Wide\n',
      { path: 'news/post', type: 'news', layout: 'Wide', section: 'blogg' },
    ],
    ['blogg/_index.md', 'Type: news\n', { kind: 'section', path: 'news', type: 'news' }],
    ['about.md', 'type: page\n', { path: 'page/about', type: 'page' }],
    ['_index.md', 'type: start\n', { kind: 'home', path: 'start', type: 'start' }],
    ['tags/_index.md', '', { kind: 'taxonomy', path: 'tags', taxonomy: tag }],
    ['tags/red/_index.md', '', { kind: 'term', path: 'tags/red', taxonomy: tag }],
    ['tags/red.md', '', { kind: 'page', path: 'tags/red' }],
    ['people/_index.md', '', { kind: 'section', path: 'people' }],
    ['people/authors/_index.md', '', { kind: 'taxonomy', taxonomy: author }],
    ['people/authors/jane/_index.md', '', { kind: 'term', taxonomy: author }],
  ])('%s with %j', (path, keys, expected) => {
    expect(identity(path, keys)).toMatchObject(expected);
  });

  test('a section has no taxonomy', () => {
    expect(identity('blogg/_index.md').taxonomy).toBeUndefined();
  });
});

test('any templates and any page have an answer, each template once', () => {
  const word = fc.constantFrom(
    '_default',
    'blogg',
    'tags',
    'section',
    'list',
    'single',
    'baseof',
    '_markup',
    'render-link',
    '',
    '.',
    'sv',
    '..',
  );
  const path = fc.array(word, { maxLength: 5 }).map((words) => `${words.join('/')}.html`);
  fc.assert(
    fc.property(fc.array(path, { maxLength: 20 }), path, (paths, page) => {
      const templates = paths.map((name) => ({
        source: { uri: undefined, path: name, origin: 'project' as const },
        path: name,
        role: roleOf(name),
        rank: 0,
        reading: undefined,
        ids: [],
      }));
      const found = renderingTemplates(templates, identity(page), unknownHugo);
      expect(new Set(found).size).toBe(found.length);
      expect(templates).toEqual(expect.arrayContaining([...found]));
    }),
    { seed },
  );
});
