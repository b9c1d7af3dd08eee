/** The path by which the site knows a key: one below `cascade` is a key of the pages below. */
export function schemaPath(path: readonly string[]): readonly string[] {
  const [top = '', ...rest] = path;
  const below = rest[0] === '[]' ? rest.slice(1) : rest;
  const isHandedDown = top.toLowerCase() === 'cascade' && below[0] !== undefined && !isTarget.test(below[0]);
  return isHandedDown ? below : path;
}

const isTarget = /^_?target$/i;
