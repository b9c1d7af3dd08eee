// A shortcode call waits in the text as one word of private-use characters, as Hugo lets it wait as one word of letters
// (hugolib/shortcode.go, `createShortcodePlaceholder`): Markdown around it is then read the way Hugo has it read.

const [zero, opener, closer] = ['\uef00', '\uef0a', '\uef0b'];
const placeholder = /\uef0a([\uef00-\uef09]{1,9})\uef0b/g;
/** The same in a URL, where `encodeURI` has been over it. */
const encodedPlaceholder = /%EE%BC%8A((?:%EE%BC%8\d){1,9})%EE%BC%8B/g;
const onlyPlaceholders = /^(?:\uef0a[\uef00-\uef09]{1,9}\uef0b[ \t]*)+$/;
const reserved = /[\uef00-\uef0b]/g;

/** The word that stands for the call with this number. */
export function placeholderOf(index: number): string {
  return opener + shift(String(index), zero.charCodeAt(0) - 48) + closer;
}

/** `text` without the characters that placeholders are made of; its length stays. */
export function withoutReserved(text: string): string {
  return text.replace(reserved, '\ufffd');
}

export function hasPlaceholder(text: string): boolean {
  return text.includes(opener) || text.includes('%EE%BC%8A');
}

/** The numbers of the placeholders of a line that holds nothing else; `undefined` for any other line. */
export function findLoneIndexes(line: string): number[] | undefined {
  return onlyPlaceholders.test(line)
    ? [...line.matchAll(placeholder)].map(([, digits = '']) => toIndex(digits))
    : undefined;
}

/** `text` with `to(number)` for each placeholder, in a URL as well. */
export function replacePlaceholders(text: string, to: (index: number) => string): string {
  return text
    .replace(placeholder, (_, digits: string) => to(toIndex(digits)))
    .replace(encodedPlaceholder, (_, digits: string) => to(toIndex(decodeURIComponent(digits))));
}

/** The parts of `text` in order: text as it is, and the numbers of placeholders. */
export function splitAtPlaceholders(text: string): (string | number)[] {
  return text
    .split(/(\uef0a[\uef00-\uef09]{1,9}\uef0b)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(opener) && part.endsWith(closer) ? toIndex(part.slice(1, -1)) : part));
}

function toIndex(digits: string): number {
  return Number(shift(digits, 48 - zero.charCodeAt(0)));
}

function shift(digits: string, by: number): string {
  return Array.from(digits, (digit) => String.fromCharCode(digit.charCodeAt(0) + by)).join('');
}
