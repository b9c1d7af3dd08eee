// Which dates of a page Hugo reads, in its order (resources/page/pagemeta/page_frontmatter.go, `HandleDates`).
import { flagAt } from '../../../config/value.ts';
import type { SiteConfig } from '../../../config/types.ts';
import type { Entry } from '../../../frontMatter/types.ts';
import { isHugoDate, toMoment } from '../../../hugo/dateLayouts.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { entriesOf, readingsOf, rootOf } from './fieldValues.ts';
import type { Readings, SeenValue } from './fieldValues.ts';

export type DateField = keyof SiteConfig['dateKeys'];

/** A key in which Hugo looks for a date. */
export interface PageDate {
  readonly field: DateField;
  readonly entry: Entry;
  readonly readings: Readings;
  /** Hugo may have found the date before it comes here. */
  readonly isDoubtful: boolean;
}

const fields: readonly DateField[] = ['date', 'lastmod', 'publishdate', 'expirydate'];

/** Every key that Hugo reads as a date, once; those behind one that holds a date are not read. */
export function pageDates(site: SiteSnapshot, page: PageDocument): readonly PageDate[] {
  const found = new Map<Entry, PageDate>();
  for (const date of fields.flatMap((field) => datesOf(field, site, page))) {
    const known = found.get(date.entry);
    found.set(date.entry, known?.isDoubtful === false ? known : date);
  }
  return [...found.values()];
}

/** The keys in which Hugo looks for one of its dates, up to the first that holds one. */
export function datesOf(field: DateField, { config }: SiteSnapshot, page: PageDocument): readonly PageDate[] {
  const root = rootOf(page);
  const dates: PageDate[] = [];
  let isDoubtful = false;
  for (const key of root === undefined ? [] : config.dateKeys[field]) {
    if (key === ':filename' ? namesDate(page) : key === ':filemodtime') {
      break;
    }
    isDoubtful ||= key === ':git' && flagAt(config.raw, 'enableGitInfo');
    const entry = root && entriesOf(root).get(key);
    const readings = entry && dateReadings(entry, page);
    if (entry === undefined || readings === undefined || isNothing(readings.older)) {
      continue;
    }
    dates.push({ field, entry, readings, isDoubtful });
    if (momentOf(readings.older) !== undefined) {
      break;
    }
  }
  return dates;
}

/** In Org files the day of `<2024-01-31 Wed>` counts. */
function dateReadings({ value }: Entry, { fence }: PageDocument): Readings {
  const format = fence?.format ?? 'yaml';
  const day =
    format === 'org' && value?.kind === 'scalar'
      ? /^[<[](\d{4}-\d\d-\d\d) .*[>\]]$/.exec(value.text)?.[1]
      : undefined;
  const unwrapped: SeenValue | undefined = day === undefined ? undefined : { type: 'string', text: day };
  return unwrapped === undefined ? readingsOf(value, format) : { older: unwrapped, newer: unwrapped };
}

/** What Hugo takes for no date and does not complain of. */
export function isNothing({ type, text }: SeenValue): boolean {
  return type === 'null' || (type === 'string' && text === '');
}

/** In ms since 1970; `undefined` for what Hugo does not read as a date. */
export function momentOf({ type, text }: SeenValue): number | undefined {
  switch (type) {
    case 'int':
      return Number(text) * 1000;
    case 'string':
      return toMoment(text);
    case 'date':
      return /^\d{4}-/.test(text) ? (toMoment(text) ?? 0) : undefined;
    default:
      return undefined;
  }
}

/** The file's name, or that of its bundle, begins with a date. */
function namesDate({ uri }: PageDocument): boolean {
  const [name = '', folder = ''] = uri.split('/').reverse();
  return isHugoDate((/^_?index\./.test(name) ? folder : name).slice(0, 10));
}
