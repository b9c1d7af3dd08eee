import { expect, test } from 'vitest';
import { documentSymbols } from '../../../../server/src/core/features/structure/documentSymbols.ts';
import { openPage, outline, pier } from './structure.ts';

test.each([
  [
    'front matter with its keys and what they say',
    '---\ntitle: Ett\ntags: [a, b]\nmenu:\n  main:\n    weight: 3\nresources:\n  - src: a.png\n    name: A\n  - src: b.png\n---\n',
    [
      'Front matter · 1-11',
      '  title · Ett · 2',
      '  tags · a, b · 3',
      '  menu · 4-6',
      '    main · 5-6',
      '      weight · 3 · 6',
      '  resources · 7-10',
      '    1 · a.png · 8-9',
      '      src · a.png · 8',
      '      name · A · 9',
      '    2 · b.png · 10',
      '      src · b.png · 10',
    ],
  ],
  [
    'the tables of TOML',
    '+++\ntitle = "Ett"\n[[resources]]\nsrc = "a.png"\n+++\n',
    [
      'Front matter · 1-5',
      '  title · Ett · 2',
      '  resources · 3-4',
      '    1 · a.png · 3-4',
      '      src · a.png · 4',
    ],
  ],
  [
    'what can be read of a half-typed header',
    '---\ntitle: Ett\nta\n---\n',
    ['Front matter · 1-4', '  title · Ett · 2'],
  ],
  [
    'headings by their level',
    '# One\n\ntext\n\n## Two\n\n#### Four\n\n## Three\n\n# Five\n',
    ['One · 1-9', '  Two · 5-7', '    Four · 7', '  Three · 9', 'Five · 11'],
  ],
  [
    'calls below their headings, with the first argument',
    '# One\n\n{{< boat "Tern" 3 >}} {{< figure src="a.png" >}}\n',
    ['One · 1-3', '  boat · Tern · 3', '  figure · a.png · 3'],
  ],
  [
    'what a shortcode encloses',
    '# One\n{{< box color="red" >}}\n## In it\n{{< boat >}}\n{{< nav/item-card >}}x{{< /nav/item-card >}}\n{{< /box >}}\n## Behind\n',
    [
      'One · 1-7',
      '  box · red · 2-6',
      '    In it · 3-5',
      '      boat · 4',
      '      nav/item-card · 5',
      '  Behind · 7',
    ],
  ],
  ['a call that nobody closes', '{{< box >}}\n# One\n', ['box · 1', 'One · 2']],
  ['a heading that a writer underlined', 'One\n===\n\ntext\n', ['One · 1-4']],
  ['a heading without text', '#\n\n# Two\n', ['"" · 1', 'Two · 3']],
  ['nothing of a page without structure', 'Only text\n', []],
])('the outline shows %s', (_, text, expected) => {
  expect(outline(text)).toEqual(expected);
});

test('headings are left to an editor that lists them itself, and what stands below them stays', () => {
  expect(outline('# One\n{{< box >}}\n## In it\n{{< boat >}}\n{{< /box >}}\n', false)).toEqual([
    'box · 2-5',
    '  boat · 4',
  ]);
});

test('a name stands within what it names', () => {
  const page = openPage('---\ntitle: Ett\n---\n# One\n{{< box "a" >}}x{{< /box >}}\n');
  const symbols = documentSymbols(pier, page, { translate: (template) => template, headings: true });
  const names = symbols.flatMap((symbol) => [symbol, ...(symbol.children ?? [])]);
  const textOf = ({ start, end }: (typeof symbols)[number]['range']): string =>
    page.text.slice(page.lines.offsetAt(start), page.lines.offsetAt(end));
  expect(names.map(({ selectionRange }) => textOf(selectionRange))).toEqual(['---', 'title', '# One', 'box']);
});

test('very many shortcodes within each other are shown as deep as editors can', () => {
  const deep = 5000;
  const text = '{{< box >}}'.repeat(deep) + '{{< /box >}}'.repeat(deep);
  expect(outline(text)).toHaveLength(deep);
});
