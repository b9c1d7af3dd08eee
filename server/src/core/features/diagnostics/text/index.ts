import type { DiagnosticRule } from '../../finding.ts';

/** What the writer did not mean to write: half-written Markdown, marks of other tools, characters that nobody sees. */
export const textRules: readonly DiagnosticRule[] = [];
