import { findFence } from '../../../frontMatter/fence.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { applyEdits } from '../../../text/edit.ts';
import type { OffsetEdit } from '../../../text/edit.ts';
import { message } from '../../../text/message.ts';
import type { Problem } from '../../../text/problem.ts';
import type { DiagnosticRule, Fix } from '../../finding.ts';
import { fromProblems } from '../fromProblems.ts';

export const frontMatterDelimiter: DiagnosticRule = {
  code: 'front-matter-delimiter',
  summary: 'First line that is not the beginning of front matter',
  why: 'Hugo takes a file that starts with -, + or { for front matter, and stops the build when it is none.',
  defaultSeverity: 'error',
  fix: 'Completes the delimiters, or puts empty front matter before the text',
  examples: [
    { wrong: '--\ntitle: Ink\n--\n', right: '---\ntitle: Ink\n---\n' },
    { wrong: '{{< figure src="a.png" >}}\n', right: '---\n---\n\n{{< figure src="a.png" >}}\n' },
  ],
  check: (_site, page) =>
    fromProblems(page.fenceProblems, 'front-matter-delimiter', (problem) => openings(page, problem)),
};

/** Delimiters of two characters get their third; before anything else comes empty front matter. */
function openings({ text, hugo, uri, style }: PageDocument, { range: { start } }: Problem): readonly Fix[] {
  const { eol } = style;
  const short = /^(?:--|\+\+)(?=[ \t]*(?:\r?\n|$))/.exec(text.slice(start, start + 99))?.[0];
  const fix: Fix =
    short === undefined
      ? {
          title: message('Put empty front matter before it'),
          edits: [insertion(start, `---${eol}---${eol}${eol}`)],
          isSure: true,
        }
      : {
          title: message('Write "{0}"', `${short}${short.charAt(0)}`),
          edits: completions(text, start, short),
        };
  const isHtml = /\.html?$/i.test(uri);
  return findFence(applyEdits(text, fix.edits), hugo, isHtml).problems.length === 0 ? [fix] : [];
}

/** The first line, and the next one that is the same. */
function completions(text: string, start: number, short: string): readonly OffsetEdit[] {
  const mark = short.charAt(0);
  for (let at = text.indexOf(`\n${short}`, start); at >= 0; at = text.indexOf(`\n${short}`, at + 1)) {
    const end = at + 1 + short.length;
    if (end === text.length || /[\n\r]/.test(text.charAt(end))) {
      return [insertion(start, mark), insertion(end, mark)];
    }
  }
  return [insertion(start, mark)];
}

function insertion(at: number, newText: string): OffsetEdit {
  return { range: { start: at, end: at }, newText };
}
