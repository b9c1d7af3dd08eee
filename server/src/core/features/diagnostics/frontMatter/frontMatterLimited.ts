import type { DiagnosticRule } from '../../finding.ts';

const nested = (depth: number): string => `---\nkey: ${'['.repeat(depth)}${']'.repeat(depth)}\n---\n`;

export const frontMatterLimited: DiagnosticRule = {
  code: 'front-matter-limited',
  summary: 'Front matter beyond what Hugo Scribe reads',
  why: 'Front matter that is very large or very deeply nested is not read to its end, so that the editor stays quick. Hugo may well build it.',
  defaultSeverity: 'information',
  examples: [{ wrong: nested(1000), right: nested(3) }],
  *check(_site, page) {
    const problems = [...page.fenceProblems, ...(page.frontMatter?.problems ?? [])];
    for (const { fatal, range, message } of problems) {
      if (fatal === 'limited') {
        yield { range, message };
      }
    }
  },
};
