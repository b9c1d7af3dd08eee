export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** So much of a picture is read to learn its size: photographs carry a long description before it. */
export const pictureHead = 64 * 1024;

/** The size of a PNG, JPEG, GIF, WebP or BMP by the beginning of its file; `undefined` where that does not tell. */
export function pictureSize(head: Uint8Array): PictureSize | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const found = formats.find(({ magic, at = 0 }) => textAt(head, at, magic.length) === magic);
  try {
    const size = found?.read(view);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    return undefined;
  }
}

interface Format {
  readonly magic: string;
  readonly at?: number;
  readonly read: (view: DataView) => PictureSize | undefined;
}

const formats: readonly Format[] = [
  {
    magic: '\x89PNG\r\n\x1A\n',
    read: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  },
  { magic: '\xFF\xD8\xFF', read: jpegSize },
  { magic: 'GIF8', read: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }) },
  {
    magic: 'WEBPVP8 ',
    at: 8,
    read: (view) => ({
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    }),
  },
  {
    magic: 'WEBPVP8L',
    at: 8,
    read: (view) => {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    },
  },
  {
    magic: 'WEBPVP8X',
    at: 8,
    read: (view) => ({
      width: (view.getUint32(24, true) & 0xffffff) + 1,
      height: (view.getUint32(26, true) >>> 8) + 1,
    }),
  },
  {
    magic: 'BM',
    read: (view) => ({ width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }),
  },
];

/** From segment to segment up to the frame header, which is one of sixteen markers but four. */
function jpegSize(view: DataView): PictureSize | undefined {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
  }
  return undefined;
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
