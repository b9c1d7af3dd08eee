// What go-yaml v2 reads without a word, although goccy refuses it or text is lost. The scanner and the tree follow go-yaml, so these are not
// faults that stop them, but are looked for afterwards among the tokens.
import type { HugoVersion } from '../../hugo/version.ts';
import { goccy } from '../../hugo/yamlDialects.ts';
import { lineEndFrom } from '../outline/outlineLines.ts';
import type { YamlFault, YamlToken } from './yamlTokens.ts';

export interface YamlDoubt {
  readonly fault: YamlFault;
  /** goccy/go-yaml refuses it. */
  readonly newer: boolean;
  /** The release from which Hugo reads it again. */
  readonly until?: HugoVersion;
  /** What is not refused is dropped silently. */
  readonly loses: boolean;
}

/** The doubts about a YAML text that has no fault, in the order of the tokens. Linear. */
export function* doubtsIn(source: string, tokens: readonly YamlToken[]): Iterable<YamlDoubt> {
  let depth = 0;
  let flow = 0;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    switch (token.kind) {
      case 'blockMap':
      case 'blockList':
        depth++;
        break;
      case 'blockEnd':
        if (--depth === 0 && next !== undefined && next.kind !== 'end') {
          yield doubt('outdentedKey', next.start, lineEndFrom(source, next.start), true);
          return;
        }
        break;
      case 'flowMap':
      case 'flowList':
        flow++;
        break;
      case 'flowMapEnd':
      case 'flowListEnd':
        flow--;
        break;
      case 'key':
        if (depth === 1 && flow === 0 && next !== undefined && isTruthOrFraction(next)) {
          yield keyOfOtherType(next);
        }
        break;
      case 'anchor':
        if (namesNothing(tokens, index)) {
          yield doubt('anchorAlone', token.start, token.end, false);
        }
        break;
      case 'scalar':
        yield* quotedQuote(source, token);
        break;
      case 'end':
        if (source[token.start] === '%') {
          yield doubt('directiveBelow', token.start, lineEndFrom(source, token.start), true);
        } else if (hasTextBelowDots(source.slice(token.start))) {
          yield { ...doubt('textBelowDots', token.start, token.start + 3, true), newer: false };
        }
        break;
      default:
    }
  }
}

function doubt(kind: YamlFault['kind'], start: number, end: number, loses: boolean): YamlDoubt {
  return { fault: { kind, start, end }, newer: true, loses };
}

function isTruthOrFraction({ kind, style, text = '' }: YamlToken): boolean {
  const types = ['bool', 'float'];
  return (
    kind === 'scalar' &&
    style === 'plain' &&
    goccy.rules.some(({ type, pattern }) => types.includes(type) && pattern.test(text))
  );
}

/** The first releases with goccy took no such key for a text (run on 0.152.2 and 0.153.0). */
function keyOfOtherType({ start, end, text = '' }: YamlToken): YamlDoubt {
  const fault = { kind: 'keyOfOtherType', start, end, detail: text } as const;
  return { fault, newer: true, until: '0.153.0', loses: false };
}

function hasTextBelowDots(rest: string): boolean {
  return (
    rest.startsWith('...') &&
    rest
      .slice(3)
      .split(/[\n\r]/)
      .some((line) => /^\s*[^#\s]/.test(line))
  );
}

/** Nothing follows the name, neither on its line nor below. */
function namesNothing(tokens: readonly YamlToken[], index: number): boolean {
  const next = tokens[index + 1]?.kind;
  if (next !== 'blockEnd') {
    return next === 'end' || next === 'comma' || next === 'flowListEnd' || next === 'flowMapEnd';
  }
  return tokens.slice(index + 1).every(({ kind }) => kind === 'blockEnd' || kind === 'end');
}

/** goccy knows no escape for the single quote in double quotes. */
function* quotedQuote(source: string, { style, start, end }: YamlToken): Iterable<YamlDoubt> {
  if (style !== 'double') {
    return;
  }
  for (const { 0: escape, index } of source.slice(start, end).matchAll(/\\[\s\S]/g)) {
    if (escape === "\\'") {
      const at = start + index;
      yield {
        ...doubt('unknownEscape', at, at + 2, false),
        fault: { kind: 'unknownEscape', start: at, end: at + 2, detail: escape },
      };
    }
  }
}
