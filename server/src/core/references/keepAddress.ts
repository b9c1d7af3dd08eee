import { addKey, newFrontMatter, setValue } from '../frontMatter/edit.ts';
import { writeText } from '../frontMatter/writing.ts';
import type { OutlineEntry } from '../frontMatter/types.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { OffsetEdit } from '../text/edit.ts';
import { range } from '../text/range.ts';

/**
 * The edits that make Hugo lead from a former address of a page (`/blogg/2023/post/`, with its language) to the page: one more entry in `aliases`. The
 * address `now` that the page gets is no alias any more. Nothing where the page has the alias already.
 */
export function keepAddress(page: PageDocument, former: string, now: string): readonly OffsetEdit[] {
  const { text, fence, outline } = page;
  if (fence === undefined) {
    return [{ range: range(0, 0), newText: `${newFrontMatter('yaml', [['aliases', [former]]])}\n` }];
  }
  const entry = outline?.entries.findLast(
    ({ path }) => path.length === 1 && path[0]?.toLowerCase() === 'aliases',
  );
  if (entry === undefined) {
    return addKey(text, fence, ['aliases'], [former]);
  }
  const aliases = aliasesOf(entry);
  const others = aliases.filter((alias) => !isSame(alias, now));
  if (others.some((alias) => isSame(alias, former))) {
    return [];
  }
  return others.length === aliases.length && entry.shape === 'list' && others.length > 0
    ? [itemBehind(page, entry, former)]
    : setValue(text, fence, entry.path, [...others, former]);
}

/** Hugo splits a single text at its blanks. */
function aliasesOf({ shape, scalars }: OutlineEntry): readonly string[] {
  return scalars
    .flatMap(({ text }) => (shape === 'list' ? [text] : text.split(/\s+/)))
    .filter((text) => text !== '');
}

function isSame(alias: string, address: string): boolean {
  const bare = (path: string): string => path.toLowerCase().replace(/(?:\/index\.html)?\/?$/, '');
  return bare(alias) === bare(address);
}

/** Written as the last one is. */
function itemBehind({ text, fence, style }: PageDocument, entry: OutlineEntry, alias: string): OffsetEdit {
  const last = entry.scalars.at(-1);
  const quote =
    last?.style === 'double'
      ? '"'
      : last?.style === 'single'
        ? "'"
        : last?.style === 'plain'
          ? ''
          : style.quote;
  const at = last?.range.end ?? entry.valueRange.end;
  const isBlock = text[entry.valueRange.start] === '-';
  const written = writeText(fence?.format ?? 'yaml', alias, quote, !isBlock);
  const start = last?.range.start ?? at;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const isOnOwnLine = /^[\t ]*$/.test(line);
  const between = isBlock ? style.eol + line : isOnOwnLine ? `,${style.eol}${line}` : ', ';
  return { range: range(at, at), newText: between + written };
}
