// From the source of a quoted string in TOML and JSON to what it says. Unfinished and wrong escapes stay as written:
// saying that they are wrong is the parser's business.
import { isBlank, isLineEnd } from './outlineLines.ts';

/** The escapes of TOML, of which those of JSON are a part but for the slash. */
const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\x1b',
  '"': '"',
  '/': '/',
  '\\': '\\',
};

const escapeDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Undoes the escapes between double quotes; a backslash at the end of a line swallows the space up to the next word, as TOML has it. */
export function unescapeText(inner: string): string {
  let at = inner.indexOf('\\');
  if (at < 0) {
    return inner;
  }
  let result = '';
  let from = 0;
  while (at >= 0 && at + 1 < inner.length) {
    const [value, next] = escapeAt(inner, at);
    result += inner.slice(from, at) + value;
    from = next;
    at = inner.indexOf('\\', next);
  }
  return result + inner.slice(from);
}

/** Line ends as TOML reads them: all become LF. */
export function plainLineEnds(source: string): string {
  return source.includes('\r') ? source.replaceAll(/\r\n?/g, '\n') : source;
}

/** What the escape at `at` means, and where it ends. */
function escapeAt(inner: string, at: number): [value: string, next: number] {
  const letter = inner.charAt(at + 1);
  const digits = escapeDigits[letter];
  if (digits !== undefined) {
    const hex = inner.slice(at + 2, at + 2 + digits);
    const code = /^[\da-f]+$/i.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : -1;
    return code >= 0 && code <= 0x10ffff
      ? [String.fromCodePoint(code), at + 2 + digits]
      : [inner.slice(at, at + 2), at + 2];
  }
  const lineEnd = escapedLineEnd(inner, at + 1);
  if (lineEnd !== undefined) {
    return ['', lineEnd];
  }
  return [(Object.hasOwn(escapes, letter) ? escapes[letter] : undefined) ?? inner.slice(at, at + 2), at + 2];
}

/** Where text goes on after a backslash at the end of a line (blanks may follow it in TOML); absent when it is no such backslash. */
function escapedLineEnd(inner: string, at: number): number | undefined {
  let i = at;
  while (i < inner.length && isBlank(inner.charCodeAt(i))) {
    i++;
  }
  if (!isLineEnd(inner.charCodeAt(i))) {
    return undefined;
  }
  while (i < inner.length && (isBlank(inner.charCodeAt(i)) || isLineEnd(inner.charCodeAt(i)))) {
    i++;
  }
  return i;
}
