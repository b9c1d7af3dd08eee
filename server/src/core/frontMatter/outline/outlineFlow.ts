// Lists in brackets and maps in braces, which YAML, TOML and JSON share but for their scalars and separators.
// The reader never fails: a bracket that is missing ends where its surroundings say so, at the latest at `limit`.
import { range } from '../../text/range.ts';
import {
  draftOf,
  isBlank,
  isLineEnd,
  lineEndFrom,
  maxDepth,
  skipSpace,
  trimBlanks,
  unit,
} from './outlineLines.ts';
import type { Draft } from './outlineLines.ts';
import type { ScalarNode } from '../types.ts';

export interface FlowSyntax {
  /** Between key and value: `:` or `=`. */
  readonly separator: number;
  readonly hasComments: boolean;
  /** YAML: a key may stand alone in a map, and `key: value` in a list. */
  readonly isLoose: boolean;
  /** The key at `at`: one part, or several where TOML has dots. */
  readKey(text: string, at: number, limit: number): readonly ScalarNode[];
  /** The scalar at `at`, which ends at `limit` at the latest. */
  readScalar(text: string, at: number, limit: number): ScalarNode;
}

export class FlowReader {
  readonly #text: string;
  readonly #syntax: FlowSyntax;
  readonly #entries: Draft[];

  constructor(text: string, syntax: FlowSyntax, entries: Draft[]) {
    this.#text = text;
    this.#syntax = syntax;
    this.#entries = entries;
  }

  /** Reads the list or map whose bracket stands at `at`; `scalars` takes the items of a list. Answers where it ends. */
  read(path: readonly string[], at: number, limit: number, scalars: ScalarNode[]): number {
    if (path.length > maxDepth) {
      return limit;
    }
    return this.#text.charCodeAt(at) === unit.openBracket
      ? this.#items([...path, '[]'], at + 1, limit, scalars)
      : this.#pairs(path, at + 1, limit);
  }

  #items(path: readonly string[], from: number, limit: number, scalars: ScalarNode[]): number {
    let at = this.#skip(from, limit);
    while (at < limit) {
      const code = this.#text.charCodeAt(at);
      if (code === unit.closeBracket) {
        return at + 1;
      }
      if (code === unit.closeBrace) {
        return at;
      }
      if (code === unit.comma) {
        at++;
      } else if (isOpening(code)) {
        at = this.read(path, at, limit, []);
      } else {
        const scalar = this.#syntax.readScalar(this.#text, at, limit);
        const after = skipSpace(this.#text, scalar.range.end, limit);
        if (!this.#isSeparator(after, limit)) {
          scalars.push(scalar);
          at = Math.max(scalar.range.end, at + 1);
        } else if (this.#syntax.isLoose) {
          at = this.#pair(path, [scalar], after, limit);
        } else {
          return at;
        }
      }
      at = this.#skip(at, limit);
    }
    return this.#unclosedAt(from, limit);
  }

  #pairs(parent: readonly string[], from: number, limit: number): number {
    let at = this.#skip(from, limit);
    while (at < limit) {
      const code = this.#text.charCodeAt(at);
      if (code === unit.closeBrace) {
        return at + 1;
      }
      if (code === unit.closeBracket && parent.at(-1) === '[]') {
        return at;
      }
      if (code === unit.comma || code === unit.closeBracket) {
        at++;
      } else if (isOpening(code)) {
        at = this.read(parent, at, limit, []);
      } else {
        at = Math.max(this.#keyAndValue(parent, at, limit), at + 1);
      }
      at = this.#skip(at, limit);
    }
    return this.#unclosedAt(from, limit);
  }

