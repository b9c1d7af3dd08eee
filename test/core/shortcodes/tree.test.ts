import { describe, expect, test } from 'vitest';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { scanShortcodes } from '../../../server/src/core/shortcodes/scan.ts';
import { openShortcodesAt, parseShortcodes } from '../../../server/src/core/shortcodes/tree.ts';
import type { ShortcodeCall, ShortcodeTag } from '../../../server/src/core/shortcodes/types.ts';
import { textOf } from '../../../server/src/core/text/range.ts';
import { takeCursor } from '../../support/marks.ts';

/** `box` and `row` take inner content, `hr` and `img` take none; nobody knows the rest. */
const takesInner = (name: string): boolean | undefined => {
  return name === 'box' || name === 'row' ? true : name === 'hr' || name === 'img' ? false : undefined;
};

function show(text: string): string {
  const tree = parseShortcodes(scanShortcodes(text, 0, unknownHugo), takesInner);
  const list = (word: string, tags: readonly ShortcodeTag[]) =>
    tags.map(({ range }) => `${word} ${textOf(text, range)}`);
  return [
    tree.calls.map((call) => showCall(text, call)).join(' '),
    ...list('unclosed', tree.unclosed),
    ...list('unopened', tree.unopened),
    ...list('needless', tree.needless),
  ].join(' | ');
}

function showCall(text: string, { open, inner, children }: ShortcodeCall): string {
  return inner === undefined
    ? open.name
    : `${open.name}(${children.map((child) => showCall(text, child)).join(' ')})`;
}

describe('what belongs together', () => {
  test.each<[text: string, tree: string]>([
    ['{{< hr >}} {{< box >}}x{{< /box >}} {{< box />}}', 'hr box() box'],
    ['{{< box >}}{{< row >}}{{% hr %}}{{< /row >}}{{% /box %}}', 'box(row(hr))'],
    ['{{< box >}}{{< box >}}{{< /box >}}{{< /box >}}', 'box(box())'],
    ['{{< box >}}{{</>}}', 'box()'],
    ['{{< box >}}{{< row >}}x{{< /box >}}{{< /row >}}', 'box(row())'],
    ['{{< hr >}}{{< box >}}x{{< /hr >}}', 'hr box()'],
    ['{{< x.inline >}}a{{< /x.inline >}}{{< hr >}}', 'x.inline() hr'],
    ['{{</* box */>}}', ''],
  ])('%s is right', (text, tree) => {
    expect(show(text)).toBe(tree);
  });

  test.each<[text: string, tree: string]>([
    ['{{< box >}}x', 'box | unclosed {{< box >}}'],
    ['{{< box >}}a{{< box >}}b{{< /box >}}', 'box box() | unclosed {{< box >}}'],
    ['{{< box >}}{{< row >}}x{{< /box >}}', 'box(row) | unclosed {{< row >}}'],
    ['{{< box >}}{{< hr >}}x{{< /hr >}}{{< /box >}}', 'box(hr) | needless {{< /hr >}}'],
    ['{{< hr >}}x{{< /hr >}} {{< box >}}{{< /box >}}', 'hr box() | needless {{< /hr >}}'],
    ['{{< hr />}}', 'hr | needless {{< hr />}}'],
    ['{{< /box >}}', ' | unopened {{< /box >}}'],
    ['{{< box >}}{{< /box >}}{{< /box >}}', 'box() | unopened {{< /box >}}'],
    ['{{< box >}}x{{< /bx >}}y{{< /box >}}', 'box() | unopened {{< /bx >}}'],
    ['{{< box >}}x{{< /Box >}}', 'box | unclosed {{< box >}} | unopened {{< /Box >}}'],
    ['{{</>}}', ' | unopened {{</>}}'],
    [
      '{{< box >}} {{< row >}} {{< hr />}}',
      'box row hr | unclosed {{< box >}} | unclosed {{< row >}} | needless {{< hr />}}',
    ],
  ])('%s is wrong, and each tag is named', (text, tree) => {
    expect(show(text)).toBe(tree);
  });

  test.each<[text: string, tree: string]>([
    ['{{< new >}}x{{< /new >}} {{< new >}}', 'new() new'],
    ['{{< new >}}{{< box >}}x{{< /box >}}{{< /new >}}', 'new(box())'],
    ['{{< box >}}{{< new >}}x{{< /box >}}', 'box(new)'],
    ['{{< new >}}x{{</>}}', 'new()'],
    ['{{< box >}}{{< new >}}x{{</>}}', 'box(new)'],
    ['{{< new />}} {{< new >}}', 'new new'],
    ['{{< new >}}{{< /new >}}{{< /new >}}', 'new()'],
  ])('%s: nothing is said of a shortcode that nobody knows', (text, tree) => {
    expect(show(text)).toBe(tree);
  });

  test.each<[text: string, tree: string]>([
    ['{{< box a="b >}}x{{< /box >}}', 'box()'],
    ['{{< box', 'box'],
    ['{{< box >}}x{{< /box', 'box()'],
    ['{{< box >}}x{{< /\n{{< /box >}}', 'box()'],
  ])('%s: a broken tag is the scan’s to report', (text, tree) => {
    expect(show(text)).toBe(tree);
  });

  test('inner content and range', () => {
    const text = 'a {{< box >}}b{{< /box >}} c';
    const [call] = parseShortcodes(scanShortcodes(text, 0, unknownHugo), takesInner).calls;
    expect(call && [call.inner, call.range].map((where) => where && textOf(text, where))).toEqual([
      'b',
      '{{< box >}}b{{< /box >}}',
    ]);
  });
});

test.each<[marked: string, ...names: string[]]>([
  ['{{< box >}}x█', 'box'],
  ['{{< box >}}{{< row >}}x█', 'row', 'box'],
  ['{{< box >}}{{< row >}}x{{< /█', 'row', 'box'],
  ['{{< box >}}{{< row >}}x{{< /█ >}}', 'row', 'box'],
  ['{{< box >}}{{< row >}}x{{< /█\n{{< /box >}}', 'row'],
  ['{{< box >}}x{{< /box█ >}}', 'box'],
  ['{{< box >}}x{{< /box >}}█'],
  ['{{< box >}}x█{{< /box >}}'],
  ['{{< box >}}█{{< box >}}x{{< /box >}}', 'box'],
  ['{{< hr >}}█'],
  ['█{{< box >}}'],
  ['{{< new >}}x{{</█', 'new'],
  ['{{< box >}}{{< new >}}{{< /box >}}{{</█'],
])('%s can close %j', (marked, ...names) => {
  const { text, offset } = takeCursor(marked);
  const open = openShortcodesAt(scanShortcodes(text, 0, unknownHugo), offset, takesInner);
  expect(open.map(({ name }) => name)).toEqual(names);
});
