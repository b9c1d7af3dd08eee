import type { SiteConfig } from '../config/types.ts';
import { verdictFor, type HugoRange } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';

export interface ShortcodeTemplate {
  /** As its file says, sub-folders with `/`: `blocks/lead`. */
  readonly name: string;
  /** `layouts/<section>/_shortcodes/…` serves pages below that path only; empty for all pages. */
  readonly below: string;
  readonly language: string | undefined;
  readonly format: string | undefined;
  /** Without its dot; empty when there is none. */
  readonly extension: string;
}

/**
 * Reads a path below the layouts directory: `shortcodes/…` at the top, `_shortcodes/…` anywhere (Hugo 0.146). The name ends at the first dot
 * of the file name; a language and an output format may follow: `box.sv.amp.html` is `box`.
 */
export function shortcodeTemplateOf(
  layoutPath: string,
  config: Pick<SiteConfig, 'languages'>,
): ShortcodeTemplate | undefined {
  const parts = layoutPath.split('/');
  const start = parts[0] === 'shortcodes' ? 0 : parts.indexOf('_shortcodes');
  const file = parts.at(-1) ?? '';
  if (start < 0 || start === parts.length - 1 || !/^[^.#].*[^~]$|^[^.#~]$/.test(file)) {
    return undefined;
  }
  const [base = '', ...variants] = file.split('.');
  const extension = variants.pop() ?? '';
  const isLanguage = (word: string): boolean =>
    config.languages.some(({ code }) => code === word.toLowerCase());
  return {
    name: [...parts.slice(start + 1, -1), base].join('/'),
    below: parts.slice(0, start).join('/'),
    language: variants.find(isLanguage),
    format: variants.find((word) => !isLanguage(word)),
    extension,
  };
}

/**
 * What two names must share to be the same shortcode: Hugo 0.146 and later lower-case them, older releases do not. Where the range holds
 * both, names that differ in case only count as one, so that nothing is called unknown that may be known.
 */
export function shortcodeKey(name: string, hugo: HugoRange): string {
  return verdictFor(hugo, changedIn.templateLayout) === 'none' ? name : name.toLowerCase();
}
