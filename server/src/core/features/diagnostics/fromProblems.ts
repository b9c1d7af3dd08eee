import type { Problem } from '../../text/problem.ts';
import type { Fix, RuleFinding } from '../finding.ts';

/**
 * The problems of one code as findings: an error where every Hugo of the range refuses the file, a warning where only some do, or where Hugo
 * drops something silently. What our own guard kept us from reading is not among them.
 */
export function* fromProblems(
  problems: readonly Problem[],
  only: string,
  fixesOf: (problem: Problem) => readonly Fix[] = () => [],
): Iterable<RuleFinding> {
  for (const problem of problems) {
    const { code, fatal, range, message } = problem;
    if (code === only && fatal !== 'limited') {
      yield { range, message, severity: fatal === 'always' ? 'error' : 'warning', fixes: fixesOf(problem) };
    }
  }
}
