import type { DiagnosticRule } from '../../finding.ts';
import { fromProblems } from '../fromProblems.ts';

export const frontMatterDelimiter: DiagnosticRule = {
  code: 'front-matter-delimiter',
  summary: 'First line that is not the beginning of front matter',
  why: 'Hugo takes a file that starts with -, + or { for front matter, and stops the build when it is none.',
  defaultSeverity: 'error',
  examples: [{ wrong: '--\ntitle: Ink\n--\n', right: '---\ntitle: Ink\n---\n' }],
  check: (_site, page) => fromProblems(page.fenceProblems, 'front-matter-delimiter'),
};
