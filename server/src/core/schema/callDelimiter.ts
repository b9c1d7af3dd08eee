// Which delimiter a call is written with: as pages write it, else as its template renders what stands in it.
import type { Delimiter } from '../shortcodes/types.ts';
import type { ShortcodeDefinition } from '../site/snapshot.ts';
import type { CallVotes } from './callVotes.ts';

/** `%` lets Hugo render the inner content as Markdown, which a template that does so itself, or takes none, does not want. */
export function likelyDelimiter(
  { name, takesInner, signature }: ShortcodeDefinition,
  { votes }: CallVotes,
): Delimiter {
  const angle = votes['<'].get(name) ?? 0;
  const percent = votes['%'].get(name) ?? 0;
  if (angle !== percent) {
    return angle > percent ? '<' : '%';
  }
  const isRaw = takesInner === true && signature !== undefined && signature.inner.markdown === undefined;
  return isRaw ? '%' : '<';
}
