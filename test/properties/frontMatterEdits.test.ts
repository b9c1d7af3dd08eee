// What an edit writes is read back by our parser and by parsers that know nothing of us, in both dialects of YAML.
import fc from 'fast-check';
import { parse as parseTomlText } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { parse as parseYamlText } from 'yaml';
import {
  addKey,
  newFrontMatter,
  removeKey,
  renameKey,
  setValue,
} from '../../server/src/core/frontMatter/edit.ts';
import { parseFrontMatter } from '../../server/src/core/frontMatter/parse.ts';
import { resolveScalar } from '../../server/src/core/frontMatter/scalar.ts';
import type { Node } from '../../server/src/core/frontMatter/types.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import type { OffsetEdit } from '../../server/src/core/text/edit.ts';
import { textOf } from '../../server/src/core/text/range.ts';
import { fenceOf } from '../support/outlines.ts';
import { seed } from '../support/seed.ts';

/** Four changes share the cases of a format. */
const runs = 20_000;
const timeout = 120_000;
process.stdout.write(`frontMatterEdits: seed ${seed}\n`);

type Format = 'yaml' | 'toml' | 'json';
type Value = string | boolean | number | readonly string[];
type Model = ReadonlyMap<string, Value>;

const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'no',
    'Yes',
    'y',
    'on',
    'null',
    '~',
    '010',
    '0x1f',
    '1_000',
    '1e3',
    '.5',
    '+1',
    '-',
    '12:30:45',
    '2024-01-02',
    '2024-01-02T03:04:05Z',
    'a: b',
    'a:b',
    'a #b',
    '#a',
    '- a',
    '? a',
    '[a]',
    '{a}',
    'a, b',
    '*a',
    '&a',
    '!a',
    '@a',
    '`a`',
    '%a',
    '|',
    '>',
    '"a"',
    "it's",
    "'",
    '"',
    '\\',
    'C:\\temp',
    'a\nb',
    'a\n',
    '\ta',
    ' a ',
    'å é 日本 😀',
    '---',
    '+++',
    '...',
    '<<',
    '=',
    'true',
    'nan',
    'inf',
    '.inf',
    '\u0000',
    '\u0085',
    '\u2028',
    '\uFEFF',
    '\u00a0a',
    '\u007f',
    'https://example.org/#a',
    '/a/b/',
    "'''",
    '"""',
    '{{< a >}}',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('a', ' ', ':', '#', '"', "'", '-', ',', '\n', '1', 'å'), maxLength: 8 }),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.boolean(),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.array(text, { maxLength: 4 }),
);
const key = fc.constantFrom(
  'title',
  'a-b',
  'c_d',
  'å',
  'my key',
  '2024',
  'true',
  'on',
  'x.y',
  'a: b',
  '#k',
  "it's",
  '"q"',
  'null',
  '日本',
);
const model: fc.Arbitrary<Model> = fc
  .uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 4 })
  .map((pairs) => new Map(pairs));

/** A half surrogate pair cannot be stored; it is written as U+FFFD. */
const storable = (of: Value): Value =>
  typeof of === 'string'
    ? of.replaceAll(/\p{Cs}/gu, '\uFFFD')
    : Array.isArray(of)
      ? of.map((item: string) => item.replaceAll(/\p{Cs}/gu, '\uFFFD'))
      : of;

const asObject = (of: Model): Record<string, unknown> =>
  Object.fromEntries([...of].map(([name, item]) => [name, storable(item)]));

/** What our own parser says, resolved for a range of Hugo versions. */
function readBack(file: string, hugo: HugoRange): unknown {
  const fence = fenceOf(file);
  const { root, sound } = parseFrontMatter(file, fence, hugo);
  expect(sound).toBe(true);
  const plain = (node: Node | undefined): unknown => {
    if (node === undefined) {
      return null;
    }
    if (node.kind === 'scalar') {
      return resolveScalar(node, fence.format, hugo).value;
    }
    return node.kind === 'list'
      ? node.items.map((item) => plain(item))
      : Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]));
  };
  return plain(root);
}

const oldHugo: HugoRange = { ...unknownHugo, min: '0.111.0', max: '0.147.6' };
const newHugo: HugoRange = { ...unknownHugo, min: '0.160.0' };

