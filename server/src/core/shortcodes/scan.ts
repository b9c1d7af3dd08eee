import type { HugoRange } from '../hugo/version.ts';
import { verdictFor } from '../hugo/version.ts';
import type { Problem } from '../text/problem.ts';
import { range, textOf, type TextRange } from '../text/range.ts';
import { findOddArgument, toArgument } from './argument.ts';
import { endOfUnicodeSpaces } from './characters.ts';
import type { Draft, DraftArgument } from './draft.ts';
import { hasFault, note } from './draft.ts';
import * as faults from './faults.ts';
import { leftDelimiterSearch, patternSearch, stringSearch } from './search.ts';
import { readTag } from './tag.ts';
import { leftLength } from './types.ts';
import type { Argument, Delimiter, ShortcodeScan, ShortcodeTag } from './types.ts';

/** A page with more broken tags than these has been told enough; each problem costs memory. */
const mostProblems = 1000;
const noArguments: readonly Argument[] = [];

/**
 * Finds every shortcode tag of `text` from the offset `from` (UTF-16) on, which is where front matter ends. Code fences and HTML
 * comments protect nothing: Hugo looks for shortcodes before Markdown does. The rules are those of Hugo's lexer (parser/pageparser,
 * 0.111 to 0.165); where releases differ, `hugo` decides whether a problem is fatal.
 *
 * Broken text is read on behind the broken tag, which ends at its right delimiter if one is near, else with its line. The time is
 * linear in the length of the text, whatever stands in it. Every tag is found, and the first thousand problems are told.
 */
export function scanShortcodes(text: string, from: number, hugo: HugoRange): ShortcodeScan {
  return new Scanner(text, hugo).scan(from);
}

class Scanner {
  readonly #text: string;
  readonly #hugo: HugoRange;
  readonly #feeds: boolean;
  readonly #tags: ShortcodeTag[] = [];
  readonly #problems: Problem[] = [];
  readonly #seen = new Set<string>();
  readonly #nextLeft;
  readonly #nextLine;
  readonly #commentEnds;
  /** How far broken tags were read before we gave them up. Before it, a tag may not reach beyond the next left delimiter. */
  #givenUp = 0;
  /** The inline shortcode that stands open. */
  #inline: string | undefined;

  constructor(text: string, hugo: HugoRange) {
    this.#text = text;
    this.#hugo = hugo;
    this.#feeds = verdictFor(hugo, '0.163.3') !== 'none';
    this.#nextLeft = leftDelimiterSearch(text);
    this.#nextLine = stringSearch(text, '\n');
    this.#commentEnds = { '<': stringSearch(text, '*/>}}'), '%': stringSearch(text, '*/%}}') };
  }

  scan(from: number): ShortcodeScan {
    const { length } = this.#text;
    for (let at = this.#nextLeft.after(Math.max(0, from)); at < length; at = this.#nextLeft.after(at)) {
      const tag = this.#tagAt(range(at, at + leftLength), this.#text[at + 2] === '<' ? '<' : '%');
      this.#tags.push(tag);
      at = tag.range.end;
    }
    return { tags: this.#tags, problems: this.#problems };
  }

  #tagAt(left: TextRange, delimiter: Delimiter): ShortcodeTag {
    this.#checkInline(left.end, left);
    if (this.#text.startsWith('/*', left.end)) {
      return this.#comment(left, delimiter);
    }
    const draft = this.#draft(left, delimiter);
    readTag(draft);
    const reached = draft.pos;
    const end = this.#finish(draft);
    if (draft.rightRange === undefined || draft.rightRange.end !== reached) {
      this.#givenUp = Math.max(this.#givenUp, reached);
    }
    return this.#keep(draft, end);
  }

