import { expect, test } from 'vitest';
import { linkedNames, namePattern } from '../../../../server/src/core/features/structure/linkedEditing.ts';
import { takeCursor } from '../../../support/marks.ts';
import { openPage, pier } from './structure.ts';

/** The places (UTF-16) of the names that change together. */
function places(marked: string): number[] | undefined {
  const { text, offset } = takeCursor(marked);
  return linkedNames(pier, openPage(text), offset)?.map(({ start }) => start);
}

test.each([
  ['the opening name', '{{< bo█x >}}a{{< /box >}}', [4, 17]],
  ['the end of the closing name', '{{< box >}}a{{< /box█ >}}', [4, 17]],
  ['a name with a slash and a hyphen', '{{% nav/item-c█ard %}}a{{% /nav/item-card %}}', [4, 27]],
  ['the inner one of two', '{{< box >}}{{< box█ >}}a{{< /box >}}{{< /box >}}', [15, 28]],
])('both names change from %s', (_, marked, expected) => {
  expect(places(marked)).toEqual(expected);
});

test.each([
  ['an argument', '{{< box co█lor="a" >}}a{{< /box >}}'],
  ['a call that nobody closes', '{{< bo█x >}}'],
  ['a shortcode that encloses nothing', '{{< bo█at >}}'],
  ['a closing tag without a name', '{{< bo█x >}}a{{< / >}}'],
  ['text', '{{< box >}}a█{{< /box >}}'],
])('nothing changes together from %s', (_, marked) => {
  expect(places(marked)).toBeUndefined();
});

test.each(['nav/item-card', 'box2', 'låda', 'a.inline', ''])('"%s" may be typed', (name) => {
  expect(new RegExp(`^(?:${namePattern})$`).test(name)).toBe(true);
});

test.each(['box color', 'box>', 'a="b"'])('%s ends a name', (text) => {
  expect(new RegExp(`^(?:${namePattern})$`).test(text)).toBe(false);
});
