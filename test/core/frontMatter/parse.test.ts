import { describe, expect, it } from 'vitest';
import { findFence } from '../../../server/src/core/frontMatter/fence.ts';
import { findEntry, findNode } from '../../../server/src/core/frontMatter/nodes.ts';
import { parseFrontMatter } from '../../../server/src/core/frontMatter/parse.ts';
import type { FrontMatter, Node } from '../../../server/src/core/frontMatter/types.ts';
import type { HugoRange } from '../../../server/src/core/hugo/version.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { formatMessage } from '../../../server/src/core/text/message.ts';
import { textOf } from '../../../server/src/core/text/range.ts';

const newer: HugoRange = { min: '0.152.0', max: undefined, source: 'setting', file: undefined };

function parsed(text: string, hugo: HugoRange = unknownHugo): FrontMatter {
  const { fence } = findFence(text, hugo);
  if (fence === undefined) {
    throw new Error('The fixture has no front matter.');
  }
  return parseFrontMatter(text, fence, hugo);
}

/** The tree as plain values; a map as a list of pairs, so that duplicate keys show. */
function shown(node: Node | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return null;
    case 'scalar':
      return node.text;
    case 'list':
      return node.items.map(shown);
    case 'map':
      return node.entries.map(({ key, value }) => [key, shown(value)]);
  }
}

describe('the tree', () => {
  it.each([
    [
      'duplicate keys are all kept',
      '---\na: 1\nA: 2\na: 3\n---',
      [
        ['a', '1'],
        ['A', '2'],
        ['a', '3'],
      ],
    ],
    [
      'keys are strings',
      '---\n2024: x\nyes: y\n"q r": z\n---',
      [
        ['2024', 'x'],
        ['yes', 'y'],
        ['q r', 'z'],
      ],
    ],
    [
      'scalars are not resolved',
      '---\na: no\nb: 010\nc: ~\n---',
      [
        ['a', 'no'],
        ['b', '010'],
        ['c', '~'],
      ],
    ],
    ['a list at the indentation of its key', '---\na:\n- b\n- c: d\n---', [['a', ['b', [['c', 'd']]]]]],
    [
      'an unindented line in quotes',
      '---\na: "b\nc"\nd: e\n---',
      [
        ['a', 'b c'],
        ['d', 'e'],
      ],
    ],
    [
      'an unindented list in brackets',
      '---\na: [\nb,\n]\nd: e\n---',
      [
        ['a', ['b']],
        ['d', 'e'],
      ],
    ],
    [
      'texts over lines',
      '---\na: |\n  b\n\n  c\nd: >-\n  e\n  f\n---',
      [
        ['a', 'b\n\nc\n'],
        ['d', 'e f'],
      ],
    ],
    [
      'aliases stand for what they name',
      '---\na: &x b\nc: *x\n---',
      [
        ['a', 'b'],
        ['c', 'b'],
      ],
    ],
    ['what follows three dots is lost', '---\na: b\n...\nc: [\n---', [['a', 'b']]],
    [
      'lone CR',
      '---\ra: b\rc:\r  d: e\r---',
      [
        ['a', 'b'],
        ['c', [['d', 'e']]],
      ],
    ],
    [
      'TOML tables',
      '+++\na.b = 1\n[p]\nx = "y"\n[[r]]\ns = 1\n[[r]]\nt = 2\n+++',
      [
        ['a', [['b', '1']]],
        ['p', [['x', 'y']]],
        ['r', [[['s', '1']], [['t', '2']]]],
      ],
    ],
    [
      'JSON',
      '{"a":{"b":[1,"c"]},"a":null}',
      [
        ['a', [['b', ['1', 'c']]]],
        ['a', 'null'],
      ],
    ],
    [
      'Org',
      '#+title: A b\n#+tags[]: c d\n',
      [
        ['title', 'A b'],
        ['tags', ['c', 'd']],
      ],
    ],
  ])('%s', (_, text, expected) => {
    const { root, problems, sound } = parsed(text);
    const others = problems.filter(({ fatal, code }) => fatal !== 'never' && code !== 'duplicate-key');
    expect(shown(root)).toEqual(expected);
    expect([others, sound]).toEqual([[], true]);
  });

  it('has the range of every key and value', () => {
    const text = '---\nmenu:\n  main: "x" # c\n---\n';
    const { root } = parsed(text);
    const main = findEntry(root, ['Menu', 'main']);
    expect(main && [main.keyRange, main.range].map((where) => textOf(text, where))).toEqual([
      'main',
      'main: "x"',
    ]);
    const value = findNode(root, ['menu', 'main']);
    expect(value?.kind === 'scalar' && [value.source, value.text, value.style]).toEqual([
      '"x"',
      'x',
      'double',
    ]);
  });

  it('finds a merged key', () => {
    const { root } = parsed('---\na: &a {x: 1}\nb:\n  <<: *a\n---\n');
    expect(shown(findNode(root, ['b', 'x']))).toBe('1');
  });

  it('keeps the TOML keys above and below an error', () => {
    const { root } = parsed('+++\na = 1\nb = oops\nc = 3\n+++\n');
    expect(shown(root)).toEqual([
      ['a', '1'],
      ['c', '3'],
    ]);
  });
});

