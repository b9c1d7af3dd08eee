// A reader stops at its first fault, and a writer wants to see them all. So what holds the fault is left out and the rest is read again, until it is
// sound. A fault counts only if the text is faulty with that place alone put back: one that another fault caused mends itself with it.
import { covers, range, textOf, type TextRange } from '../text/range.ts';
import type { MapNode } from './types.ts';

/** How one format is read and what is left out of it; offsets count from the start of its source. */
export interface Reader<Fault extends TextRange, Reading extends { readonly fault: Fault | undefined }> {
  readonly read: (source: string) => Reading;
  /** What to leave out so that `fault`, met in `rest`, is gone; `undefined` where nothing would help. */
  readonly holeOf: (fault: Fault, rest: string) => TextRange | undefined;
  /** The source with holes of the same length; blanks by default. */
  readonly without?: (source: string, holes: readonly TextRange[]) => string;
  /** How far all may be left out, where there are too many faults; to the end by default. */
  readonly end?: number;
  /** Whether there is a fault only because of what was left out. */
  readonly isEcho?: (fault: Fault, leftOut: readonly string[]) => boolean;
}

export interface ReadAround<Fault, Reading> {
  /** Of the whole source. */
  readonly whole: Reading;
  /** Of what is left when every fault is left out; that of the whole where no rest is sound. */
  readonly rest: Reading;
  /** In the order of the text. Where no rest is sound only the first that the reader met. */
  readonly faults: readonly Fault[];
  /** What had to be left out, in the order of the text; all of the source where no rest is sound. */
  readonly holes: readonly TextRange[];
}

/** Reads `source` with all its faults. Never throws where the reader does not; reads at most `budget` units, but always three times. */
export function readAround<Fault extends TextRange, Reading extends { readonly fault: Fault | undefined }>(
  source: string,
  reader: Reader<Fault, Reading>,
): ReadAround<Fault, Reading> {
  const whole = reader.read(source);
  if (whole.fault === undefined) {
    return { whole, rest: whole, faults: [], holes: [] };
  }
  const dug = digAll(source, reader, whole);
  if (dug.rest.fault !== undefined) {
    return { whole, rest: whole, faults: [whole.fault], holes: [range(0, source.length)] };
  }
  const { rest, holes, faults } = onlyNeeded(source, reader, dug);
  return { whole, rest, faults: faults.sort(byPlace), holes: holes.map(toRange).sort(byPlace) };
}

/** The entries of `root` that no hole touches: the reader says of them what it will say when the faults are mended. */
export function untouched(root: MapNode, holes: readonly TextRange[]): MapNode {
  const isWhole = ({ start, end }: TextRange): boolean =>
    holes.every((hole) => hole.end <= start || end <= hole.start);
  return { ...root, entries: root.entries.filter((entry) => isWhole(entry.range)) };
}

/** The source with blanks in place of the holes; line ends stay. */
export function blanked(source: string, holes: readonly TextRange[]): string {
  let text = source;
  for (const hole of holes) {
    text = text.slice(0, hole.start) + textOf(text, hole).replace(/[^\n\r]/g, ' ') + text.slice(hole.end);
  }
  return text;
}

/** No writer mends more at once. */
const mostFaults = 20;

/** Each fault costs two readings; UTF-16 units. */
const budget = 256 * 1024;

interface Hole<Fault> extends TextRange {
  /** What a finding says of it; absent for what is left out without a word. */
  readonly fault: Fault | undefined;
}

interface Dug<Fault, Reading> {
  readonly rest: Reading;
  readonly holes: readonly Hole<Fault>[];
}

/** Leaves out one fault after the other, and, where there are too many, all from the next one on. */
function digAll<Fault extends TextRange, Reading extends { readonly fault: Fault | undefined }>(
  source: string,
  {
    read,
    holeOf,
    without = blanked,
    end: last = source.length,
    isEcho = () => false,
  }: Reader<Fault, Reading>,
  whole: Reading,
): Dug<Fault, Reading> {
  const most = Math.max(1, Math.min(mostFaults, Math.floor(budget / 2 / source.length)));
  let [rest, text] = [whole, source];
  let holes: readonly Hole<Fault>[] = [];
  for (let count = 0; rest.fault !== undefined && count <= most; count++) {
    const { fault } = rest;
    const where = holeOf(fault, text);
    if (where === undefined) {
      break;
    }
    const isSilent =
      count === most ||
      isEcho(
        fault,
        holes.map((hole) => textOf(source, hole)),
      );
    const end = count === most ? Math.max(last, where.end) : where.end;
    holes = joined(holes, { ...range(where.start, end), fault: isSilent ? undefined : fault });
    const left = without(source, holes);
    if (left === text) {
      break;
    }
    text = left;
    rest = read(text);
  }
  return { rest, holes };
}

/** Holes that overlap are one. */
function joined<Fault>(holes: readonly Hole<Fault>[], hole: Hole<Fault>): readonly Hole<Fault>[] {
  const isApart = ({ start, end }: TextRange): boolean => end <= hole.start || hole.end <= start;
  const [first = hole, ...others] = holes.filter((other) => !isApart(other));
  const all = [first, ...others, hole];
  const start = Math.min(...all.map((each) => each.start));
  const end = Math.max(...all.map((each) => each.end));
  return [...holes.filter(isApart), { ...first, ...range(start, end) }];
}

/** Puts back what can be read while the others are left out. */
function onlyNeeded<Fault extends TextRange, Reading extends { readonly fault: Fault | undefined }>(
  source: string,
  { read, without = blanked }: Reader<Fault, Reading>,
  dug: Dug<Fault, Reading>,
): Dug<Fault, Reading> & { readonly faults: Fault[] } {
  let { rest, holes } = dug;
  const faults: Fault[] = [];
  for (const hole of dug.holes) {
    if (hole.fault !== undefined) {
      const others = holes.filter((other) => other !== hole);
      const alone = read(without(source, others));
      if (alone.fault === undefined) {
        [rest, holes] = [alone, others];
      } else {
        faults.push(covers(hole, alone.fault) ? alone.fault : hole.fault);
      }
    }
  }
  return { rest, holes, faults };
}

function byPlace(a: TextRange, b: TextRange): number {
  return a.start - b.start;
}

function toRange({ start, end }: TextRange): TextRange {
  return range(start, end);
}
