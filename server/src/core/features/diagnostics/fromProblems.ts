import type { Problem } from '../../text/problem.ts';
import type { RuleFinding } from '../finding.ts';

/** The problems that every Hugo of the range refuses, as findings of a rule; `only` picks those of one code. */
export function* fromProblems(problems: readonly Problem[], only?: string): Iterable<RuleFinding> {
  for (const { code, fatal, range, message } of problems) {
    if (fatal === 'always' && (only === undefined || only === code)) {
      yield { range, message };
    }
  }
}
