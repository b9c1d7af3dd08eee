// What hover and the gallery say of a shortcode, in the same words.
import type { EmbeddedShortcode } from '../hugo/embeddedShortcodes.ts';
import type { ArgumentSchema, ShortcodeSchema } from '../schema/shortcodeSchema.ts';
import type { ShortcodeDefinition } from '../site/snapshot.ts';
import { code } from '../text/markdown.ts';
import { message, type Message } from '../text/message.ts';

/** What it is for, in the words of the team, of its template's author, or of Hugo; what the team says counts more than a comment, which may be a note to its author. */
export function documentationOf({
  definition,
  embedded,
  team,
}: ShortcodeSchema): readonly (Message | string)[] {
  const own = embedded === undefined ? definition?.documentation : sentence(embedded.documentation);
  return [team?.documentation ?? [], own ?? []].flat().filter((text) => text !== '');
}

/** Those that only a position tells apart come last, by their positions. */
export function inOrder(known: readonly ArgumentSchema[]): readonly ArgumentSchema[] {
  const placeOf = ({ name, position }: ArgumentSchema): number =>
    name === undefined && position !== undefined ? position + 1 : 0;
  return known.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Whether it takes inner content, and what becomes of Markdown in there. */
export function innerContent({ takesInner, signature }: ShortcodeDefinition): Message {
  if (takesInner === undefined) {
    return message('Nobody can tell yet whether it takes inner content.');
  }
  if (!takesInner) {
    return message('Takes no inner content: it must not be closed.');
  }
  return signature === undefined || signature.inner.markdown !== undefined
    ? message('Takes inner content: it must be closed.')
    : message(
        'Takes inner content: it must be closed. Markdown in there is rendered by {0}, not by {1}.',
        code('{{% … %}}'),
        code('{{< … >}}'),
      );
}

/** What Hugo's documentation adds, and in which releases there is such a shortcode. */
export function notesOn({ since, deprecated, removed, instead, note }: EmbeddedShortcode): Message[] {
  return [
    note === undefined ? [] : sentence(note),
    since === undefined ? [] : message('Hugo {0} and newer.', since),
    deprecated === undefined ? [] : deprecation(deprecated, instead),
    removed === undefined ? [] : message('Removed in Hugo {0}.', removed),
  ].flat();
}

function deprecation(since: string, instead: string | undefined): Message {
  return instead === undefined
    ? message('Deprecated since Hugo {0}.', since)
    : message('Deprecated since Hugo {0}: use `{1}` in its place.', since, instead);
}

/** A sentence of the table, which is in the list to translate like every message. */
function sentence(template: string): Message {
  return { template, args: [] };
}
