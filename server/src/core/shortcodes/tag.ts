/*
 * The states inside one tag, as in Hugo's lexer (parser/pageparser/pagelexer_shortcode.go, 0.111 to 0.165). Hugo stops at the first
 * fault of a file. A writer is in the middle of typing, so we note the first fault of a tag and read on as well as possible.
 * The pictures show where a state begins (`^`).
 */
import { range } from '../text/range.ts';
import { addPositional, nameLast } from './argument.ts';
import * as characters from './characters.ts';
import { hasFault, note, type Draft } from './draft.ts';
import * as faults from './faults.ts';
import { endOfKeptQuotes, openingMark } from './keptQuotes.ts';
import { readQuoted, readRaw, readUnquoted } from './values.ts';

/** Reads on from where the draft stands and names the next state; none at the end of the tag. */
type State = (draft: Draft) => State | undefined;

/** Reads one tag from behind its left delimiter to its right one, or to where it cannot go on. */
export function readTag(draft: Draft): void {
  let state: State | undefined = insideTag;
  while (state !== undefined) {
    state = state(draft);
  }
}

/**
 * ```markdown
 * > | {{< figure src="a.png" >}}
 *        ^       ^           ^
 * ```
 */
const insideTag: State = (draft) => {
  const { text } = draft;
  const start = draft.pos;
  draft.pos = characters.endOfBlanks(text, start, draft.feeds);
  if (draft.fault !== undefined && characters.hasTwoLineEnds(text, start, draft.pos)) {
    return undefined;
  }
  if (text.startsWith(draft.right, draft.pos)) {
    return rightDelimiter;
  }
  switch (text[draft.pos]) {
    case undefined:
      return undefined;
    case '=':
      return equalsSign;
    case '/':
      return slash;
    case '\\':
      return backslash;
  }
  return draft.name === undefined ? name : argument;
};

/**
 * ```markdown
 * > | {{< figure >}}
 *                ^
 * ```
 */
const rightDelimiter: State = (draft) => {
  draft.rightRange = range(draft.pos, draft.pos + draft.right.length);
  draft.pos = draft.rightRange.end;
  return undefined;
};

/**
 * ```markdown
 * > | {{< figure >}}        {{< /box >}}
 *         ^                      ^
 * ```
 */
const name: State = (draft) => {
  const { text, pos } = draft;
  const end = characters.endOfName(text, pos);
  if (end === pos) {
    return text[pos] === '"' || text[pos] === '`' ? nameInQuotes : strayCharacter;
  }
  draft.pos = end;
  draft.name = range(pos, end);
  if (text[end] === '.') {
    return dotInName;
  }
  return draft.closing ? afterClosingName : insideTag;
};

/**
 * ```markdown
 * > | {{< year.inline >}}
 *             ^
 * ```
 */
const dotInName: State = (draft) => {
  const { text, pos } = draft;
  const start = draft.name?.start ?? pos;
  draft.inline = text.startsWith('.inline ', pos);
  draft.pos = draft.inline ? pos + '.inline'.length : characters.endOfWord(text, pos + 1);
  draft.name = range(start, draft.pos);
  if (!draft.inline) {
    note(draft, faults.dotInName(draft.name, text.slice(start, draft.pos)));
  }
  return draft.closing ? afterClosingName : insideTag;
};

/**
 * ```markdown
 * > | {{< "figure" >}}
 *         ^
 * ```
 */
const nameInQuotes: State = (draft) => {
  const start = draft.pos + 1;
  const end = characters.endOfName(draft.text, start);
  draft.name = range(start, end);
  draft.pos = draft.text[end] === draft.text[draft.pos] ? end + 1 : end;
  note(draft, faults.quotedName(range(start - 1, draft.pos)));
  return insideTag;
};

/**
 * ```markdown
 * > | {{< /box >}}
 *             ^
 * ```
 */
const afterClosingName: State = (draft) => {
  const { text } = draft;
  const start = characters.endOfInlineBlanks(text, draft.pos);
  draft.pos = characters.endOfBlanks(text, start, true);
  if (text.startsWith(draft.right, draft.pos)) {
    if (draft.pos > start) {
      note(draft, faults.closingTagOnTwoLines(range(start, draft.pos)));
    }
    return rightDelimiter;
  }
  if (draft.pos < text.length && !endsHere(draft)) {
    note(draft, faults.afterClosingName(range(draft.pos, characters.endOfStretch(text, draft.pos))));
  }
  return insideTag;
};

/**
 * ```markdown
 * > | {{< box />}}        {{< /box >}}        {{< img a/b.png >}}
 *             ^               ^                        ^
 * ```
 */
