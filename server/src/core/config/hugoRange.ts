import { unknownHugo, type HugoRange, type HugoRangeSource, type HugoVersion } from '../hugo/version.ts';

/** One statement about the Hugo that builds a site. A module gives a lower bound (and perhaps an upper one); all others name one release. */
export interface VersionEvidence {
  readonly source: HugoRangeSource;
  readonly min: HugoVersion | undefined;
  readonly max: HugoVersion | undefined;
  /** Relative to the site, absent for the setting and the installed Hugo. */
  readonly file: string | undefined;
}

/** Globs, relative to the site and to the folders above it up to the repository's, of files that may name a Hugo release. */
export const versionFiles: readonly string[] = [
  'netlify.toml',
  '.github/workflows/*.{yml,yaml}',
  'package.json',
];

export function readVersionEvidence(path: string, text: string): VersionEvidence[] {
  void path;
  void text;
  return [];
}

export function hugoRangeOf(evidence: readonly VersionEvidence[]): HugoRange {
  void evidence;
  return unknownHugo;
}