  #keyAndValue(parent: readonly string[], at: number, limit: number): number {
    const parts = this.#syntax.readKey(this.#text, at, limit);
    const keyEnd = parts.at(-1)?.range.end ?? at;
    const after = skipSpace(this.#text, keyEnd, limit);
    if (this.#isSeparator(after, limit)) {
      return this.#pair(parent, parts, after, limit);
    }
    if (this.#syntax.isLoose) {
      addKeys(this.#entries, parent, parts, keyEnd);
    }
    return keyEnd;
  }

  /** The value after the separator at `separatorAt`. */
  #pair(parent: readonly string[], parts: readonly ScalarNode[], separatorAt: number, limit: number): number {
    const added = this.#entries.length;
    const draft = addKeys(this.#entries, parent, parts, separatorAt + 1);
    const at = this.#skip(separatorAt + 1, limit);
    const end = draft === undefined ? at : this.#value(draft, separatorAt, at, limit);
    closeParents(this.#entries, added, parts.length, end);
    return end;
  }

  #value(draft: Draft, separatorAt: number, at: number, limit: number): number {
    const code = this.#text.charCodeAt(at);
    if (at >= limit || code === unit.comma || code === unit.closeBrace || code === unit.closeBracket) {
      return at;
    }
    if (isOpening(code)) {
      const items: ScalarNode[] = [];
      const end = this.read(draft.path, at, limit, items);
      draft.shape = code === unit.openBracket ? 'list' : 'map';
      draft.scalars = items;
      draft.valueRange = range(at, end);
      return end;
    }
    const scalar = this.#syntax.readScalar(this.#text, at, limit);
    if (this.#isKeyOfLaterLine(scalar, separatorAt, limit)) {
      return at;
    }
    draft.shape = 'scalar';
    draft.scalars = [scalar];
    draft.valueRange = scalar.range;
    return Math.max(scalar.range.end, at + 1);
  }

  /** A missing value: what was read for it is the key of a line below. */
  #isKeyOfLaterLine(scalar: ScalarNode, separatorAt: number, limit: number): boolean {
    const after = skipSpace(this.#text, scalar.range.end, limit);
    return (
      this.#isSeparator(after, limit) && lineEndFrom(this.#text, separatorAt, limit) < scalar.range.start
    );
  }

  #isSeparator(at: number, limit: number): boolean {
    return at < limit && this.#text.charCodeAt(at) === this.#syntax.separator;
  }

  #skip(from: number, limit: number): number {
    let at = skipSpace(this.#text, from, limit);
    while (this.#syntax.hasComments && at < limit && this.#text.charCodeAt(at) === unit.hash) {
      at = skipSpace(this.#text, lineEndFrom(this.#text, at, limit), limit);
    }
    return at;
  }

  #unclosedAt(from: number, limit: number): number {
    let end = limit;
    while (end > from && isSpace(this.#text.charCodeAt(end - 1))) {
      end--;
    }
    return trimBlanks(this.#text, from, end);
  }
}

/** Adds an entry per part of a key, the earlier ones being maps; answers the last one. */
export function addKeys(
  entries: Draft[],
  parent: readonly string[],
  parts: readonly ScalarNode[],
  valueAt: number,
): Draft | undefined {
  let path = parent;
  let draft: Draft | undefined;
  for (const part of parts) {
    if (draft !== undefined) {
      draft.shape = 'map';
      draft.valueRange = range(part.range.start, valueAt);
    }
    draft = draftOf(path, part.text, part.range, valueAt);
    entries.push(draft);
    path = draft.path;
  }
  return draft;
}

/** Lets the maps of a dotted key, added from index `from` on, reach to the end of its value. */
export function closeParents(entries: readonly Draft[], from: number, parts: number, end: number): void {
  for (let i = from; i < from + parts - 1; i++) {
    const parent = entries[i];
    if (parent !== undefined) {
      parent.valueRange = range(parent.valueRange.start, end);
    }
  }
}

export function isOpening(code: number): boolean {
  return code === unit.openBracket || code === unit.openBrace;
}

function isSpace(code: number): boolean {
  return isBlank(code) || isLineEnd(code);
}
