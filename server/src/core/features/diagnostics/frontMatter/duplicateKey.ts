import type { DiagnosticRule } from '../../finding.ts';
import { fromProblems } from '../fromProblems.ts';

export const duplicateKey: DiagnosticRule = {
  code: 'duplicate-key',
  summary: 'Key that stands twice in front matter',
  why: 'Of two keys with the same name Hugo keeps one, or stops the build: in TOML always, in YAML from 0.152 on. Names that differ only in upper and lower case are the same for Hugo.',
  defaultSeverity: 'warning',
  examples: [
    { wrong: '---\ntitle: Ink\ntitle: Paper\n---\n', right: '---\ntitle: Ink\n---\n' },
    { wrong: '+++\ntitle = "Ink"\ntitle = "Paper"\n+++\n', right: '+++\ntitle = "Ink"\n+++\n' },
    {
      wrong: '{\n  "title": "Ink",\n  "Title": "Paper"\n}\n',
      right: '{\n  "title": "Ink"\n}\n',
    },
  ],
  check: (_site, page) => fromProblems(page.frontMatter?.problems ?? [], 'duplicate-key'),
};
