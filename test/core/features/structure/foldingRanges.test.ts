import { expect, test } from 'vitest';
import { foldingRanges } from '../../../../server/src/core/features/structure/foldingRanges.ts';
import { openPage, pier } from './structure.ts';

/** The first and last line (one-based) of what disappears but for its first line. */
function folds(text: string): string[] {
  return foldingRanges(pier, openPage(text)).map(({ startLine, endLine, kind }) =>
    [`${String(startLine + 1)}-${String(endLine + 1)}`, kind].filter(Boolean).join(' '),
  );
}

test.each([
  ['front matter, whose end stays', '---\ntitle: a\n---\ntext\n', ['1-2 region']],
  ['front matter of JSON', '{\n"title": "a"\n}\n', ['1-2 region']],
  [
    'maps and lists in it',
    '---\nmenu:\n  main:\n    weight: 1\ntags:\n  - a\n  - b\n---\n',
    ['1-7 region', '2-4', '3-4', '5-7'],
  ],
  ['a text of several lines', '---\nsummary: |\n  a\n  b\ntitle: x\n---\n', ['1-5 region', '2-4']],
  [
    'each table of TOML by itself',
    '+++\n[[resources]]\nsrc = "a"\n[[resources]]\nsrc = "b"\n+++\n',
    ['1-5 region', '2-3', '4-5'],
  ],
  [
    'tables that others stand between',
    '+++\n[a.b]\nx = 1\n[c]\ny = 1\n[a.d]\nz = 1\n+++\n',
    ['1-7 region', '2-3', '4-5', '6-7'],
  ],
  [
    'sections up to the next one',
    '# One\n\ntext\n\n## Two\n\ntext\n\n\n# Three\n\ntext\n',
    ['1-7', '5-7', '10-12'],
  ],
  ['a shortcode, whose closing tag stays', '{{< box >}}\na\n\nb\n{{< /box >}}\n', ['1-4']],
  ['a shortcode that ends in its text', '{{< box >}}\na\nb{{< /box >}}\n', ['1-3']],
  ['a tag of several lines', '{{< figure\n  src="a"\n  alt="b"\n>}}\n', ['1-3']],
  ['a section within a shortcode', '{{< box >}}\n# One\n\ntext\n\n{{< /box >}}\n\ntext\n', ['1-5', '2-4']],
  ['code', '```sh\na\nb\n```\n', ['1-4']],
  ['comments', '<!--\na\n-->\n\n{{</*\n figure\n*/>}}\n', ['1-3 comment', '5-7 comment']],
  ['nothing on one line', '# One\n{{< box >}}a{{< /box >}}\n# Two\n', ['1-2']],
])('folds %s', (_, text, expected) => {
  expect(folds(text)).toEqual(expected);
});
