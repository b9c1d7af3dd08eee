import { describe, expect, test } from 'vitest';
import type { SiteData } from '../../../server/src/core/site/snapshot.ts';
import { toSiteData } from '../../../server/src/core/site/siteData.ts';

/** Files below `data`; those of `theme/…` are a theme's. */
function dataOf(files: Readonly<Record<string, string>>): SiteData {
  return toSiteData(
    Object.entries(files).map(([name, text]) => {
      const path = name.replace(/^theme\//, '');
      return { path, shown: `data/${path}`, uri: `file:///${name}`, text, rank: path === name ? 0 : 1 };
    }),
  );
}

const authors = {
  'list.yaml': '- name: Jane\n  site: x\n- name: "Joe"\n  tags: [a, b]\n- Name: Ann\n',
  'map.yml': 'jane:\n  name: Jane\njoe: {name: Joe}\n',
  'table.toml': '[jane]\nname = "Jane"\n[joe]\nname = \'Joe\'\n[[many]]\nname = "X"\n',
  'object.json': '{"jane": {"name": "Jane"}, "joe": {"name": "Joe", "deep": {"name": "no"}}}',
  'array.json': '[{"name": "Jane"}, {"name": "Joe"}]',
  'rows.csv': 'name,age\r\nJane,3\n"Joe ""J"" Doe","4\n5"\n,6',
  'people/jane.yaml': 'name: Jane\n',
  'people/joe.toml': 'name = "Joe"\n',
  'people/more/ann.json': '{"name": "Ann"}',
  'nested.yaml': 'a:\n  b:\n    jane:\n      name: Jane\n    joe:\n      name: Joe\n',
  'words.yaml': '- one\n- two\n',
  'picture.xml': '<a/>',
  '.hidden.yaml': 'a: b',
};

describe('the entries', () => {
  test.each<[string, string[]]>([
    ['', ['list', 'map', 'table', 'object', 'array', 'rows', 'people', 'nested', 'words', 'picture']],
    ['list', []],
    ['array', []],
    ['rows', []],
    ['map', ['jane', 'joe']],
    ['MAP', ['jane', 'joe']],
    ['table', ['jane', 'joe', 'many']],
    ['object', ['jane', 'joe']],
    ['object.joe', ['name', 'deep']],
    ['people', ['jane', 'joe', 'more']],
    ['people.jane', ['name']],
    ['people.more', ['ann']],
    ['nested.a.b', ['jane', 'joe']],
    ['nested.a', ['b']],
    ['none', []],
    ['map.jane.name', []],
    ['picture', []],
  ])('of %j', (path, values) => {
    expect(
      dataOf(authors)
        .entries(path)
        .map(({ value }) => value),
    ).toEqual(values);
  });
});

describe('the values of a field', () => {
  test.each<[string, string, string[]]>([
    ['list', 'name', ['Jane', 'Joe', 'Ann']],
    ['list', 'NAME', ['Jane', 'Joe', 'Ann']],
    ['list', 'tags', []],
    ['map', 'name', ['Jane', 'Joe']],
    ['table', 'name', ['Jane', 'Joe']],
    ['table.many', 'name', ['X']],
    ['object', 'name', ['Jane', 'Joe']],
    ['array', 'name', ['Jane', 'Joe']],
    ['rows', 'name', ['Jane', 'Joe "J" Doe']],
    ['rows', 'age', ['3', '4\n5', '6']],
    ['people', 'name', ['Jane', 'Joe']],
    ['people.more', 'name', ['Ann']],
    ['nested.a.b', 'name', ['Jane', 'Joe']],
    ['nested', 'name', []],
    ['words', 'name', []],
    ['none', 'name', []],
  ])('of %j: %j', (path, field, values) => {
    expect(
      dataOf(authors)
        .values(path, field)
        .map(({ value }) => value),
    ).toEqual(values);
  });
});

test('each says where it stands', () => {
  const data = dataOf(authors);
  expect(data.entries('map')[1]).toMatchObject({
    value: 'joe',
    uri: 'file:///map.yml',
    path: 'data/map.yml',
    offset: 19,
  });
  expect(data.values('map', 'name')[1]).toMatchObject({ value: 'Joe', offset: 31, line: 3, column: 12 });
  expect(data.entries('people')[0]).toMatchObject({
    value: 'jane',
    uri: 'file:///people/jane.yaml',
    offset: 0,
  });
  expect(data.values('array', 'name')[1]).toMatchObject({ value: 'Joe', offset: 28 });
  expect(data.values('rows', 'name')[0]).toMatchObject({ value: 'Jane', offset: 10 });
});

describe('the project comes before its themes', () => {
  const values = (data: SiteData, path: string): string[] =>
    data.values(path, 'name').map(({ value, uri }) => `${uri.includes('theme') ? 'theme' : 'own'} ${value}`);

  test('its entries hide those of the same name, and no others', () => {
    const data = dataOf({ 'theme/a.yaml': 'x:\n  name: B\ny:\n  name: C\n', 'a.toml': '[x]\nname = "A"\n' });
    expect(values(data, 'a')).toEqual(['own A', 'theme C']);
    expect(data.entries('a').map(({ value }) => value)).toEqual(['x', 'y']);
  });

  test('a list hides what the theme has', () => {
    expect(values(dataOf({ 'theme/a.yaml': '- name: B\n', 'a.yaml': '- name: A\n' }), 'a')).toEqual([
      'own A',
    ]);
    expect(values(dataOf({ 'theme/a.yaml': 'x:\n  name: B\n', 'a.yaml': '- name: A\n' }), 'a')).toEqual([
      'own A',
    ]);
    expect(values(dataOf({ 'theme/a.yaml': '- name: B\n', 'a.yaml': 'x:\n  name: A\n' }), 'a')).toEqual([
      'own A',
    ]);
  });

  test('a file and a folder of one name are one map', () => {
    const data = dataOf({ 'a.yaml': 'x:\n  name: A\n', 'a/y.yaml': 'name: B\n' });
    expect(values(data, 'a')).toEqual(['own A', 'own B']);
    expect(
      data
        .entries('a')
        .map(({ value }) => value)
        .sort(),
    ).toEqual(['x', 'y']);
  });
});

describe('broken and huge files give what can be read', () => {
  test.each([
    ['half.yaml', 'jane:\n  name: Jane\njoe\n  name: "Joe\nann: {name: Ann\n'],
    ['half.json', '{"jane": {"name": "Jane"}, "joe": {"na'],
    ['half.toml', '[jane]\nname = "Jane"\n[joe\nname = \n'],
    ['half.csv', 'name\nJane\n"Jo'],
  ])('%s', (file, text) => {
    expect(dataOf({ [file]: text }).values('half', 'name')[0]?.value).toBe('Jane');
  });

  test('of two megabytes the first', () => {
    const text = Array.from({ length: 60_000 }, (_, i) => `key${i}:\n  name: a rather long name ${i}\n`).join(
      '',
    );
    const found = dataOf({ 'big.yaml': text }).entries('big').length;
    expect(found).toBeGreaterThan(10_000);
    expect(found).toBeLessThan(60_000);
  });

  test.each(['a.yaml', 'a.json', 'a.toml', 'a.csv'])('one line of a megabyte: %s', (file) => {
    expect(dataOf({ [file]: '[{'.repeat(600_000) }).entries('a')).toEqual([]);
  });
});
