// Hugo swallows the rest of a file whose front matter is not closed. A writer who is typing the header still wants completion
// in the header and in the body, so we guess where the header ends: it goes on right below itself with whatever its format
// reads, but after a blank line only with what is hardly prose.
import { limits } from './guard.ts';
import { lineEndFrom, nextLineFrom } from './outline/outlineLines.ts';
import type { FencedFormat } from './types.ts';

/**
 * Where the page content of unclosed front matter seems to begin: the start of the first line, from `start` on, that cannot be
 * front matter in `format`, or that begins beyond the size we read; otherwise the end of the text.
 */
export function unclosedEnd(text: string, start: number, format: FencedFormat): number {
  const header = headers[format];
  let above = '';
  let afterBlank = false;
  let quote: string | undefined;
  let at = start;
  while (at < text.length && at - start < limits.size) {
    const line = lineAt(text, at);
    const wasQuoted = quote !== undefined;
    quote = format === 'toml' ? openTripleQuote(line, quote) : undefined;
    const isBlank = line.trim() === '';
    if (!isBlank && !wasQuoted) {
      const belongs = afterBlank
        ? goesOn(header, line, above) || isAboveKey(text, at, header)
        : reads(header, line) || !prose.test(line);
      if (!belongs || markdownOnly.test(line)) {
        return at;
      }
      above = line;
    }
    afterBlank = isBlank;
    at = nextLineFrom(text, at, text.length);
  }
  return Math.min(at, text.length);
}

/** How the lines of a format begin. */
interface HeaderLines {
  /** A key as writers write them. */
  readonly key: RegExp;
  /** What else stands in a header and is hardly prose. */
  readonly inner: RegExp;
  /** What the format reads though it may be prose: comments, keys of several words. */
  readonly doubtful: RegExp;
}

/** A capital, and three words or more behind the colon: a note rather than a key. */
const note = /^\p{Lu}[^:]*:[ \t]+[^\s"'[{]\S*(?:[ \t]+\S+){2}/u;

const item = /^-(?:\s|$)/;

/** A key without a value, or an item of a list: another item may follow. */
const waitsForItem = /^(?:\s*-(?:\s|$)|[^#]*:\s*(?:#.*)?$)/;

const headers: Readonly<Record<FencedFormat, HeaderLines>> = {
  yaml: {
    key: /^(?:"(?:[^"\\]|\\.)*"\s*|'[^']*'\s*|[^\s:"'#,[\]{}|>%@`&*!?][^\s:]*):(?:\s|$)/,
    inner: /^[\s\]}]/,
    doubtful: /^(?:#|-(?:\s|$)|\? |[^\s:"'#,[\]{}|>%@`&*!][^#]*?:(?:\s|$))/,
  },
  toml: {
    key: /^(?:\[[^\]]*\]+\s*(?:#|$)|(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*'))*\s*=)/,
    inner:
      /^(?:[\s\]}]|\[(?![^\]]*\]+\s*[^\s,\]#])|[\w.-]+$|(?:"(?:[^"\\]|\\.)*|'[^']*)(?:["']\s*(?:[,\]#.]|$)|$))/,
    doubtful: /^#/,
  },
  json: {
    key: /^"(?:[^"\\]|\\.)*"\s*:/,
    inner: /^(?:[\s{}[\],]|"(?:[^"\\]|\\.)*(?:"\s*(?:[,\]}]|$)|$)|[\w.-]+(?:,|$))/,
    doubtful: /^[\w.-]+\s*:/,
  },
};

/** Whether the format itself reads the line as front matter. */
function reads({ key, inner, doubtful }: HeaderLines, line: string): boolean {
  return key.test(line) || inner.test(line) || doubtful.test(line);
}

/** Whether `line` goes on with a header that ended with `above`, although a blank line stands between them. */
function goesOn({ key, inner }: HeaderLines, line: string, above: string): boolean {
  return inner.test(line) || isKey(key, line) || (item.test(line) && waitsForItem.test(above));
}

/** Whether doubtful lines begin at `at`, right below which there is a key: comments above it, other keys. */
function isAboveKey(text: string, at: number, { key, doubtful }: HeaderLines): boolean {
  let here = at;
  while (here < text.length) {
    const line = lineAt(text, here);
    if (isKey(key, line)) {
      return true;
    }
    if (!doubtful.test(line)) {
      return false;
    }
    here = nextLineFrom(text, here, text.length);
  }
  return false;
}

function isKey(key: RegExp, line: string): boolean {
  return key.test(line) && !note.test(line);
}

function lineAt(text: string, at: number): string {
  return text.slice(at, lineEndFrom(text, at));
}

/** A shortcode, a deeper heading, a fence, an image, a link, a tag: nothing that a header line starts with. */
const markdownOnly = /^(?:\{\{[<%]|#{2,6} \S|```|~~~|!\[|\[[^\]]*\]\(|<[/!a-z])/;

/** At least two words; a lone word may be a key that is being typed. */
const prose = /^\S+[ \t]+\S/;

/** The triple quote that is open after `line`. */
function openTripleQuote(line: string, open: string | undefined): string | undefined {
  let quote = open;
  for (const [mark] of line.matchAll(/"""|'''/g)) {
    if (quote === undefined) {
      quote = mark;
    } else if (quote === mark) {
      quote = undefined;
    }
  }
  return quote;
}
