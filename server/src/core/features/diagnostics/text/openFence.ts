import { message } from '../../../text/message.ts';
import { range, type TextRange } from '../../../text/range.ts';
import type { DiagnosticRule, Fix } from '../../finding.ts';
import { lineEndOf } from '../../../text/lines.ts';

export const openFence: DiagnosticRule = {
  code: 'open-fence',
  summary: 'Code block without an end',
  why: 'A block of code that is fenced by ``` or ~~~ ends at a line with the same signs and nothing else. Without it all text below is shown as code.',
  defaultSeverity: 'warning',
  fix: 'Closes the block at the end of the page',
  examples: [
    { wrong: 'Ink:\n\n```go\nprint()\n', right: 'Ink:\n\n```go\nprint()\n```\n' },
    { wrong: '~~~\nprint()\n~~\n\nInk.\n', right: '~~~\nprint()\n~~~\n\nInk.\n' },
  ],
  *check(_site, page) {
    for (const { open, close, marks, range: whole } of page.markdown.fences) {
      if (close === undefined) {
        yield {
          range: open,
          message: message(
            'This block of code has no end: it goes on to the end of the page, or of the list or quotation that it stands in. Put a line with {0} alone behind the code.',
            marks,
          ),
          fixes: fixesOf(page.text, whole, marks),
        };
      }
    }
  },
};

/** In a list or a quotation nobody knows what goes before the closing marks. */
function fixesOf(text: string, { start, end }: TextRange, marks: string): Fix[] {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const last = start + text.slice(start, end).trimEnd().length;
  return before.trim() !== ''
    ? []
    : [
        {
          title: message('Close it at the end'),
          edits: [{ range: range(last, last), newText: `${lineEndOf(text)}${before}${marks}` }],
        },
      ];
}
