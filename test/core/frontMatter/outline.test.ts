import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../../server/src/core/frontMatter/parse.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { textOf } from '../../../server/src/core/text/range.ts';
import { headers } from '../../support/headers.ts';
import { fenceOf, keysOfOutline, keysOfTree, outlineIn } from '../../support/outlines.ts';

describe('the outline of well-formed front matter says the same as the tree', () => {
  it.each(headers)('$format: $name', ({ text }) => {
    expect(
      parseFrontMatter(text, fenceOf(text), unknownHugo).problems.filter(({ fatal }) => fatal === 'always'),
    ).toEqual([]);
    expect(keysOfOutline(outlineIn(text))).toEqual(keysOfTree(text));
  });
});

/** Every entry as `path: shape ‹key› ‹value›`. */
function entriesIn(text: string): string[] {
  return outlineIn(text).entries.map(
    ({ path, shape, keyRange, valueRange }) =>
      `${path.join('.')}: ${shape} ‹${textOf(text, keyRange)}› ‹${textOf(text, valueRange)}›`,
  );
}

it('an alias stays as written', () => {
  expect(keysOfOutline(outlineIn('---\na: &x A\nb: *x\n---\n'))).toEqual(['a = ["A"]', 'b = ["*x"]']);
});

describe('the ranges of keys and values', () => {
  it.each<readonly [string, readonly string[]]>([
    ['---\ntitle: "A"  # c\n"my key":\n---\n', ['title: scalar ‹title› ‹"A"›', 'my key: none ‹"my key"› ‹›']],
    [
      '---\ntags:\n  - a\n  - b # c\nparams:\n  x: 1\n\nz: 2\n---\n',
      [
        'tags: list ‹tags› ‹- a\n  - b›',
        'params: map ‹params› ‹x: 1›',
        'params.x: scalar ‹x› ‹1›',
        'z: scalar ‹z› ‹2›',
      ],
    ],
    ['---\ntext: |\n  a\n  b\n\nz: 1\n---\n', ['text: scalar ‹text› ‹|\n  a\n  b›', 'z: scalar ‹z› ‹1›']],
    ['---\np: {a: [1, 2]}\n---\n', ['p: map ‹p› ‹{a: [1, 2]}›', 'p.a: list ‹a› ‹[1, 2]›']],
    ['+++\ntitle = "A" # c\n+++\n', ['title: scalar ‹title› ‹"A"›']],
    ['+++\na.b = 1\n+++\n', ['a: map ‹a› ‹b = 1›', 'a.b: scalar ‹b› ‹1›']],
    ['{"a": {"b": [true]}}\n', ['a: map ‹"a"› ‹{"b": [true]}›', 'a.b: list ‹"b"› ‹[true]›']],
    ['#+title: A b\n#+tags[]: c d\n', ['title: scalar ‹title› ‹A b›', 'tags: list ‹tags› ‹c d›']],
  ])('%j', (text, expected) => {
    expect(entriesIn(text)).toEqual(expected);
  });
});

describe('hostile front matter is read to its end', () => {
  const deep = 20_000;
  it.each([
    ['brackets', `---\na: ${'['.repeat(deep)}\nlast: z\n---\n`],
    ['braces', `---\na: ${'{a: '.repeat(deep)}\nlast: z\n---\n`],
    ['dashes', `---\n${'- '.repeat(deep)}\nlast: z\n---\n`],
    ['unclosed brackets on many lines', `---\n${'k y: [\n'.repeat(deep)}last: z\n---\n`],
    ['unclosed quotes on many lines', `---\n${'k y: "a\n'.repeat(deep)}last: z\n---\n`],
    ['dots', `+++\n${'a.'.repeat(deep)}a = 1\nlast = "z"\n+++\n`],
    ['arrays', `+++\na = ${'['.repeat(deep)}\nlast = "z"\n+++\n`],
    ['unclosed triple quotes', `+++\n${'a = """\n'.repeat(deep)}last = "z"\n+++\n`],
  ])('%s', (_, text) => {
    expect(keysOfOutline(outlineIn(text))).toContain('last = ["z"]');
  });
});
