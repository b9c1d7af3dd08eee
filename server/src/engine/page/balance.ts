import { parseShortcodes } from '../../core/shortcodes/tree.ts';
import type { TakesInner } from '../../core/shortcodes/types.ts';
import type { PageDocument } from '../../core/site/pageDocument.ts';

/**
 * Whether the page looks as it does while somebody is typing a shortcode: a tag that Hugo cannot read, such as one without its end, a closing
 * tag that closes nothing, or an opening one that lacks its closing tag. Hugo would refuse it now and take it a moment later, so that the
 * page before it may stay. Where `takesInner` does not know, a shortcode needs closing if the page closes it elsewhere.
 */
export function isHalfTyped({ shortcodes }: PageDocument, takesInner: TakesInner = () => undefined): boolean {
  if (shortcodes.problems.some(({ fatal }) => fatal === 'always')) {
    return true;
  }
  const closed = new Set(shortcodes.tags.filter(({ kind }) => kind !== 'open').map(({ name }) => name));
  const { unclosed, unopened } = parseShortcodes(
    shortcodes,
    (name, tag) => takesInner(name, tag) ?? (closed.has(name) || undefined),
  );
  return unclosed.length > 0 || unopened.length > 0;
}
