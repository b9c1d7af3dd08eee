// Keys that number the pages of a folder: `weight: 10`, `20`, `40`. A new page wants the number that is left out, or the next one.

/** Steps that people count in, and how many of the numbers have to be multiples of them. */
const steps = [
  { step: 100, share: 1 },
  { step: 10, share: 0.5 },
  { step: 5, share: 0.5 },
] as const;

/** Of so many numbers in a row that are missing, none is left out by chance. */
const widestHole = 3;

/**
 * What may come next among the whole `numbers` of other pages, the likeliest first: holes, the number behind the last, that before the
 * first, and those behind other rows. Nothing where they are no series, but mostly the same.
 */
export function nextInSeries(numbers: readonly number[]): readonly number[] {
  const different = new Set(numbers);
  if (different.size < numbers.length / 2 || numbers.length === 0) {
    return [];
  }
  const step = stepOf(numbers);
  const first = Math.min(...different) / step;
  const last = Math.max(...different) / step;
  const missing = missingRows(different, step);
  const holes = missing.filter((row) => row.length <= widestHole).flat();
  const ends = missing.filter((row) => row.length > widestHole).flatMap((row) => row.slice(0, 1));
  // In Hugo 0 is no number, but none.
  const before = [Math.ceil(first) - 1].filter((number) => number !== 0);
  return [...holes, Math.floor(last) + 1, ...before, ...ends].map((number) => number * step);
}

function stepOf(numbers: readonly number[]): number {
  const multiples = (step: number): number => numbers.filter((number) => number % step === 0).length;
  return steps.find(({ step, share }) => multiples(step) >= share * numbers.length)?.step ?? 1;
}

/** The multiples of `step` that are missing between the first and the last number, in rows, each without the factor `step`. */
function missingRows(numbers: ReadonlySet<number>, step: number): readonly (readonly number[])[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.slice(1).map((number, at) => {
    const start = Math.floor((sorted[at] ?? number) / step) + 1;
    const end = Math.ceil(number / step);
    return Array.from({ length: Math.min(end - start, widestHole + 1) }, (_, hole) => start + hole);
  });
}
