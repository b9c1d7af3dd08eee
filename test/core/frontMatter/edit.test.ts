import { describe, expect, it } from 'vitest';
import {
  addKey,
  newFrontMatter,
  removeKey,
  renameKey,
  setValue,
} from '../../../server/src/core/frontMatter/edit.ts';
import type { NewValue } from '../../../server/src/core/frontMatter/writing.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';
import { fenceOf } from '../../support/outlines.ts';

type Case = readonly [before: string, path: string, value: NewValue, after: string];

const yaml = (inner: string): string => `---\n${inner}---\nText\n`;
const toml = (inner: string): string => `+++\n${inner}+++\nText\n`;
const plain = (inner: string): string => inner;

function checkCases(change: typeof addKey, wrap: (inner: string) => string, cases: readonly Case[]): void {
  it.each(cases)('%j %s %j', (before, path, value, after) => {
    const text = wrap(before);
    expect(applyEdits(text, change(text, fenceOf(text), path.split('.'), value))).toBe(wrap(after));
  });
}

describe('a new key in YAML', () => {
  checkCases(addKey, yaml, [
    ['', 'draft', true, 'draft: true\n'],
    ['title: A\n', 'weight', 10, 'title: A\nweight: 10\n'],
    ['title: "A"\n', 'author', 'Bo', 'title: "A"\nauthor: "Bo"\n'],
    ["title: 'A'\n", 'author', "Bo's", "title: 'A'\nauthor: 'Bo''s'\n"],
    ['title: Hello\n', 'author', 'Bo', 'title: Hello\nauthor: Bo\n'],
    ['title: Hello\n', 'say', 'no', 'title: Hello\nsay: "no"\n'],
    ['title: Hello\n', 'nr', '010', 'title: Hello\nnr: "010"\n'],
    ['title: Hello\n', 'day', '2024-01-02', 'title: Hello\nday: "2024-01-02"\n'],
    ['title: Hello\n', 'a', 'b: c', 'title: Hello\na: "b: c"\n'],
    ['title: Hello\n', 'empty', '', 'title: Hello\nempty: ""\n'],
    ['title: Hello\n', 'tags', ['a', 'b c', 'no'], 'title: Hello\ntags: [a, b c, "no"]\n'],
    ['title: Hello\n', 'tags', [], 'title: Hello\ntags: []\n'],
    ['cats:\n  - a\n', 'tags', ['b', 'c'], 'cats:\n  - a\ntags:\n  - b\n  - c\n'],
    ['title: A\n\n\n', 'b', 1, 'title: A\nb: 1\n\n\n'],
    ['title: A\ntitle: B\n', 'title', 1, 'title: A\ntitle: B\n'],
    ['params:\n    a: 1\nlast: z\n', 'params.b', 2, 'params:\n    a: 1\n    b: 2\nlast: z\n'],
    ['params:\nlast: z\n', 'params.b', 2, 'params:\n  b: 2\nlast: z\n'],
    ['last: z\n', 'params.a.b', 2, 'last: z\nparams:\n  a:\n    b: 2\n'],
    ['params: {a: 1}\n', 'params.b', 'x', 'params: {a: 1, b: "x"}\n'],
    ['params: {}\n', 'params.b', true, 'params: {b: true}\n'],
    ['title: A\n', 'my key', 1, 'title: A\n"my key": 1\n'],
    ['title: A\n', 'å-b_c', 1, 'title: A\nå-b_c: 1\n'],
    ['title: A\n', 'on', 1, 'title: A\n"on": 1\n'],
    ['text: |+\n  a\n\n', 'b', 1, 'text: |+\n  a\n\nb: 1\n'],
    ['tags: [a\n', 'b', 1, 'tags: [a\nb: 1\n'],
    ['title: A\n', 'title.b', 1, 'title: A\n'],
  ]);
  it('keeps CRLF', () => {
    const text = '---\r\ntitle: A\r\n---\r\n';
    expect(applyEdits(text, addKey(text, fenceOf(text), ['b'], 1))).toBe(
      '---\r\ntitle: A\r\nb: 1\r\n---\r\n',
    );
  });
  it('keeps a BOM', () => {
    const text = '\uFEFF---\ntitle: A\n---\n';
    expect(applyEdits(text, addKey(text, fenceOf(text), ['b'], 1))).toBe('\uFEFF---\ntitle: A\nb: 1\n---\n');
  });
});