/** What parsers that know nothing of us say. */
function readByOthers(file: string, format: Format): unknown[] {
  const inner = textOf(file, fenceOf(file).content);
  switch (format) {
    case 'yaml':
      return (['1.1', '1.2'] as const).map(
        (version) => (parseYamlText(inner, { version, merge: false }) as unknown) ?? {},
      );
    case 'toml':
      return [parseTomlText(inner)];
    case 'json':
      return [JSON.parse(inner) as unknown];
  }
}

function expectReads(file: string, format: Format, expected: unknown): void {
  const wanted = JSON.stringify(expected);
  for (const found of [readBack(file, oldHugo), readBack(file, newHugo), ...readByOthers(file, format)]) {
    if (JSON.stringify(found) !== wanted) {
      expect({ file, found }).toEqual({ file, found: expected });
    }
  }
}

interface Start {
  readonly file: string;
  readonly before: Model;
}

/** A file in the format with some keys, in one of the styles that writers use. */
function startOf(format: Format): fc.Arbitrary<Start> {
  return fc
    .tuple(
      model,
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom<('' | '"' | "'")[]>('', '"', "'"),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([before, eol, quote, hasBom, hasComments]) => {
      const header = newFrontMatter(format, [...before], { eol, quote });
      const lines =
        hasComments && format !== 'json'
          ? header.replaceAll(eol, `${eol}# a: "b${eol}`).replace(/# a: "b\r?\n$/, '')
          : header;
      return { file: `${hasBom ? '\uFEFF' : ''}${lines}Text: [a${eol}`, before };
    });
}

/** Every byte outside the edits stays, and no edit begins or ends with what was there before. */
function expectMinimal(file: string, edits: readonly OffsetEdit[]): void {
  const fence = fenceOf(file);
  for (const { range } of edits) {
    expect(range.start).toBeGreaterThanOrEqual(fence.content.start);
    expect(range.end).toBeLessThanOrEqual(fence.content.end);
  }
  const body = file.slice(fence.bodyStart);
  expect(applyEdits(file, edits).endsWith(body)).toBe(true);
}

describe.each(['yaml', 'toml', 'json'] as const)('%s', { timeout }, (format) => {
  const check = (
    change: (start: Start, name: string, item: Value) => readonly [readonly OffsetEdit[], Model],
  ): void => {
    fc.assert(
      fc.property(startOf(format), key, value, (start, name, item) => {
        const [edits, after] = change(start, name, item);
        expectMinimal(start.file, edits);
        expectReads(applyEdits(start.file, edits), format, asObject(after));
      }),
      { numRuns: runs / 4, seed },
    );
  };

  it('a key that is added, or left alone if it is there', () => {
    check(({ file, before }, name, item) => [
      addKey(file, fenceOf(file), [name], item),
      before.has(name) ? before : new Map([...before, [name, item]]),
    ]);
  });

  it('a value that is set', () => {
    check(({ file, before }, name, item) => [
      setValue(file, fenceOf(file), [name], item),
      new Map([...before, [name, item]]),
    ]);
  });

  it('a key that is renamed', () => {
    check(({ file, before }, name) => [
      renameKey(file, fenceOf(file), [name], 'new: name'),
      new Map([...before].map(([old, item]) => [old === name ? 'new: name' : old, item])),
    ]);
  });

  it('a key that is removed', () => {
    check(({ file, before }, name) => [
      removeKey(file, fenceOf(file), [name]),
      new Map([...before].filter(([old]) => old !== name)),
    ]);
  });

  it('keys that are added in maps, one after the other', () => {
    const names = fc.uniqueArray(key, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        startOf(format),
        names,
        value,
        fc.constantFrom(['params'], ['params', 'sub']),
        (start, added, item, path) => {
          let file = start.file;
          for (const name of added) {
            const edits = addKey(file, fenceOf(file), [...path, name], item);
            expectMinimal(file, edits);
            file = applyEdits(file, edits);
          }
          const inner = asObject(new Map(added.map((name) => [name, item])));
          const nested = [...path].reverse().reduce<object>((below, part) => ({ [part]: below }), inner);
          expectReads(file, format, { ...asObject(start.before), ...nested });
        },
      ),
      { numRuns: runs / 10, seed },
    );
  });
});
