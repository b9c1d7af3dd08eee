import type { SelectionRange } from 'vscode-languageserver-types';
import { findTagAt } from '../../shortcodes/place.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { range, touches, type TextRange } from '../../text/range.ts';
import { pageParts } from './pageParts.ts';
import type { PagePart } from './part.ts';

/**
 * What "expand selection" takes at `offset` (UTF-16), smallest first: the word, the value or the text of the link, the argument or the link, the tag or the
 * paragraph, what the shortcode encloses, the section, the page. Each holds the one before.
 */
export function selectionRange(site: SiteSnapshot, page: PageDocument, offset: number): SelectionRange {
  const { text, lines } = page;
  const whole = range(0, text.length);
  const around = [
    wordAt(text, offset),
    ...inParts(pageParts(site, page), offset),
    ...inScalars(page, offset),
    ...inTag(page, offset),
    ...inMarkdown(page, offset),
  ].flatMap((each) => (each !== undefined && touches(each, offset) ? each : []));
  let found: SelectionRange = { range: lines.toRange(whole) };
  let last = whole;
  for (const next of around.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const isSmaller = next.end - next.start < last.end - last.start;
    if (isSmaller && next.end > next.start && last.start <= next.start && next.end <= last.end) {
      found = { range: lines.toRange(next), parent: found };
      last = next;
    }
  }
  return found;
}

type Ranges = readonly (TextRange | undefined)[];

function inParts(parts: readonly PagePart[], offset: number): Ranges {
  return parts
    .filter((part) => touches(part.range, offset))
    .flatMap(({ range: own, nameRange, inner, children }) => [
      own,
      nameRange,
      inner,
      ...inParts(children, offset),
    ]);
}

function inScalars({ text, outline }: PageDocument, offset: number): Ranges {
  return (outline?.entries ?? [])
    .flatMap(({ scalars }) => scalars)
    .filter((scalar) => touches(scalar.range, offset))
    .flatMap((scalar) => [scalar.range, unquoted(text, scalar.range)]);
}

function unquoted(text: string, { start, end }: TextRange): TextRange | undefined {
  const quote = text.charAt(start);
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text.charAt(end - 1) === quote;
  return isQuoted ? range(start + 1, end - 1) : undefined;
}

function inTag(page: PageDocument, offset: number): Ranges {
  const tag = findTagAt(page.shortcodes, offset);
  return tag === undefined
    ? []
    : [
        tag.range,
        tag.nameRange,
        ...tag.args.flatMap((argument) => [
          argument.range,
          argument.nameRange,
          argument.valueRange,
          argument.contentRange,
        ]),
      ];
}

function inMarkdown(page: PageDocument, offset: number): Ranges {
  if (offset < (page.fence?.bodyStart ?? 0)) {
    return [];
  }
  const { links, definitions, headings, fences, verbatim } = page.markdown;
  return [
    paragraphAt(page, offset),
    ...links.flatMap(({ range: own, text, destination, title }) => [own, text, destination.range, title]),
    ...definitions.flatMap(({ range: own, destination }) => [own, destination.range]),
    ...headings.map(({ text }) => text),
    ...fences.flatMap(({ range: own, open, close }) => [
      own,
      close && range(Math.min(open.end + 1, close.start), close.start),
    ]),
    ...verbatim.map((each) => each.range),
  ];
}

/** The lines around `offset` up to empty ones. */
function paragraphAt({ text, lines, fence }: PageDocument, offset: number): TextRange | undefined {
  const at = lines.lineAt(offset);
  const isFull = (line: number): boolean => {
    const { start, end } = lines.rangeOf(line);
    return start >= (fence?.bodyStart ?? 0) && line < lines.lineCount && text.slice(start, end).trim() !== '';
  };
  if (!isFull(at)) {
    return undefined;
  }
  let first = at;
  let last = at;
  while (first > 0 && isFull(first - 1)) {
    first--;
  }
  while (isFull(last + 1)) {
    last++;
  }
  return range(lines.startOf(first), lines.rangeOf(last).end);
}

function wordAt(text: string, offset: number): TextRange {
  let start = offset;
  let end = offset;
  while (start > 0 && isLetter.test(text.charAt(start - 1))) {
    start--;
  }
  while (end < text.length && isLetter.test(text.charAt(end))) {
    end++;
  }
  return range(start, end);
}

/** Half of a sign outside of the Basic Multilingual Plane counts, too. */
const isLetter = /[\p{L}\p{M}\p{N}_\ud800-\udfff]/u;
