// Every runner under test/ closes with one line of counts. It is written and read here alone.

export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0 });

/** `3 passed, 0 failed`, and `, 1 skipped` where something was. */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The counts of the last such line in a runner's output, or undefined when it printed none. */
export function findCounts(output) {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  return last && { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0) };
}

export function addCounts(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** Prints the counts as the runner's last line and ends it. A suite in which nothing ran has failed. */
export function closeWithCounts(counts) {
  const ran = counts.passed + counts.failed + counts.skipped > 0;
  const total = ran ? counts : { ...counts, failed: 1 };
  if (!ran) {
    console.error('No test ran.');
  }
  console.log(countsLine(total));
  process.exit(total.failed > 0 ? 1 : 0);
}
