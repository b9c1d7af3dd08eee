import { toSettingName, type Finding, type Severity } from '../core/features/finding.ts';

/** The part of the settings that the server reads, for one site. */
export interface Settings {
  /** A Hugo version that the writer pins by hand. */
  readonly hugoVersion: string | undefined;
  /** Severities by setting name; a rule that is missing keeps its own. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
}

export const defaultSettings: Settings = { hugoVersion: undefined, severities: new Map() };

const severities = new Set<unknown>(['error', 'warning', 'information', 'hint', 'off']);

/** Reads the section `hugoScribe` as the editor sends it; what has a wrong shape counts as not set. */
export function toSettings(section: unknown): Settings {
  const hugo = field(field(section, 'hugo'), 'version');
  const rules = field(section, 'diagnostics');
  const chosen = Object.entries(isRecord(rules) ? rules : {}).filter(
    (entry): entry is [string, Severity | 'off'] => severities.has(entry[1]),
  );
  return {
    hugoVersion: typeof hugo === 'string' && hugo.trim() !== '' ? hugo.trim() : undefined,
    severities: new Map(chosen),
  };
}

/** The finding as the writer wants it: with the chosen severity, or not at all. */
export function applySettings(finding: Finding, { severities: chosen }: Settings): Finding | undefined {
  const severity = chosen.get(toSettingName(finding.code)) ?? finding.severity;
  return severity === 'off' ? undefined : { ...finding, severity };
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
