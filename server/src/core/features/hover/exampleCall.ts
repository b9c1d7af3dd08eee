// An example of a call from the site. The index keeps no text of pages, so whoever can read one asks twice: which page, and what in it.
import { parseShortcodes } from '../../shortcodes/tree.ts';
import type { ShortcodeCall } from '../../shortcodes/types.ts';
import { PageDocument } from '../../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { takesInnerIn } from '../../site/takesInner.ts';

/** At most `most` other pages that call the shortcode, those of the same section first. */
export function pagesCalling(
  site: SiteSnapshot,
  page: PageDocument,
  name: string,
  most: number,
): readonly PageRecord[] {
  const section = site.page(page.uri)?.section ?? '';
  const found = new Map<string, PageRecord>();
  for (const pages of [site.pagesIn(section), site.pages()]) {
    for (const record of pages) {
      if (found.size === most) {
        return [...found.values()];
      }
      if (record.uri !== page.uri && record.calls.includes(name)) {
        found.set(record.uri, record);
      }
    }
  }
  return [...found.values()];
}

/** A longer inner content is left out of an example, in UTF-16 units. */
const longestInner = 120;
/** A longer call is no example. */
const longestCall = 400;

/** The shortest sound call of the shortcode in the text of a page; `undefined` where there is none that is short enough. */
export function exampleCall(site: SiteSnapshot, name: string, text: string): string | undefined {
  const page = new PageDocument('', text, site.hugo);
  const { calls } = parseShortcodes(page.shortcodes, takesInnerIn(site));
  const examples = [...withNested(calls)]
    .filter(({ open }) => open.name === name && open.sound)
    .map((call) => toExample(call, text))
    .filter((example) => example.length <= longestCall);
  return examples.toSorted((a, b) => a.length - b.length)[0];
}

function* withNested(calls: readonly ShortcodeCall[]): Generator<ShortcodeCall> {
  const waiting = [...calls];
  for (let call = waiting.pop(); call !== undefined; call = waiting.pop()) {
    yield call;
    waiting.push(...call.children);
  }
}

function toExample({ open, close, inner, range }: ShortcodeCall, text: string): string {
  if (close === undefined || inner === undefined || inner.end - inner.start <= longestInner) {
    return text.slice(range.start, range.end);
  }
  return `${text.slice(open.range.start, open.range.end)}…${text.slice(close.range.start, close.range.end)}`;
}