describe('the squiggle stands where something must be changed', () => {
  it.each([
    ['---\ntitle: A: b\n---', ':', 'A colon followed by a blank'],
    ['---\ntitle: A\nta\nb: c\n---', 'ta', 'A key must be followed'],
    ['---\ntitle: A\nslug:b\n---', ':', 'The colon after a key'],
    ['---\ntags:\n- a\n-b\n---', '-', 'The dash of a list item'],
    ['---\ntitle: "A\nx: 1\n---', '"', 'This quote has no end'],
    ['---\ntitle: "A\nx: "1"\n---', '"', 'This quote has no end'],
    ['---\ntags: [a, b\nx: 1\n---', '[', 'This list has no end'],
    ['---\ntags: ["a" "b"]\n---', '"b"', 'A comma or ] is missing'],
    ['---\ntitle: @x\n---', '@', 'A value cannot start with'],
    ['---\ntitle: "A" b\n---', 'b', 'Nothing may follow'],
    ['---\ntitle: A\n  foo: b\n---', 'foo:', 'This line is indented more'],
    ['---\ncard:\n  a: 1\n b: 2\n---', 'b: 2', 'The indentation of this line'],
    ['---\ncard:\n  - a\n - b # c\nd: e\n---', '- b # c', 'The indentation of this line'],
    ['---\ncard:\n  a:\n    b: 1\n   c: 2\n---', 'c: 2', 'The indentation of this line'],
    ['---\ntitle: A\n\tfoo: b\n---', '\t', 'YAML cannot be indented'],
    ['---\ntitle: **x**\n---', '*', 'A value that starts with *'],
    ['---\ntitle: {{ x }}\n---', '{ x }', 'A key cannot be'],
    ['---\ntitle: "a\\q"\n---', '\\q', 'In double quotes'],
    ['---\njust text\n---', 'just text', 'Front matter must consist'],
    ['+++\ntitle = A\n+++', 'A', 'A text must be in quotes'],
    ['{"a":1,}', ',', 'Remove the comma'],
    ["{'a':1}", "'a'", 'JSON knows only double'],
  ])('%j', (text, place, says) => {
    const { problems } = parsed(text);
    expect(problems.map(({ code, fatal }) => [code, fatal])).toEqual([['front-matter-syntax', 'always']]);
    expect(problems.map(({ range }) => textOf(text, range))).toEqual([place]);
    expect(problems[0]?.message.template).toContain(says);
  });
});

