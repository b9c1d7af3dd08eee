import type { Problem } from '../../text/problem.ts';
import type { RuleFinding } from '../finding.ts';

/**
 * The problems of one code as findings: an error where every Hugo of the range refuses the file, a warning where only some do, or where Hugo
 * drops something silently. What our own guard kept us from reading is not among them.
 */
export function* fromProblems(problems: readonly Problem[], only: string): Iterable<RuleFinding> {
  for (const { code, fatal, range, message } of problems) {
    if (code === only && fatal !== 'limited') {
      yield { range, message, severity: fatal === 'always' ? 'error' : 'warning' };
    }
  }
}
