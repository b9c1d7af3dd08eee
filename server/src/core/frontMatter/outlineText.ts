// From the source of a scalar to what a string reader sees. Unfinished and wrong escapes stay as written:
// saying that they are wrong is the parser's business.
import { isBlank, isLineEnd, unit } from './outlineLines.ts';

/** The escapes of YAML, of which those of TOML and JSON are a part. */
const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

const escapeDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The text between double quotes in TOML and JSON: escapes undone, and in TOML a backslash at the end of a line swallows the space after it. */
export function unescapeText(inner: string): string {
  return inner.includes('\\') ? unescape(inner, undefined) : inner;
}

/** The text between YAML's double quotes: escapes undone, line ends folded. */
export function unescapeFolding(inner: string): string {
  if (!inner.includes('\\')) {
    return foldLines(inner);
  }
  return unescape(inner, foldLines);
}

/** The text between YAML's single quotes. */
export function unquoteSingle(inner: string): string {
  return foldLines(inner.includes("''") ? inner.replaceAll("''", "'") : inner);
}

/** Folds lines as YAML's flow scalars do: one line end is a blank, each further one a line end; blanks round them go. */
export function foldLines(source: string): string {
  if (!source.includes('\n') && !source.includes('\r')) {
    return source;
  }
  const lines = source.split(/\r\n|\r|\n/);
  let result = (lines[0] ?? '').trimEnd();
  let empty = 0;
  for (let i = 1; i < lines.length; i++) {
    const isLast = i === lines.length - 1;
    const line = isLast ? (lines[i] ?? '').trimStart() : (lines[i] ?? '').trim();
    if (line === '' && !isLast) {
      empty++;
      continue;
    }
    result += (empty > 0 ? '\n'.repeat(empty) : ' ') + line;
    empty = 0;
  }
  return result;
}

/** Line ends as YAML and TOML read them: all become LF. */
export function plainLineEnds(source: string): string {
  return source.includes('\r') ? source.replaceAll(/\r\n?/g, '\n') : source;
}

/** Undoes escapes; the stretches between them go through `fold`. An escaped line end joins its lines. */
function unescape(inner: string, fold: ((part: string) => string) | undefined): string {
  const pieces: string[] = [];
  let from = 0;
  let at = inner.indexOf('\\');
  while (at >= 0 && at + 1 < inner.length) {
    const [value, next] = escapeAt(inner, at);
    pieces.push(inner.slice(from, at), value);
    from = next;
    at = inner.indexOf('\\', next);
  }
  pieces.push(inner.slice(from));
  return fold === undefined ? pieces.join('') : foldAround(pieces, fold);
}

/** Folds the written pieces (even) and keeps the escaped ones (odd) as they are, with private placeholders between. */
function foldAround(pieces: readonly string[], fold: (part: string) => string): string {
  const written = pieces.filter((_, i) => i % 2 === 0).join(placeholder);
  const escaped = pieces.filter((_, i) => i % 2 === 1);
  const parts = fold(written).split(placeholder);
  return parts.map((part, i) => part + (escaped[i] ?? '')).join('');
}

/** A control character that no front matter may hold. */
const placeholder = '\u0001';

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
  return [escapes[letter] ?? inner.slice(at, at + 2), at + 2];
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

/** The text of a YAML block scalar. `indent` is that of its content; `header` its `|` or `>` with indicators. */
export function blockText(body: string, indent: number, header: string): string {
  const lines = body.split(/\r\n|\r|\n/).map((line) => line.slice(Math.min(indent, leadingSpaces(line))));
  let last = lines.length;
  while (last > 0 && lines[last - 1] === '') {
    last--;
  }
  const kept = lines.slice(0, last);
  const content = header.startsWith('>') ? foldBlock(kept) : kept.join('\n');
  if (header.includes('+')) {
    return content + '\n'.repeat(Math.max(0, lines.length - last));
  }
  return content === '' || header.includes('-') ? content : `${content}\n`;
}

/** Folds lines of a `>` scalar: those that begin with a blank keep their line ends. */
function foldBlock(lines: readonly string[]): string {
  let result = '';
  let breaks = 0;
  let hasText = false;
  let wasIndented = false;
  for (const line of lines) {
    if (line === '') {
      breaks++;
      continue;
    }
    const isIndented = isBlank(line.charCodeAt(0));
    if (hasText) {
      const keeps = isIndented || wasIndented;
      result += keeps ? '\n'.repeat(breaks + 1) : breaks > 0 ? '\n'.repeat(breaks) : ' ';
    } else {
      result += '\n'.repeat(breaks);
    }
    result += line;
    breaks = 0;
    hasText = true;
    wasIndented = isIndented;
  }
  return result;
}

function leadingSpaces(line: string): number {
  let i = 0;
  while (line.charCodeAt(i) === unit.space) {
    i++;
  }
  return i;
}
