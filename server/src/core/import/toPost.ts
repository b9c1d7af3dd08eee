// A raw text as a post of a site: front matter in the keys of its section, and Markdown. Made of pieces, each of which can be taken or left.
import type { Today } from '../schema/newPageLines.ts';
import { askedPage, type AskedPage } from '../schema/askedPage.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { applyEdits, type OffsetEdit } from '../text/edit.ts';
import { message, type Message } from '../text/message.ts';
import { range, textOf, type TextRange } from '../text/range.ts';
import { minimalEdits } from './minimalEdits.ts';
import { postHeader, writeHeader, type PostHeader, type Said } from './postHeader.ts';
import { readPlainText } from './readPlainText.ts';
import { renderBlock, shownText, type Rendering } from './renderBlock.ts';
import { likelyLanguage } from '../text/textLanguage.ts';
import type { PlainBlock } from './types.ts';
import { findWrapper } from './wrappers.ts';

export interface Post {
  /** All but the doubtful pieces. */
  readonly text: string;
  /** In the order of the text. */
  readonly pieces: readonly PostPiece[];
}

/** What changes for one reason. Edits are of the source, and those of all pieces together do not overlap. */
export interface PostPiece {
  readonly label: Message;
  readonly edits: readonly OffsetEdit[];
  /** It leaves something out, which only a person can decide. */
  readonly isDoubtful?: true;
}

export interface PostOptions {
  /** The text becomes a page, with front matter; else a part of one. */
  readonly isWhole: boolean;
  readonly today: Today;
}

/** `page` holds the source, and its place says which section it is for. No word of it is lost: each stands in the text or the front matter of the post. */
export function toPost(site: SiteSnapshot, page: PageDocument, { isWhole, today }: PostOptions): Post {
  const { text: source } = page;
  const { blocks, isMarkdown } = readPlainText(source);
  const asked = askedPage(site, page);
  const said = isWhole ? saidIn(source, blocks) : {};
  const header = isWhole ? postHeader(site, asked, said, today) : undefined;
  const rendering = renderingFor(site, asked, page);
  const isTaken = (block: PlainBlock): boolean =>
    header !== undefined && isInHeader(block, header, rendering);
  const taken = blocks.filter(isTaken);
  const draft = new Draft(rendering, isMarkdown);
  if (header !== undefined) {
    const remarks = taken
      .filter(({ kind }) => remarked.has(kind))
      .map((block) => shownText(block, source).replace(/[\s\p{Cc}]+/gu, ' '))
      .filter((remark) => remark !== said.published);
    draft.begin(writeHeader(header, remarks, page.style.eol), header);
  }
  blocks.forEach((block, at) => (isTaken(block) ? draft.take(block, blocks[at + 1]) : draft.put(block)));
  return draft.toPost();
}

/** They stand in the front matter as comments, so that their words stay. */
const remarked: ReadonlySet<PlainBlock['kind']> = new Set(['kind', 'dates', 'byline']);

function isInHeader({ kind }: PlainBlock, { format, showsLead }: PostHeader, { lead }: Rendering): boolean {
  return (
    kind === 'title' ||
    (remarked.has(kind) && format !== 'json') ||
    (kind === 'lead' && showsLead && lead === undefined)
  );
}

