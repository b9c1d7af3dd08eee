// go-yaml notices many faults late and elsewhere. A squiggle belongs where the writer has to change something.
import { isBlank, isBreak, isBreakBetween } from './yamlScalar.ts';
import type { YamlFault, YamlToken } from './yamlTokens.ts';

/**
 * Says what keeps a word from being a key: a missing colon, or a missing blank behind the colon or the dash. goccy takes a
 * word below an empty value as that value.
 */
export function missingColon(
  source: string,
  at: number,
  tokens: readonly YamlToken[],
  index: number,
): YamlFault {
  const token = tokens[index];
  const lenient = tokens[index - 1]?.kind === 'colon';
  const end = Math.max(at + 1, firstLineEnd(source, at, token?.end ?? at + 1));
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
    return { kind: 'colonInValue', start: at, end: at + 1 };
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

function firstLineEnd(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isBreak(source[at])) {
    at++;
  }
  return at;
}
