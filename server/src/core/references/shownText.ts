// What a reader sees of a line of Markdown, and what Hugo takes of it for an id since 0.144 (markup/goldmark/internal/render, `TextPlain`): of what stands
// within emphasis, links and pictures only the first piece, and Goldmark begins a new piece at brackets, quotes and marks.
import { scanInline } from '../markdown/inline.ts';
import { unescapeAll } from '../markdown/unescape.ts';
import { range, type TextRange } from '../text/range.ts';

/** Which extensions of Goldmark are on, and what the page defines. */
export interface InlineSettings {
  /** "typographer": `--` becomes a dash. */
  readonly hasDashes: boolean;
  /** "linkify": addresses become links by themselves. */
  readonly hasLinks: boolean;
  /** Of labels as `toLabel` makes them, footnotes with their `^`. */
  readonly isDefined: (label: string) => boolean;
}

/** All that a reader sees of `markdown`, the text of one block. Longer texts than 2,000 units come back as they are. */
export function shownText(markdown: string, settings: InlineSettings): string {
  return markdown.length > longest ? markdown : resolved(allOf(treeOf(markdown, settings, deepest)));
}

/** What Hugo makes an id of. */
export function idText(markdown: string, settings: InlineSettings): string {
  return markdown.length > longest
    ? markdown
    : resolved(treeOf(markdown, settings, deepest).map(firstOf).join(''));
}

const longest = 2000;

/** Links, pictures and emphasis within each other. */
const deepest = 20;

/** A piece of text, or what stands within marks. */
type Piece = string | readonly Piece[];

function allOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.map(allOf).join('');
}

function firstOf(piece: Piece): string {
  const [first = ''] = typeof piece === 'string' ? [piece] : piece;
  return typeof first === 'string' ? first : firstOf(first);
}

function resolved(text: string): string {
  return text.replace(/&\w{1,40};/g, (entity) => unescapeAll(entity));
}

function treeOf(markdown: string, settings: InlineSettings, depth: number): readonly Piece[] {
  const { hasLinks, isDefined } = settings;
  const { links, spans, tags } = scanInline(markdown, isDefined);
  const within = hasLinks ? { ...settings, hasLinks: false } : settings;
  const parts: Part[] = [
    ...links
      .filter(({ form }) => form !== 'bare' || hasLinks)
      .map(({ range: where, text }) => ({
        where,
        piece:
          text === undefined || depth === 0 || markdown[text.start] === '^'
            ? ''
            : treeOf(markdown.slice(text.start, text.end), within, depth - 1),
      })),
    ...spans.map((where) => ({ where, piece: codeIn(markdown.slice(where.start, where.end)) })),
    ...tags.map((where) => ({ where: where.range, piece: '' })),
    ...[...markdown.matchAll(/\[\^([^\]\s]{1,99})\]/g)]
      .filter(({ 1: label = '' }) => isDefined(`^${label.toUpperCase()}`))
      .map(({ 0: mark, index }) => ({ where: range(index, index + mark.length), piece: '' })),
  ];
  const items: Item[] = [];
  let at = 0;
  for (const { where, piece } of parts.sort((a, b) => a.where.start - b.where.start)) {
    if (where.start >= at) {
      addText(items, markdown, range(at, where.start), settings);
      items.push({ piece });
      at = where.end;
    }
  }
  addText(items, markdown, range(at, markdown.length), settings);
  return paired(items);
}

interface Part {
  readonly where: TextRange;
  readonly piece: Piece;
}

/** A piece, or a run of marks that may begin or end emphasis. */
type Item = { readonly piece: Piece; readonly isRun?: false } | Run;

interface Run {
  readonly isRun: true;
  readonly mark: string;
  count: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const stops =
  /\\.|\*+|_+|~+|[[\]'"]|---?|\.\.\.|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,9}/gs;

function addText(items: Item[], text: string, { start, end }: TextRange, settings: InlineSettings): void {
  let from = start;
  const addPiece = (to: number): void => {
    if (to > from) {
      items.push({ piece: text.slice(from, to) });
    }
    from = to;
  };
  for (const { 0: stop, index } of text.slice(start, end).matchAll(stops)) {
    const at = start + index;
    const kind = stop[0] ?? '';
    if (/[*_~]/.test(kind)) {
      addPiece(at);
      items.push(runOf(text, at, stop));
      from = at + stop.length;
    } else if (/[[\]]/.test(kind)) {
      addPiece(at + 1);
    } else if (/^(?:--|\.{3}|['"])/.test(stop)) {
      if (settings.hasDashes) {
        addPiece(at);
        items.push({ piece: stop.startsWith('-') ? '\u2013' : stop });
        from = at + stop.length;
      }
    } else if (kind !== '\\' && settings.hasLinks) {
      addPiece(at);
      items.push({ piece: '' });
      from = at + stop.length;
    }
  }
  addPiece(end);
}

/** By CommonMark's "left-flanking" and "right-flanking". */
function runOf(text: string, at: number, run: string): Run {
  const mark = run[0] ?? '';
  const before = text[at - 1] ?? ' ';
  const after = text[at + run.length] ?? ' ';
  const isLeft = !isBlank(after) && (!isMark(after) || isBlank(before) || isMark(before));
  const isRight = !isBlank(before) && (!isMark(before) || isBlank(after) || isMark(after));
  return {
    isRun: true,
    mark,
    count: run.length,
    opens: isLeft && (mark !== '_' || !isRight || isMark(before)),
    closes: isRight && (mark !== '_' || !isLeft || isMark(after)),
  };
}

function paired(items: readonly Item[]): readonly Piece[] {
  const open: Item[] = [];
  for (const item of items) {
    if (item.isRun === true && item.closes) {
      close(open, item);
    }
    if (item.isRun !== true || item.count > 0) {
      open.push(item);
    }
  }
  return flat(open);
}

/** Puts what stands between the run and those that it ends into pieces of their own. */
function close(open: Item[], run: Run): void {
  for (;;) {
    const place = open.findLastIndex((item) => item.isRun === true && matches(item, run));
    const opener = open[place];
    if (run.count === 0 || opener?.isRun !== true) {
      return;
    }
    const used = run.mark === '~' ? run.count : Math.min(run.count, opener.count, 2);
    const inner = open.splice(place + 1);
    open.push({ piece: flat(inner) });
    opener.count -= used;
    run.count -= used;
    if (opener.count === 0) {
      open.splice(place, 1);
    }
  }
}

function matches(opener: Run, closer: Run): boolean {
  const isSame = opener.mark === closer.mark && opener.opens && opener.count > 0;
  const isOdd =
    (opener.closes || closer.opens) &&
    (opener.count + closer.count) % 3 === 0 &&
    (opener.count % 3 !== 0 || closer.count % 3 !== 0);
  return isSame && (opener.mark === '~' ? opener.count === closer.count && closer.count < 3 : !isOdd);
}

/** Marks that are left are text: part of the piece before them. */
function flat(items: readonly Item[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const item of items) {
    if (item.isRun !== true) {
      pieces.push(item.piece);
      continue;
    }
    const text = item.mark.repeat(item.count);
    const last = pieces.at(-1);
    if (typeof last === 'string') {
      pieces[pieces.length - 1] = last + text;
    } else {
      pieces.push(text);
    }
  }
  return pieces;
}

function codeIn(span: string): string {
  const marks = /^`*/.exec(span)?.[0].length ?? 0;
  const inner = span.slice(marks, span.length - marks);
  return inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== '' ? inner.slice(1, -1) : inner;
}

function isBlank(character: string): boolean {
  return /\s/.test(character);
}

function isMark(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
