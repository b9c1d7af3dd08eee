import type { DiagnosticRule } from '../../finding.ts';
import { fromProblems } from '../fromProblems.ts';
import { judged } from '../judged.ts';
import { syntaxFixes } from './syntaxRepairs.ts';

export const shortcodeSyntax: DiagnosticRule = {
  code: 'shortcode-syntax',
  summary: 'Shortcode that Hugo cannot read',
  why: 'Hugo stops the build at a shortcode that is not written by its rules: a quote that is not closed, a missing >}}, named and positional arguments in one call.',
  defaultSeverity: 'error',
  fix: 'Writes straight quotes, puts a value in quotes, or gives an argument its name',
  examples: [
    {
      wrong: "Ink.\n{{< param 'ink' >}}\n",
      right: 'Ink.\n{{< param "ink" >}}\n',
      site: '-- hugo.toml --\n[params]\nink = "blue"\n',
    },
    { wrong: 'Ink.\n{{< figure src="a.png" >\n', right: 'Ink.\n{{< figure src="a.png" >}}\n' },
    { wrong: 'Ink.\n{{< figure src="a.png >}}\n', right: 'Ink.\n{{< figure src="a.png" >}}\n' },
  ],
  check: (site, page, now) =>
    judged(
      site,
      page,
      now,
      fromProblems(page.shortcodes.problems, 'shortcode-syntax', (problem) =>
        syntaxFixes(site, page, problem),
      ),
    ),
};
