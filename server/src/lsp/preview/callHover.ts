import { treeOf } from '../../core/site/pageCalls.ts';
import type { ShortcodeCall } from '../../core/shortcodes/types.ts';
import type { PageDocument } from '../../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../../core/site/snapshot.ts';
import { touches } from '../../core/text/range.ts';

/** The text of the call whose opening or closing tag is at `offset` (UTF-16), with its inner content; the innermost where calls are nested. */
export function findCallAt(site: SiteSnapshot, page: PageDocument, offset: number): string | undefined {
  const call = innermost(treeOf(site, page).calls, offset);
  return call && page.text.slice(call.range.start, call.range.end);
}

function innermost(calls: readonly ShortcodeCall[], offset: number): ShortcodeCall | undefined {
  const around = calls.find(({ range }) => touches(range, offset));
  if (around === undefined) {
    return undefined;
  }
  const isTag = [around.open, around.close].some((tag) => tag !== undefined && touches(tag.range, offset));
  return isTag ? around : innermost(around.children, offset);
}
