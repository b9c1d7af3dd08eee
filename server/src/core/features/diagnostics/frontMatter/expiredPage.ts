import { publishState } from '../../../site/publishState.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { datesOf, momentOf } from './dateValues.ts';

export const expiredPage: DiagnosticRule = {
  code: 'expired-page',
  summary: 'Page that is no longer built',
  why: 'Hugo leaves out a page whose expiry date has passed, without a word.',
  defaultSeverity: 'information',
  examples: [{ wrong: '---\nexpiryDate: 2020-01-31\n---\n', right: '---\nexpiryDate: 2999-01-31\n---\n' }],
  *check(site, page, now) {
    if (publishState(page, site.config, now) !== 'expired') {
      return;
    }
    const date = datesOf('expirydate', site, page).find(
      ({ readings }) => momentOf(readings.older) !== undefined,
    );
    if (date !== undefined) {
      yield {
        range: date.entry.value?.range ?? date.entry.keyRange,
        message: message('This date has passed, so Hugo leaves the page out.'),
      };
    }
  },
};
