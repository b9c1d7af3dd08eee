import { URI } from 'vscode-uri';
import { decoded, encodedPath } from '../core/text/path.ts';

/** Clients spell one file in several ways (`%3A`, `å`, `C:`); snapshots and sites know it by this spelling alone. */
export function normalUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** `folder` followed by a path with `/`, which is not escaped yet. */
export function childUri(folder: string, path: string): string {
  return path === '' ? folder : `${folder}/${encodedPath(path)}`;
}

/** The path of `uri` below `folder`, unescaped, with `/`; `undefined` when it stands elsewhere. */
export function pathBelow(folder: string, uri: string): string | undefined {
  if (uri === folder) {
    return '';
  }
  return uri.startsWith(folder) && uri.charAt(folder.length) === '/'
    ? decoded(uri.slice(folder.length + 1))
    : undefined;
}

/** The place that a path relative to `folder` names; `../` goes up, at most to the top. */
export function uriAt(folder: string, path: string): string {
  return path.startsWith('../')
    ? uriAt(parentUri(folder) ?? folder, path.slice(3))
    : path === '..'
      ? (parentUri(folder) ?? folder)
      : childUri(folder, path);
}

/** The path from `folder` to `uri`, with `../` where it leads out; `undefined` when they share nothing within `most` steps up. */
export function pathFrom(folder: string, uri: string, most = 4): string | undefined {
  const below = pathBelow(folder, uri);
  if (below !== undefined) {
    return below;
  }
  const parent = most > 0 ? parentUri(folder) : undefined;
  const path = parent === undefined ? undefined : pathFrom(parent, uri, most - 1);
  return path === undefined ? undefined : path === '' ? '..' : `../${path}`;
}

/** The folder that holds `uri`; `undefined` at the top. */
export function parentUri(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  const top = uri.indexOf('//') + 2;
  return slash < top || slash === uri.length - 1 ? undefined : uri.slice(0, slash);
}
