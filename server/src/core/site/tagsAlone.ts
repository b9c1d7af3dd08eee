// Which calls have their lines for themselves, so that a new call of the same shortcode can be put as pages put it.
import type { ShortcodeTag } from '../shortcodes/types.ts';

/**
 * The opening tags of calls that begin and end where a line does: `{{< box >}}text{{< /box >}}`, over any number of lines, or `{{< box >}}` alone. `tags` are
 * all tags of `text` behind `from`, in order. Linear in the length of the text, however long its lines are.
 */
export function tagsAlone(
  text: string,
  from: number,
  tags: readonly ShortcodeTag[],
): ReadonlySet<ShortcodeTag> {
  const between = [...tags, undefined].map((tag, at) =>
    text.slice(tags[at - 1]?.range.end ?? from, tag?.range.start ?? text.length),
  );
  const closes = closingTags(tags);
  const isLast = (at: number): boolean => endsLine(between[at + 1] ?? '', at + 1 === tags.length);
  return new Set(
    tags.filter(
      (tag, at) => beginsLine(between[at] ?? '', at === 0) && (isLast(at) || isLast(closes.get(tag) ?? at)),
    ),
  );
}

/** Of each opening tag the place of its closing one, by the name alone. */
function closingTags(tags: readonly ShortcodeTag[]): ReadonlyMap<ShortcodeTag, number> {
  const open = new Map<string, ShortcodeTag[]>();
  const closes = new Map<ShortcodeTag, number>();
  tags.forEach((tag, at) => {
    const ofName = open.get(tag.name) ?? [];
    open.set(tag.name, ofName);
    if (tag.kind === 'open') {
      ofName.push(tag);
    } else if (tag.kind === 'close') {
      const opened = ofName.pop();
      if (opened !== undefined) {
        closes.set(opened, at);
      }
    }
  });
  return closes;
}

/** What follows `text` is the first of its line. */
function beginsLine(text: string, isStart: boolean): boolean {
  const lineBreak = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return (isStart || lineBreak >= 0) && text.slice(lineBreak + 1).trim() === '';
}

/** What `text` follows is the last of its line. */
function endsLine(text: string, isEnd: boolean): boolean {
  const lineBreak = text.search(/[\r\n]/);
  return (isEnd || lineBreak >= 0) && text.slice(0, lineBreak < 0 ? undefined : lineBreak).trim() === '';
}
