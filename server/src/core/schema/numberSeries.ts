// Keys that number the pages of a folder: `weight: 10`, `20`, `40`. A new page wants the number that is left out, or the next one.

/** Steps that people count in. */
const steps = [100, 50, 10, 5];

/** Of so many numbers in a row that are missing, none is left out by chance. */
const widestHole = 3;

/**
 * What may come next among the whole `numbers` of other pages, the likeliest first: holes, the number behind the last, that before the
 * first. Nothing where they are no series: fewer than two, or mostly the same.
 */
export function nextInSeries(numbers: readonly number[]): readonly number[] {
  const different = new Set(numbers);
  if (different.size < 2 || different.size < numbers.length / 2) {
    return [];
  }
  const step = steps.find((each) => 2 * numbers.filter((number) => number % each === 0).length > numbers.length) ?? 1;
  const sorted = [...different].sort((a, b) => a - b);
  const least = sorted[0] ?? 0;
  const most = sorted.at(-1) ?? 0;
  const round = sorted.filter((number) => number % step === 0);
  const before = (Math.ceil(least / step) - 1) * step;
  const behind = (Math.floor(most / step) + 1) * step;
  return [...holesIn(round, step), behind, ...(before > 0 || least < 0 ? [before] : [])];
}

function holesIn(sorted: readonly number[], step: number): number[] {
  return sorted.slice(1).flatMap((number, at) => {
    const last = sorted[at] ?? number;
    const missing = (number - last) / step - 1;
    return missing > widestHole ? [] : Array.from({ length: missing }, (_, hole) => last + (hole + 1) * step);
  });
}
