// The links, code spans and tags of one block's text, in linear time: CommonMark's stack of brackets ("An algorithm for parsing nested
// emphasis and links") without the emphasis, which changes no link.
import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import { ForwardSearch } from './forward.ts';
import { scanHtmlTag, type HtmlTag } from './htmlTag.ts';
import { parseTarget } from './target.ts';

/** All ranges are in the text of the block. */
export interface InlineLink {
  readonly form: 'inline' | 'reference' | 'autolink' | 'bare';
  readonly isImage: boolean;
  readonly range: TextRange;
  readonly text: TextRange | undefined;
  /** Of a reference absent. */
  readonly destination: TextRange | undefined;
  readonly title: TextRange | undefined;
  /** As `toLabel` makes it. */
  readonly label: string | undefined;
}

export interface InlineParts {
  /** In the order in which they begin. */
  readonly links: readonly InlineLink[];
  readonly spans: readonly TextRange[];
  readonly tags: readonly HtmlTag[];
}

/** Longer labels are none. */
const longestLabel = 999;

/** Labels match without regard to case and to how many blanks stand between their words. */
export function toLabel(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** What `text`, the inline content of one block, holds; `isDefined` tells of a label whether the page defines it. */
export function scanInline(text: string, isDefined: (label: string) => boolean): InlineParts {
  return interesting.test(text) ? new InlineScanner(text, isDefined).scan() : nothing;
}

const interesting = /[[`<]|:\/\/|www\./i;
const nothing: InlineParts = { links: [], spans: [], tags: [] };

interface Opener {
  /** Of `[`, or of `![`. */
  readonly start: number;
  readonly isImage: boolean;
  /** Behind the bracket. */
  readonly textStart: number;
  /** So many links stood before it. */
  readonly linksBefore: number;
  /** Another bracket opened behind it: what stands between its own is no label. */
  hasBracket: boolean;
}

class InlineScanner {
  readonly #text: string;
  readonly #isDefined: (label: string) => boolean;
  readonly #search: ForwardSearch;
  readonly #links: InlineLink[] = [];
  readonly #spans: TextRange[] = [];
  readonly #tags: HtmlTag[] = [];
  readonly #openers: Opener[] = [];
  /** Openers below this place of the stack stand around a link, and so begin none; pictures do. */
  #inert = 0;
  #runs: ReadonlyMap<number, number> | undefined;

  constructor(text: string, isDefined: (label: string) => boolean) {
    this.#text = text;
    this.#isDefined = isDefined;
    this.#search = new ForwardSearch(text);
  }

  scan(): InlineParts {
    const stops = /[\\`<![\]]|(?<![a-z\d])(?:https?:\/\/|ftp:\/\/|www\.)/gi;
    for (let stop = stops.exec(this.#text); stop !== null; stop = stops.exec(this.#text)) {
      stops.lastIndex = this.#step(stop[0], stop.index);
    }
    return {
      links: this.#links.sort((a, b) => a.range.start - b.range.start),
      spans: this.#spans,
      tags: this.#tags,
    };
  }

  /** Answers where to go on. */
  #step(stop: string, at: number): number {
    switch (stop) {
      case '\\':
        return at + 2;
      case '`':
        return this.#span(at);
      case '<':
        return this.#pointed(at);
      case '!':
        return this.#text[at + 1] === '[' ? this.#open(at, true) : at + 1;
      case '[':
        return this.#open(at, false);
      case ']':
        return this.#close(at);
      default:
        return this.#bare(at);
    }
  }

  #span(at: number): number {
    const length = runLength(this.#text, at);
    this.#runs ??= lastRuns(this.#text);
    const last = this.#runs.get(length) ?? -1;
    for (let next = at + length; next <= last;) {
      next = this.#text.indexOf('`', next);
      const found = runLength(this.#text, next);
      if (found === length) {
        this.#spans.push(range(at, next + length));
        return next + length;
      }
      next += found;
    }
    return at + length;
  }

  #pointed(at: number): number {
    const autolink =
      /<[a-z][a-z\d+.-]{1,31}:[^<>\0-\x20]*>|<[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d.-]{1,255}>/iy;
    autolink.lastIndex = at;
    if (autolink.test(this.#text)) {
      const end = autolink.lastIndex;
      this.#add('autolink', range(at, end), range(at + 1, end - 1));
      return end;
    }
    const tag = scanHtmlTag(this.#text, at, this.#search);
    if (tag !== undefined) {
      this.#tags.push(tag);
    }
    return tag?.range.end ?? at + 1;
  }

  #open(start: number, isImage: boolean): number {
    const before = this.#openers.at(-1);
    if (before !== undefined) {
      before.hasBracket = true;
    }
    const textStart = start + (isImage ? 2 : 1);
    this.#openers.push({ start, isImage, textStart, linksBefore: this.#links.length, hasBracket: false });
    return textStart;
  }

  #close(at: number): number {
    const opener = this.#openers.pop();
    const place = this.#openers.length;
    const isInert = opener?.isImage === false && place < this.#inert;
    this.#inert = Math.min(this.#inert, place);
    const link = opener === undefined || isInert ? undefined : this.#linkOf(opener, at);
    if (opener === undefined || link === undefined) {
      return at + 1;
    }
    if (opener.isImage) {
      this.#links.length = opener.linksBefore;
    } else {
      this.#inert = place;
    }
    this.#links.push(link);
    return link.range.end;
  }

  #linkOf({ start, isImage, textStart, hasBracket }: Opener, at: number): InlineLink | undefined {
    const text = range(textStart, at);
    const target = this.#text[at + 1] === '(' ? parseTarget(this.#text, at + 1) : undefined;
    if (target !== undefined) {
      const { destination, title, end } = target;
      return {
        form: 'inline',
        isImage,
        range: range(start, end),
        text,
        destination,
        title,
        label: undefined,
      };
    }
    const written = labelAt(this.#text, at + 1);
    const isOwn = written === undefined || written.end - written.start === 2;
    const label = isOwn
      ? labelOf(this.#text, text, hasBracket)
      : toLabel(this.#text.slice(written.start + 1, written.end - 1));
    if (label === undefined || label === '' || !this.#isDefined(label)) {
      return undefined;
    }
    const end = written?.end ?? at + 1;
    return {
      form: 'reference',
      isImage,
      range: range(start, end),
      text,
      destination: undefined,
      title: undefined,
      label,
    };
  }

  /** An address that is a link by itself, but not behind an open bracket (Goldmark's extension "linkify", on unless a site says otherwise). */
  #bare(at: number): number {
    if (this.#openers.length > 0) {
      return at + 1;
    }
    const address = /[^\s<>\]`\\]+/y;
    address.lastIndex = at;
    const [found = ''] = address.exec(this.#text) ?? [];
    const end = at + trimmedLength(found);
    this.#add('bare', range(at, end), range(at, end));
    return Math.max(end, at + 1);
  }

  #add(form: 'autolink' | 'bare', where: TextRange, destination: TextRange): void {
    this.#links.push({
      form,
      isImage: false,
      range: where,
      text: undefined,
      destination,
      title: undefined,
      label: undefined,
    });
  }
}

/** Without the marks that end a sentence, and parentheses that do not open in it. */
function trimmedLength(address: string): number {
  let { length } = address;
  let open = address.split('(').length - address.split(')').length;
  for (;;) {
    const last = address[length - 1] ?? '';
    if (last === ')' && open < 0) {
      open++;
    } else if (last === '' || !/[?!.,:*_~'";]/.test(last)) {
      return length;
    }
    length--;
  }
}

/** `[label]` at `start`, with its brackets; it may be empty. */
function labelAt(text: string, start: number): TextRange | undefined {
  if (text[start] !== '[') {
    return undefined;
  }
  const most = Math.min(text.length, start + longestLabel + 2);
  for (let at = start + 1; at < most; at++) {
    if (text[at] === ']') {
      return range(start, at + 1);
    }
    if (text[at] === '[') {
      return undefined;
    }
    if (text[at] === '\\') {
      at++;
    }
  }
  return undefined;
}

function labelOf(text: string, { start, end }: TextRange, hasBracket: boolean): string | undefined {
  return hasBracket || end - start > longestLabel ? undefined : toLabel(text.slice(start, end));
}

function runLength(text: string, start: number): number {
  let at = start;
  while (text[at] === '`') {
    at++;
  }
  return at - start;
}

/** Where the last run of backticks of each length stands: behind it nothing closes a span. */
function lastRuns(text: string): ReadonlyMap<number, number> {
  const runs = new Map<number, number>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    runs.set(run.length, index);
  }
  return runs;
}
