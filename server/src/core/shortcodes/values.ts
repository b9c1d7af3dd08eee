import { range } from '../text/range.ts';
import { endOfUnquoted } from './characters.ts';
import { note, type Draft, type ReadValue } from './draft.ts';
import * as faults from './faults.ts';
import type { ArgumentQuote } from './types.ts';

/**
 * A quoted value stays on its line. Behind `\"` the next quote of any kind ends it; behind `"` an escaped one does not.
 * Between `=\` and the first quote Hugo skips whatever stands there.
 */
export function readQuoted(draft: Draft, escaped: boolean): ReadValue {
  const { text } = draft;
  const start = draft.pos - (escaped && text[draft.pos] === '"' ? 1 : 0);
  let open = -1;
  let at = draft.pos;
  for (; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') {
      if (text[at + 1] === '`') {
        note(draft, faults.escapedBacktick(range(at, at + 2)));
      } else if (text[at + 1] === '"' && open >= 0) {
        if (escaped) {
          break;
        }
        at++;
      }
    } else if (text[at] === '"') {
      if (open >= 0) {
        break;
      }
      open = at + 1;
    }
  }
  const quote = escaped ? '\\"' : '"';
  const contentStart = open < 0 ? Math.min(at, draft.pos + 1) : open;
  if (at >= text.length || text[at] === '\n') {
    return unterminated(draft, start, contentStart, quote);
  }
  draft.pos = at + (text[at] === '\\' ? 2 : 1);
  return { content: range(contentStart, at), outer: range(start, draft.pos), quote };
}

/** Text in backticks may span lines, and nothing in it is special. */
export function readRaw(draft: Draft): ReadValue {
  const { text, pos } = draft;
  const end = text.indexOf('`', pos + 1);
  if (end < 0) {
    return unterminated(draft, pos, pos + 1, '`');
  }
  draft.pos = end + 1;
  return { content: range(pos + 1, end), outer: range(pos, end + 1), quote: '`' };
}

/** An unquoted value takes everything up to the next white space, even a right delimiter. */
export function readUnquoted(draft: Draft): ReadValue {
  const { pos } = draft;
  draft.pos = endOfUnquoted(draft.text, pos);
  const where = range(pos, draft.pos);
  return { content: where, outer: where, quote: '' };
}

/** A quote that nothing closes reaches to the right delimiter on its line, or to the end of the line. */
function unterminated(draft: Draft, start: number, contentStart: number, quote: ArgumentQuote): ReadValue {
  const { text } = draft;
  let end = lineEnd(text, contentStart);
  const right = text.slice(contentStart, end).indexOf(draft.right);
  if (right >= 0) {
    end = contentStart + right;
  }
  const content = range(contentStart, contentStart + text.slice(contentStart, end).trimEnd().length);
  note(draft, faults.unclosedQuote(range(start, Math.max(content.end, start + 1)), quote));
  draft.pos = end;
  return { content, outer: range(start, content.end), quote };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