describe('duplicate keys', () => {
  const older = { ...newer, min: '0.111.3', max: '0.151.2' };
  it.each<[text: string, marked: string[], older: string[], newer: string[], unknown: string[]]>([
    ['---\na: 1\nb: 2\na: 3\n---', ['a'], ['never'], ['always'], ['sometimes']],
    ['---\n"a": 1\na: 3\n---', ['a'], ['never'], ['always'], ['sometimes']],
    ['---\np: {a: 1, a: 2}\n---', ['a'], ['never'], ['always'], ['sometimes']],
    ['---\nr:\n- a: 1\n  a: 2\n---', ['a'], ['never'], ['always'], ['sometimes']],
    ['---\nr:\n- a: 1\n- a: 2\n---', [], [], [], []],
    ['---\na: 1\nA: 2\n---', ['A'], ['never'], ['never'], ['never']],
    ['---\np:\n  a: 1\n  A: 2\n---', ['A'], ['never'], ['never'], ['never']],
    ['---\nx: &x {a: 1, a: 2}\ny: *x\n---', ['a'], ['never'], ['always'], ['sometimes']],
    ['---\nx: &x {a: 1}\ny:\n  <<: *x\n  <<: *x\n---', ['<<'], [], ['always'], ['sometimes']],
    [
      '---\na: 1\na: 2\nb: @\n---',
      ['@', 'a'],
      ['always', 'never'],
      ['always', 'always'],
      ['always', 'sometimes'],
    ],
    ['+++\na = 1\na = 2\n+++', ['a = 2'], ['always'], ['always'], ['always']],
    ['+++\na = 1\nA = 2\n+++', ['A'], ['never'], ['never'], ['never']],
    ['{"a": 1, "a": 2}', ['"a"'], ['never'], ['never'], ['never']],
    ['#+a: 1\n#+a: 2\n', [], [], [], []],
  ])('%j', (text, marked, ...fatal) => {
    const readings = [older, newer, unknownHugo].map((hugo) => parsed(text, hugo).problems);
    expect(readings.map((problems) => problems.map((problem) => problem.fatal))).toEqual(fatal);
    expect(readings[1]?.map(({ range }) => textOf(text, range))).toEqual(marked);
  });

  it('are not looked for where the guard stopped', () => {
    const { problems } = parsed(`---\na: 1\na: 2\nb: ${'['.repeat(5000)}\n---`);
    expect(problems.map(({ code }) => code)).toEqual(['front-matter-limited']);
  });
});

