import type { OutlineEntry } from '../../frontMatter/types.ts';
import type { KeySlot } from '../../schema/keyVotes.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { toKeyId } from '../../site/pageRecord.ts';
import { range, textOf, touches, type TextRange } from '../../text/range.ts';

/** Where a key at `at` goes among those of the map `parent`; in a list of maps among those of its own item. The key at the cursor does not count. */
export function keySlot(page: PageDocument, parent: readonly string[], at: TextRange): KeySlot {
  const id = toKeyId(parent);
  const inMap = (page.outline?.entries ?? []).filter(
    ({ path, keyRange }) =>
      path.length === parent.length + 1 && toKeyId(path.slice(0, -1)) === id && !touches(at, keyRange.start),
  );
  const siblings = parent.includes('[]') ? itemAround(page.text, inMap, at.start) : inMap;
  const ids = siblings.map(({ path }) => toKeyId(path));
  const behind = siblings.findIndex(({ keyRange }) => keyRange.start > at.start);
  const split = behind < 0 ? ids.length : behind;
  return { parent: id, present: new Set(ids), before: ids[split - 1], after: ids[split] };
}

/** What parts the items of a list: a dash, braces, or the header of a TOML table. */
const newItem = /(?:^|[\n\r])[^\S\n\r]*-(?:\s|$)|[{}]|\[\[/;

/** The entries of the item that holds the offset `at`: those up to the next item on both sides. */
function itemAround(text: string, entries: readonly OutlineEntry[], at: number): readonly OutlineEntry[] {
  const before: OutlineEntry[] = [];
  let edge = at;
  for (const entry of entries.filter(({ keyRange }) => keyRange.start < at).reverse()) {
    if (newItem.test(textOf(text, range(Math.min(endOf(entry), edge), edge)))) {
      break;
    }
    before.unshift(entry);
    edge = entry.keyRange.start;
  }
  const after: OutlineEntry[] = [];
  edge = at;
  for (const entry of entries.filter(({ keyRange }) => keyRange.start > at)) {
    if (newItem.test(textOf(text, range(Math.min(edge, entry.keyRange.start), entry.keyRange.start)))) {
      break;
    }
    after.push(entry);
    edge = endOf(entry);
  }
  return [...before, ...after];
}

function endOf({ keyRange, valueRange }: OutlineEntry): number {
  return Math.max(keyRange.end, valueRange.end);
}
