// Hugo swallows the rest of a file whose front matter is not closed. A writer who is typing the header still wants completion
// in the header and in the body, so we guess where the header ends.
import { limits } from './guard.ts';
import { lineEndFrom } from './outlineLines.ts';
import type { FrontMatterFormat } from './types.ts';

/**
 * Where the page content of unclosed front matter seems to begin: the start of the first line, from `start` on, that cannot be
 * front matter in `format`, or that begins beyond the size we read; otherwise the end of the text.
 */
export function unclosedEnd(text: string, start: number, format: FrontMatterFormat): number {
  const belongs = belongsByFormat[format];
  let afterBlank = false;
  let quote: string | undefined;
  let at = start;
  while (at < text.length && at - start < limits.size) {
    const end = lineEndFrom(text, at);
    const line = text.slice(at, end);
    const wasQuoted = quote !== undefined;
    quote = format === 'toml' ? openTripleQuote(line, quote) : undefined;
    const isBlank = line.trim() === '';
    if (!isBlank && !wasQuoted && isContent(line, afterBlank, belongs)) {
      return at;
    }
    afterBlank = isBlank;
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  return Math.min(at, text.length);
}

/** After a blank line a line must look like front matter; right below front matter it must look like something else. */
function isContent(line: string, afterBlank: boolean, belongs: RegExp): boolean {
  if (markdownOnly.test(line)) {
    return true;
  }
  return afterBlank ? heading.test(line) || !belongs.test(line) : prose.test(line) && !belongs.test(line);
}

/** A shortcode, a deeper heading, a fence, an image, a link, a tag: nothing that a header line starts with. */
const markdownOnly = /^(?:\{\{[<%]|#{2,6} \S|```|~~~|!\[|\[[^\]]*\]\(|<[/!a-z])/;

/** A comment for YAML and TOML, too; after a blank line it is far more often a heading. */
const heading = /^# \S/;

/** At least two words; a lone word may be a key that is being typed. */
const prose = /^\S+[ \t]+\S/;

const belongsByFormat: Readonly<Record<FrontMatterFormat, RegExp>> = {
  yaml: /^(?:[\s#\]}]|-(?:\s|$)|\? |"[^"]*"\s*:|'[^']*'\s*:|[^\s:"'{[]+:(?:\s|$)|<<:)/,
  toml: /^(?:[\s#[\]"']|[\w.-]+\s*(?:=|$))/,
  json: /^(?:[\s{}[\]",]|[\w.-]+\s*(?::|,|$))/,
  org: /^#\+/,
};

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
