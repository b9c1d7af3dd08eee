import type { OffsetEdit } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';
import type { Finding, Fix } from './finding.ts';

/** So many fixes at once are enough; the next time does the rest. */
const mostFixes = 1000;

/** The fix of a finding that may be applied unseen: sure, and in the page's own text alone. */
export function sureFixOf({ fixes }: Pick<Finding, 'fixes'>): Fix | undefined {
  return fixes.find(
    ({ isSure, creates, elsewhere }) => isSure === true && creates === undefined && elsewhere === undefined,
  );
}

/**
 * The edits of the sure fixes of `findings`, which are in the order of the text. A fix is taken whole or not at all: one that touches an
 * earlier one is left for the next time.
 */
export function fixAll(findings: readonly Pick<Finding, 'fixes'>[]): OffsetEdit[] {
  const taken: OffsetEdit[] = [];
  const fixes = findings.flatMap((finding) => sureFixOf(finding) ?? []);
  for (const { edits } of fixes.slice(0, mostFixes)) {
    if (!edits.some(({ range }) => taken.some((other) => touch(range, other.range)))) {
      taken.push(...edits);
    }
  }
  return taken.sort((a, b) => a.range.start - b.range.start);
}

/** Two that only meet count, too: it would be open which comes first. */
function touch(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