describe('what only some Hugos refuse', () => {
  const long = 'k'.repeat(1100);
  const blanks = ' '.repeat(1100);
  const before = (max: string): HugoRange => ({ min: '0.111.3', max, source: 'setting', file: undefined });
  it.each<[what: string, text: string, says: string]>([
    ['a control character', '---\na: b\u0007\n---', 'Hugo before 0.152 refuses'],
    ['a word below an empty value', '---\nx:\nfoo\nb: c\n---', 'Hugo before 0.152 refuses'],
    ['a dash in brackets', '---\nt: [- a]\n---', 'Hugo before 0.152 refuses'],
    ['an escaped slash', '---\na: "b\\/c"\n---', 'Hugo before 0.152 refuses'],
    ['a dot in the name of a value', '---\na: &b.c 1\n---', 'Hugo before 0.152 refuses'],
    ['a long key', `---\n${long}: b\n---`, 'Hugo before 0.152 refuses'],
    ['a long key in brackets', `---\na: [${long}: b]\n---`, 'Hugo before 0.152 refuses'],
    ['a long key in braces', `---\na: {${long}: b}\n---`, 'Hugo before 0.152 refuses'],
    ['a long quoted key in braces', `---\na: {"${long}":b}\n---`, 'Hugo before 0.152 refuses'],
    ['many blanks before a colon in brackets', `---\na: [b${blanks}: c]\n---`, 'Hugo before 0.152 refuses'],
    ['a name without a value', '---\na: &b\n---', 'Hugo 0.152 and newer refuse'],
    ['an escaped single quote', '---\na: "it\\\'s"\n---', 'Hugo 0.152 and newer refuse'],
    ['a map in braces over two lines', '+++\na = { b = 1,\n c = 2 }\n+++', 'Hugo before 0.164 refuses'],
    ['a time without seconds', '+++\na = 12:30\n+++', 'Hugo before 0.164 refuses'],
    ['a hexadecimal escape', '+++\na = "\\x41"\n+++', 'Hugo before 0.164 refuses'],
  ])('%s', (_, text, says) => {
    const newest: HugoRange = { ...before('0.168.0'), min: '0.164.0' };
    const verdicts = [before('0.151.2'), newest].map((hugo) => parsed(text, hugo).problems[0]?.fatal);
    expect(verdicts).toEqual(says.includes('newer') ? [undefined, 'always'] : ['always', undefined]);
    const [problem] = parsed(text).problems;
    expect([problem?.fatal, problem && formatMessage(problem.message)]).toEqual([
      'sometimes',
      expect.stringContaining(says) as string,
    ]);
  });

  it.each([
    ['below a line of dots', '---\na: b\n...\nc: d\n---', '...', ['never', 'never', 'never']],
    ['behind a line of dots', '---\na: b\n... c\n---', '...', ['never', 'never', 'never']],
    ['below an indented key', '---\n  a: b\nc: d\n---', 'c: d', ['never', 'always', 'sometimes']],
  ])('%s Hugo drops what is not refused', (_, text, marked, fatal) => {
    const readings = [before('0.151.2'), newer, unknownHugo].map((hugo) => parsed(text, hugo).problems);
    expect(readings.map(([problem]) => problem?.fatal)).toEqual(fatal);
    expect(readings.map(([problem]) => problem && textOf(text, problem.range))).toEqual(
      fatal.map(() => marked),
    );
  });

  it.each([
    ['nothing below dots', '---\na: b\n...\n# c\n\n---'],
    ['an indented map', '---\n  a: b\n  c: d\n---'],
    ['a named value', '---\na: &b\n  c: d\n---'],
    ['a name at the end of a map', '---\np:\n  a: &b\nc: d\n---'],
    ['the escape character in TOML', '+++\na = "\\e[0m"\n+++'],
    ['a byte order mark in front of a key', '---\na: b\n\uFEFFc: d\n---'],
  ])('%s is read by every Hugo', (_, text) => {
    expect(parsed(text).problems).toEqual([]);
  });
});

describe('the guard says so, as no error, and nothing hangs', () => {
  it.each([
    ['brackets', `---\na: ${'['.repeat(5000)}\n---`],
    ['braces', `---\na: ${'{a: '.repeat(5000)}\n---`],
    ['dashes', `---\n${'- '.repeat(5000)}\n---`],
    ['question marks', `---\n${'? '.repeat(5000)}\n---`],
    ['indentation', `---\n${Array.from({ length: 90 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n---`],
    ['dotted keys', `+++\n${'a.'.repeat(5000)}a = 1\n+++`],
    ['JSON', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['size', `---\na: ${'x'.repeat(70_000)}\n---`],
    ['commas', `+++\na = [${'1,'.repeat(5000)}]\n+++`],
    ['lines', `---\n${'\n'.repeat(3000)}---`],
    ['aliases', `---\na: &a b\nc: [${'*a, '.repeat(200)}]\n---`],
    [
      'aliases of aliases',
      `---\na: &a [${'x, '.repeat(9)}]\n${Array.from('bcdefgh')
        .map((k, i) => `${k}: &${k} [${`*${'abcdefg'.charAt(i)}, `.repeat(9)}]`)
        .join('\n')}\n---`,
    ],
  ])('%s', (_, text) => {
    const { problems, sound } = parsed(text);
    expect(problems.map(({ code, fatal }) => [code, fatal])).toEqual([['front-matter-limited', 'limited']]);
    expect(sound).toBe(false);
  });
});
