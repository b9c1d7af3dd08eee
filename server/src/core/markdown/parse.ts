import type { ShortcodeTag } from '../shortcodes/types.ts';
import { range } from '../text/range.ts';
import { StructureDraft } from './draft.ts';
import { maskedBody } from './mask.ts';
import type { MarkdownStructure } from './types.ts';

/** Longer texts are not looked at, in UTF-16 units. */
const longest = 250_000;

const nothing: MarkdownStructure = {
  links: [],
  definitions: [],
  headings: [],
  fences: [],
  verbatim: [],
  texts: [],
  htmlBlocks: [],
  isLimited: false,
};

/**
 * What the content of a page, from `bodyStart` (UTF-16) to the end of `text`, is as CommonMark with tables, or as HTML, by the extension of its `uri`; the other
 * formats are not read. `tags` are the page's shortcodes: each counts as one word, as while Hugo renders it. Never fails, in linear
 * time; of a text of more than 250,000 units nothing is said but `isLimited`.
 */
export function parseContent(
  uri: string,
  text: string,
  bodyStart: number,
  tags: readonly ShortcodeTag[],
): MarkdownStructure {
  const extension = /\.([^./]+)$/.exec(uri)?.[1]?.toLowerCase() ?? '';
  if (foreign.has(extension)) {
    return nothing;
  }
  if (text.length - bodyStart > longest) {
    return { ...nothing, isLimited: true };
  }
  const body = maskedBody(text, bodyStart, tags);
  const draft = new StructureDraft(body, bodyStart);
  if (/^html?$/.test(extension)) {
    draft.addHtml(range(0, body.length));
  } else {
    draft.addBlocks();
  }
  return draft.finish();
}

/** Formats that Hugo hands to other programs, or reads itself as something else. */
const foreign: ReadonlySet<string> = new Set([
  'ad',
  'adoc',
  'asciidoc',
  'rst',
  'rest',
  'pandoc',
  'pdc',
  'org',
]);
