/**
 * Which files make up a site's configuration, and where each belongs in it
 * (Hugo: config/configLoader.go and config/allconfig/load.go, 0.111 to 0.165).
 */

/** In the order of precedence. */
const rootNames = ['hugo', 'config'];
const extensions = ['toml', 'yaml', 'yml', 'json'];

/** All file names that can be the configuration file of a site or a module, first match wins. */
export const rootConfigNames: readonly string[] = rootNames.flatMap((name) =>
  extensions.map((extension) => `${name}.${extension}`),
);

/** What gets published: `hugo` builds with `production` unless told otherwise. */
export const defaultEnvironment = 'production';

/**
 * The configuration files among `paths` (relative to the folder of a site or module, with `/`), in the order in which they are merged: the root
 * file, then `config/_default`, then the environment's folder, both with all that is below them.
 */
export function configFilesOf(paths: readonly string[], environment: string = defaultEnvironment): string[] {
  const known = new Set(paths);
  const root = rootConfigNames.filter((name) => known.has(name)).slice(0, 1);
  const below = (folder: string): string[] =>
    paths.filter((path) => path.startsWith(folder) && isConfigFile(path)).sort(bySegments);
  return [...root, ...below('config/_default/'), ...below(`config/${environment}/`)];
}

/** Where the content of a configuration file belongs: `[]` is the top, `params.toml` is `['params']`, `menus.sv.toml` is `['languages', 'sv', 'menus']`. */
export function configKeyPath(path: string): string[] {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const base = file.slice(0, file.lastIndexOf('.'));
  if (!path.includes('/') || rootNames.includes(base)) {
    return [];
  }
  const dot = base.lastIndexOf('.');
  if (dot < 0) {
    return [base];
  }
  const [name, language] = [base.slice(0, dot), base.slice(dot + 1)];
  const component = languageComponents.get(name);
  return ['languages', language, ...(component === undefined ? [] : [component])];
}

const languageComponents: ReadonlyMap<string, string> = new Map([
  ['menu', 'menus'],
  ['menus', 'menus'],
  ['params', 'params'],
]);

function isConfigFile(path: string): boolean {
  return extensions.includes(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

/** The order of Go's directory walk: names of one folder sorted, folders entered where they stand. */
function bySegments(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i] ?? '', right[i] ?? ''];
    if (x !== y) {
      return x < y ? -1 : 1;
    }
  }
  return left.length - right.length;
}
