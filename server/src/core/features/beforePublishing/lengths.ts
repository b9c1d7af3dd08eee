import { message } from '../../text/message.ts';
import { valueOf } from './kin.ts';
import type { ListRequest } from './listRequest.ts';
import type { OpenItem } from './openItem.ts';

/** What lists, search engines and social media cut when it is long. */
const cut: readonly string[] = ['title', 'description', 'summary', 'intro'];

/** So many pages tell how long such a text is, and a text that is so many times the longest of them is too long. */
const leastPages = 20;
const muchLonger = 1.3;

/** A title or description that is far longer than that of any page like this one. */
export function* lengths({ asked, entries, kin }: ListRequest): Iterable<OpenItem> {
  for (const id of cut) {
    const entry = entries.get(id);
    const scalar = entry?.scalars[0];
    const others = kin.map(({ page }) => valueOf(page, id).length).filter((length) => length > 0);
    const longest = Math.max(...others);
    const own = valueOf(asked, id).length;
    if (
      entry !== undefined &&
      scalar !== undefined &&
      others.length >= leastPages &&
      own > muchLonger * longest
    ) {
      yield {
        code: 'long-text',
        group: 'look',
        key: id,
        message: message(
          '"{0}" is long: {1} characters. No page like this one has more than {2}.',
          entry.key,
          own,
          longest,
        ),
        range: scalar.range,
        weight: 1,
      };
    }
  }
}
