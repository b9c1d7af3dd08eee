import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { findShortcodePlace, type ShortcodePlace } from '../../server/src/core/shortcodes/place.ts';
import { scanShortcodes } from '../../server/src/core/shortcodes/scan.ts';
import { openShortcodesAt, parseShortcodes } from '../../server/src/core/shortcodes/tree.ts';
import { leftLength } from '../../server/src/core/shortcodes/types.ts';
import type { ShortcodeCall, ShortcodeScan, ShortcodeTag } from '../../server/src/core/shortcodes/types.ts';
import { covers, textOf, touches, type TextRange } from '../../server/src/core/text/range.ts';
import { seed } from '../support/seed.ts';

/** The pieces of the grammar, and what is easily confused with them. */
const piece = fc.constantFrom(
  ...['{{<', '{{%', '>}}', '%}}', '}}', '{{', '{', '}', '>', '%', '/*', '*/', '*/>}}'],
  ...['box', 'hr', 'new', 'x.inline', 'a/b', 'å', '-', '.', '_', '𝒜', '7', '1.5', 'true'],
  ...['/', '=', '"', '`', '\\', '\\"', '\\`', "'", '“', ',', ':', '@', '\u0000', '\u00a0', '\ud800'],
  ...[' ', ' ', ' ', '\t', '\n', '\r\n', '\r', '\n\n', '\f', 'src="a b"', 'alt=c', '`raw\n`'],
);

const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

const value = fc.constantFrom('"a"', '"a \\"b\\" c"', '`a\nb`', '1', 'true', '"a >}} b"', '""');
const call = fc
  .record({
    delimiters: fc.constantFrom(['{{<', '>}}'] as const, ['{{%', '%}}'] as const),
    name: fc.constantFrom('box', 'row', 'hr', 'new', 'blocks/lead', 'my-card'),
    args: fc.oneof(
      fc.array(
        fc.tuple(fc.constantFrom('src', 'data-x'), value).map(([name, text]) => `${name}=${text}`),
        { maxLength: 3 },
      ),
      fc.array(value, { maxLength: 3 }),
    ),
    end: fc.constantFrom('', '/'),
    between: fc.constantFrom(' ', '\n  '),
  })
  .map(({ delimiters: [left, right], name, args, end, between }) =>
    [left, name, ...args, `${end}${right}`].join(between),
  );

const closer = fc.constantFrom('{{< /box >}}', '{{% /row %}}', '{{</>}}', '{{< /new >}}', '{{< / box >}}');
const page = fc.array(fc.oneof(call, closer, fc.constantFrom('text\n', 'a, b\n', ' ', '```\n')), {
  maxLength: 8,
});

/** A page with one place changed: what a writer does with each key. */
const mutated = fc
  .tuple(page, fc.nat(), fc.nat(6), fc.oneof(piece, fc.constant('')))
  .map(([parts, at, cut, added]) => {
    const text = parts.join('');
    const start = at % (text.length + 1);
    return text.slice(0, start) + added + text.slice(start + cut);
  });

const anyText = fc.oneof(soup, mutated, fc.string({ unit: 'binary', maxLength: 60 }));

const known = (name: string): boolean | undefined => {
  return name === 'box' || name === 'row' ? true : name === 'hr' ? false : undefined;
};

function scan(text: string): ShortcodeScan {
  return scanShortcodes(text, 0, unknownHugo);
}

function run<T>(name: string, runs: number, arbitrary: fc.Arbitrary<T>, check: (value: T) => void): void {
  let executed = 0;
  fc.assert(
    fc.property(arbitrary, (example) => {
      executed++;
      check(example);
    }),
    { numRuns: runs, seed },
  );
  process.stdout.write(`${name}: ${executed} cases, seed ${seed}\n`);
  expect(executed).toBeGreaterThanOrEqual(runs);
}

/** `expect` is too slow for some hundred thousand questions. */
function must(holds: boolean): void {
  if (!holds) {
    throw new Error('This does not hold.');
  }
}

function isInside(text: string, where: TextRange): boolean {
  return 0 <= where.start && where.start <= where.end && where.end <= text.length;
}

function checkTag(text: string, tag: ShortcodeTag): void {
  const parts = [tag.nameRange, tag.right, tag.slash].filter((part) => part !== undefined);
  for (const part of parts) {
    must(covers(tag.range, part));
  }
  must(textOf(text, tag.nameRange) === tag.name);
  let end = tag.range.start + leftLength;
  for (const { range, valueRange, contentRange, nameRange } of tag.args) {
    must(range.start >= end);
    expect(covers(tag.range, range) && covers(range, valueRange) && covers(valueRange, contentRange)).toBe(
      true,
    );
    must(nameRange === undefined || covers(range, nameRange));
    end = range.end;
  }
  must(end <= (tag.right?.start ?? tag.range.end));
}

function checkCalls(calls: readonly ShortcodeCall[], outer: TextRange): void {
  let end = outer.start;
  for (const { range, inner, children } of calls) {
    must(range.start >= end && range.end <= outer.end);
    checkCalls(children, inner ?? { start: range.end, end: range.end });
    end = range.end;
  }
}

test('any text gives tags and nested calls, in order and inside the text, and always the same', () => {
  run('shortcodes', 20_000, anyText, (text) => {
    const found = scan(text);
    const tree = parseShortcodes(found, known);
    let end = 0;
    for (const tag of found.tags) {
      must(tag.range.start >= end);
      must(isInside(text, tag.range));
      checkTag(text, tag);
      end = tag.range.end;
    }
    must(found.problems.every(({ range }) => isInside(text, range) && range.start < range.end));
    must(found.tags.some(({ sound }) => !sound) ? found.problems.length > 0 : true);
    checkCalls(tree.calls, { start: 0, end: text.length });
    const again = scan(text);
    must(JSON.stringify([again, parseShortcodes(again, known)]) === JSON.stringify([found, tree]));
  });
});

test('every tag that a page has is found', () => {
  run('whole pages', 5_000, page, (parts) => {
    const tags = parts.filter((part) => part.startsWith('{{'));
    const found = scan(parts.join(''));
    expect(found.problems).toEqual([]);
    expect(found.tags.map(({ range }) => textOf(parts.join(''), range))).toEqual(tags);
  });
});

test('a broken tag loses no sound tag on a later line', () => {
  const half = soup.map((text) => `{{< ${text.replaceAll(/[\r\n`*]|\{\{|\}\}/g, '')}`);
  run('broken tags', 5_000, fc.tuple(half, page), ([broken, parts]) => {
    const after = parts.join('');
    const expected = scan(after).tags.map(({ name, kind }) => `${kind} ${name}`);
    const found = scan(`${broken}\n\nA paragraph, like this.\n${after}`).tags.map(
      ({ name, kind }) => `${kind} ${name}`,
    );
    expect(found.slice(found.length - expected.length)).toEqual(expected);
  });
});

/** What a completion there would replace. */
function rangeOf(place: ShortcodePlace): TextRange | undefined {
  return 'range' in place ? place.range : undefined;
}

test('every offset has a place, which touches it', () => {
  run('places', 20_000, anyText, (text) => {
    const found = scan(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const place = findShortcodePlace(text, found, offset);
      const range = rangeOf(place);
      must(range === undefined || (isInside(text, range) && touches(range, offset)));
      if (place.kind === 'name') {
        must(place.tail.start === place.range.end && isInside(text, place.tail));
      }
    }
    const middle = text.length >> 1;
    must(openShortcodesAt(found, middle, known).every((tag) => tag.range.start < middle));
  });
});
