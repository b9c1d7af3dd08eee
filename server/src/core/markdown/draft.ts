import { unescapeAll } from './unescape.ts';
import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import { blocksOf, type Block } from './blocks.ts';
import { ForwardSearch } from './forward.ts';
import { scanHtmlTag, type HtmlTag } from './htmlTag.ts';
import { htmlLinks } from './htmlLinks.ts';
import { scanInline, toLabel, type InlineLink } from './inline.ts';
import { placeholder } from './mask.ts';
import type { Pieces } from './pieces.ts';
import { parseDestination, skipBlanks } from './target.ts';
import type {
  CodeFence,
  Destination,
  MarkdownHeading,
  MarkdownLink,
  MarkdownStructure,
  ReferenceDefinition,
  Verbatim,
} from './types.ts';

type TextBlock = Extract<Block, { kind: 'text' }>;

/** A structure while it is being put together: from places in the masked content to places in the page. */
export class StructureDraft {
  readonly #text: string;
  readonly #shift: number;
  readonly #links: MarkdownLink[] = [];
  readonly #definitions: ReferenceDefinition[] = [];
  readonly #headings: MarkdownHeading[] = [];
  readonly #fences: CodeFence[] = [];
  readonly #verbatim: Verbatim[] = [];
  readonly #texts: TextRange[] = [];
  readonly #htmlBlocks: TextRange[] = [];
  readonly #known = new Map<string, ReferenceDefinition>();

  /** `shift` is where `text` begins in the page. */
  constructor(text: string, shift: number) {
    this.#text = text;
    this.#shift = shift;
  }

  addBlocks(): void {
    const blocks = [...blocksOf(this.#text)];
    for (const block of blocks) {
      if (block.kind === 'definition') {
        this.#addDefinition(block.range);
      }
    }
    for (const block of blocks) {
      this.#addBlock(block);
    }
  }

  /** Raw HTML: its links and comments. */
  addHtml(where: TextRange): void {
    const html = this.#text.slice(where.start, where.end);
    const search = new ForwardSearch(html);
    for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
      const tag = scanHtmlTag(html, at, search);
      if (tag !== undefined) {
        this.#addTag(tag, (inHtml) => range(inHtml.start + where.start, inHtml.end + where.start));
      }
      const raw =
        tag?.kind === 'open' && rawTags.has(tag.name) ? search.find(`</${tag.name}`, at) : undefined;
      at = raw ?? tag?.range.end ?? at + 1;
    }
    this.#htmlBlocks.push(this.#inPage(where));
  }

  finish(): MarkdownStructure {
    return {
      links: this.#links,
      definitions: this.#definitions,
      headings: this.#headings,
      fences: this.#fences,
      verbatim: this.#verbatim,
      texts: this.#texts,
      htmlBlocks: this.#htmlBlocks,
      isLimited: false,
    };
  }

  #addBlock(block: Block): void {
    switch (block.kind) {
      case 'text':
        this.#addText(block);
        break;
      case 'fence':
        this.#addFence(block);
        break;
      case 'indented':
        this.#verbatim.push({ kind: 'indented', range: this.#inPage(block.range) });
        break;
      case 'html':
        this.addHtml(block.range);
        break;
      case 'definition':
    }
  }

  #addText({ content, pieces, heading }: TextBlock): void {
    this.#texts.push(...pieces.ranges.map((where) => this.#inPage(where)));
    if (heading !== undefined) {
      this.#addHeading(content, pieces, heading);
    }
    const { links, spans, tags } = scanInline(content, (label) => this.#known.has(label));
    const toText = (where: TextRange): TextRange => pieces.toPage(where);
    const first = this.#links.length;
    for (const link of links) {
      this.#addLink(link, pieces);
    }
    for (const tag of tags) {
      this.#addTag(tag, toText);
    }
    if (tags.length > 0) {
      this.#links.push(...this.#links.splice(first).sort((a, b) => a.range.start - b.range.start));
    }
    const spanned = spans.map((where): Verbatim => ({ kind: 'span', range: this.#inPage(toText(where)) }));
    if (spanned.length > 0) {
      const since =
        this.#verbatim.findLastIndex(({ range: { end } }) => end <= (spanned[0]?.range.start ?? 0)) + 1;
      this.#verbatim.push(
        ...[...this.#verbatim.splice(since), ...spanned].sort((a, b) => a.range.start - b.range.start),
      );
    }
  }

  #addHeading(
    content: string,
    pieces: Pieces,
    { level, marks, range: lines }: NonNullable<TextBlock['heading']>,
  ): void {
    const end = content.endsWith('}') ? content.lastIndexOf('{') : -1;
    const text = end < 0 || !attributes.test(content.slice(end)) ? content : content.slice(0, end).trimEnd();
    const id = /[\s{](?:#|id=["']?)([^\s#"'.}]+)/.exec(content.slice(text.length));
    const idStart = id === null ? 0 : text.length + id.index + id[0].length - (id[1] ?? '').length;
    this.#headings.push({
      level: toLevel(level),
      isUnderlined: !marks.startsWith('#'),
      range: this.#inPage(lines),
      text: this.#inPage(pieces.toPage(range(0, text.length))),
      id:
        id?.[1] === undefined
          ? undefined
          : { value: id[1], range: this.#inPage(pieces.toPage(range(idStart, idStart + id[1].length))) },
    });
  }

  #addLink(
    { form, isImage, range: whole, text, destination, title, label }: InlineLink,
    pieces: Pieces,
  ): void {
    const definition = label === undefined ? undefined : this.#known.get(label);
    const toPage = (where: TextRange): TextRange => this.#inPage(pieces.toPage(where));
    const found =
      destination === undefined ? definition?.destination : this.#destination(pieces.toPage(destination));
    if (found !== undefined) {
      this.#links.push({
        form,
        isImage,
        range: toPage(whole),
        text: text && toPage(text),
        destination: found,
        title: title && toPage(title),
        definition,
        tag: undefined,
      });
    }
  }

