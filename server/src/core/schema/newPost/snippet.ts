// A new page as the editor's snippet: the same text with a stop in every value that waits for the writer.
import type { OutlineEntry } from '../../frontMatter/types.ts';
import { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { snippetText } from '../../text/snippet.ts';

/** More would be a long way to the text. */
const mostStops = 25;

/** Stops in the empty values, in their order, and the last one where the text of the page begins. */
export function newPostSnippet({ hugo }: Pick<SiteSnapshot, 'hugo'>, text: string): string {
  const { outline, fence } = new PageDocument('', text, hugo);
  const stops = (outline?.entries ?? []).flatMap(
    (entry, index, all) => stopIn(text, entry, all[index + 1]) ?? [],
  );
  const body = fence?.bodyStart ?? 0;
  const isBare = text.slice(body).trim() === '';
  const last = isBare ? text.length : body + (/^\s*/.exec(text.slice(body))?.[0].length ?? 0);
  const places = [...stops.slice(0, mostStops).filter((at) => at < last), last];
  let snippet = '';
  let from = 0;
  for (const [index, at] of places.entries()) {
    const needsBlank = index < places.length - 1 && text.charAt(at - 1) === ':';
    const stop = index === places.length - 1 ? '$0' : `\${${index + 1}}`;
    snippet += snippetText(text.slice(from, at)) + (needsBlank ? ' ' : '') + stop;
    from = at;
  }
  return snippet + snippetText(text.slice(from));
}

/** Inside its quotes or brackets; `undefined` where something stands, or where keys of its own follow. */
function stopIn(
  text: string,
  { path, valueRange, shape }: OutlineEntry,
  next: OutlineEntry | undefined,
): number | undefined {
  const value = text.slice(valueRange.start, valueRange.end);
  if (shape === 'map' || (next !== undefined && next.path.length > path.length)) {
    return undefined;
  }
  if (value === '""' || value === "''" || /^\[\s*\]$/.test(value)) {
    return valueRange.start + 1;
  }
  if (/^\[\s*(?:""|'')\s*\]$/.test(value)) {
    return valueRange.start + value.search(/["']/) + 1;
  }
  return value === '' && shape === 'none' ? valueRange.start : undefined;
}
