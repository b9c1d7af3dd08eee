/** A longer text is no word that somebody mistyped. */
const longest = 64;

/** So much longer a name may be by its separators and mistakes. */
const mostLonger = 4;

/**
 * How many letters have to be put in, left out, changed or swapped with their neighbor to make `b` of `a` (the optimal string alignment
 * distance), without regard to case; `undefined` where they are more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number | undefined {
  const [from, to] = [a.toLowerCase(), b.toLowerCase()];
  if (from === to) {
    return 0;
  }
  if (Math.abs(from.length - to.length) > most || Math.max(from.length, to.length) > longest) {
    return undefined;
  }
  const [start, end] = commonEnds(from, to);
  return distanceOf(from.slice(start, from.length - end), to.slice(start, to.length - end), most);
}

/** How much both begin with, and how much of the rest both end with: a distance does not depend on it. */
function commonEnds(from: string, to: string): readonly [start: number, end: number] {
  const length = Math.min(from.length, to.length);
  let start = 0;
  while (start < length && from.charCodeAt(start) === to.charCodeAt(start)) {
    start++;
  }
  let end = 0;
  while (
    end < length - start &&
    from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)
  ) {
    end++;
  }
  return [start, end];
}

function distanceOf(from: string, to: string, most: number): number | undefined {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const distance = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(before, column - 2) + 1 : Infinity,
      );
      current.push(distance);
      least = Math.min(least, distance);
    }
    // A swap looks back two rows, so one row may be too far away and the next one not: by one.
    if (least > most + 1) {
      return undefined;
    }
    before = above;
    above = current;
  }
  const distance = at(above, to.length);
  return distance <= most ? distance : undefined;
}

/** How far a mistyped word is from the one that was meant; `undefined` where it may as well be a word of its own, as short ones and numbered ones are. */
export function misspelling(written: string, meant: string): number | undefined {
  const length = Math.max(written.length, meant.length);
  const most = length < 4 ? 0 : length < 6 ? 1 : 2;
  const distance = editDistance(written, meant, most);
  if (distance === undefined) {
    return undefined;
  }
  const isOther =
    numbersIn(written) !== numbersIn(meant) ||
    (distance === 2 && written[0]?.toLowerCase() !== meant[0]?.toLowerCase());
  return isOther ? undefined : distance;
}

/** The same for names of several words, of which one is mistyped or which are joined in another way: `social-image` for `socialImage`. */
export function misspelledName(written: string, meant: string): number | undefined {
  if (written.length > longest || Math.abs(written.length - meant.length) > mostLonger) {
    return undefined;
  }
  const [own, others] = [wordsOf(written), wordsOf(meant)];
  if (own.join('') === others.join('')) {
    return written === meant ? 0 : 1;
  }
  if (own.length !== others.length || own.length === 1) {
    return misspelling(written, meant);
  }
  const different = own.flatMap((word, at) =>
    word === others[at] ? [] : [[word, others[at] ?? ''] as const],
  );
  const [only] = different;
  return only === undefined || different.length > 1 ? undefined : misspelling(...only);
}

export interface Near<Item> {
  readonly item: Item;
  readonly distance: number;
  /** Nothing else is as near. */
  readonly isOnly: boolean;
}

/** The first of the nearest. */
export function nearestOf<Item>(
  items: Iterable<Item>,
  distanceTo: (item: Item) => number | undefined,
): Near<Item> | undefined {
  let nearest: Near<Item> | undefined;
  for (const item of items) {
    const distance = distanceTo(item);
    if (distance === undefined || distance > (nearest?.distance ?? Infinity)) {
      continue;
    }
    nearest =
      distance === nearest?.distance ? { ...nearest, isOnly: false } : { item, distance, isOnly: true };
  }
  return nearest;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

function numbersIn(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[-_ .]/)
    .filter((word) => word !== '');
}
