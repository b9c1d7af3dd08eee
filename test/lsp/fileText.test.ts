import { expect, test } from 'vitest';
import { exampleText, fileText } from '../../server/src/lsp/fileText.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

/** A GIF says its size in bytes that are text, too. */
function gif(width: number, height: number): string {
  const bytes = (value: number): string => String.fromCharCode(value % 256, value >> 8);
  return `GIF89a${bytes(width)}${bytes(height)}`;
}

const files = new MemoryFileSystem(
  new Map([
    ['small.gif', gif(40, 20)],
    ['tall.gif', gif(100, 1280)],
    ['wheel.svg', '<svg/>'],
    ['broken.png', 'none'],
    ['terms.pdf', 'x'.repeat(1500)],
    ['film.mp4', 'x'.repeat(2_340_000)],
  ]),
);

test.each([
  ['small.gif', '40 × 20 pixels, 10 bytes', 40],
  ['tall.gif', '100 × 1280 pixels, 10 bytes', 25],
  ['wheel.svg', '6 bytes', 320],
  ['broken.png', '4 bytes', 320],
])('the picture %s', async (path, facts, width) => {
  expect(await fileText(files, uriOf(path), (text) => text)).toBe(
    `${facts}\n\n![](${uriOf(path)}|width=${String(width)})`,
  );
});

test.each([
  ['terms.pdf', '2 kB'],
  ['film.mp4', '2.3 MB'],
  ['none.png', undefined],
])('the file %s', async (path, facts) => {
  expect(await fileText(files, uriOf(path), (text) => text)).toBe(facts);
});

test('a link stands before the size', async () => {
  expect(await fileText(files, uriOf('terms.pdf'), (text) => text, '[terms](x)')).toBe('[terms](x) · 2 kB');
});

test.each([
  ['on one line', '{{< berth 7 >}}', 'So:\n\n`{{< berth 7 >}}`'],
  ['on several', '{{< note >}}\nx\n{{< /note >}}', 'So:\n\n```\n{{< note >}}\nx\n{{< /note >}}\n```'],
  [
    'that holds a fence itself',
    '{{< a >}}\n```\n{{< /a >}}',
    'So:\n\n````\n{{< a >}}\n```\n{{< /a >}}\n````',
  ],
])('a call %s', (_, call, expected) => {
  expect(exampleText(call, 'So:')).toBe(expected);
});
