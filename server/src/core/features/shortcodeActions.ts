// What can be done with the call at the cursor, or around what is selected.
import { treeOf } from '../site/pageCalls.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { TextRange } from '../text/range.ts';
import { callsAround, isWithinTag, type ShortcodeAction } from './shortcodeActions/action.ts';
import { argumentStyleAction } from './shortcodeActions/argumentStyle.ts';
import { delimiterAction } from './shortcodeActions/delimiters.ts';
import { surroundActions } from './shortcodeActions/surround.ts';
import { unwrapAction } from './shortcodeActions/unwrap.ts';

/**
 * All that is right at `selection` (UTF-16) of the content of `page`: the likeliest shortcodes around what is selected, and what the innermost call there may
 * become. Nothing in front matter, and nothing while templates are being read: what a call encloses is theirs to say.
 */
export function shortcodeActions(
  site: SiteSnapshot,
  page: PageDocument,
  selection: TextRange,
): readonly ShortcodeAction[] {
  if (!site.progress.templates || selection.start < (page.fence?.bodyStart ?? 0)) {
    return [];
  }
  const around = callsAround(treeOf(site, page).calls, selection);
  const call = around.at(-1);
  const definition = call === undefined ? undefined : site.shortcode(call.open.name);
  const known = call === undefined || definition === undefined ? undefined : { site, page, call, definition };
  return [
    ...(isWithinTag(page, selection) ? [] : surroundActions(site, page, selection)),
    ...unwrapAction(site, page, around),
    ...(known === undefined ? [] : [...delimiterAction(known), ...argumentStyleAction(known)]),
  ];
}
