// A photograph is large, and bytes reach a Hugo in memory slowly. What templates ask of most pictures is their size, and that they can be scaled;
// a gray picture of that size answers both, and takes a few hundred bytes. Go tells formats by their content, so it may bear any name.
import type { PictureSize } from './pictureSize.ts';

const largestSide = 20_000;
const gray = 0xdd;

/** A gray PNG of this size; `undefined` when that is beyond reason. */
export function pictureStub({ width, height }: PictureSize): Uint8Array | undefined {
  if (width > largestSide || height > largestSide) {
    return undefined;
  }
  const rows = height * (1 + Math.ceil(width / 8));
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...bytesOf(width), ...bytesOf(height), 1, 3, 0, 0, 0]),
    ...chunk('PLTE', [gray, gray, gray]),
    ...chunk('IDAT', zeros(rows)),
    ...chunk('IEND', []),
  ]);
}

/** `length` zero bytes as a zlib stream (RFC 1950 and 1951): one block with fixed codes, which repeats the first byte 258 times a step. */
function zeros(length: number): number[] {
  const bits = new Bits();
  bits.add(0b110, 3);
  const repeats = Math.floor((length - 1) / 258);
  for (let literal = length - repeats * 258; literal > 0; literal--) {
    bits.add(0b00110000, 8);
  }
  for (let repeat = 0; repeat < repeats; repeat++) {
    bits.add(0b11000101, 8);
    bits.add(0b00000, 5);
  }
  bits.add(0b0000000, 7);
  const adler = (length % 65_521) * 65_536 + 1;
  return [0x78, 0x01, ...bits.bytes, ...bytesOf(adler)];
}

/** Codes go in with their highest bit first, into bytes that fill from their lowest. */
class Bits {
  readonly bytes: number[] = [];
  #used = 0;

  add(code: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit--) {
      if (this.#used % 8 === 0) {
        this.bytes.push(0);
      }
      const last = this.bytes.length - 1;
      this.bytes[last] = (this.bytes[last] ?? 0) | (((code >> bit) & 1) << (this.#used++ % 8));
    }
  }
}

function chunk(name: string, data: readonly number[]): number[] {
  const body = [...Array.from(name, (letter) => letter.charCodeAt(0)), ...data];
  return [...bytesOf(data.length), ...body, ...bytesOf(checksum(body))];
}

/** CRC-32, as PNG has it. */
function checksum(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function bytesOf(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}
