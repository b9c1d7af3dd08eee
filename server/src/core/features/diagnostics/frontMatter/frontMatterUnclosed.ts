import { findFence } from '../../../frontMatter/fence.ts';
import { parseFrontMatter } from '../../../frontMatter/parse.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { applyEdits } from '../../../text/edit.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, Fix } from '../../finding.ts';
import { fromProblems } from '../fromProblems.ts';

export const frontMatterUnclosed: DiagnosticRule = {
  code: 'front-matter-unclosed',
  summary: 'Front matter without an end',
  why: 'Hugo looks for the delimiter that ends the front matter up to the end of the file, and stops the build when there is none.',
  defaultSeverity: 'error',
  fix: 'Adds the delimiter after the last key',
  examples: [{ wrong: '---\ntitle: Ink\n', right: '---\ntitle: Ink\n---\n' }],
  check: (_site, page) => fromProblems(page.fenceProblems, 'front-matter-unclosed', () => closings(page)),
};

const closers = { yaml: '---', toml: '+++', json: '}', org: '' } as const;

/** Where the page seems to begin; only if what stands before it can be read then. */
function closings({ text, fence, hugo, style }: PageDocument): readonly Fix[] {
  if (fence === undefined) {
    return [];
  }
  const closer = closers[fence.format];
  const { start, end } = fence.content;
  const last = start + text.slice(start, end).trimEnd().length;
  const isAtLineStart = last === start && text[start - 1] === '\n';
  const newText = `${isAtLineStart ? '' : style.eol}${closer}${/^(?:[\n\r]|$)/.test(text.slice(last, last + 1)) && !isAtLineStart ? '' : style.eol}`;
  const edits = [{ range: { start: last, end: last }, newText }];
  const mended = applyEdits(text, edits);
  const found = findFence(mended, hugo).fence;
  const isMended =
    found?.closer !== undefined &&
    parseFrontMatter(mended, found, hugo).problems.every(({ code }) => code !== 'front-matter-syntax');
  return isMended ? [{ title: message('Add {0} after the last key', closer), edits }] : [];
}
