// Most key strokes change one text of the page and nothing else. So the clean tree of the last page is kept together with its source, and where a
// new source differs from that one within a single text, only this text is read. It can do no harm: text is escaped on its way out of the tree.
import { parseFragment, serialize } from 'parse5';
import { isElement, isHtml, isText, nodesOf } from './htmlTree.ts';
import type { HtmlDocument, HtmlText } from './htmlTree.ts';
import type { Loader, ReadResources } from './loader.ts';
import { takeMark } from './mark.ts';

/** A page that was made as a whole, without scripts. */
export interface WholePage<Result> {
  readonly source: string;
  /** What else decided about the result, but for the files that were read. */
  readonly key: string;
  /** Clean, its texts with their places in `source`. */
  readonly document: HtmlDocument;
  readonly loader: Loader;
  readonly result: Result;
}

/** The tree of a longer page is not worth its memory. In UTF-16 units. */
const longestSource = 500_000;

/** Of use as long as the addresses in a page lead where they led. */
export class KeptPage<Result extends { readonly html: string }> {
  #page: WholePage<Result> | undefined;

  keep(page: WholePage<Result>): void {
    this.#page = page.source.length <= longestSource ? page : undefined;
  }

  /** The result for a source that differs from that of the page kept within one text; `undefined` for any other, and where in doubt. */
  async change(source: string, key: string, read: ReadResources): Promise<Result | undefined> {
    const page = this.#page;
    const change = page?.key === key ? findTextChange(page, source) : undefined;
    return page !== undefined && change !== undefined && (await page.loader.isUnchanged(read))
      ? { ...page.result, html: serializeWith(page.document, change) }
      : undefined;
  }
}

interface TextChange {
  readonly node: HtmlText;
  readonly value: string;
}

/** The tree is left as it was, for the next source is compared with the same one again. */
function serializeWith(document: HtmlDocument, { node, value }: TextChange): string {
  const before = node.value;
  node.value = value;
  const html = serialize(document, { scriptingEnabled: false });
  node.value = before;
  return html;
}

function findTextChange(page: WholePage<unknown>, source: string): TextChange | undefined {
  const { start, end } = differenceOf(page.source, source);
  const node = findText(page.document, start, end);
  const place = node?.sourceCodeLocation;
  if (node === undefined || !place) {
    return undefined;
  }
  const { startOffset, endOffset } = place;
  const before = readText(page.source, startOffset, endOffset);
  const after = readText(source, startOffset, endOffset + source.length - page.source.length);
  const isSameButText = before?.blanks === after?.blanks && before?.line === after?.line;
  return isSameButText && before?.text === node.value && after !== undefined
    ? { node, value: after.text }
    : undefined;
}

/** The part of `before` in the place of which `after` has another one. */
function differenceOf(before: string, after: string): { readonly start: number; readonly end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) {
    start++;
  }
  let end = before.length;
  const ahead = after.length - before.length;
  const first = start + Math.max(0, -ahead);
  while (end > first && before.charCodeAt(end - 1) === after.charCodeAt(end + ahead - 1)) {
    end--;
  }
  return { start, end };
}

/** What is in these is read, or written, in another way. */
const notPlain = new Set(
  'title textarea style script xmp iframe noembed noframes noscript plaintext'.split(' '),
);

/** The text in whose place the whole of a part of the source stands. */
function findText(document: HtmlDocument, start: number, end: number): HtmlText | undefined {
  for (const node of nodesOf(document)) {
    const place = isText(node) ? node.sourceCodeLocation : undefined;
    if (isText(node) && place && place.startOffset <= start && end <= place.endOffset) {
      const parent = node.parentNode;
      const isPlain = parent !== null && isElement(parent) && isHtml(parent) && !notPlain.has(parent.tagName);
      return isPlain ? node : undefined;
    }
  }
  return undefined;
}

interface ReadText {
  /** Without marks. */
  readonly text: string;
  /** The line of its mark. */
  readonly line: number | undefined;
  /** With which it begins: a parser may put these into another place than what follows. */
  readonly blanks: string;
}

/** Reads all that stands between two tags; `undefined` where that is more or less than a text, or only blanks. */
function readText(source: string, start: number, end: number): ReadText | undefined {
  const text = source.slice(start, end);
  if (source[start - 1] !== '>' || source[end] !== '<' || /[<\r\0]/.test(text)) {
    return undefined;
  }
  const [node] = parseFragment(text).childNodes;
  const blanks = node && isText(node) ? /^\s*(?=\S)/.exec(node.value)?.[0] : undefined;
  return node && isText(node) && blanks !== undefined ? { ...takeMark(node.value), blanks } : undefined;
}
