// go-yaml notices many faults late and elsewhere. A squiggle belongs where the writer has to change something.
import { isBlank, isBreak, isBreakBetween } from './yamlScalar.ts';
import type { YamlFault, YamlToken } from './yamlTokens.ts';

/** A key is found at most this many characters before its colon; goccy has no such limit. */
export const longestKey = 1024;

/**
 * Says what keeps a word from being a key: a missing colon, or a missing blank behind the colon or the dash. goccy takes a
 * single word below an empty value as that value.
 */
export function missingColon(
  source: string,
  at: number,
  tokens: readonly YamlToken[],
  index: number,
): YamlFault {
  const token = tokens[index];
  const end = Math.max(at + 1, firstLineEnd(source, at, token?.end ?? at + 1));
  const lenient = tokens[index - 1]?.kind === 'colon' && !isWordBelow(source, end);
  const word = source.slice(at, end);
  if (token?.style === 'plain' && /^-\S/.test(word)) {
    return { kind: 'noBlankAfterDash', start: at, end: at + 1, lenient };
  }
  const colon = token?.style === 'plain' ? /^[^\s:]+:(?!\/\/)/.exec(word)?.[0].length : undefined;
  if (colon !== undefined) {
    return { kind: 'noBlankAfterColon', start: at + colon - 1, end: at + colon, lenient };
  }
  return { kind: 'noColon', start: at, end, detail: word, lenient };
}

/** `title: A: b` has a colon too many; a line below a value that is indented more continues that value. */
export function strayColon(source: string, at: number, before: YamlToken | undefined): YamlFault {
  const isContinued = before?.kind === 'scalar' && isBreakBetween(source, before.start, before.end);
  if (before === undefined || !isContinued) {
    const isFar = at - source.lastIndexOf('\n', at) > longestKey;
    const lenient = isFar && before?.kind !== 'flowListEnd' && before?.kind !== 'flowMapEnd';
    return { kind: 'colonInValue', start: at, end: at + 1, lenient };
  }
  let start = at;
  while (start > before.start && !isBreak(source[start - 1])) {
    start--;
  }
  while (isBlank(source[start])) {
    start++;
  }
  return { kind: 'indentedKey', start, end: at + 1 };
}

const keyBeforeQuote = /[\n\r][ \t]*[^\s:"']+:[ \t]*["']$/;

/** A text that ends at the opening quote of the next key's value has no closing quote of its own: `title: "Ink` above `date: "…"`. */
export function swallowedKey(source: string, before: YamlToken | undefined): YamlFault | undefined {
  if (before?.kind !== 'scalar' || !keyBeforeQuote.test(source.slice(before.start, before.end))) {
    return undefined;
  }
  const { start } = before;
  const quote = source.charAt(start);
  return quote === '"' || quote === "'"
    ? { kind: 'unclosedQuote', start, end: start + 1, detail: quote }
    : undefined;
}

/** goccy allows every character in a name behind `&`. */
export function anchorNameFault(source: string, at: number, length: number): YamlFault {
  const detail = source.charAt(at);
  const lenient = detail === '&' && /\S/.test(source.charAt(at + 1));
  return { kind: 'anchorName', start: at, end: Math.min(at + 1 + length, source.length), detail, lenient };
}

const wordBelow = /[ \t]*\r?\n(?:[ \t]*\r?\n)*(?!- |#)[^\s:]+[ \t]*(?:[\r\n]|$)/y;

function isWordBelow(source: string, at: number): boolean {
  wordBelow.lastIndex = at;
  return wordBelow.test(source);
}

function firstLineEnd(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isBreak(source[at])) {
    at++;
  }
  return at;
}
