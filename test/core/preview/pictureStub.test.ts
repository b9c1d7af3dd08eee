import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pictureSize } from '../../../server/src/core/preview/pictureSize.ts';
import { pictureStub } from '../../../server/src/core/preview/pictureStub.ts';

describe('the size of a picture stands at its beginning', () => {
  test.each([
    ['PNG', '89504e470d0a1a0a 0000000d49484452 00000280 000001e0 0802000000'],
    ['JPEG behind a description', 'ffd8 ffe0 0006 4a464946 ffe1 0004 0000 ffc2 0011 08 01e0 0280 03'],
    ['GIF', '474946383961 8002 e001 f00000'],
    ['WebP with loss', '52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001'],
    ['WebP without', '52494646 00000000 57454250 5650384c 00000000 2f 7fc27700'],
    ['WebP with extras', '52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100'],
    ['BMP upside down', '424d 00000000 00000000 36000000 28000000 80020000 20feffff'],
  ])('%s', (_, hex) => {
    expect(pictureSize(toBytes(hex))).toEqual({ width: 640, height: 480 });
  });

  test.each([
    ['nothing', ''],
    ['text', '68656c6c6f'],
    ['a PNG that breaks off', '89504e470d0a1a0a 0000000d'],
    ['a JPEG without a frame', 'ffd8 ffe0 0006 4a464946'],
    ['a JPEG of no height', 'ffd8 ffc0 0011 08 0000 0280 03'],
  ])('%s has none', (_, hex) => {
    expect(pictureSize(toBytes(hex))).toBeUndefined();
  });
});

test.each([
  [1, 1],
  [640, 480],
  [641, 2],
  [4000, 3000],
])('a stub of %i × %i is a whole picture of few bytes', (width, height) => {
  const stub = Buffer.from(pictureStub({ width, height }) ?? []);
  const data = stub.indexOf('IDAT');
  const pixels = inflateSync(stub.subarray(data + 4, data + 4 + stub.readUInt32BE(data - 4)));
  expect(pictureSize(stub)).toEqual({ width, height });
  expect(pixels.length).toBe(height * (1 + Math.ceil(width / 8)));
  expect(pixels.every((byte) => byte === 0)).toBe(true);
  expect(stub.length).toBeLessThan(10_000);
});

test('a checksum is right, since Go refuses others', () => {
  const stub = Buffer.from(pictureStub({ width: 1, height: 1 }) ?? []);
  expect(stub.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
});

test('a picture beyond reason has no stub', () => {
  expect(pictureStub({ width: 1, height: 100_000 })).toBeUndefined();
});

function toBytes(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}
