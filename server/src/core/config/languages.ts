import type { ConfigMap, Language } from './types.ts';
import { asMap, flagAt, mapAt, numberAt, textAt, textsAt } from './value.ts';

/**
 * The language of pages whose place names none: `defaultContentLanguage`; else English if it is configured or nothing is; else the first language
 * (Hugo's langs/config.go; releases before 0.153 refuse a configuration without it).
 */
export function defaultLanguageOf(config: ConfigMap): string {
  const chosen = textAt(config, 'defaultContentLanguage')?.toLowerCase();
  const configured = configuredLanguages(config).filter(({ disabled }) => !disabled);
  const first = configured.some(({ code }) => code === 'en') ? 'en' : configured[0]?.code;
  return chosen === undefined || chosen === '' ? (first ?? 'en') : chosen;
}

/** By weight (0 comes last), then by code; the default language is there even where nothing configures it. */
export function languagesOf(config: ConfigMap): Language[] {
  const configured = configuredLanguages(config);
  const fallback = defaultLanguageOf(config);
  if (configured.some(({ code }) => code === fallback)) {
    return configured;
  }
  const missing: Language = {
    code: fallback,
    name: undefined,
    weight: 0,
    contentDir: undefined,
    disabled: false,
  };
  return [missing, ...configured];
}

function configuredLanguages(config: ConfigMap): Language[] {
  const off = new Set(
    textsAt(config, 'disableLanguages').flatMap((text) => text.toLowerCase().split(/[\s,]+/)),
  );
  return [...mapAt(config, 'languages')]
    .flatMap(([key, value]) => {
      const map = asMap(value);
      return map ? [toLanguage(key.toLowerCase(), map, off)] : [];
    })
    .sort(byWeight);
}

function toLanguage(code: string, map: ConfigMap, off: ReadonlySet<string>): Language {
  return {
    code,
    name: textAt(map, 'label') ?? textAt(map, 'languageName'),
    weight: numberAt(map, 'weight'),
    contentDir: textAt(map, 'contentDir'),
    disabled: flagAt(map, 'disabled') || off.has(code),
  };
}

function byWeight(a: Language, b: Language): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.weight || last) - (b.weight || last) || (a.code < b.code ? -1 : 1);
}
