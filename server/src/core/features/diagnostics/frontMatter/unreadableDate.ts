import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { hugoDateFor } from '../../../hugo/writtenDates.ts';
import { message } from '../../../text/message.ts';
import type { Message } from '../../../text/message.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { isNothing, momentOf, pageDates } from './dateValues.ts';
import type { PageDate } from './dateValues.ts';
import { entriesOf, refusalBy, releasesWhere, rootOf } from './fieldValues.ts';

/** Before it, Hugo took what it could not read for no date. */
const refusedSince = '0.135.0';

export const unreadableDate: DiagnosticRule = {
  code: 'unreadable-date',
  summary: 'Date that Hugo cannot read',
  why: 'Since 0.135 Hugo stops the build at a date that it cannot read. Before, it took the page for one of the year 1, so that it stood last in every list.',
  defaultSeverity: 'error',
  fix: 'Writes the date as 2020-12-08',
  examples: [
    { wrong: '---\ndate: 2020-12-8\n---\n', right: '---\ndate: 2020-12-08\n---\n' },
    { wrong: '---\ndate: 8 December 2020\n---\n', right: '---\ndate: 2020-12-08\n---\n' },
    { wrong: '---\nlastmod: "2024-02-30"\n---\n', right: '---\nlastmod: "2024-02-29"\n---\n' },
  ],
  *check(site, page) {
    for (const date of pageDates(site, page)) {
      const finding = findingOn(site, page, date);
      if (finding !== undefined) {
        yield finding;
      }
    }
  },
};

function findingOn(site: SiteSnapshot, page: PageDocument, date: PageDate): RuleFinding | undefined {
  const { entry, readings, isDoubtful } = date;
  const releases = releasesWhere(
    readings,
    { since: refusedSince },
    (value) => !isNothing(value) && momentOf(value) === undefined,
  );
  if (releases === undefined) {
    return undefined;
  }
  const isSwitch = entry.key.toLowerCase() === 'published' && readings.older.type === 'bool';
  const why = isSwitch
    ? message('"published" is a date for Hugo. Whether a page is shown, "draft" says.')
    : whyOf(date);
  const refusal = refusalBy(site.hugo, releases, why);
  if (refusal === undefined && isSwitch) {
    return undefined;
  }
  const severity = isDoubtful ? 'warning' : (refusal?.severity ?? 'warning');
  return {
    range: entry.value?.range ?? entry.keyRange,
    severity,
    message: refusal?.message ?? message('{0} Hugo leaves the page without this date.', why),
    fixes: isSwitch ? asDraft(page, date) : asDate(date),
  };
}

function whyOf({ entry: { value }, readings: { older } }: PageDate): Message {
  if (value?.kind !== 'scalar') {
    return message('Hugo reads a date in a single value only, such as 2024-12-31.');
  }
  return /^\d{4}-\d\d-\d\d(?:$|[T ]\d\d?:\d\d:\d\d)/.test(older.text)
    ? message('There is no such date as "{0}".', value.text)
    : message('Hugo cannot read "{0}" as a date. Write it as 2024-12-31.', value.text);
}

function asDate({ entry: { value } }: PageDate): readonly Fix[] {
  const date = value?.kind === 'scalar' ? hugoDateFor(value.text) : undefined;
  if (value?.kind !== 'scalar' || date === undefined) {
    return [];
  }
  const quote = value.style === 'double' ? '"' : value.style === 'single' ? "'" : '';
  return [
    {
      title: message('Change it to "{0}"', date.text),
      edits: [{ range: value.range, newText: `${quote}${date.text}${quote}` }],
      ...(date.isSure ? { isSure: true } : {}),
    },
  ];
}

/** `published: false` is `draft: true`. */
function asDraft(page: PageDocument, { entry, readings }: PageDate): readonly Fix[] {
  const root = rootOf(page);
  if (root === undefined || entriesOf(root).has('draft') || entry.value?.kind !== 'scalar') {
    return [];
  }
  const isDraft = readings.older.text === 'false';
  const { keyRange, value } = entry;
  const name = page.text.slice(keyRange.start, keyRange.end).replace(/published/i, 'draft');
  return [
    {
      title: message('Change it to "{0}"', `draft: ${String(isDraft)}`),
      edits: [
        { range: keyRange, newText: name },
        { range: value.range, newText: String(isDraft) },
      ],
      isSure: true,
    },
  ];
}