  #draft(left: TextRange, delimiter: Delimiter): Draft {
    const careful = left.start < this.#givenUp;
    return {
      text: careful ? this.#text.slice(0, this.#nextLeft.after(left.end)) : this.#text,
      left,
      delimiter,
      right: faults.rightDelimiter[delimiter],
      hugo: this.#hugo,
      feeds: this.#feeds,
      seen: this.#seen,
      pos: left.end,
      name: undefined,
      inline: false,
      slash: undefined,
      closing: false,
      arguments: [],
      last: undefined,
      style: undefined,
      rightRange: undefined,
      fault: undefined,
    };
  }

  /** Settles where a tag ends and what is wrong with it; answers the end. */
  #finish(draft: Draft): number {
    const greedy = isBroken(draft) ? findGreedy(draft) : undefined;
    if (greedy?.meant === 'right') {
      return this.#cutAtRight(draft, greedy.argument, greedy.at);
    }
    if (greedy !== undefined || draft.rightRange === undefined) {
      return this.#breakOff(draft);
    }
    const odd = findOddArgument(draft);
    if (odd !== undefined) {
      note(draft, faults.mixedArguments(odd.value.outer, odd.nameRange !== undefined));
    }
    if (draft.name === undefined && !draft.closing) {
      note(draft, faults.missingName(range(draft.left.start, draft.rightRange.end)));
    }
    return draft.rightRange.end;
  }

  /**
   * The tag is broken, and one of its values has a right delimiter in it: that one was meant as the end.
   *
   * ```markdown
   * > | {{< figure src=a.png>}}
   *                         ^
   * ```
   */
  #cutAtRight(draft: Draft, greedy: DraftArgument, at: number): number {
    const { value } = greedy;
    this.#cutValue(greedy, at);
    const { content } = greedy.value;
    const name = greedy.nameRange === undefined ? undefined : textOf(this.#text, greedy.nameRange);
    draft.arguments = draft.arguments.slice(0, draft.arguments.indexOf(greedy) + 1);
    draft.rightRange = range(at, at + draft.right.length);
    dropBehind(draft, at);
    draft.fault =
      value.quote !== ''
        ? faults.unclosedQuote(
            range(value.outer.start, Math.max(content.end, value.content.start)),
            value.quote,
          )
        : content.start === content.end
          ? faults.missingValue(range(greedy.start, content.start), name)
          : faults.swallowedRight(range(content.start, draft.rightRange.end), name, draft.delimiter);
    return draft.rightRange.end;
  }

  /** No right delimiter: for a writer the tag ends with its line, or where the next one begins. */
  #breakOff(draft: Draft): number {
    const { left } = draft;
    const next = this.#endOfBroken(left);
    const end = trimEnd(this.#text, left.end, next);
    draft.rightRange = undefined;
    this.#cutArguments(draft, end);
    dropBehind(draft, end);
    if (draft.fault === undefined || draft.fault.harmless === true || draft.fault.range.start >= end) {
      draft.fault = faults.missingRight(range(left.start, end), draft.delimiter);
    }
    return next;
  }

  /** Keeps the arguments that begin before `end`, and of the last one what stands there. */
  #cutArguments(draft: Draft, end: number): void {
    if (draft.arguments.length === 0) {
      return;
    }
    draft.arguments = draft.arguments.filter(
      ({ start, nameRange }) => start < end && (nameRange?.end ?? start) < end,
    );
    for (const argument of draft.arguments.filter(({ value }) => value.outer.end > end)) {
      this.#cutValue(argument, end);
    }
  }

  /** Ends the value of `argument` before `at`; what is left may be nothing, right behind its `=`. */
  #cutValue(argument: DraftArgument, at: number): void {
    const { content, outer, quote } = argument.value;
    const start = content.start < at ? content.start : trimEnd(this.#text, argument.start, at);
    const cut = range(start, trimEnd(this.#text, start, at));
    argument.value = { content: cut, outer: range(Math.min(outer.start, start), cut.end), quote };
  }

  #endOfBroken(left: TextRange): number {
    const line = this.#nextLine.after(left.end);
    const lineEnd = this.#text[line - 1] === '\r' ? line - 1 : line;
    return Math.min(lineEnd, this.#nextLeft.after(left.end));
  }

  #keep(draft: Draft, end: number): ShortcodeTag {
    if (draft.fault !== undefined) {
      this.#tell(draft.fault);
    }
    const tag = toTag(this.#text, draft, end);
    if (tag.name !== '') {
      this.#seen.add(tag.name);
    }
    this.#inline = tag.inline && tag.kind === 'open' && tag.sound ? tag.name : undefined;
    return tag;
  }

  /** The comment form prints a tag instead of running it. It may span lines and ends at the first end mark of its own kind. */
  #comment(left: TextRange, delimiter: Delimiter): ShortcodeTag {
    const at = this.#commentEnds[delimiter].after(left.end);
    const closed = at < this.#text.length && at > left.end + 1;
    const right = closed ? range(at + 2, at + 5) : undefined;
    const next = this.#endOfBroken(left);
    if (!closed) {
      this.#tell(faults.commentWithoutEnd(range(left.start, trimEnd(this.#text, left.end, next)), delimiter));
    }
    return {
      kind: 'comment',
      delimiter,
      range: range(left.start, right?.end ?? next),
      right,
      slash: undefined,
      name: '',
      nameRange: range(left.end, left.end),
      inline: false,
      args: noArguments,
      sound: closed,
    };
  }

  /** Behind `{{< x.inline >}}` Hugo accepts nothing but `{{< /x.inline >}}`, with a blank behind the name. */
  #checkInline(at: number, left: TextRange): void {
    const name = this.#inline;
    this.#inline = undefined;
    if (name === undefined) {
      return;
    }
    const slash = endOfUnicodeSpaces(this.#text, at);
    const closer = endOfUnicodeSpaces(this.#text, slash + 1);
    if (this.#text[slash] !== '/' || !this.#text.startsWith(`${name} `, closer)) {
      this.#tell(faults.nestedInInline(left, name));
    }
  }

  #tell(fault: faults.Fault): void {
    if (this.#problems.length < mostProblems) {
      this.#problems.push(faults.toProblem(fault, this.#hugo));
    }
  }
}

