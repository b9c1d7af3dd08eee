/** A half-open stretch of a text, `[start, end)`, in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The range from `start` up to, not including, `end`. */
export function range(start: number, end: number): TextRange {
  return { start, end };
}

/** The text that `where` covers; a range beyond the text is cut to it. */
export function textOf(text: string, where: TextRange): string {
  return text.slice(where.start, where.end);
}

/** Whether `offset` lies in `where` or at its very end, which is where a cursor that just typed it stands. */
export function touches(where: TextRange, offset: number): boolean {
  return where.start <= offset && offset <= where.end;
}

/** How many of `items`, in the order of their starts, start before `offset`: a binary search. */
export function countStartingBefore<Item>(
  items: readonly Item[],
  offset: number,
  startOf: (item: Item) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Whether `inner` lies wholly in `outer`. */
export function covers(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
