import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFence } from '../../server/src/core/frontMatter/fence.ts';
import { parseFrontMatter } from '../../server/src/core/frontMatter/parse.ts';
import type { Node } from '../../server/src/core/frontMatter/types.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import type { Problem } from '../../server/src/core/text/problem.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';
import { seed } from '../support/seed.ts';

const runs = 20_000;

interface Dialect {
  readonly format: 'yaml' | 'toml' | 'json';
  readonly headers: readonly string[];
  /** Pieces with which headers are broken. */
  readonly bits: readonly string[];
}

const dialects: readonly Dialect[] = [
  {
    format: 'yaml',
    headers: [
      '---\ntitle: "Sju råd"\ndate: 2024-01-02\ntags: [a, "b c", \'d\']\nmenu:\n  main:\n    weight: 1\n---\n',
      '---\r\ntitle: Å: b\r\nlist:\r\n- a\r\n- b: c\r\n  d: e\r\n---\r\ntext',
      '---\nx: |\n  a\n\n   b\ny: >-2\n    c\nz: &a {b: 1}\nw:\n  <<: *a\n? k\n: v\n---',
      '---\nd: !!str 1 # c\ne: "a\\tb\n f"\n---\n# Heading\n',
    ],
    bits: [
      ': ',
      '- ',
      '\n',
      '\n  ',
      '\t',
      '#',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '|',
      '>',
      '&a ',
      '*a',
      '!',
      '%',
      '? ',
    ],
  },
  {
    format: 'toml',
    headers: [
      '+++\ntitle = "Sju råd"\ndate = 2024-01-02\ntags = ["a", \'b\',]\n[params]\nx = 1\n+++\ntext',
      '+++\r\na.b.c = 1\r\nz = { q = 1.5, r = true }\r\n[[resources]]\r\nsrc = "*.png"\r\n[[resources]]\r\n+++\r\n',
      '+++\nm = """\na\\\n  b"""\nl = \'\'\'c\'\'\'\n"quoted" = 0x1f # d\n+++',
    ],
    bits: [
      ' = ',
      '\n',
      '[',
      ']',
      '[[',
      '{',
      '}',
      ',',
      '"',
      "'",
      '"""',
      '.',
      '#',
      '\\',
      '\r',
      '0',
      '_',
      'a',
      '=',
    ],
  },
  {
    format: 'json',
    headers: [
      '{"title":"Sju råd","tags":["a","b"],"n":-1.5e3,"z":null}\n\ntext',
      '{\n  "a": "x\\n\\u00e5\\"}",\n  "b": {"c": [1, {"d": false}]}\n}\n',
    ],
    bits: ['"', ':', ',', '{', '}', '[', ']', '\\', '\n', '0', 'true', '//', "'", '\\u', 'e'],
  },
];

interface Change {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

/** A real-looking header with up to four changes, a mutation of which about half are still read. */
function texts({ headers, bits }: Dialect): fc.Arbitrary<string> {
  const put = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('', ...bits) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  );
  const change = fc.record({ at: fc.nat(200), cut: fc.nat(4), put });
  return fc
    .tuple(fc.constantFrom(...headers), fc.array(change, { maxLength: 4 }))
    .map(([header, changes]) => changes.reduce(applyChange, header));
}

function applyChange(text: string, { at, cut, put }: Change): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put + text.slice(start + cut);
}

function allInside(text: string, ranges: readonly TextRange[]): boolean {
  return ranges.every(({ start, end }) => start >= 0 && start <= end && end <= text.length);
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function rangesOf(node: Node): TextRange[] {
  switch (node.kind) {
    case 'scalar':
      return [node.range];
    case 'list':
      return [node.range, ...node.items.flatMap(rangesOf)];
    case 'map': {
      const inside = node.entries.flatMap(({ keyRange, range, value }) => [
        keyRange,
        range,
        ...(value === undefined ? [] : rangesOf(value)),
      ]);
      return [node.range, ...inside];
    }
  }
}

/** Line ends for one reader of YAML and text for the other: of such a file nothing is said while both may read it. */
const linesDiffer = /[\u0085\u2028\u2029]/;

const placeOf = ({ range }: Problem): TextRange => range;

describe(
  `front matter that is changed at random (seed ${seed}, ${runs} runs each)`,
  { timeout: 120_000 },
  () => {
    it.each(dialects)('$format: the fence is found, inside the text, twice the same', (dialect) => {
      let executed = 0;
      const property = fc.property(texts(dialect), (text) => {
        executed++;
        const search = findFence(text, unknownHugo);
        const { fence, problems } = search;
        const closer = fence?.closer === undefined ? [] : [fence.closer];
        const own = fence === undefined ? [] : [fence.opener, fence.content, ...closer];
        return (
          allInside(text, [...own, ...problems.map(placeOf)]) &&
          (fence === undefined || fence.bodyStart >= fence.content.end) &&
          isSame(findFence(text, unknownHugo), search)
        );
      });
      fc.assert(property, { numRuns: runs, seed });
      expect(executed).toBeGreaterThanOrEqual(runs);
    });

    it.each(dialects)(
      '$format: it is read, inside the text, twice the same, and it is sound or has a problem',
      (dialect) => {
        let executed = 0;
        let broken = 0;
        const property = fc.property(texts(dialect), (text) => {
          const whole = { start: 0, end: text.length };
          const fence = findFence(text, unknownHugo).fence ?? {
            format: dialect.format,
            opener: whole,
            content: whole,
            closer: undefined,
            bodyStart: text.length,
          };
          const frontMatter = parseFrontMatter(text, fence, unknownHugo);
          const { root, problems, sound } = frontMatter;
          executed++;
          broken += problems.length > 0 ? 1 : 0;
          return (
            allInside(text, [...rangesOf(root), ...problems.map(placeOf)]) &&
            (sound || problems.length > 0 || (dialect.format === 'yaml' && linesDiffer.test(text))) &&
            isSame(parseFrontMatter(text, fence, unknownHugo), frontMatter)
          );
        });
        fc.assert(property, { numRuns: runs, seed });
        expect(executed).toBeGreaterThanOrEqual(runs);
        // Too soft or too hard a generator would prove little.
        expect(broken / executed).toBeGreaterThan(0.2);
        expect(broken / executed).toBeLessThan(0.98);
      },
    );
  },
);
