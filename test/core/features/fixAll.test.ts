import { expect, test } from 'vitest';
import type { Finding, Fix } from '../../../server/src/core/features/finding.ts';
import { fixAll } from '../../../server/src/core/features/fixAll.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';
import { message } from '../../../server/src/core/text/message.ts';

const text = 'abcdefghij';

function found(start: number, fix: Partial<Fix> & Pick<Fix, 'edits'>): Finding {
  const range = { start, end: start + 1 };
  const fixes = [{ title: message('Fix it'), isSure: true as const, ...fix }];
  return { code: 'x-y', severity: 'hint', range, message: message('Odd.'), fixes };
}

const change = (start: number, end: number, newText: string): Fix['edits'][number] => ({
  range: { start, end },
  newText,
});

test.each([
  [
    'all of them',
    [found(0, { edits: [change(0, 1, 'A')] }), found(4, { edits: [change(4, 5, 'E')] })],
    'AbcdEfghij',
  ],
  [
    'one within another',
    [found(0, { edits: [change(0, 1, 'A'), change(9, 10, 'J')] }), found(4, { edits: [change(4, 5, 'E')] })],
    'AbcdEfghiJ',
  ],
  [
    'not one that overlaps',
    [found(0, { edits: [change(0, 5, '-')] }), found(4, { edits: [change(4, 6, 'E')] })],
    '-fghij',
  ],
  [
    'not one that only meets another',
    [found(0, { edits: [change(2, 2, '-')] }), found(2, { edits: [change(2, 3, 'C')] })],
    'ab-cdefghij',
  ],
  [
    'a fix whole or not at all',
    [found(0, { edits: [change(0, 1, 'A')] }), found(1, { edits: [change(8, 9, 'I'), change(0, 1, '?')] })],
    'Abcdefghij',
  ],
  [
    'not one that makes a file',
    [found(0, { edits: [change(0, 1, 'A')], creates: { uri: 'file:///x', text: '' } })],
    text,
  ],
])('takes %s', (_, findings, expected) => {
  expect(applyEdits(text, fixAll(findings))).toBe(expected);
});

test('takes none that is not sure', () => {
  const { fixes, ...finding } = found(0, { edits: [change(0, 1, 'A')] });
  const unsure = fixes.map(({ title, edits }) => ({ title, edits }));
  expect(fixAll([{ ...finding, fixes: unsure }])).toEqual([]);
});
