import { hugoDateFor } from '../../../hugo/writtenDates.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { pageDates } from './dateValues.ts';

/** A year, a year with its month, or a whole day, without signs between. */
const looksLikeDate = /^(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?$/;

export const numberAsDate: DiagnosticRule = {
  code: 'number-as-date',
  summary: 'Date that is written as a number',
  why: 'Hugo takes a number for the seconds since 1970: 2024 and 20240131 are days of January to August 1970.',
  defaultSeverity: 'warning',
  fix: 'Writes the number as 2024-01-31',
  examples: [
    { wrong: '---\ndate: 20240131\n---\n', right: '---\ndate: 2024-01-31\n---\n' },
    { wrong: '+++\ndate = 2024\n+++\n', right: '+++\ndate = 2024-01-01\n+++\n' },
  ],
  *check(site, page) {
    for (const { entry, readings } of pageDates(site, page)) {
      const { value } = entry;
      if (value?.kind === 'scalar' && readings.older.type === 'int' && looksLikeDate.test(value.text)) {
        const date = hugoDateFor(value.text);
        yield {
          range: value.range,
          message: message(
            'Hugo takes "{0}" for a number of seconds since 1970. Write the date as 2024-12-31.',
            value.text,
          ),
          fixes:
            date === undefined
              ? []
              : [
                  {
                    title: message('Change it to "{0}"', date.text),
                    edits: [
                      {
                        range: value.range,
                        newText: page.fence?.format === 'json' ? `"${date.text}"` : date.text,
                      },
                    ],
                    isSure: true,
                  },
                ],
        };
      }
    }
  },
};
