import type { SelectionRange } from 'vscode-languageserver-types';
import { expect, test } from 'vitest';
import { selectionRange } from '../../../../server/src/core/features/structure/selectionRanges.ts';
import { takeCursor } from '../../../support/marks.ts';
import { openPage, pier } from './structure.ts';

/** What is selected at `█`, step by step. */
function steps(marked: string): string[] {
  const { text, offset } = takeCursor(marked);
  const { lines } = openPage(text);
  const found: string[] = [];
  let next: SelectionRange | undefined = selectionRange(pier, openPage(text), offset);
  for (; next !== undefined; next = next.parent) {
    found.push(text.slice(lines.offsetAt(next.range.start), lines.offsetAt(next.range.end)));
  }
  return found;
}

test.each([
  [
    'the text of a link to the section',
    '# One\n\nSee [the bo█at](/a/) here.\n\nMore.\n\n# Two\n',
    [
      'boat',
      'the boat',
      '[the boat](/a/)',
      'See [the boat](/a/) here.',
      'See [the boat](/a/) here.\n\nMore.',
      '# One\n\nSee [the boat](/a/) here.\n\nMore.',
      '# One\n\nSee [the boat](/a/) here.\n\nMore.\n\n# Two\n',
    ],
  ],
  ['a destination', '[a](/bo█at/)', ['boat', '/boat/', '[a](/boat/)']],
  [
    'an argument to the shortcode',
    'Text\n\n{{< box color="dark r█ed" >}}in{{< /box >}}\n',
    [
      'red',
      'dark red',
      '"dark red"',
      'color="dark red"',
      '{{< box color="dark red" >}}',
      '{{< box color="dark red" >}}in{{< /box >}}',
      'Text\n\n{{< box color="dark red" >}}in{{< /box >}}\n',
    ],
  ],
  [
    'what a shortcode encloses',
    '{{< box >}}a b█c{{< /box >}}',
    ['bc', 'a bc', '{{< box >}}a bc{{< /box >}}'],
  ],
  [
    'a value to the front matter',
    '---\nmenu:\n  main:\n    name: "A b█c"\n---\ntext\n',
    [
      'bc',
      'A bc',
      '"A bc"',
      'name: "A bc"',
      'main:\n    name: "A bc"',
      'menu:\n  main:\n    name: "A bc"',
      'menu:\n  main:\n    name: "A bc"\n',
      '---\nmenu:\n  main:\n    name: "A bc"\n---',
      '---\nmenu:\n  main:\n    name: "A bc"\n---\ntext\n',
    ],
  ],
  [
    'a term in a list',
    '---\ntags: [sea, sa█il]\n---\n',
    [
      'sail',
      '[sea, sail]',
      'tags: [sea, sail]',
      'tags: [sea, sail]\n',
      '---\ntags: [sea, sail]\n---',
      '---\ntags: [sea, sail]\n---\n',
    ],
  ],
  ['code', '```sh\nls -█l\n```\n', ['l', 'ls -l\n', '```sh\nls -l\n```', '```sh\nls -l\n```\n']],
  ['a word with letters of any language', 'En sjö█häst\n', ['sjöhäst', 'En sjöhäst', 'En sjöhäst\n']],
])('a selection grows from %s', (_, marked, expected) => {
  expect(steps(marked)).toEqual(expected);
});

test('an empty page is selected as a whole', () => {
  expect(steps('█')).toEqual(['']);
});
