// Which delimiter a call is written with: as pages write it, else as its template renders what stands in it.
import type { Delimiter } from '../shortcodes/types.ts';
import type { ShortcodeDefinition } from '../site/snapshot.ts';
import type { CallVotes } from './callVotes.ts';

/**
 * `%` lets Hugo render the inner content as Markdown, which a template that does so itself, or takes none, does not want. Of a call that gets the text of a page as its
 * inner content (`enclosesText`) it is enough that some pages write it so.
 */
export function likelyDelimiter(
  definition: ShortcodeDefinition,
  { votes, written }: CallVotes,
  enclosesText = false,
): Delimiter {
  const angle = votes['<'].get(definition.name) ?? 0;
  const percent = votes['%'].get(definition.name) ?? 0;
  if (enclosesText && leavesMarkdown(definition) && written['%'].has(definition.name)) {
    return '%';
  }
  if (angle !== percent) {
    return angle > percent ? '<' : '%';
  }
  return leavesMarkdown(definition) || isPlainText(definition) ? '%' : '<';
}

/** Its template puts the inner content into the page as it stands: only `%` makes Markdown of it. */
export function leavesMarkdown({ takesInner, signature }: ShortcodeDefinition): boolean {
  return takesInner === true && signature !== undefined && signature.inner.markdown === undefined;
}

/** It is called with `%` alone since Hugo 0.146; those of the endings of plain text that were tried. */
export function isPlainText({ sources }: ShortcodeDefinition): boolean {
  return (
    sources.length > 0 &&
    sources.every(({ path, origin }) => origin !== 'embedded' && /\.(?:md|txt|json|css)$/.test(path))
  );
}