interface Greedy {
  readonly argument: DraftArgument;
  readonly at: number;
  readonly meant: 'left' | 'right';
}

function isBroken(draft: Draft): boolean {
  return draft.rightRange === undefined || hasFault(draft);
}

/** The right delimiter of a tag's own kind, or any left one. */
const anyDelimiter: Record<Delimiter, RegExp> = { '<': />\}\}|\{\{[<%]/g, '%': /%\}\}|\{\{[<%]/g };

/** The first argument whose value takes up a delimiter, where that stands, and which one it is. */
function findGreedy({ text, delimiter, right, arguments: args }: Draft): Greedy | undefined {
  const delimiters = patternSearch(text, anyDelimiter[delimiter]);
  for (const argument of args) {
    const { content } = argument.value;
    const at = delimiters.after(content.start);
    if (at + right.length <= content.end) {
      return { argument, at, meant: text.startsWith(right, at) ? 'right' : 'left' };
    }
  }
  return undefined;
}

function dropBehind(draft: Draft, end: number): void {
  if (draft.slash !== undefined && draft.slash.end > end) {
    draft.slash = undefined;
    draft.closing = false;
  }
  if (draft.name !== undefined && draft.name.end > end) {
    draft.name = undefined;
  }
}

function trimEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function toTag(text: string, draft: Draft, end: number): ShortcodeTag {
  const { left, delimiter, slash, rightRange, closing } = draft;
  const nameRange = draft.name ?? emptyName(text, draft, end);
  return {
    kind: closing ? 'close' : slash === undefined ? 'open' : 'selfClosing',
    delimiter,
    range: range(left.start, end),
    right: rightRange,
    slash,
    name: textOf(text, nameRange),
    nameRange,
    inline: draft.inline,
    args:
      draft.arguments.length === 0
        ? noArguments
        : draft.arguments.map((argument) => toArgument(text, argument)),
    sound: !hasFault(draft),
  };
}

/** Where a name could be typed: behind the delimiter or the slash, and one blank. */
function emptyName(text: string, { left, slash }: Draft, end: number): TextRange {
  const at = slash?.end ?? left.end;
  const behind = at < end && (text[at] === ' ' || text[at] === '\t') ? at + 1 : at;
  return range(behind, behind);
}
