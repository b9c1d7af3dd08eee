// One fault hides no other, and brings none with it that is gone when the first is mended.
import { describe, expect, it } from 'vitest';
import { findFence } from '../../../server/src/core/frontMatter/fence.ts';
import { parseFrontMatter } from '../../../server/src/core/frontMatter/parse.ts';
import type { FrontMatter } from '../../../server/src/core/frontMatter/types.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { textOf } from '../../../server/src/core/text/range.ts';

function parsed(text: string): FrontMatter {
  const { fence } = findFence(text, unknownHugo);
  if (fence === undefined) {
    throw new Error('The fixture has no front matter.');
  }
  return parseFrontMatter(text, fence, unknownHugo);
}

const yaml = (inner: string): string => `---\n${inner}\n---\n`;
const toml = (inner: string): string => `+++\n${inner}\n+++\n`;

describe('every fault is a problem, in the order of the text, and the other keys are read', () => {
  it.each<[what: string, text: string, marked: string[], read: string[]]>([
    ['three values of YAML', yaml('title: A: b\ntags: [a, b\ndate: "2024\nok: 1'), [':', '[', '"'], ['ok']],
    ['two half-typed lines', yaml('title: A\nta\nslug:b\nok: 1'), ['ta', ':'], ['title', 'ok']],
    ['below a key', yaml('menu:\n  main: @x\n  side:\n    a: `y\n    b: 1\nok: 1'), ['@', '`'], ['ok']],
    ['two items of a list', yaml('r:\n- a: @x\n  b: 1\n- a: 2\n  b: `x\nok: 1'), ['@', '`'], ['ok']],
    ['an indentation and a value', yaml('card:\n  a: 1\n b: 2\nc: @\nok: 1'), ['b: 2', '@'], ['ok']],
    ['control characters', yaml('a: b\u0007\nc: d\u0007\nok: 1'), ['\u0007', '\u0007'], ['a', 'c', 'ok']],
    ['a name that nothing has', yaml('a: @\nc: *y\nok: 1'), ['@', '*y'], ['ok']],
    ['three values of TOML', toml('a = x\nb: 2\nc = "x\nok = 1'), ['x', ': 2', 'x'], ['ok']],
    ['a list over lines and a value', toml('a = [\n "x",\n y,\n "z"\n]\nb = @\nok = 1'), [',', '@'], ['ok']],
    [
      'a table and a value',
      toml('ok = 1\n[menu\nok = 2\n[menu.main]\nok = 3\n[params]\nb = @'),
      ['u', '@'],
      ['ok'],
    ],
    ['a second key and a value', toml('a = 1\na = 2\nb = oops'), ['a = 2', 'oops'], ['a']],
    [
      'a value, and a map in braces for older Hugo',
      toml('a = x\nb = { c = 1,\n d = 2 }\nok = 1'),
      ['x', ','],
      ['ok'],
    ],
    ['values of JSON', '{"a": x, "b": y, "ok": 1}', ['x', 'y'], ['ok']],
    ['commas of JSON', '{\n"a": 1\n"b": 2,\n"c": \'x\',\n"ok": 1,\n}', ['"b"', "'x'", ','], ['ok']],
    ['a comment and a colon', '{"a": 1, // [c]\n"b" 1, "ok": 1}', ['// [c]', '1'], ['a', 'ok']],
  ])('%s', (_, text, marked, read) => {
    const { problems, root, sound } = parsed(text);
    expect(problems.map(({ range }) => textOf(text, range))).toEqual(marked);
    expect(root.entries.map(({ key }) => key).filter((key) => read.includes(key))).toEqual(read);
    expect(sound).toBe(marked.includes('\u0007'));
  });
});

describe('one mistake is one problem', () => {
  it.each<[what: string, text: string, marked: string]>([
    ['a quote that the next line closes', yaml('title: "A\ntags: ["a", "b"]\nok: 1'), '"'],
    ['items below a value', yaml('title: "A"\n- b\n- c\nok: 1'), '-'],
    ['keys below a value', yaml('card: x\n  a: 1\n  b: 2'), 'a:'],
    ['a value that others refer to', yaml('a: &x @\nb: *x\nc: *x'), '@'],
    ['a list whose lines are not indented', yaml('tags: [\nx,\ny\nz: 1'), '['],
    ['lines without a key', yaml('just text\nmore text'), 'just text\nmore text'],
    [
      'page content above the delimiter',
      yaml('title: A\n\nSome text\nover lines: [\n\n* an item\n[a](b) c\n'),
      'Some text',
    ],
    ['front matter that nobody closed', '---\na: @\nb: @\n\nText.\n', '@'],
    ['a text in three quotes', toml('a = """x\nb = 1\nc = 2'), '"""x'],
    ['a list that misses commas', toml('a = [\n "x"\n "y"\n]\nb = 1'), '"'],
    ['a map in braces over lines', toml('a = { b = x,\n c = 2 }\nd = 1'), 'x,'],
    ['a map in braces for older Hugo', toml('a = { b = 1,\n c = 2 }\nd = 1'), ','],
    ['a list of JSON', '{"t": ["a", "b"\n"c": 1, "d": 2, "e": 3}', '"c"'],
    ['a text of JSON', '{"t": "a,\n"c": 1, "d": 2, "e": 3}', '"a,'],
  ])('%s', (_, text, marked) => {
    expect(parsed(text).problems.map(({ range }) => textOf(text, range))).toEqual([marked]);
  });
});

describe('of too many faults the first are said', () => {
  it.each([
    ['YAML', yaml('a: @\n'.repeat(40)), 20],
    ['TOML', toml(Array.from({ length: 40 }, (_, at) => `a${at} = @`).join('\n')), 20],
    ['YAML of many lines', yaml('a: @\n'.repeat(1900)), 13],
    ['long YAML', yaml(`a: @ ${'x'.repeat(30_000)}\n`.repeat(2)), 2],
    ['JSON', `{${'"a": x, '.repeat(40)}"ok": 1}`, 20],
    ['JSON that no bracket closes', `{${'"a": [x, '.repeat(40)}"ok": 1}`, 20],
  ])('%s', (_, text, count) => {
    expect(parsed(text).problems).toHaveLength(count);
  });
});
