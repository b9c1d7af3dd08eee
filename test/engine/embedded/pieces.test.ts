import { expect, test } from 'vitest';
import { toPieces } from '../../../server/src/engine/embedded/pieces.ts';

test('files go in pieces of about a million characters, in order and each once', () => {
  const long = 'a'.repeat(600_000);
  const texts = new Map([
    ['a.md', long],
    ['b.md', long],
    ['c.md', long],
    ['d.md', ''],
  ]);
  const binaries = new Map([['p.png', new Uint8Array(3)]]);
  const pieces = [...toPieces(texts, binaries)];
  expect(pieces.map((piece) => [...piece.texts, ...piece.binaries].map(([path]) => path))).toEqual([
    ['a.md', 'b.md'],
    ['c.md', 'd.md'],
    ['p.png'],
  ]);
  expect([...toPieces(new Map(), new Map())]).toEqual([]);
});
