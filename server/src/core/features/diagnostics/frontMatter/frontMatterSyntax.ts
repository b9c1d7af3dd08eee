import type { PageDocument } from '../../../site/pageDocument.ts';
import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { TextRange } from '../../../text/range.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { fromProblems } from '../fromProblems.ts';
import { conflictIn } from './conflict.ts';
import { syntaxFixes } from './syntaxFixes.ts';

export const frontMatterSyntax: DiagnosticRule = {
  code: 'front-matter-syntax',
  summary: 'Front matter that Hugo cannot read',
  why: 'Hugo stops the build when the front matter of a page is no valid YAML, TOML or JSON.',
  defaultSeverity: 'error',
  fix: 'Quotes the value, closes a quote, adds or removes the one character that is missing or too much',
  examples: [
    { wrong: '---\ntitle: Ink: a story\n---\n', right: '---\ntitle: "Ink: a story"\n---\n' },
    { wrong: '+++\ntitle = Ink\n+++\n', right: '+++\ntitle = "Ink"\n+++\n' },
    { wrong: '{\n  "title": "Ink",\n}\n', right: '{\n  "title": "Ink"\n}\n' },
  ],
  *check(_site, page) {
    const surplus = surplusOfOpener(page);
    if (surplus !== undefined && page.frontMatter?.sound === false) {
      yield longOpener(page.fence?.opener ?? surplus, surplus);
      return;
    }
    const conflict = conflictIn(page);
    if (conflict !== undefined) {
      yield conflict;
      return;
    }
    yield* fromProblems(page.frontMatter?.problems ?? [], 'front-matter-syntax', (problem) =>
      syntaxFixes(page, problem),
    );
  },
};

/** `----`: the dashes from the fourth on are front matter for Hugo. */
function surplusOfOpener({ text, fence }: PageDocument): TextRange | undefined {
  if (fence?.format !== 'yaml' && fence?.format !== 'toml') {
    return undefined;
  }
  const { start, end } = fence.opener;
  let at = end;
  while (text[at] === text[start]) {
    at++;
  }
  return at === end ? undefined : range(end, at);
}

function longOpener({ start }: TextRange, surplus: TextRange): RuleFinding {
  return {
    range: range(start, surplus.end),
    message: message(
      'The line that opens front matter has three characters, and what follows belongs to it. Remove the rest.',
    ),
    fixes: [{ title: message('Remove it'), edits: [{ range: surplus, newText: '' }], isSure: true }],
  };
}
