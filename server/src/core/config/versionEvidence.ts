/**
 * Where the Hugo release of a site is written down: hosting, workflows, containers, package and tool managers. Each is read for the one thing
 * it says, line by line where a full parser would only add ways to fail.
 */
import { globMatcher } from '../text/glob.ts';
import { pin, type VersionEvidence } from './hugoRange.ts';
import { parseConfig } from './parseConfig.ts';
import type { ConfigValue } from './types.ts';
import { asMap, asText, mapAt, textAt } from './value.ts';

type Source = VersionEvidence['source'];
/** What a file says of Hugo's version, as texts that may or may not name a release. */
type Reader = (text: string) => string[];

/** `glob` is relative to the site's folder and to those above it, up to the repository's. */
const readers: readonly { readonly glob: string; readonly source: Source; readonly read: Reader }[] = [
  { glob: 'netlify.toml', source: 'netlify', read: readNetlify },
  { glob: '.github/workflows/*.{yml,yaml}', source: 'workflow', read: readScript },
  { glob: '.gitlab-ci.yml', source: 'workflow', read: readScript },
  { glob: '.circleci/config.yml', source: 'workflow', read: readScript },
  { glob: 'azure-pipelines.yml', source: 'workflow', read: readScript },
  { glob: 'cloudbuild.yaml', source: 'workflow', read: readScript },
  { glob: 'amplify.yml', source: 'workflow', read: readScript },
  { glob: 'render.yaml', source: 'workflow', read: readScript },
  { glob: 'vercel.json', source: 'workflow', read: readVercel },
  { glob: 'Dockerfile', source: 'workflow', read: readScript },
  { glob: 'package.json', source: 'packageJson', read: readPackageJson },
  { glob: '.tool-versions', source: 'toolVersions', read: readToolVersions },
  { glob: 'mise.toml', source: 'toolVersions', read: readMise },
  { glob: '.mise.toml', source: 'toolVersions', read: readMise },
  { glob: '.hvm', source: 'toolVersions', read: (text) => [text] },
];

const matchers = readers.map(({ glob, ...reader }) => ({ ...reader, matches: globMatcher(glob) }));

/** The folders in which such files stand, relative as `glob` is, with a slash at the end; empty for the folder itself. */
export const versionFolders: readonly string[] = unique(
  readers.map(({ glob }) => glob.slice(0, glob.lastIndexOf('/') + 1)),
);

/** Whether a path, relative to the site, names one of those files. */
export function isVersionFile(path: string): boolean {
  return findReader(path) !== undefined;
}

/** What one of those files says; `path` is relative to the site (`../.github/workflows/build.yml`). Never throws; `latest` says nothing. */
export function readVersionEvidence(path: string, text: string): VersionEvidence[] {
  const reader = findReader(path);
  return reader ? unique(reader.read(text)).flatMap((version) => pin(reader.source, version, path)) : [];
}

function findReader(path: string): (typeof matchers)[number] | undefined {
  const below = path.replace(/^(?:\.\.\/)+/, '');
  return matchers.find(({ matches }) => matches(below));
}

/** What gets published decides: the production context over the build's own environment; previews do not count. */
function readNetlify(text: string): string[] {
  const { map } = parseConfig('netlify.toml', text);
  const production = textAt(map, 'context', 'production', 'environment', 'HUGO_VERSION');
  const version = production ?? textAt(map, 'build', 'environment', 'HUGO_VERSION');
  return version === undefined ? [] : [version];
}

/**
 * Variables (`HUGO_VERSION: 0.128.0`, `ARG HUGO_VERSION=…`, a name and its value on two lines), the input of a set-up action (`hugo-version`), container
 * images (`hugomods/hugo:0.128.0`) and downloads of a release. Read as text: a YAML parser would make 0.12 of 0.120.
 */
const scriptPatterns: readonly RegExp[] = [
  /\bhugo[-_]version['"]?[ \t]*[:=][ \t]*['"]?(v?\d+\.\d+(?:\.\d+)?)/gi,
  /\bhugo_version['"]?[ \t]*\r?\n[ \t]*value:[ \t]*['"]?(v?\d+\.\d+(?:\.\d+)?)/gi,
  /\bhugo(?:\/hugo_extended|\/hugo)?:(?:[a-z]{1,12}-)*(v?\d+\.\d+\.\d+)/g,
  /gohugoio\/hugo\/releases\/download\/(v\d+\.\d+\.\d+)/g,
  /gohugoio\/hugo@(v\d+\.\d+\.\d+)/g,
];

function readScript(text: string): string[] {
  const code = text.slice(0, 200_000).replaceAll(/^[ \t]*#.*$/gm, '');
  return scriptPatterns.flatMap((pattern) => [...code.matchAll(pattern)].flatMap((match) => match[1] ?? []));
}

function readVercel(text: string): string[] {
  const { map } = parseConfig('vercel.json', text);
  return [textAt(map, 'build', 'env', 'HUGO_VERSION') ?? textAt(map, 'env', 'HUGO_VERSION') ?? ''];
}

/**
 * The version of `hugo-extended` is Hugo's (on 0.x, `^` and `~` allow other patches only); `hugo-bin` has versions of its own and names Hugo's in
 * `hugo-bin.version`; Docsy's sites have `otherDependencies.hugo`.
 */
const packageKeys: readonly (readonly string[])[] = [
  ['hugo-bin', 'version'],
  ['dependencies', 'hugo-extended'],
  ['devDependencies', 'hugo-extended'],
  ['optionalDependencies', 'hugo-extended'],
  ['otherDependencies', 'hugo'],
];

function readPackageJson(text: string): string[] {
  const { map } = parseConfig('package.json', text);
  return packageKeys.flatMap((path) => textAt(map, ...path) ?? []);
}

function readToolVersions(text: string): string[] {
  return [...text.matchAll(/^(?:go)?hugo(?:-extended)?[ \t]+(\S+)/gm)].flatMap((match) =>
    (match[1] ?? '').replace(/^extended_/, ''),
  );
}

/** `hugo = "0.128"`, `"aqua:gohugoio/hugo" = { version = "0.128.0" }`, and lists of versions, of which the first is used. */
function readMise(text: string): string[] {
  const tools = mapAt(parseConfig('mise.toml', text).map, 'tools');
  return [...tools].flatMap(([name, value]) => {
    const first = Array.isArray(value) ? (value as readonly ConfigValue[])[0] : value;
    const version = asText(first) ?? textAt(asMap(first) ?? new Map(), 'version');
    return /(?:^|[:/])hugo(?:-extended)?(?:\[|$)/.test(name) && version !== undefined ? [version] : [];
  });
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
