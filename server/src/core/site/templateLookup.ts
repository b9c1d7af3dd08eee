import type { HugoRange } from '../hugo/version.ts';
import type { SiteTemplate } from './snapshot.ts';

/** What Hugo looks a page's templates up by. */
export interface PageIdentity {
  readonly kind: 'home' | 'page' | 'section' | 'taxonomy' | 'term';
  /** The first folder of its path, lower-cased; empty at the top. */
  readonly section: string;
  /** The key `type`, else the section, else `page`; lower-cased. */
  readonly type: string;
  /** The key `layout`. */
  readonly layout: string | undefined;
  /** For a taxonomy or term: its singular and plural names. */
  readonly taxonomy?: { readonly singular: string; readonly plural: string };
  readonly language: string;
}

/**
 * The templates that may render this page in HTML: the one that Hugo chooses, its `baseof`, and all render hooks that hold for it. Where the
 * range holds releases with the old and the new rules (Hugo 0.146) and they differ, those of both.
 */
export function renderingTemplates(
  _templates: readonly SiteTemplate[],
  _page: PageIdentity,
  _hugo: HugoRange,
): readonly SiteTemplate[] {
  return [];
}
