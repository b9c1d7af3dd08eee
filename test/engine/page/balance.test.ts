import { describe, expect, it } from 'vitest';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { PageDocument } from '../../../server/src/core/site/pageDocument.ts';
import { isHalfTyped } from '../../../server/src/engine/page/balance.ts';

const cases: readonly (readonly [text: string, expected: boolean])[] = [
  ['Text', false],
  ['{{< ok >}} and {{% ok %}}', false],
  ['{{< box >}}x{{< /box >}}', false],
  ['{{< figure src="a" >}}\n\n{{< box />}}', false],
  ['Text {{<', true],
  ['Text {{< ok', true],
  ['Text {{< ok a="b >}}\n\nMore', true],
  ['Text {{< ok a="b"', true],
  ['{{< /box >}}', true],
  ['{{< box >}}x{{< /box >}} {{< box >}}', true],
  ['{{< box >}}x', true],
  ['{{< unknown >}}x', false],
  ['{{< a >}}{{< b >}}{{< /b >}}', false],
  ['{{</* ok */>}}', false],
];

describe('a half-typed page', () => {
  it.each(cases)('%s: %s', (text, expected) => {
    const page = new PageDocument('a.md', text, unknownHugo);
    expect(isHalfTyped(page, (name) => (name === 'box' ? true : undefined))).toBe(expected);
  });
});
