// Ids that templates put around and into the content of pages.
import type { PageDocument } from '../site/pageDocument.ts';
import { callsOn, treeOf } from '../site/pageCalls.ts';
import type { SiteSnapshot, SiteTemplate } from '../site/snapshot.ts';
import type { ShortcodeCall } from '../shortcodes/types.ts';
import { anyId, argumentId, headingId } from '../templates/templateIds.ts';
import { memoize } from '../text/memoize.ts';

/** Whether layouts and partials of the site give something the id `id`, as far as their own text says. */
export function hasLayoutId(site: SiteSnapshot, id: string): boolean {
  const { exact, patterns } = layoutIds(site.templates());
  return exact.has(id) || patterns.some((pattern) => matches(id, pattern));
}

/** Whether shortcodes on the page give something the id `id`, as far as their own text says. */
export function hasShortcodeId(site: SiteSnapshot, page: PageDocument, id: string): boolean {
  return callsOn(page).some(({ name, args }) => {
    const ids = shortcodeIds(site, name);
    const isGiven =
      (ids === undefined || ids.includes(argumentId)) &&
      args.some(({ value }) => bareId(value) === bareId(id));
    return isGiven || ids?.some((pattern) => pattern !== anyId && matches(id, pattern));
  });
}

/** What ids of one text have in common, whoever makes them of it. */
export function bareId(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether shortcodes on the page may make ids that nobody can tell here, or a template makes those of headings. */
export function hasOpenIds(site: SiteSnapshot, page: PageDocument): boolean {
  return (
    hasOwnHeadingIds(site.templates()) || treeOf(site, page).calls.some((call) => mayMakeIds(site, call))
  );
}

/** A shortcode that is not on disk may show another file, but hardly where it is given its content. */
function mayMakeIds(site: SiteSnapshot, { open, inner, children }: ShortcodeCall): boolean {
  const isOpen = shortcodeIds(site, open.name)?.some(isOpenId) ?? inner === undefined;
  return isOpen || children.some((child) => mayMakeIds(site, child));
}

/** Of those that Hugo brings along none makes anything that is linked to; `undefined` for one that is not on disk. */
function shortcodeIds(site: SiteSnapshot, name: string): readonly string[] | undefined {
  const source = site.shortcode(name)?.sources[0];
  return source?.origin === 'embedded' ? [] : byUri(site.templates()).get(source?.uri)?.ids;
}

const byUri = memoize(
  (templates: readonly SiteTemplate[]) =>
    new Map(templates.map((template) => [template.source.uri, template] as const)),
);

const layoutIds = memoize((templates: readonly SiteTemplate[]) => {
  const ids = templates
    .filter(({ role }) => role !== 'shortcode' && role !== 'hook')
    .flatMap((template) => template.ids);
  return {
    exact: new Set(ids.filter((id) => !id.includes(anyId))),
    patterns: [...new Set(ids)].filter((id) => id.includes(anyId) && id !== anyId),
  };
});

const hasOwnHeadingIds = memoize((templates: readonly SiteTemplate[]): boolean =>
  templates.some(
    ({ role, path, ids }) => role === 'hook' && /render-heading\b/.test(path) && !ids.includes(headingId),
  ),
);

/** An argument with something around it is not followed. */
function isOpenId(id: string): boolean {
  return id === anyId || (id !== argumentId && id.includes(argumentId));
}

/** `*` is anything. */
function matches(id: string, pattern: string): boolean {
  const parts = pattern.split(anyId);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  return parts.length === 1
    ? id === pattern
    : id.startsWith(first) && id.endsWith(last) && id.length >= first.length + last.length;
}
