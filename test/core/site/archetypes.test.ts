import { describe, expect, test } from 'vitest';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { archetypesFor, toArchetype } from '../../../server/src/core/site/archetypes.ts';
import type { Archetype } from '../../../server/src/core/site/snapshot.ts';

function archetype(path: string, text = '---\ntitle: x\n---\n', rank = 0): Archetype | undefined {
  const source = { uri: `file:///${path}`, path: `archetypes/${path}`, origin: 'project' } as const;
  return toArchetype(path, text, source, rank, unknownHugo);
}

function keysOf(text: string): Record<string, string[]> {
  const keys = archetype('default.md', text)?.keys ?? [];
  return Object.fromEntries(keys.map(({ id, type, values }) => [id, [type, ...values]]));
}

describe('the name', () => {
  test.each([
    ['blogg.md', 'blogg'],
    ['default.md', 'default'],
    ['default.html', 'default'],
    ['Blogg.md', 'Blogg'],
    ['blogg/index.md', 'blogg'],
    ['blogg/_index.md', 'blogg'],
    ['blogg/more.md', undefined],
    ['blogg/images/index.md', undefined],
    ['blogg/picture.jpg', undefined],
    ['notes.txt', undefined],
    ['.hidden.md', undefined],
  ])('of %s is %s', (path, name) => {
    expect(archetype(path)?.name).toBe(name);
  });
});

describe('the keys, in their order, with the values that are no work of a template', () => {
  test.each([
    [
      '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\ntags: ["Svenska"]\nempty:\n---\n',
      {
        title: ['string'],
        date: ['string'],
        draft: ['bool', 'true'],
        tags: ['list', 'Svenska'],
        empty: ['null'],
      },
    ],
    [
      "+++\ntitle = '{{ replace .File.ContentBaseName `-` ` ` | title }}'\ndraft = true\n[params]\nx = 1\n+++\n",
      { title: ['string'], draft: ['bool', 'true'], params: ['map'], 'params.x': ['int', '1'] },
    ],
    [
      '{\n  "title": "{{ replace .Name "-" " " | title }}",\n  "draft": true\n}\n',
      { title: ['string'], draft: ['bool', 'true'] },
    ],
    [
      '---\ntags: [{{ .Type }}, fixed]\ncolor: dark {{ .Name }}\n{{ .Type }}: x\nlast: z\n---\n',
      { tags: ['list', 'fixed'], color: ['string'], last: ['string', 'z'] },
    ],
    [
      '{{- $title := .Name -}}\n---\ntitle: {{ with $title }}\n  {{ . }}: {\n{{ end }}\nlast: z\n---\n',
      { title: ['string'], last: ['string', 'z'] },
    ],
    ['---\ntitle: {{ .Name\ndraft: true\n---\n', { title: ['string'], draft: ['bool', 'true'] }],
    ['no front matter\n', {}],
    ['', {}],
  ])('%j', (text, keys) => {
    expect(keysOf(text)).toEqual(keys);
    expect(Object.keys(keysOf(text))).toEqual(Object.keys(keys));
  });
});

test("a new page takes that of its section, the project's first, then the default", () => {
  const all = [
    archetype('default.md'),
    archetype('blogg.md', '', 1),
    archetype('news.md'),
    archetype('Blogg/index.md'),
    archetype('default.md', '', 1),
  ].flatMap((found) => found ?? []);
  const taken = (kind: string): string[] =>
    archetypesFor(all, kind).map(({ name, rank }) => `${name} ${rank}`);
  expect(taken('blogg')).toEqual(['Blogg 0', 'blogg 1', 'default 0', 'default 1']);
  expect(taken('News')).toEqual(['news 0', 'default 0', 'default 1']);
  expect(taken('')).toEqual(['default 0', 'default 1']);
  expect(taken('default')).toEqual(['default 0', 'default 1']);
});
