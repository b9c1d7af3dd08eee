import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { parseShortcodes } from '../../core/shortcodes/tree.ts';
import type { ShortcodeCall } from '../../core/shortcodes/types.ts';
import type { PageDocument } from '../../core/site/pageDocument.ts';
import type { OffsetEdit } from '../../core/text/edit.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { range } from '../../core/text/range.ts';
import { markOf, mayHoldMarks } from './mark.ts';

export { stripMarks } from './mark.ts';

export interface MarkedBlocks {
  /** Where the marks go into the page's text, in order. */
  readonly edits: readonly OffsetEdit[];
  /** The line of each mark, from 0. */
  readonly lines: readonly number[];
}

const nothing: MarkedBlocks = { edits: [], lines: [] };

/** In characters. The marks of a longer page are not worth the wait. */
const longestPage = 2_000_000;

const markdown = new MarkdownIt({ html: true });
markdown.core.ruler.enableOnly(['normalize', 'block']);

/**
 * Marks the blocks of a Markdown page whose text begins with something that reads the same behind a mark: paragraphs, headings, items, quotes and
 * rows of tables, also in the inner content of shortcodes where that is prose. A text with private-use characters of its own gets no marks.
 */
export function markBlocks(page: PageDocument): MarkedBlocks {
  const isMarkdown = /\.(?:md|markdown|mdown)$/i.test(page.uri);
  if (!isMarkdown || page.text.length > longestPage || mayHoldMarks(page.text)) {
    return nothing;
  }
  const bodyStart = page.fence?.bodyStart ?? 0;
  const body = maskTags(page, bodyStart);
  const bodyLines = new LineIndex(body);
  const firstLine = page.lines.lineAt(bodyStart);
  const inner = new InnerText(page);
  const edits: OffsetEdit[] = [];
  const lines: number[] = [];
  for (const { line, content } of blocksOf(body)) {
    const where = bodyLines.rangeOf(line);
    const text = body.slice(where.start, where.end);
    const at = text.lastIndexOf(content);
    const skipped = at < 0 ? undefined : textStart(content);
    const offset = bodyStart + where.start + at + (skipped ?? 0);
    if (skipped !== undefined && inner.allows(offset, content.slice(skipped))) {
      edits.push({ range: range(offset, offset), newText: markOf(firstLine + line) });
      lines.push(firstLine + line);
    }
  }
  return { edits, lines };
}

interface Block {
  /** From 0, in the page content. */
  readonly line: number;
  /** The first line of its text. */
  readonly content: string;
}

/** The blocks with text of their own, in order; of a table's row the first cell that can be marked. */
function* blocksOf(body: string): Generator<Block> {
  let row: number | undefined;
  for (const token of markdown.parse(body, {})) {
    if (token.type === 'tr_open') {
      row = lineOf(token);
    } else if (token.type === 'inline') {
      const line = lineOf(token) ?? row;
      const [content = ''] = token.content.split('\n', 1);
      const isCell = lineOf(token) === undefined;
      if (line !== undefined && content !== '') {
        yield { line, content };
        row = isCell && textStart(content) !== undefined ? undefined : row;
      }
    }
  }
}

function lineOf({ map }: Token): number | undefined {
  return map?.[0];
}

/** Stands for a tag within a line of text. */
const placeholder = '\uFFFC';

/** The page content with its tags replaced, at the same places: blank where a line has nothing else. */
function maskTags({ text, shortcodes }: PageDocument, bodyStart: number): string {
  const parts: string[] = [];
  let at = bodyStart;
  for (const { range: tag } of shortcodes.tags) {
    parts.push(text.slice(at, tag.start), text.slice(tag.start, tag.end).replace(/[^\n\r]/g, placeholder));
    at = tag.end;
  }
  parts.push(text.slice(at));
  return parts.join('').replace(/^[ \t\uFFFC]+$/gm, (line) => line.replaceAll(placeholder, ' '));
}

/** What may stand before the text: tags, and the box of a task. */
const before = /^(?:\uFFFC+[ \t]*)*(?:\[[ x]\][ \t]+)?/i;
/** Letters and figures; emphasis, a quotation mark or a bracket in front of one; code; links; the text of a picture. */
const safe = /^(?:[\p{L}\p{N}`]|[*_]{1,3}[\p{L}\p{N}]|["'“‘«(][\p{L}\p{N}]|\[(?!\^)|(!\[)[\p{L}\p{N}])/u;
/** Becomes a link by itself only at the very start; or is a definition. */
const bare = /^(?:https?:|ftp:|www\.|mailto:|\S+@|\[[^\]]*\]:)/i;

/** How far into the block's first line the mark goes; `undefined` where none is safe. */
function textStart(content: string): number | undefined {
  const [{ length }] = before.exec(content) ?? [''];
  const text = content.slice(length);
  const match = safe.exec(text);
  return match === null || bare.test(text) ? undefined : length + (match[1]?.length ?? 0);
}

/** Shortcodes whose inner content is no text: code, data, formulas. */
const noProse =
  /highlight|code|mermaid|diagram|graph|chart|uml|math|tex|csv|json|yaml|raw|html|css|script|js|svg|comment|qr|gist|\.inline$/i;

function isProse(text: string): boolean {
  return text.split(/\s+/, 12).filter((word) => /\p{L}/u.test(word)).length >= 3 || /\p{Lo}{6}/u.test(text);
}

/** Tells of offsets in rising order whether a mark may stand there, by the shortcodes they stand in. */
class InnerText {
  readonly #calls: readonly ShortcodeCall[];
  readonly #open: ShortcodeCall[] = [];
  #next = 0;
  /** Of the open ones. */
  #standard = 0;
  #silent = 0;

  constructor({ shortcodes }: PageDocument) {
    this.#calls = flatten(parseShortcodes(shortcodes, () => undefined).calls);
  }

  allows(offset: number, text: string): boolean {
    for (let call = this.#calls[this.#next]; call !== undefined && call.open.range.end <= offset;) {
      this.#close(call.open.range.start);
      this.#open.push(call);
      this.#count(call, 1);
      call = this.#calls[++this.#next];
    }
    this.#close(offset);
    return this.#silent === 0 && (this.#standard === 0 || isProse(text));
  }

  #close(offset: number): void {
    for (
      let last = this.#open.at(-1);
      last !== undefined && last.range.end <= offset;
      last = this.#open.at(-1)
    ) {
      this.#open.pop();
      this.#count(last, -1);
    }
  }

  #count({ open }: ShortcodeCall, by: number): void {
    this.#standard += open.delimiter === '<' ? by : 0;
    this.#silent += noProse.test(open.name) ? by : 0;
  }
}

/** All calls with inner content, outer ones first. */
function flatten(calls: readonly ShortcodeCall[]): readonly ShortcodeCall[] {
  const flat: ShortcodeCall[] = [];
  const waiting = [...calls].reverse();
  for (let call = waiting.pop(); call !== undefined; call = waiting.pop()) {
    if (call.inner !== undefined) {
      flat.push(call);
      waiting.push(...[...call.children].reverse());
    }
  }
  return flat;
}
