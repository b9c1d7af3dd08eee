import { cleanPath } from '../core/text/path.ts';

const mostStepsUp = 3;

/**
 * The folder that a site's configuration names, relative to the site, if we may read it: below the site, or beside it at most three
 * steps up. A configuration comes from strangers, so it cannot point at an absolute path, nor at a folder that holds the
 * site itself (`../..` may be the writer's home).
 */
export function readableFolder(path: string): string | undefined {
  if (/^[/\\]|^[a-z]:|\0/i.test(path)) {
    return undefined;
  }
  const clean = cleanPath(path);
  const parts = clean.split('/');
  const up = parts.filter((part) => part === '..').length;
  return up > mostStepsUp || (up > 0 && up === parts.length) ? undefined : clean;
}
