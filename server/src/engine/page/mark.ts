// A mark is a word of private-use characters that begins a block's text, and says on which line of the source the block begins. It ends
// with punctuation, so that emphasis, quotation marks and word counts behind it come out as they do at the start of a line.

const [first, zero, last] = [0xe000, 0xe010, 0x205e];

const mark = /\uE000([\uE010-\uE019]{1,9})\u205E/g;
const ownCharacters = /[\uE000\uE010-\uE019]/;
/** What is left of a mark that a template cut in two; never anything of the writer's, whose text is not marked when it has these. */
const remains = /\uE000[\uE010-\uE019]*\u205E?|[\uE010-\uE019]+\u205E?/g;

/** The mark of a line (from 0). */
export function markOf(line: number): string {
  const digits = Array.from(String(line), (digit) => zero + Number(digit));
  return String.fromCharCode(first, ...digits, last);
}

/** The text without marks, and the line of the first one. */
export function takeMark(text: string): { readonly text: string; readonly line: number | undefined } {
  if (!mayHoldMarks(text)) {
    return { text, line: undefined };
  }
  const digits = [...text.matchAll(mark)][0]?.[1];
  return { text: stripMarks(text), line: digits === undefined ? undefined : Number(fromMark(digits)) };
}

/** Takes every mark out of HTML or any other text. */
export function stripMarks(text: string): string {
  return mayHoldMarks(text) ? unescapeMarks(text).replace(remains, '') : text;
}

/** Whether the text has a character that marks are made of: a writer's text that does is not marked. */
export function mayHoldMarks(text: string): boolean {
  return ownCharacters.test(text) || escaped.test(text);
}

function fromMark(digits: string): string {
  return Array.from(digits, (digit) => digit.charCodeAt(0) - zero).join('');
}

/** Percent-encoded as in URLs, or escaped as in JSON and scripts. */
const escaped = /%EE%80%8\d|%EE%80%9\d|\\u[eE]0[01]\d/;
const escapedMark = /%EE%80%80(?:%EE%80%9\d)+%E2%81%9E|\\u[eE]000(?:\\u[eE]01\d)+(?:\\u205[eE]|\u205E)/g;

function unescapeMarks(text: string): string {
  return text.replace(escapedMark, '');
}
