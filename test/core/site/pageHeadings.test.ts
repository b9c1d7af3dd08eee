import { expect, test } from 'vitest';
import { headingsIn } from '../../../server/src/core/site/pageHeadings.ts';

test.each([
  ['by its marks', '# One\n\n### Three ###\n', ['1 One', '3 Three']],
  ['by what underlines it', 'One\n===\n\nTwo\r\n---\r\n', ['1 One', '2 Two']],
  ['without its attributes', '## Berths {#berths .wide}\n', ['2 Berths']],
  ['with the shortcodes in it', '## {{< icon boat >}} Boats\n', ['2 {{< icon boat >}} Boats']],
])('a heading counts %s', (_, text, expected) => {
  expect(headingsIn(text, 0).map(({ level, text }) => `${String(level)} ${text}`)).toEqual(expected);
});

test.each([
  ['in code', '```sh\n# no\n~~~\n# no\n```\n'],
  ['without a blank', '#no\n'],
  ['with seven marks', '####### no\n'],
  ['without a title', '##\n## \n'],
  ['of a line between paragraphs', 'Text\n\n---\n\nText\n'],
  ['of a line below a list or a call', '- item\n---\n{{< box >}}\n---\n'],
])('no heading %s', (_, text) => {
  expect(headingsIn(text, 0)).toEqual([]);
});

test('begins where the content begins', () => {
  const text = '---\n# comment\n---\n# One\n';
  expect(headingsIn(text, text.indexOf('# One'))).toEqual([{ level: 1, text: 'One' }]);
});