function saidIn(source: string, blocks: readonly PlainBlock[]): Said {
  const textOfKind = (kind: PlainBlock['kind']): string | undefined => {
    const block = blocks.find((each) => each.kind === kind);
    return block && shownText(block, source).replace(/\s+/g, ' ');
  };
  return {
    title: textOfKind('title')?.replace(/^# +/, '').replace(/ +#+$/, ''),
    published: blocks.find(({ published }) => published !== undefined)?.published,
    updated: blocks.find(({ updated }) => updated !== undefined)?.updated,
    author: blocks.find(({ author }) => author !== undefined)?.author,
    lead: textOfKind('lead'),
    language: likelyLanguage(source),
  };
}

function renderingFor(site: SiteSnapshot, asked: AskedPage, { text, style }: PageDocument): Rendering {
  return {
    source: text,
    eol: style.eol,
    lead: findWrapper(site, asked, 'lead'),
    quote: findWrapper(site, asked, 'quote'),
  };
}

interface OpenPiece {
  readonly label: Message;
  readonly edits: OffsetEdit[];
  readonly isDoubtful?: true;
}

/** The pieces as they come, block by block. */
class Draft {
  readonly #rendering: Rendering;
  readonly #isMarkdown: boolean;
  readonly #pieces: OpenPiece[] = [];
  /** How far the source has become pieces. */
  #done = 0;
  #before: PlainBlock | undefined;
  #isJoined = true;
  #header: OpenPiece | undefined;
  #doubts: OpenPiece | undefined;

  constructor(rendering: Rendering, isMarkdown: boolean) {
    this.#rendering = rendering;
    this.#isMarkdown = isMarkdown;
  }

  /** Front matter comes first. */
  begin(text: string, { filled }: PostHeader): void {
    const label =
      filled.length === 0
        ? message('Front matter as other pages have it')
        : message('Front matter with what the text says: {0}', filled.join(', '));
    this.#header = { label, edits: [{ range: range(0, 0), newText: text }] };
    this.#pieces.push(this.#header);
  }

  /** The block stands in the front matter: it goes with the white space behind it. */
  take(block: PlainBlock, next: PlainBlock | undefined): void {
    const { eol } = this.#rendering;
    const end = next?.range.start ?? block.range.end;
    const isBetween = !this.#isJoined && next !== undefined;
    const where = range(this.#isMarkdown && isBetween ? block.range.start : this.#done, end);
    this.#header?.edits.push({ range: where, newText: isBetween && !this.#isMarkdown ? eol + eol : '' });
    this.#done = end;
    this.#isJoined = true;
  }

  put(block: PlainBlock): void {
    if (!this.#isMarkdown) {
      const { source } = this.#rendering;
      const where = range(this.#done, block.range.end);
      const body = renderBlock(block, this.#rendering);
      const written = (this.#isJoined ? '' : this.#joint(block)) + body;
      const edits = minimalEdits(source, where, written, wordsOf(block));
      this.#pieceFor(block).edits.push(...edits);
      if (body === textOf(source, block.range)) {
        this.#doubt(block);
      }
    }
    this.#done = block.range.end;
    this.#isJoined = false;
    this.#before = block;
  }

  toPost(): Post {
    const pieces = this.#pieces.map((piece) => ({ ...piece, edits: merged(piece.edits) }));
    const sure = pieces.flatMap(({ edits, isDoubtful = false }) => (isDoubtful ? [] : edits));
    return {
      text: applyEdits(this.#rendering.source, sure),
      pieces: pieces.filter(({ edits }) => edits.length > 0),
    };
  }

  #joint({ kind }: PlainBlock): string {
    const { eol } = this.#rendering;
    return kind === 'item' && this.#before?.kind === 'item' ? eol : eol + eol;
  }

  /** Those of one list are one piece, and those that stand around the text. */
  #pieceFor({ kind }: PlainBlock): OpenPiece {
    const last = this.#pieces.findLast(({ isDoubtful = false }) => !isDoubtful);
    const isSame = this.#before?.kind === kind && (kind === 'item' || kind === 'boilerplate');
    if (isSame && last !== undefined && last !== this.#header) {
      return last;
    }
    const piece: OpenPiece = { label: labels[kind](), edits: [] };
    this.#pieces.push(piece);
    return piece;
  }

  #doubt({ kind, range: where }: PlainBlock): void {
    const label = doubts[kind]?.();
    if (label === undefined) {
      return;
    }
    if (this.#before?.kind !== kind || this.#doubts === undefined) {
      this.#doubts = { label, edits: [], isDoubtful: true };
      this.#pieces.push(this.#doubts);
    }
    this.#doubts.edits.push({ range: where, newText: '' });
  }
}

/** Behind the sign that begins it. */
function wordsOf({ lines, range: whole }: PlainBlock): TextRange {
  return range(lines[0]?.start ?? whole.start, whole.end);
}

/** Edits that touch each other as one. */
function merged(edits: readonly OffsetEdit[]): readonly OffsetEdit[] {
  const all: OffsetEdit[] = [];
  for (const edit of edits) {
    const last = all.at(-1);
    if (last?.range.end === edit.range.start) {
      all[all.length - 1] = {
        range: range(last.range.start, edit.range.end),
        newText: last.newText + edit.newText,
      };
    } else {
      all.push(edit);
    }
  }
  return all;
}

const asText = (): Message => message('Text, as Markdown reads it');

const labels: Readonly<Record<PlainBlock['kind'], () => Message>> = {
  title: () => message('Heading'),
  heading: () => message('Heading'),
  lead: () => message('Lead paragraph'),
  quote: () => message('Quotation'),
  item: () => message('List'),
  caption: () => message('Caption'),
  contact: () => message('Contact, line by line'),
  paragraph: asText,
  kind: asText,
  dates: asText,
  byline: asText,
  repeated: asText,
  boilerplate: asText,
};

const doubts: Readonly<Partial<Record<PlainBlock['kind'], () => Message>>> = {
  boilerplate: () => message('Leave out what seems to belong to the page that the text comes from'),
  repeated: () => message('Leave out what was said in the line above'),
};
