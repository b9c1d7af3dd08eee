// Where a statement about the site comes from, in the words that completion and hover share.
import type { ShortcodeDefinition, SiteSnapshot } from '../site/snapshot.ts';
import { message } from '../text/message.ts';
import type { Message } from '../text/message.ts';

/** How many pages have the key of this id; nothing when none does. */
export function usedInPages(site: SiteSnapshot, id: string): Message | undefined {
  const pages = site.keyStats(id)?.pages ?? 0;
  return pages === 0 ? undefined : message('used in {0} of {1} pages', pages, site.pageCount());
}

export function usedOnPages(pages: number): Message {
  return pages === 1 ? message('on one page') : message('on {0} pages', pages);
}

/** How often pages call the shortcode. */
export function callsOf(site: SiteSnapshot, name: string): Message {
  const { calls, pages } = site.shortcodeUse(name);
  if (calls === 0) {
    return message('not used yet');
  }
  if (calls === 1) {
    return message('used once');
  }
  return pages === 1
    ? message('used {0} times on one page', calls)
    : message('used {0} times on {1} pages', calls, pages);
}

/** The file of the shortcode's template, or that Hugo brings it along. */
export function templateOf({ sources }: ShortcodeDefinition): Message | string {
  const [source] = sources;
  return source === undefined || source.origin === 'embedded' ? message('part of Hugo') : source.path;
}
