import type { Binaries, Texts } from './hostMessages.ts';

export interface Piece {
  readonly texts: Texts;
  readonly binaries: Binaries;
}

/** In UTF-16 units and bytes. */
const longestPiece = 1_000_000;

/** The files of a site in pieces that are cheap to send, each with one file at least. */
export function* toPieces(
  texts: ReadonlyMap<string, string>,
  binaries: ReadonlyMap<string, Uint8Array>,
): Generator<Piece> {
  for (const some of cut(texts)) {
    yield { texts: some, binaries: [] };
  }
  for (const some of cut(binaries)) {
    yield { texts: [], binaries: some };
  }
}

function* cut<Content extends { readonly length: number }>(
  files: ReadonlyMap<string, Content>,
): Generator<(readonly [path: string, content: Content])[]> {
  let piece: (readonly [path: string, content: Content])[] = [];
  let length = 0;
  for (const file of files) {
    piece.push(file);
    length += file[1].length;
    if (length >= longestPiece) {
      yield piece;
      piece = [];
      length = 0;
    }
  }
  if (piece.length > 0) {
    yield piece;
  }
}
