import type { SiteConfig } from './types.ts';
import { textAt } from './value.ts';

/**
 * In which zone Hugo reads dates that name none: `timeZone` of the language, else of the site, else UTC, whatever the machine's own is (langs/language.go; asked of 0.111, 0.152
 * and 0.168).
 */
export function timeZoneOf({ raw }: Pick<SiteConfig, 'raw'>, language: string): string {
  return chosenTimeZone({ raw }, language) ?? 'UTC';
}

/** The zone that the site names, if it names one. */
export function chosenTimeZone({ raw }: Pick<SiteConfig, 'raw'>, language: string): string | undefined {
  return textAt(raw, 'languages', language, 'timeZone') || textAt(raw, 'timeZone') || undefined;
}
