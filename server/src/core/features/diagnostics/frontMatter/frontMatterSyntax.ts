import type { DiagnosticRule } from '../../finding.ts';
import { fromProblems } from '../fromProblems.ts';

export const frontMatterSyntax: DiagnosticRule = {
  code: 'front-matter-syntax',
  summary: 'Front matter that Hugo cannot read',
  why: 'Hugo stops the build when the front matter of a page is no valid YAML, TOML or JSON.',
  defaultSeverity: 'error',
  examples: [
    { wrong: '---\ntitle: Ink: a story\n---\n', right: '---\ntitle: "Ink: a story"\n---\n' },
    { wrong: '+++\ntitle = Ink\n+++\n', right: '+++\ntitle = "Ink"\n+++\n' },
    { wrong: '{\n  "title": "Ink",\n}\n', right: '{\n  "title": "Ink"\n}\n' },
  ],
  check: (_site, page) => fromProblems(page.frontMatter?.problems ?? [], 'front-matter-syntax'),
};
