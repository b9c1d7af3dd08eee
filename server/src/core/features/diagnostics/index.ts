import type { DiagnosticRule } from '../finding.ts';

/** Every rule, in the order of the manual. A new rule is its file and one line here. */
export const rules: readonly DiagnosticRule[] = [];
