import {
  compareVersions,
  unknownHugo,
  type HugoRange,
  type HugoRangeSource,
  type HugoVersion,
} from '../hugo/version.ts';

/** One statement about the Hugo that builds a site: both bounds the same for a pin, a lower one (and perhaps an upper one) from a module. */
export interface VersionEvidence {
  readonly source: Exclude<HugoRangeSource, 'unknown'>;
  readonly min: HugoVersion | undefined;
  readonly max: HugoVersion | undefined;
  /** Relative to the site; absent for the setting and the installed Hugo. */
  readonly file: string | undefined;
}

/** The strongest first: what somebody pinned, then what is installed, then what a module asks for. */
const priority: readonly VersionEvidence['source'][] = [
  'setting',
  'netlify',
  'workflow',
  'packageJson',
  'toolVersions',
  'installed',
  'module',
];

/**
 * The range that the strongest source gives. Several pins of one source (two workflows, the contexts of netlify.toml) give the range from
 * the oldest to the newest; several modules give the bounds that satisfy all of them. No evidence is the unknown range.
 */
export function hugoRangeOf(evidence: readonly VersionEvidence[]): HugoRange {
  for (const source of priority) {
    const found = evidence.filter((one) => one.source === source);
    const [first] = found;
    if (first) {
      const newest = source === 'module' ? 1 : -1;
      const min = extreme(
        found.flatMap(({ min }) => min ?? []),
        newest,
      );
      const max = extreme(
        found.flatMap(({ max }) => max ?? []),
        -newest,
      );
      return { min, max, source, file: first.file };
    }
  }
  return unknownHugo;
}

/** What a setting, `hugo version` or a configuration file says, as a release; `undefined` for what names none, such as `latest`. */
export function toHugoVersion(text: string): HugoVersion | undefined {
  const match = /^(?:hugo(?:_extended)?[-_ ])?[v^~=]?(\d+)\.(\d+)(?:\.(\d+))?/i.exec(text.trim());
  return match ? `${match[1] ?? '0'}.${match[2] ?? '0'}.${match[3] ?? '0'}` : undefined;
}

/** Evidence for exactly one release; none where `text` names none. */
export function pin(source: VersionEvidence['source'], text: string, file?: string): VersionEvidence[] {
  const version = toHugoVersion(text);
  return version === undefined ? [] : [{ source, min: version, max: version, file }];
}

/** What the site's own configuration or a module's asks for (`module.hugoVersion`, `min_version`). */
export function moduleEvidence(
  bounds: { readonly minVersion: string | undefined; readonly maxVersion: string | undefined },
  file?: string,
): VersionEvidence[] {
  const min = toHugoVersion(bounds.minVersion ?? '');
  const max = toHugoVersion(bounds.maxVersion ?? '');
  return min === undefined && max === undefined ? [] : [{ source: 'module', min, max, file }];
}

function extreme(versions: readonly HugoVersion[], sign: number): HugoVersion | undefined {
  return [...versions].sort((a, b) => sign * compareVersions(b, a))[0];
}
