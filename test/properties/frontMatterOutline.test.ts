import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFence } from '../../server/src/core/frontMatter/fence.ts';
import { outlineOf } from '../../server/src/core/frontMatter/outline.ts';
import { parseFrontMatter } from '../../server/src/core/frontMatter/parse.ts';
import { findPlace } from '../../server/src/core/frontMatter/place.ts';
import type { Fence } from '../../server/src/core/frontMatter/types.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { touches } from '../../server/src/core/text/range.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';
import { headers } from '../support/headers.ts';
import { keysOfOutline, keysOfTree } from '../support/outlines.ts';
import { seed } from '../support/seed.ts';

const runs = 20_000;
const timeout = 120_000;
process.stdout.write(`frontMatterOutline: seed ${seed}\n`);

/** Pieces of headers, thrown together: seldom well formed, never far from it. */
const pieces: Readonly<Record<'yaml' | 'toml' | 'json', readonly string[]>> = {
  yaml: [
    'title',
    ': ',
    ':',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '- ',
    '-',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ', ',
    '#',
    ' # c',
    '|',
    '>-',
    '|+2',
    'a b',
    'å',
    '\\',
    '\\n',
    '&a ',
    '*a',
    '!t ',
    '<<',
    '? ',
    '\t',
    '\r\n',
    '\r',
    '...',
    '---',
    '%',
    'key: v\n',
    'tags:\n',
    '\u0000',
    '😀',
  ],
  toml: [
    'title',
    ' = ',
    '=',
    '\n',
    '\n',
    '"',
    "'",
    '"""',
    "'''",
    '[',
    ']',
    '[[',
    ']]',
    '{',
    '}',
    ', ',
    '.',
    '#',
    'true',
    '1',
    '2024-01-02',
    '\\',
    '\\u00e5',
    'å',
    '\t',
    '\r\n',
    '\r',
    '+++',
    'key = "v"\n',
    '[t]\n',
    '[[l]]\n',
    '\u0000',
    '😀',
  ],
  json: [
    '"',
    '"title"',
    ':',
    ': ',
    ',',
    '\n',
    '\n  ',
    '{',
    '}',
    '[',
    ']',
    'true',
    '1',
    'null',
    '\\',
    '\\"',
    '\\u00e5',
    'å',
    '\r\n',
    '\r',
    '"key": "v",\n',
    'ta',
    '\u0000',
    '😀',
  ],
};
const marks = { yaml: '---\n', toml: '+++\n', json: '{' } as const;

/** A content file in the format, from pieces or from a real header that lost some characters. */
function fileOf(format: keyof typeof pieces): fc.Arbitrary<string> {
  const soup = fc
    .tuple(fc.array(fc.constantFrom(...pieces[format]), { maxLength: 40 }), fc.boolean())
    .map(([parts, isClosed]) => `${marks[format]}${parts.join('')}${isClosed ? `\n${marks[format]}` : ''}`);
  const broken = fc
    .tuple(
      fc.constantFrom(...headers.filter((header) => header.format === format)),
      fc.nat(),
      fc.nat(9),
      fc.constantFrom('', ...pieces[format]),
    )
    .map(([{ text }, at, length, piece]) => {
      const start = at % text.length;
      return text.slice(0, start) + piece + text.slice(start + length);
    });
  return fc.oneof(soup, broken);
}

function fenceIn(text: string): Fence | undefined {
  return findFence(text, unknownHugo).fence;
}

/** The first range that is not wholly inside the front matter, or stands the wrong way round. */
function strayRange(fence: Fence, ranges: readonly TextRange[]): TextRange | undefined {
  return ranges.find(
    ({ start, end }) => start < fence.content.start || end > fence.content.end || start > end,
  );
}

describe.each(['yaml', 'toml', 'json'] as const)('%s', { timeout }, (format) => {
  it('any text has an outline, the same one each time, with every range inside the front matter', () => {
    fc.assert(
      fc.property(fileOf(format), (text) => {
        const fence = fenceIn(text);
        if (fence === undefined) {
          return;
        }
        const { entries } = outlineOf(text, fence);
        const ranges = entries.flatMap(({ keyRange, valueRange, scalars }) => [
          keyRange,
          valueRange,
          ...scalars.map(({ range }) => range),
        ]);
        expect(strayRange(fence, ranges)).toBeUndefined();
        expect(entries.every(({ path, key }) => path.at(-1) === key)).toBe(true);
        expect(JSON.stringify(outlineOf(text, fence).entries)).toBe(JSON.stringify(entries));
      }),
      { numRuns: runs, seed },
    );
  });

  it('any offset has a place whose range touches it', () => {
    fc.assert(
      fc.property(fileOf(format), fc.nat(), (text, at) => {
        const fence = fenceIn(text);
        const offset = at % (text.length + 2);
        const place = fence === undefined ? undefined : findPlace(text, fence, offset);
        if (place !== undefined && place.kind !== 'none') {
          expect(touches(place.range, offset)).toBe(true);
          expect(place.range.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: runs, seed },
    );
  });
});

/** The lines of real headers, cut before each top key, put together anew. */
function wellFormed(format: 'yaml' | 'toml'): fc.Arbitrary<string> {
  const blocks = headers
    .filter((header) => header.format === format && !header.text.includes('\r'))
    .flatMap(({ text }) =>
      (text.split(/^(?:---|\+\+\+)$/m)[1] ?? '').split(/^(?=[\w"'\u0080-\uFFFF][^\n]*?[:=])/m),
    )
    .filter((block) => block.trim() !== '');
  const mark = format === 'yaml' ? '---' : '+++';
  return fc
    .tuple(fc.array(fc.constantFrom(...blocks), { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
    .map(([parts, eol]) =>
      `${mark}\n${parts.map((part) => `${part.trimEnd()}\n`).join('')}${mark}\n`.replaceAll('\n', eol),
    );
}

it.each(['yaml', 'toml'] as const)(
  'well-formed %s has the keys and texts of the tree',
  { timeout },
  (format) => {
    let compared = 0;
    fc.assert(
      fc.property(wellFormed(format), (text) => {
        const fence = fenceIn(text);
        if (fence !== undefined && parseFrontMatter(text, fence, unknownHugo).sound) {
          compared++;
          expect(keysOfOutline(outlineOf(text, fence))).toEqual(keysOfTree(text));
        }
      }),
      { numRuns: runs / 4, seed },
    );
    expect(compared).toBeGreaterThan(runs / 50);
  },
);

it('every offset of every fixture header has a place whose range touches it', () => {
  const stray: string[] = [];
  for (const { text, name } of headers) {
    const fence = fenceIn(text);
    for (let offset = 0; fence !== undefined && offset <= text.length; offset++) {
      const place = findPlace(text, fence, offset);
      if (place.kind !== 'none' && !touches(place.range, offset)) {
        stray.push(`${name} at ${offset}`);
      }
    }
  }
  expect(stray).toEqual([]);
});
