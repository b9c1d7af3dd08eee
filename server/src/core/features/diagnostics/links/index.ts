import type { DiagnosticRule } from '../../finding.ts';

/** Where a page leads: to pages, files and addresses. */
export const linkRules: readonly DiagnosticRule[] = [];
