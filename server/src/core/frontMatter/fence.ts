import { verdictFor } from '../hugo/version.ts';
import type { HugoRange } from '../hugo/version.ts';
import { htmlCommentFrontMatterUntil } from '../hugo/yamlDialects.ts';
import { message } from '../text/message.ts';
import type { Message } from '../text/message.ts';
import type { Problem } from '../text/problem.ts';
import { range } from '../text/range.ts';
import { unclosedEnd } from './fenceUnclosed.ts';
import type { Fence, FencedFormat } from './types.ts';

export interface FenceSearch {
  readonly fence: Fence | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Finds the front matter of a content file as Hugo's lexer does (parser/pageparser/pagelexer_intro.go), in linear time.
 *
 * `text` is the whole file; all offsets are UTF-16. A file without front matter has no fence and no problem. Delimiters that
 * Hugo refuses give a `front-matter-delimiter` problem and no fence; an opener without closer gives `front-matter-unclosed`
 * and a fence that ends, for features, where the page content seems to begin. `isHtml` tells that the file is named `.html`: old Hugo copies
 * such a file as it is when it begins with a tag.
 */
export function findFence(text: string, hugo: HugoRange, isHtml = false): FenceSearch {
  const readsComments = verdictFor(hugo, undefined, htmlCommentFrontMatterUntil) === 'all';
  let at = skipBlanks(text, 0);
  let comment: number | undefined;
  while (readsComments && text.startsWith('<!--', at)) {
    comment ??= at;
    at = skipBlanks(text, afterLine(text, at));
  }
  if (readsComments && !isHtml && text[at] === '<') {
    return refused(
      at,
      1,
      message('Your Hugo refuses a file that starts with an HTML tag. Put front matter before it.'),
    );
  }
  const search = fenceAt(text, at);
  return comment === undefined ? search : inComment(text, comment, at, search);
}

function fenceAt(text: string, at: number): FenceSearch {
  switch (text[at]) {
    case '-':
      return delimited(text, at, 'yaml', '---');
    case '+':
      return delimited(text, at, 'toml', '+++');
    case '{':
      return braced(text, at);
    case '#':
      return text[at + 1] === '+' ? found(orgFence(text, at)) : noFence;
    default:
      return noFence;
  }
}

const noFence: FenceSearch = { fence: undefined, problems: [] };

function found(fence: Fence): FenceSearch {
  return { fence, problems: [] };
}

function refused(at: number, length: number, why: Message): FenceSearch {
  return { fence: undefined, problems: [delimiterProblem(at, length, why)] };
}

function delimiterProblem(at: number, length: number, why: Message): Problem {
  return { code: 'front-matter-delimiter', range: range(at, at + length), message: why, fatal: 'always' };
}

function delimited(text: string, at: number, format: FencedFormat, delimiter: string): FenceSearch {
  if (!text.startsWith(delimiter, at)) {
    const length = text[at + 1] === delimiter[0] ? 2 : 1;
    const why =
      'A file that starts with {0} starts front matter for Hugo, and its first line must be {1}. Put front matter or other text before it.';
    return refused(at, length, message(why, text.slice(at, at + length), delimiter));
  }
  const opener = range(at, at + delimiter.length);
  const start = afterLineEnd(text, opener.end);
  const end = closerAt(text, start, delimiter, start > opener.end);
  if (end === undefined) {
    return unclosed(text, format, opener, start, delimiter);
  }
  const closer = range(end, end + delimiter.length);
  return found({
    format,
    opener,
    content: range(start, end),
    closer,
    bodyStart: afterLineEnd(text, closer.end),
  });
}

/** The first place right after a line end where the delimiter stands; what follows on its line does not matter. */
function closerAt(text: string, start: number, delimiter: string, atLineStart: boolean): number | undefined {
  for (let at = text.indexOf(delimiter, start); at >= 0; at = text.indexOf(delimiter, at + 1)) {
    if (at === start ? atLineStart : isLineEnd(text[at - 1])) {
      return at;
    }
  }
  return undefined;
}

function unclosed(
  text: string,
  format: FencedFormat,
  opener: Fence['opener'],
  start: number,
  delimiter: string,
): FenceSearch {
  const end = unclosedEnd(text, start, format);
  return {
    fence: { format, opener, content: range(start, end), closer: undefined, bodyStart: end },
    problems: [
      {
        code: 'front-matter-unclosed',
        range: opener,
        message: message(
          'This front matter has no end. Add {0} on a line of its own after the last key.',
          delimiter,
        ),
        fatal: 'always',
      },
    ],
  };
}

/** JSON ends at the brace that balances the first one. Hugo counts braces outside `"`, and a backslash skips one character. */
function braced(text: string, at: number): FenceSearch {
  if (text[at + 1] === '{') {
    const why =
      'A file that starts with { starts JSON front matter for Hugo. Put front matter, such as two lines of ---, before the shortcode.';
    return refused(at, 2, message(why));
  }
  let inQuote = false;
  let level = 0;
  for (let i = at; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') {
      i++;
    } else if (char === '"') {
      inQuote = !inQuote;
    } else if (!inQuote && char === '{') {
      level++;
    } else if (!inQuote && char === '}' && --level === 0) {
      const end = i + 1;
      return found({
        format: 'json',
        opener: range(at, at + 1),
        content: range(at, end),
        closer: range(i, end),
        bodyStart: afterLineEnd(text, end),
      });
    }
  }
  return unclosed(text, 'json', range(at, at + 1), at, '}');
}

function orgFence(text: string, at: number): Fence {
  let end = at;
  while (text.startsWith('#+', end)) {
    const lineFeed = text.indexOf('\n', end);
    end = lineFeed < 0 ? text.length : lineFeed + 1;
  }
  return {
    format: 'org',
    opener: range(at, at),
    content: range(at, end),
    closer: range(end, end),
    bodyStart: end,
  };
}

/** Before 0.123, front matter may stand in an HTML comment, whose end Hugo then demands. */
function inComment(text: string, comment: number, at: number, { fence, problems }: FenceSearch): FenceSearch {
  if (problems.length > 0) {
    return { fence, problems };
  }
  const end = text.indexOf('-->', fence?.bodyStart ?? at);
  if (end < 0) {
    const why =
      'Your Hugo looks for front matter in a comment that starts the file, and for the end of the comment after it. Put front matter before the comment.';
    return { fence, problems: [delimiterProblem(comment, 4, message(why))] };
  }
  return { fence: fence && { ...fence, bodyStart: end + 3 }, problems };
}

/** Blanks, line ends and byte order marks may stand before the opener; a no-break space may not. */
function skipBlanks(text: string, at: number): number {
  let i = at;
  while (i < text.length && ' \t\r\n\uFEFF'.includes(text.charAt(i))) {
    i++;
  }
  return i;
}

function afterLine(text: string, at: number): number {
  let i = at;
  while (i < text.length && !isLineEnd(text[i])) {
    i++;
  }
  return Math.min(i + 1, text.length);
}

/** Behind the one line end at `at`: CRLF, LF or CR. */
function afterLineEnd(text: string, at: number): number {
  const afterReturn = text[at] === '\r' ? at + 1 : at;
  return text[afterReturn] === '\n' ? afterReturn + 1 : afterReturn;
}

function isLineEnd(char: string | undefined): boolean {
  return char === '\n' || char === '\r';
}
