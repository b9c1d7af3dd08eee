/**
 * Which files Hugo passes over. `ignoreFiles` holds regular expressions of a repository that nobody vouched for, in Go's dialect, which cannot be slow;
 * JavaScript's can. So only expressions of a shape that stays fast are used, and the others ignore nothing.
 */
import type { SiteConfig } from '../config/types.ts';

const maxPattern = 200;
const maxPath = 400;
/** `*`, `+` and `{2,}` that JavaScript may try against each other; the time grows with this power of the path's length, plus one. */
const maxOpenQuantifiers = 2;

/**
 * Makes a test. `logicalPath` is below its component: a name that starts with `.` or `#` or ends with `~` hides a file, and a folder with all below
 * it. `path`, relative to the site with `/`, is held against `ignoreFiles`; Hugo holds the full file name against them, so an expression anchored
 * at a root folder matches nothing here.
 */
export function ignoredPaths(
  config: Pick<SiteConfig, 'ignoreFiles'>,
): (logicalPath: string, path: string) => boolean {
  const patterns = config.ignoreFiles.flatMap((source) => toPattern(source) ?? []);
  return (logicalPath, path) =>
    logicalPath.split('/').some(isHiddenName) ||
    (path.length <= maxPath && patterns.some((pattern) => pattern.test(`/${path}`)));
}

function isHiddenName(name: string): boolean {
  return name.startsWith('.') || name.startsWith('#') || name.endsWith('~');
}

function toPattern(source: string): RegExp | undefined {
  const folded = source.startsWith('(?i)');
  const body = (folded ? source.slice(4) : source).replace(/^(?:\.\*)+/, '').replace(/(?:\.\*)+\$?$/, '');
  if (!staysFast(body)) {
    return undefined;
  }
  try {
    return new RegExp(body, folded ? 'i' : '');
  } catch {
    return undefined;
  }
}

function staysFast(source: string): boolean {
  const plain = source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x');
  const open = plain.match(/[*+]|\{\d+,\d*\}/g) ?? [];
  return (
    source.length > 0 &&
    source.length <= maxPattern &&
    !/\)[*+?{]/.test(plain) &&
    !/\\[1-9k]/.test(source) &&
    open.length <= maxOpenQuantifiers
  );
}
