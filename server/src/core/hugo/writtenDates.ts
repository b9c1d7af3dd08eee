// Dates as people write them and Hugo does not read them: short months and days, other signs, names of months.
import { isHugoDate } from './dateLayouts.ts';

/** English, Swedish, Norwegian, Danish and German, by their first letters; longer names go on with letters alone. */
const months: readonly RegExp[] = [
  /^jan/,
  /^feb/,
  /^(?:mar|mär)/,
  /^apr/,
  /^(?:may|mai|maj)/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^(?:oct|okt)/,
  /^nov/,
  /^(?:dec|des|dez)/,
];

interface Row {
  readonly pattern: RegExp;
  /** Another reading is possible, by which this date exists too. */
  readonly isOpen?: (groups: Groups) => boolean;
}

type Groups = Readonly<Record<string, string | undefined>>;

const clock = String.raw`(?:(?<between>[T ]| +)(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d(?:\.\d{1,9})?))? ?(?<zone>Z|[-+]\d\d:?\d\d)?)?`;
const word = String.raw`(?<name>\p{L}{3,12})`;

/** Day and month both may be the month. */
const isEitherWay = ({ month, day }: Groups): boolean => Number(month) <= 12 && Number(day) <= 12;

const rows: readonly Row[] = [
  { pattern: new RegExp(String.raw`^(?<year>\d{4})[-/.](?<month>\d\d?)[-/.](?<day>\d\d?)${clock}$`, 'u') },
  {
    pattern: new RegExp(String.raw`^(?<year>\d{4})-(?<day>\d\d?)-(?<month>\d\d?)${clock}$`, 'u'),
    isOpen: () => true,
  },
  { pattern: /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/ },
  { pattern: new RegExp(String.raw`^(?<day>\d\d?)\. ?(?<month>\d\d?)\. ?(?<year>\d{4})${clock}$`, 'u') },
  {
    pattern: new RegExp(String.raw`^(?<day>\d\d?)[-/](?<month>\d\d?)[-/](?<year>\d{4})${clock}$`, 'u'),
    isOpen: isEitherWay,
  },
  {
    pattern: new RegExp(String.raw`^(?<month>\d\d?)/(?<day>\d\d?)/(?<year>\d{4})${clock}$`, 'u'),
    isOpen: isEitherWay,
  },
  {
    pattern: new RegExp(
      String.raw`^(?:\p{L}{3,10},? )?(?:den )?(?<day>\d\d?)(?:\.|st|nd|rd|th|:[ae])?(?: of)? ${word}\.?,? (?<year>\d{4})${clock}$`,
      'u',
    ),
  },
  {
    pattern: new RegExp(
      String.raw`^(?:\p{L}{3,10},? )?${word}\.? (?<day>\d\d?)(?:st|nd|rd|th)?,? (?<year>\d{4})${clock}$`,
      'u',
    ),
  },
];

/** The date that `text` means, as Hugo reads it, `2020-12-08` or with a time; `isSure` where it cannot mean another one. `undefined` where it is none. */
export function hugoDateFor(text: string): { readonly text: string; readonly isSure: boolean } | undefined {
  const written = text.trim().replace(/\s+/g, ' ');
  if (written.length > longest) {
    return undefined;
  }
  for (const { pattern, isOpen } of rows) {
    const groups = pattern.exec(written)?.groups;
    const date = groups && isoOf(groups);
    if (date !== undefined && isHugoDate(date)) {
      return { text: date, isSure: isOpen?.(groups ?? {}) !== true };
    }
  }
  return undefined;
}

const longest = 64;

function isoOf(groups: Groups): string | undefined {
  const { year = '', day = '', name, between, hour = '', minute = '', second = '00', zone = '' } = groups;
  const month = name === undefined ? (groups['month'] ?? '') : monthNamed(name);
  if (month === undefined) {
    return undefined;
  }
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  if (between === undefined) {
    return date;
  }
  const mark = between === 'T' ? 'T' : ' ';
  const gap = zone !== '' && zone !== 'Z' && mark === ' ' ? ' ' : '';
  return `${date}${mark}${hour.padStart(2, '0')}:${minute}:${second}${gap}${zone}`;
}

function monthNamed(name: string): string | undefined {
  const index = months.findIndex((month) => month.test(name.toLowerCase()));
  return index < 0 ? undefined : String(index + 1);
}
