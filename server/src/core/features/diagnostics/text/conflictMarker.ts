import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { isVerbatim } from './prose.ts';

export const conflictMarker: DiagnosticRule = {
  code: 'conflict-marker',
  summary: 'Mark of a merge that was not finished',
  why: 'When two people change the same lines, Git leaves both versions between lines of <<<<<<<, ======= and >>>>>>>. Hugo publishes them as they are.',
  defaultSeverity: 'warning',
  examples: [
    {
      wrong: 'Ink.\n\n<<<<<<< HEAD\nPaper.\n=======\nPapers.\n>>>>>>> main\n',
      right: 'Ink.\n\nPapers.\n',
    },
  ],
  *check(_site, page) {
    const { text } = page;
    const from = page.fence?.bodyStart ?? 0;
    if (!text.includes('<<<<<<<', from) && !text.includes('>>>>>>>', from)) {
      return;
    }
    const verbatim = isVerbatim(page);
    marker.lastIndex = from;
    for (const { index, 0: line } of text.matchAll(marker)) {
      if (!verbatim(index)) {
        yield {
          range: range(index, index + line.length),
          message: message(
            'Git has left this mark of a merge, and Hugo publishes it with both versions. Keep one of them, and remove the lines of <<<<<<<, ======= and >>>>>>>.',
          ),
        };
      }
    }
  },
};

/** Seven signs at the start of a line, then the name of a version. */
const marker = /^(?:<{7}|>{7})(?:[ \t][^\n\r]*)?$/gm;
