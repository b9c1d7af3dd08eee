import { toMoment } from '../hugo/dateLayouts.ts';
import type { SiteConfig } from '../config/types.ts';
import type { PageDocument } from './pageDocument.ts';

export type PublishState = 'published' | 'draft' | 'scheduled' | 'expired' | 'neverRendered';

/**
 * What a plain `hugo` makes of a page at the moment `now` (RFC 3339), by its front matter alone: `draft`, the dates that the site's `[frontmatter]` names,
 * `build.render` and `headless` (Hugo: hugolib/page__meta.go, resources/page/page_nop.go `IsFuture`, `IsExpired`). A cascade of another page is not looked at.
 */
export function publishState(
  page: PageDocument,
  { dateKeys }: Pick<SiteConfig, 'dateKeys'>,
  now: string,
): PublishState {
  const values = scalarsOf(page);
  const is = (key: string, ...wanted: readonly string[]): boolean =>
    wanted.includes(values.get(key)?.toLowerCase() ?? '');
  const momentOf = (keys: readonly string[]): number | undefined => {
    const key = keys.find((one) => toMoment(values.get(one) ?? '') !== undefined);
    return key === undefined ? undefined : toMoment(values.get(key) ?? '');
  };
  const moment = Date.parse(now);
  if (is('draft', 'true') || is('published', 'false')) {
    return 'draft';
  }
  if ((momentOf(dateKeys.publishdate) ?? 0) > moment) {
    return 'scheduled';
  }
  if ((momentOf(dateKeys.expirydate) ?? Infinity) <= moment) {
    return 'expired';
  }
  const isHidden =
    is('headless', 'true') ||
    is('build.render', 'never', 'false', 'link') ||
    is('_build.render', 'never', 'false', 'link');
  return isHidden ? 'neverRendered' : 'published';
}

/** The single values of the front matter by dotted, lower-cased key; of a key that stands twice the last one counts. */
function scalarsOf(page: PageDocument): ReadonlyMap<string, string> {
  const entries = page.outline?.entries ?? [];
  return new Map(
    entries.flatMap(({ path, scalars: [first] }) =>
      first === undefined ? [] : [[path.join('.').toLowerCase(), first.text] as const],
    ),
  );
}
