/** Leaves out as much of `text` as it can while `holds` does: lines first, then pieces of ever fewer characters. At most `most` questions are asked. */
export async function shrink(
  text: string,
  holds: (text: string) => Promise<boolean>,
  most: number,
): Promise<string> {
  let asked = 0;
  const ask = async (parts: readonly string[]): Promise<boolean> => {
    asked++;
    return holds(parts.join(''));
  };
  const lines = await shrinkParts(text.split(/(?<=\n)/), ask, () => asked < most);
  const characters = await shrinkParts(Array.from(lines.join('')), ask, () => asked < most);
  return characters.join('');
}

/** Delta debugging: halves, quarters and so on are left out, as long as something can be. */
async function shrinkParts(
  parts: readonly string[],
  holds: (parts: readonly string[]) => Promise<boolean>,
  goesOn: () => boolean,
): Promise<readonly string[]> {
  let left = parts;
  for (let size = left.length >> 1; size > 0 && goesOn(); size >>= 1) {
    for (let at = 0; at < left.length && goesOn();) {
      const fewer = left.toSpliced(at, size);
      if (fewer.length < left.length && (await holds(fewer))) {
        left = fewer;
      } else {
        at += size;
      }
    }
  }
  return left;
}
