// Findings as people read them in a terminal.
import { expect, test } from 'vitest';
import { printPretty } from '../../server/src/cli/pretty.ts';
import type { Row } from '../../server/src/cli/report.ts';

const row: Row = {
  file: 'content/p.md',
  line: 7,
  column: 1,
  endLine: 7,
  endColumn: 2,
  severity: 'warning',
  code: 'x-y',
  message: 'Odd.',
  fixes: [],
  source: '',
};

/** The line of the page, and what stands below it. */
function picture(source: string, start: number, end: number, more: Partial<Row> = {}): string[] {
  const shown = printPretty([{ ...row, source, column: start + 1, endColumn: end + 1, ...more }], false);
  return shown.split('\n').slice(3, 5);
}

test.each([
  ['a word', picture('a word here', 2, 6), [' 7 | a word here', '   |   ^^^^']],
  ['an empty place', picture('ab', 1, 1), [' 7 | ab', '   |  ^']],
  ['an empty line', picture('', 0, 0), [' 7 |', '   | ^']],
  ['behind tabs', picture('\t\tx', 2, 3), [' 7 | \t\tx', '   | \t\t^']],
  ['behind wide characters', picture('墨ab', 1, 2), [' 7 | 墨ab', '   |   ^']],
  ['behind a composed character', picture('a\u0308b', 2, 3), [' 7 | a\u0308b', '   |  ^']],
  ['over several lines', picture('abc', 1, 1, { endLine: 9 }), [' 7 | abc', '   |  ^^']],
  [
    'far out in a long line',
    picture(`${'a'.repeat(500)}bb${'c'.repeat(500)}`, 500, 502),
    [` 7 | …${'a'.repeat(40)}bb${'c'.repeat(78)}…`, `   |  ${' '.repeat(40)}^^`],
  ],
])('%s is underlined', (_, shown, expected) => {
  expect(shown).toEqual(expected);
});

test('nothing of a page commands the terminal', () => {
  const shown = printPretty(
    [
      {
        ...row,
        source: '\u001B[31m\u202Ex',
        message: '\u0007 \u009B1m',
        file: 'a\u001B.md',
        fixes: ['\u001B'],
      },
    ],
    false,
  );
  expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
});

test('colors are for terminals', () => {
  expect(printPretty([row], true)).toContain('\u001B[33;1mwarning\u001B[0m');
  expect(printPretty([row], false)).not.toContain('\u001B');
});

test('the last line counts', () => {
  const rows = [
    row,
    { ...row, severity: 'error' as const, file: 'content/q.md' },
    { ...row, severity: 'information' as const },
    row,
  ];
  expect(printPretty(rows, false)).toMatch(/\n1 error, 2 warnings, 1 information in 2 files\n$/);
  expect(printPretty([], true)).toBe('');
});
