import type { DiagnosticRule } from '../../finding.ts';
import { fromProblems } from '../fromProblems.ts';

export const frontMatterUnclosed: DiagnosticRule = {
  code: 'front-matter-unclosed',
  summary: 'Front matter without an end',
  why: 'Hugo looks for the delimiter that ends the front matter up to the end of the file, and stops the build when there is none.',
  defaultSeverity: 'error',
  examples: [{ wrong: '---\ntitle: Ink\n', right: '---\ntitle: Ink\n---\n' }],
  check: (_site, page) => fromProblems(page.fenceProblems, 'front-matter-unclosed'),
};
