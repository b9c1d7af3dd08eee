// The calls of a page, as everything that asks about them needs them; each worked out once.
import type { Argument, ShortcodeTag, ShortcodeTree } from '../shortcodes/types.ts';
import { parseShortcodes } from '../shortcodes/tree.ts';
import { memoize, memoizeBoth } from '../text/memoize.ts';
import type { PageDocument } from './pageDocument.ts';
import type { SiteSnapshot } from './snapshot.ts';
import { takesInnerIn } from './takesInner.ts';

/** The calls that Hugo's lexer accepts, without their closing tags and without those of inline shortcodes. */
export const callsOn = memoize((page: PageDocument): readonly ShortcodeTag[] =>
  page.shortcodes.tags.filter(
    ({ kind, sound, inline, name }) =>
      (kind === 'open' || kind === 'selfClosing') && sound && !inline && name !== '',
  ),
);

/** The calls of a page, paired by what is proven of the site's templates; nobody knows anything while they are being read. */
export function treeOf(site: SiteSnapshot, page: PageDocument): ShortcodeTree {
  return treeIn(page, site);
}

const treeIn = memoizeBoth((page: PageDocument, site: SiteSnapshot) =>
  parseShortcodes(page.shortcodes, takesInnerIn(site)),
);

/** What the call gives under this name, or at this position; of a name that stands twice the last one counts. */
export function givenAs({ args }: ShortcodeTag, key: string | number | undefined): Argument | undefined {
  return typeof key === 'number'
    ? args[key]?.name === undefined
      ? args[key]
      : undefined
    : args.findLast(({ name }) => name !== undefined && name === key);
}
