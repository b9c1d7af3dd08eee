// Files that are no text. Hugo takes files as strings in JSON, which bytes above 0x7F do not survive; so it gets an ASCII text of the same length,
// and the bytes are put in its place in the memory of the instance. Go's collector does not move what it keeps.

interface Placed {
  readonly placeholder: string;
  readonly bytes: Uint8Array;
}

const mark = 'ScribeBinary';
const tagLength = 24;

/** A text of `length` characters that no other file has, or spaces when the file is too short to be told. */
export function toPlaceholder(index: number, length: number): string {
  const tag = `${mark}${String(index).padStart(tagLength - mark.length, '0')}`;
  return length < tagLength ? ' '.repeat(length) : tag.padEnd(length, '.');
}

/** Replaces every copy of the placeholders; some are what Go has already dropped. Whether it worked shows when the file is read. */
export function patchPlaceholders(memory: Buffer, files: readonly Placed[]): void {
  for (let at = memory.indexOf(mark); at >= 0; at = memory.indexOf(mark, at + 1)) {
    const index = Number(memory.toString('latin1', at + mark.length, at + tagLength));
    const file = files[index];
    if (file !== undefined && file.bytes.length >= tagLength && isWhole(memory, at, file)) {
      memory.set(file.bytes, at);
    }
  }
}

function isWhole(memory: Buffer, at: number, { placeholder }: Placed): boolean {
  return memory.toString('latin1', at, at + placeholder.length) === placeholder;
}