const slash: State = (draft) => {
  const { text, pos } = draft;
  draft.slash ??= range(pos, pos + 1);
  draft.closing ||= draft.name === undefined;
  draft.pos = pos + 1;
  draft.last = undefined;
  if (draft.closing) {
    return insideTag;
  }
  const next = characters.endOfBlanks(text, draft.pos, draft.feeds);
  const isArgument = characters.endOfWord(text, next) > next || text[next] === '"' || text[next] === '`';
  if (!isArgument) {
    return insideTag;
  }
  draft.pos = next;
  return slashInArgument;
};

/**
 * ```markdown
 * > | {{< img a/b.png >}}
 *              ^
 * ```
 * Before 0.143 Hugo took what follows for arguments; since then it takes it for the name of a closing tag.
 */
const slashInArgument: State = (draft) => {
  const { text, pos } = draft;
  const before = draft.arguments.at(-1);
  const slashAt = draft.slash?.start ?? pos;
  const start = before?.value.outer.end === slashAt ? before.start : slashAt;
  const stretch = range(start, characters.endOfStretch(text, pos));
  const closes = characters.endOfName(text, pos);
  const rightAt = characters.endOfInlineBlanks(text, closes);
  const taken = draft.seen.has(text.slice(pos, closes)) && text.startsWith(draft.right, rightAt);
  const fault = faults.slashInArgument(stretch, text.slice(stretch.start, stretch.end));
  note(draft, taken ? { ...fault, harmless: true } : fault);
  draft.pos = stretch.end;
  return insideTag;
};

/**
 * ```markdown
 * > | {{< img \"a.png\" >}}
 *             ^
 * ```
 */
const backslash: State = (draft) => {
  const { text, pos } = draft;
  const next = text[pos + 1];
  draft.pos = pos + 1;
  if (next === '`') {
    note(draft, faults.escapedBacktick(range(pos, pos + 2)));
  }
  return next === '"' ? positionalQuoted : insideTag;
};

/**
 * ```markdown
 * > | {{< figure src="a.png" >}}        {{< img "a.png" >}}
 *                ^                              ^
 * ```
 */
const argument: State = (draft) => {
  const { text, pos } = draft;
  if (text[pos] === '"' || text[pos] === '`') {
    return positionalQuoted;
  }
  const end = characters.endOfWord(text, pos);
  if (end === pos) {
    return strayCharacter;
  }
  const word = range(pos, end);
  addPositional(draft, { content: word, outer: word, quote: '' }, text[end] === '=');
  draft.pos = end;
  return insideTag;
};

/**
 * ```markdown
 * > | {{< img "a.png" >}}        {{< img \"a.png\" >}}
 *             ^                           ^
 * ```
 */
const positionalQuoted: State = (draft) => {
  const escaped = draft.text[draft.pos - 1] === '\\' && draft.text[draft.pos] === '"';
  const value = draft.text[draft.pos] === '`' ? readRaw(draft) : readQuoted(draft, escaped);
  addPositional(draft, value, false);
  return insideTag;
};

/**
 * ```markdown
 * > | {{< figure src="a.png" width=50 >}}
 *                   ^             ^
 * ```
 */
const equalsSign: State = (draft) => {
  const { text } = draft;
  const equals = draft.pos;
  draft.pos = characters.endOfUnicodeSpaces(text, equals + 1);
  const first = text[draft.pos];
  const value =
    first === '`'
      ? readRaw(draft)
      : first === '"' || first === '\\'
        ? readQuoted(draft, first === '\\')
        : readUnquoted(draft);
  nameLast(draft, equals, value);
  return insideTag;
};

/**
 * ```markdown
 * > | {{< img 'a.png' >}}
 *             ^
 * ```
 */
const strayCharacter: State = (draft) => {
  const { text, pos } = draft;
  if (endsHere(draft)) {
    const end = characters.endOfAnyRightDelimiter(text, pos);
    if (end > pos) {
      draft.rightRange = range(pos, end);
      draft.pos = end;
      note(draft, faults.wrongRight(draft.rightRange, draft.delimiter));
    }
    return undefined;
  }
  const half = characters.endOfHalfRightDelimiter(text, pos);
  if (half > pos) {
    note(draft, faults.wrongRight(range(pos, half), draft.delimiter));
    draft.pos = half;
    return insideTag;
  }
  const character = String.fromCodePoint(text.codePointAt(pos) ?? 0);
  draft.pos = pos + character.length;
  if (hasFault(draft)) {
    return insideTag;
  }
  if (character === '*' && draft.closing && draft.slash?.end === pos) {
    note(draft, faults.commentWithBlank(range(pos - 1, pos + 1), draft.delimiter));
  }
  const end = openingMark.test(character) ? endOfKeptQuotes(text, pos) : draft.pos;
  note(draft, faults.strayCharacter(range(pos, end), character));
  return insideTag;
};

/** Whether another tag, or the end of one, begins where the draft stands: something is missing before it. */
function endsHere({ text, pos }: { readonly text: string; readonly pos: number }): boolean {
  return characters.endOfAnyDelimiter(text, pos) > pos;
}
