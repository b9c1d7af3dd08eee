import { message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';

export const headingLevel: DiagnosticRule = {
  code: 'heading-level',
  summary: 'Heading that skips a level',
  why: 'Readers who move by headings, with a screen reader or a table of contents, miss the level that is left out. The title is the heading of the first level on most sites, so that the text begins with the second.',
  defaultSeverity: 'off',
  examples: [
    {
      wrong: '---\ntitle: Ink\n---\n\n## Pens\n\n#### Nibs\n',
      right: '---\ntitle: Ink\n---\n\n## Pens\n\n### Nibs\n',
    },
    { wrong: '---\ntitle: Ink\n---\n\n# Pens\n', right: '---\ntitle: Ink\n---\n\n## Pens\n' },
  ],
  *check(_site, page) {
    const hasTitle =
      page.outline?.entries.some(({ path }) => path.length === 1 && path[0]?.toLowerCase() === 'title') ??
      false;
    let before = 1;
    for (const { level, range } of page.markdown.headings) {
      if (level === 1 && hasTitle) {
        yield {
          range,
          message: message('The title is the heading of the first level already. Begin this one with ##.'),
        };
      } else if (level > before + 1 && (before > 1 || hasTitle)) {
        yield {
          range,
          message: message(
            'This heading of level {0} follows one of level {1}. Give it the level {2}.',
            level,
            before,
            before + 1,
          ),
        };
      }
      before = level;
    }
  },
};