  #addTag(tag: HtmlTag, toText: (where: TextRange) => TextRange): void {
    const whole = this.#inPage(toText(tag.range));
    if (tag.kind === 'comment') {
      this.#verbatim.push({ kind: 'comment', range: whole });
    }
    for (const { value, isImage } of htmlLinks(tag, (where) => this.#slice(toText(where)))) {
      this.#links.push({
        form: 'html',
        isImage,
        range: whole,
        text: undefined,
        destination: this.#destination(toText(value)),
        title: undefined,
        definition: undefined,
        tag: tag.name,
      });
    }
  }

  #addFence({ range: where, marks, info, close }: Extract<Block, { kind: 'fence' }>): void {
    const whole = this.#inPage(where);
    const lineEnd = this.#text.indexOf('\n', where.start);
    const openEnd = Math.min(lineEnd < 0 ? this.#text.length : lineEnd, where.end);
    const line = this.#text.slice(where.start, openEnd).trimEnd();
    const infoText = info.trim();
    const infoStart = where.start + (infoText === '' ? line.length : line.length - infoText.length);
    this.#verbatim.push({ kind: 'fence', range: whole });
    this.#fences.push({
      open: this.#inPage(range(where.start, where.start + line.length)),
      close: close && this.#inPage(close),
      range: whole,
      marks,
      info: this.#inPage(range(infoStart, where.start + line.length)),
    });
  }

  /** `[label]: destination`, which a quotation may put `>` before, also between its lines. */
  #addDefinition(where: TextRange): void {
    const open = this.#text.indexOf('[', where.start);
    const close = endOfLabel(this.#text, open);
    const found = parseDestination(this.#text, skipMarks(this.#text, close + 2));
    const label = toLabel(this.#text.slice(open + 1, close));
    if (found === undefined || found.destination.end > where.end) {
      return;
    }
    const definition = {
      label,
      range: this.#inPage(where),
      destination: this.#destination(found.destination),
    };
    this.#definitions.push(definition);
    if (!this.#known.has(label)) {
      this.#known.set(label, definition);
    }
  }

  #destination(where: TextRange): Destination {
    const written = this.#slice(where);
    return {
      range: this.#inPage(where),
      value: unescapeAll(written),
      hasShortcode: written.includes(placeholder),
    };
  }

  #slice({ start, end }: TextRange): string {
    return this.#text.slice(start, end);
  }

  #inPage({ start, end }: TextRange): TextRange {
    return range(start + this.#shift, end + this.#shift);
  }
}

/** `{#id .class key=value}` behind a heading; other braces are text. */
const attributes = /^\{\s*(?:[#.]|[\w:-]+=)/;

/** What they hold is no HTML. */
const rawTags: ReadonlySet<string> = new Set(['script', 'style', 'textarea']);

function toLevel(level: number): MarkdownHeading['level'] {
  return ([1, 2, 3, 4, 5, 6] as const).find((each) => each === level) ?? 6;
}

function endOfLabel(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== ']') {
    at += text[at] === '\\' ? 2 : 1;
  }
  return at;
}

/** Behind blanks and line breaks, and the marks of a quotation at the start of a line. */
function skipMarks(text: string, start: number): number {
  const marks = /[ \t]*(?:\n[ \t>]*)?/y;
  marks.lastIndex = start;
  marks.test(text);
  return skipBlanks(text, marks.lastIndex);
}