describe('a new key in TOML', () => {
  checkCases(addKey, toml, [
    ['', 'draft', true, 'draft = true\n'],
    ['title = "A"\n', 'tags', ['a', 'b'], 'title = "A"\ntags = ["a", "b"]\n'],
    ["title = 'A'\n", 'b', 'c', "title = 'A'\nb = 'c'\n"],
    ['title = "A"\n\n[params]\na = 1\n', 'b', 2, 'title = "A"\nb = 2\n\n[params]\na = 1\n'],
    ['[params]\na = 1\n', 'b', 2, 'b = 2\n[params]\na = 1\n'],
    ['[params]\na = 1\n\n[menu]\n', 'params.b', 2, '[params]\na = 1\nb = 2\n\n[menu]\n'],
    ['[params]\n\n[menu]\n', 'params.b', 2, '[params]\nb = 2\n\n[menu]\n'],
    ['title = "A"\n', 'params.b', 2, 'title = "A"\n\n[params]\nb = 2\n'],
    ['params = { a = 1 }\n', 'params.b', 2, 'params = { a = 1, b = 2 }\n'],
    ['params.a = 1\n', 'params.b', 2, 'params.a = 1\nparams.b = 2\n'],
    ['title = "A"\n', 'my key', 1, 'title = "A"\n"my key" = 1\n'],
  ]);
});

describe('a new key in JSON', () => {
  checkCases(addKey, plain, [
    ['{}\n', 'draft', true, '{\n  "draft": true\n}\n'],
    ['{\n}\n', 'draft', true, '{\n  "draft": true\n}\n'],
    ['{"a": 1}\n', 'b', 'x"y', '{"a": 1, "b": "x\\"y"}\n'],
    ['{\n    "a": 1\n}\n', 'b', ['x'], '{\n    "a": 1,\n    "b": ["x"]\n}\n'],
    [
      '{\n  "params": {\n    "a": 1\n  }\n}\n',
      'params.b',
      2,
      '{\n  "params": {\n    "a": 1,\n    "b": 2\n  }\n}\n',
    ],
    ['{"a": 1}\n', 'params.b', 2, '{"a": 1, "params": {"b": 2}}\n'],
  ]);
});

describe('another value', () => {
  checkCases(setValue, plain, [
    [yaml('title: "A" # c\n'), 'title', 'B', yaml('title: "B" # c\n')],
    [yaml('title: \'A\'\nb: "c"\nd: "e"\n'), 'title', 'B', yaml('title: \'B\'\nb: "c"\nd: "e"\n')],
    [yaml('title: Hello\n'), 'title', 'yes', yaml('title: "yes"\n')],
    [yaml('title:\nb: c\n'), 'title', 'B', yaml('title: B\nb: c\n')],
    [yaml('title: # c\nb: c\n'), 'title', 'B', yaml('title: B # c\nb: c\n')],
    [yaml('draft: true\n'), 'draft', false, yaml('draft: false\n')],
    [yaml('tags: [a]\n'), 'tags', ['a', 'b'], yaml('tags: [a, b]\n')],
    [yaml('tags:\n- a\n- c\nz: 1\n'), 'tags', ['a', 'b'], yaml('tags:\n- a\n- b\nz: 1\n')],
    [yaml('tags:\n  - a\nz: 1\n'), 'tags', [], yaml('tags: []\nz: 1\n')],
    [yaml('text: |\n  a\n  b\nz: 1\n'), 'text', 'c\nd', yaml('text: "c\\nd"\nz: 1\n')],
    [yaml('params:\n  a: 1\n'), 'params.a', 2, yaml('params:\n  a: 2\n')],
    [yaml('b: c\n'), 'title', 'B', yaml('b: c\ntitle: B\n')],
    [toml('title = "A"\n'), 'title', 'B', toml('title = "B"\n')],
    [toml('date = 2024-01-02\n'), 'date', { raw: '2025-01-02' }, toml('date = 2025-01-02\n')],
    [toml('[params]\na = 1\n'), 'params', 'x', toml('[params]\na = 1\n')],
    ['{"a": [1, 2]}\n', 'a', ['x'], '{"a": ["x"]}\n'],
  ]);
});

