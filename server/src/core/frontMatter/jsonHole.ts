import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import { outlineJson } from './outline/outlineJson.ts';
import { blanked } from './readAround.ts';
import type { OutlineEntry } from './types.ts';

interface JsonPlace extends TextRange {
  /** The library's name of the error. */
  readonly kind: string;
}

/**
 * Tells what to leave out of JSON so that a fault is gone: the key that holds it, with the one before where the fault stands between the two, or
 * the word itself where it is in no key. `undefined` where that would take brackets away.
 */
export function jsonHoles(source: string): (fault: JsonPlace) => TextRange | undefined {
  let entries: readonly OutlineEntry[] | undefined;
  return (fault) => {
    entries ??= outlineJson(source, range(0, source.length));
    const at = entries.findLastIndex((entry) => holds(entry, fault.start));
    const own = entries[at];
    return own === undefined ? wordAt(source, fault) : range(startOf(entries, at, own, fault), endOf(own));
  };
}

/** A comment or comma, or what stands between the marks of JSON on one line. */
function wordAt(source: string, { start, end }: TextRange): TextRange | undefined {
  if (',/'.includes(source.charAt(start))) {
    return range(start, end);
  }
  const [before = ''] = /[^,[\]{}\n]{0,99}$/.exec(source.slice(Math.max(0, start - 99), start)) ?? [];
  const [after = ''] = /^[^,[\]{}\n]{0,99}/.exec(source.slice(start)) ?? [];
  const from = start - before.trimStart().length;
  const to = start + after.trimEnd().length;
  return to > from ? range(from, to) : undefined;
}

/** Where the key begins, or the one before it in its object, where the fault is that something is missing between them. */
function startOf(
  entries: readonly OutlineEntry[],
  at: number,
  own: OutlineEntry,
  { kind, start }: JsonPlace,
): number {
  const before = entries
    .slice(0, at)
    .findLast((entry) => entry.path.length <= own.path.length && !holds(entry, own.keyRange.start));
  const isBetween = kind === 'CommaExpected' && start === own.keyRange.start && before !== undefined;
  return isBetween ? before.keyRange.start : own.keyRange.start;
}

function holds(entry: OutlineEntry, at: number): boolean {
  return entry.keyRange.start <= at && at < endOf(entry);
}

function endOf({ keyRange, valueRange }: OutlineEntry): number {
  return Math.max(keyRange.end, valueRange.end);
}

/** The source with blanks in place of the holes, and one comma between the neighbors of each. */
export function withoutMembers(source: string, holes: readonly TextRange[]): string {
  const chars = [...blanked(source, holes).split('')];
  for (const { start, end } of holes) {
    const before = neighbor(chars, start - 1, -1);
    const after = neighbor(chars, end, 1);
    for (let at = before + 1; at < after; at++) {
      chars[at] = chars[at] === ',' ? ' ' : (chars[at] ?? ' ');
    }
    if (!'[{'.includes(chars[before] ?? '{') && !']}'.includes(chars[after] ?? '}')) {
      chars[start] = ',';
    }
  }
  return chars.join('');
}

/** The place of the next character in this direction that is neither space nor comma. */
function neighbor(chars: readonly string[], from: number, step: 1 | -1): number {
  let at = from;
  while (/[\s,]/.test(chars[at] ?? '')) {
    at += step;
  }
  return at;
}
