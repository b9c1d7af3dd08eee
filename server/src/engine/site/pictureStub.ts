/** So much of a picture is read to learn its size: photographs carry a long description before it. */
export const pictureHead = 64 * 1024;

const shortHead = 4096;

/**
 * The shortest file from which Go reads the size of a picture: what a template prints of a picture that it does not process comes out right.
 * Takes the beginning of the file (`pictureHead` bytes of it); `undefined` when it holds no size.
 */
export function pictureStub(head: Uint8Array): Uint8Array | undefined {
  return isJpeg(head) ? jpegStub(head) : head.subarray(0, shortHead);
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

/** The frame header behind a new start, without the description between them. */
function jpegStub(bytes: Uint8Array): Uint8Array | undefined {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (marker >= 0xc0 && marker <= 0xc2) {
      return end > bytes.length ? undefined : Uint8Array.from([...jpegStart, ...bytes.subarray(at, end)]);
    }
    at = end;
  }
  return undefined;
}

/** Start of image, and the JFIF segment that makes Go stop at the frame header (image/jpeg, `DecodeConfig`). */
const jpegStart = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
