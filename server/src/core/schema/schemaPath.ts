import { verdictFor, type HugoRange } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';

/** The path by which the site knows a key: one below `cascade` is a key of the pages below, and one below `params` a key like any other since Hugo 0.123. */
export function schemaPath(path: readonly string[], hugo: HugoRange): readonly string[] {
  const [top = '', ...rest] = path;
  const below = rest[0] === '[]' ? rest.slice(1) : rest;
  switch (top.toLowerCase()) {
    case 'cascade':
      return below[0] === undefined || isTarget.test(below[0]) ? path : schemaPath(below, hugo);
    case 'params':
      return rest.length === 0 || verdictFor(hugo, changedIn.contentModel) === 'none' ? path : rest;
    default:
      return path;
  }
}

const isTarget = /^_?target$/i;
