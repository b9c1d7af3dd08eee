import type { Severities } from '../core/features/check.ts';
import { rules } from '../core/features/diagnostics/index.ts';
import { toSettingName, type Severity } from '../core/features/finding.ts';

/** When real Hugo says what it thinks of a page. */
export type HugoCheck = 'off' | 'whenPreviewed' | 'always';

/** The part of the settings that the server reads, for one site. */
export interface Settings {
  /** A Hugo version that the writer pins by hand. */
  readonly hugoVersion: string | undefined;
  /** By the code of the rule; one that is missing keeps its own. */
  readonly severities: Severities;
  readonly hugoCheck: HugoCheck;
  /** Names are shown in front of arguments that have none. */
  readonly inlayHints: boolean;
  /** How often a template is used is shown above it. */
  readonly codeLens: boolean;
  /** Whether a page will be published is shown above it. */
  readonly publicationLens: boolean;
}

export const defaultSettings: Settings = {
  hugoVersion: undefined,
  severities: new Map(),
  hugoCheck: 'always',
  inlayHints: false,
  codeLens: false,
  publicationLens: true,
};

const severities: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);
const hugoChecks: readonly HugoCheck[] = ['off', 'whenPreviewed', 'always'];

/** Reads the section `hugoScribe` as the editor sends it; what has a wrong shape counts as not set. */
export function toSettings(section: unknown): Settings {
  const hugo = field(field(section, 'hugo'), 'version');
  const chosen = field(section, 'diagnostics');
  const hugoCheck = field(field(section, 'check'), 'hugo');
  return {
    hugoVersion: typeof hugo === 'string' && hugo.trim() !== '' ? hugo.trim() : undefined,
    severities: new Map(
      rules.flatMap(({ code }) => {
        const severity = field(chosen, toSettingName(code));
        return isSeverity(severity) ? [[code, severity] as const] : [];
      }),
    ),
    hugoCheck: hugoChecks.find((name) => name === hugoCheck) ?? defaultSettings.hugoCheck,
    inlayHints: field(field(section, 'inlayHints'), 'enabled') === true,
    codeLens: field(field(section, 'codeLens'), 'enabled') === true,
    publicationLens: field(field(section, 'codeLens'), 'publication') !== false,
  };
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return severities.has(value);
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
