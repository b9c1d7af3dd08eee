import { treeOf } from '../../site/pageCalls.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { touches, type TextRange } from '../../text/range.ts';
import { callsIn } from './contentParts.ts';

/** What a name may be while it is typed, as the source of a regular expression without flags: letters of any language, `/`, `-` and `.`, too. */
export const namePattern = '[^\\s"\'`<>%{}=]*';

/** The names of both tags of the paired call in one of which `offset` (UTF-16) stands; they change together. */
export function linkedNames(
  site: SiteSnapshot,
  page: PageDocument,
  offset: number,
): readonly TextRange[] | undefined {
  for (const { open, close } of callsIn(treeOf(site, page).calls)) {
    if (close?.name === open.name && !open.inline) {
      const names = [open.nameRange, close.nameRange];
      if (names.some((name) => touches(name, offset))) {
        return names;
      }
    }
  }
  return undefined;
}
