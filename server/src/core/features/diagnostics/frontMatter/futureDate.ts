import { publishState } from '../../../site/publishState.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { datesOf, momentOf } from './dateValues.ts';

export const futureDate: DiagnosticRule = {
  code: 'future-date',
  summary: 'Page that is not built yet',
  why: 'Hugo leaves out a page whose date lies in the future, without a word. It comes with the first build after that moment, not by itself.',
  defaultSeverity: 'information',
  examples: [{ wrong: '---\ndate: 2999-01-31\n---\n', right: '---\ndate: 2024-01-31\n---\n' }],
  *check(site, page, now) {
    if (publishState(page, site.config, now) !== 'scheduled') {
      return;
    }
    const date = datesOf('publishdate', site, page).find(
      ({ readings }) => momentOf(readings.older) !== undefined,
    );
    if (date !== undefined && (momentOf(date.readings.older) ?? 0) > Date.parse(now)) {
      yield {
        range: date.entry.value?.range ?? date.entry.keyRange,
        message: message(
          'This date lies in the future, so Hugo leaves the page out until the site is built after it.',
        ),
      };
    }
  },
};