describe('another name', () => {
  checkCases(
    (text, fence, path, name) => renameKey(text, fence, path, typeof name === 'string' ? name : ''),
    plain,
    [
      [yaml('a: 1\nb: 2\n'), 'a', 'c', yaml('c: 1\nb: 2\n')],
      [yaml('r:\n  - s: 1\n  - s: 2\n'), 'r.[].s', 't', yaml('r:\n  - t: 1\n  - t: 2\n')],
      [yaml('a: 1\n'), 'a', 'b c', yaml('"b c": 1\n')],
      [toml('[a]\nx = 1\n[a.b]\ny = 2\n'), 'a', 'c', toml('[c]\nx = 1\n[c.b]\ny = 2\n')],
      ['{"a": 1}\n', 'a', 'b', '{"b": 1}\n'],
    ],
  );
});

describe('a key removed', () => {
  checkCases((text, fence, path) => removeKey(text, fence, path), plain, [
    [yaml('a: 1\nb: 2\n'), 'a', 0, yaml('b: 2\n')],
    [yaml('a: 1\nb: |\n  x\n  y\nc: 3\n'), 'b', 0, yaml('a: 1\nc: 3\n')],
    [yaml('a: 1\n'), 'a', 0, yaml('')],
    [yaml('a: 1\nb:\n  c: 1\n  d: 2\n'), 'b.c', 0, yaml('a: 1\nb:\n  d: 2\n')],
    [yaml('a: 1\nb:\n  c: 1\n'), 'b.c', 0, yaml('a: 1\n')],
    [yaml('r:\n  - s: 1\n    t: 2\n'), 'r.[].s', 0, yaml('r:\n  - t: 2\n')],
    [yaml('p: {a: 1, b: 2, c: 3}\n'), 'p.b', 0, yaml('p: {a: 1, c: 3}\n')],
    [yaml('p: {a: 1, b: 2}\n'), 'p.b', 0, yaml('p: {a: 1}\n')],
    [yaml('p: {a: 1}\n'), 'p.a', 0, yaml('p: {}\n')],
    [toml('a = 1\nb = 2\n'), 'b', 0, toml('a = 1\n')],
    [toml('a = 1\n[p]\nx = 1\n[p.q]\ny = 1\n[r]\nz = 1\n'), 'p', 0, toml('a = 1\n[r]\nz = 1\n')],
    ['{\n  "a": 1,\n  "b": 2\n}\n', 'a', 0, '{\n  "b": 2\n}\n'],
    ['{\n  "a": 1,\n  "b": 2\n}\n', 'b', 0, '{\n  "a": 1\n}\n'],
  ]);
});

describe('front matter for a file that has none', () => {
  const entries: readonly (readonly [string, NewValue])[] = [
    ['title', 'A: b'],
    ['draft', true],
    ['tags', ['a']],
  ];
  it.each([
    ['yaml', '---\ntitle: "A: b"\ndraft: true\ntags: [a]\n---\n'],
    ['toml', '+++\ntitle = "A: b"\ndraft = true\ntags = ["a"]\n+++\n'],
    ['json', '{\n  "title": "A: b",\n  "draft": true,\n  "tags": ["a"]\n}\n'],
    ['org', '#+title: A: b\n#+draft: true\n#+tags: a\n'],
  ] as const)('%s', (format, expected) => {
    expect(newFrontMatter(format, entries)).toBe(expected);
  });
});
