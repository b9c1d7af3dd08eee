/** A release of Hugo, `major.minor.patch`, such as `0.147.6`. */
export type HugoVersion = string;

/** A `hugo` that the machine has, and that answers. */
export interface InstalledHugo {
  /** Absolute, as it was found: a link stays one. */
  readonly program: string;
  readonly version: HugoVersion;
  /** It can transpile Sass with its own library. */
  readonly extended: boolean;
}

export type HugoRangeSource =
  'setting' | 'netlify' | 'workflow' | 'packageJson' | 'toolVersions' | 'installed' | 'module' | 'unknown';

/**
 * The Hugo releases that may build the site, both ends included. An absent `max` means every later release;
 * an absent `min` means every release we know facts of (0.111 and later).
 */
export interface HugoRange {
  readonly min: HugoVersion | undefined;
  readonly max: HugoVersion | undefined;
  readonly source: HugoRangeSource;
  /** The file that says so, relative to the site, for people to look at. */
  readonly file: string | undefined;
}

export const unknownHugo: HugoRange = { min: undefined, max: undefined, source: 'unknown', file: undefined };

/** Negative when `a` is older than `b`. Missing parts count as 0; what is no number counts as 0. */
export function compareVersions(a: HugoVersion, b: HugoVersion): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let i = 0; i < 3; i++) {
    const difference = (Number.parseInt(left[i] ?? '', 10) || 0) - (Number.parseInt(right[i] ?? '', 10) || 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/** Whether the release may be the one that builds the site. */
export function isInRange(version: HugoVersion, { min, max }: HugoRange): boolean {
  return (
    (min === undefined || compareVersions(version, min) >= 0) &&
    (max === undefined || compareVersions(version, max) <= 0)
  );
}

/** What holds for releases from `since` on (and before `until`): for `all` of the range, for `some` of it, or for `none`. */
export function verdictFor(
  { min, max }: HugoRange,
  since: HugoVersion | undefined,
  until?: HugoVersion,
): 'all' | 'some' | 'none' {
  const startsInside = since === undefined || (min !== undefined && compareVersions(min, since) >= 0);
  const endsInside = until === undefined || (max !== undefined && compareVersions(max, until) < 0);
  if (startsInside && endsInside) {
    return 'all';
  }
  const before = since !== undefined && max !== undefined && compareVersions(max, since) < 0;
  const after = until !== undefined && min !== undefined && compareVersions(min, until) >= 0;
  return before || after ? 'none' : 'some';
}
