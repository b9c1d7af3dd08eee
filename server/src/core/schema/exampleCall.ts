// An example of a call from the site. The index keeps no text of pages, so whoever can read one asks twice: which page, and what in it.
import type { ShortcodeCall } from '../shortcodes/types.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { treeOf } from '../site/pageCalls.ts';
import { textOf } from '../text/range.ts';

/** A call as a page writes it. */
export interface ExampleCall {
  /** Without its inner content where that is long. */
  readonly text: string;
  /** With all of its inner content. */
  readonly whole: string;
  /** The outermost call that it stands in, with all of its inner content. */
  readonly around: string;
  /** Where it begins in the text of its page (UTF-16). */
  readonly start: number;
}

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

/** Of each shortcode that the page calls the shortest call that is sound, `isGood`, and not too long. */
export function exampleCalls(
  site: SiteSnapshot,
  page: PageDocument,
  isGood: (call: ShortcodeCall) => boolean = () => true,
): ReadonlyMap<string, ExampleCall> {
  const { text } = page;
  const { calls } = treeOf(site, page);
  const examples = new Map<string, ExampleCall>();
  for (const { call, around } of withNested(calls)) {
    const { name, sound } = call.open;
    if (!sound || !isGood(call)) {
      continue;
    }
    const shown = withoutLongInner(call, text);
    if (shown.length <= longestCall && shown.length < (examples.get(name)?.text.length ?? Infinity)) {
      examples.set(name, {
        text: shown,
        whole: textOf(text, call.range),
        around: textOf(text, around.range),
        start: call.range.start,
      });
    }
  }
  return examples;
}

/** Every call, in no order that means anything, with the outermost one that it stands in. */
function* withNested(
  calls: readonly ShortcodeCall[],
): Generator<{ readonly call: ShortcodeCall; readonly around: ShortcodeCall }> {
  const waiting = calls.map((call) => ({ call, around: call }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    const { around } = next;
    waiting.push(...next.call.children.map((call) => ({ call, around })));
  }
}

function withoutLongInner({ open, close, inner, range }: ShortcodeCall, text: string): string {
  if (close === undefined || inner === undefined || inner.end - inner.start <= longestInner) {
    return textOf(text, range);
  }
  return `${textOf(text, open.range)}…${textOf(text, close.range)}`;
}
