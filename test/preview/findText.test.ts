import { expect, test } from 'vitest';
import { findText } from '../../client/src/preview/findText.ts';
import type { Sought } from '../../client/src/preview/messages.ts';

const lines = [
  '---',
  'title: The "old" mill',
  '---',
  '',
  'A first block.',
  '',
  '{{< card title="Come and see" >}}',
  'Inner content.',
  '{{< /card >}}',
];

const before: Omit<Sought, 'text'> = { from: 0, to: 4, inside: false };
const between: Omit<Sought, 'text'> = { from: 4, to: 7, inside: true };

test.each<[what: string, sought: Sought, place: readonly [number, number] | undefined]>([
  ['the title of the page', { text: 'The “old” mill', ...before }, [1, 7]],
  ['an argument of a shortcode', { text: 'Come and see', ...between }, [6, 16]],
  ['what a template wrote for a shortcode', { text: 'Read more', ...between }, [6, 0]],
  ['a picture without words', { text: '', ...between }, [6, 0]],
  ['a part of a word', { text: 'mil', ...before }, undefined],
  ['the menu of the site', { text: 'Contact', ...before }, undefined],
  [
    'the foot of the site',
    { text: '(c) 1+1', from: 7, to: Number.MAX_SAFE_INTEGER, inside: false },
    undefined,
  ],
])('a double click on %s', (_what, sought, place) => {
  expect(findText(lines, sought)).toEqual(place && { line: place[0], character: place[1] });
});
