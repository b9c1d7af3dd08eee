import { findFence } from '../../../frontMatter/fence.ts';
import { parseFrontMatter } from '../../../frontMatter/parse.ts';
import { findField } from '../../../hugo/frontMatterFields.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { DiagnosticRule } from '../../finding.ts';

export const unopenedFrontMatter: DiagnosticRule = {
  code: 'unopened-front-matter',
  summary: 'Front matter without its first line',
  why: 'Without the delimiter as its first line Hugo takes the keys of a page for text: they stand on the page, and the page has no title and no date.',
  defaultSeverity: 'warning',
  fix: 'Adds the delimiter as the first line',
  examples: [
    {
      wrong: 'title: Ink\ndate: 2024-01-31\n---\nText.\n',
      right: '---\ntitle: Ink\ndate: 2024-01-31\n---\nText.\n',
    },
  ],
  *check(_site, page) {
    const opener = page.fence === undefined ? missingOpener(page) : undefined;
    if (opener !== undefined) {
      const start = page.text.search(/\S/);
      const end = start + page.text.slice(start).search(/[\n\r]/);
      yield {
        range: range(start, end),
        message: message('This line is text for Hugo, because {0} is missing above it.', opener),
        fixes: [
          {
            title: message('Add {0} as the first line', opener),
            edits: [{ range: range(start, start), newText: `${opener}${page.style.eol}` }],
            isSure: true,
          },
        ],
      };
    }
  },
};

/** A field of Hugo and its value. */
const pairs = [
  ['---', /^\s*(\w{1,30}): +\S[^\n\r]*\r?\n/],
  ['+++', /^\s*(\w{1,30}) *= *["'\d[tf][^\n\r]*\r?\n/],
] as const;

/** The delimiter with which the page reads as front matter that ends with its own, and begins with a field of Hugo. */
function missingOpener({ text, hugo }: PageDocument): string | undefined {
  for (const [opener, pair] of pairs) {
    const [, key] = pair.exec(text.slice(0, farthest)) ?? [];
    if (key !== undefined && findField([key]) !== undefined) {
      const opened = `${opener}\n${text.slice(text.search(/\S/))}`;
      const { fence } = findFence(opened, hugo);
      const isRead =
        fence?.closer !== undefined && parseFrontMatter(opened, fence, hugo).problems.length === 0;
      return isRead ? opener : undefined;
    }
  }
  return undefined;
}

/** The first line of a page is not longer. */
const farthest = 1000;
