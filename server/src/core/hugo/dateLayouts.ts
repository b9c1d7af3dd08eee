// Hugo reads the dates of front matter with the layouts of Go's `cast` package (ToTimeInDefaultLocation), the same in 0.111 and 0.147.

/** One layout that Hugo accepts, with an example for people. */
export interface DateLayout {
  readonly example: string;
  readonly pattern: RegExp;
}

const day = String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)`;
const clock = String.raw`(?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d)(?:[.,]\d+)?`;
const weekday = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const name = '(?<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
/** Hours and minutes of a zone: up to 24 and 60, as some people write them (time/format.go). */
const zoneHours = String.raw`[-+](?:[01]\d|2[0-4])`;
const zoneMinutes = '(?:[0-5]\\d|60)';
const zone = `(?:[A-Z]{3,5}|${zoneHours}${zoneMinutes})`;
const offset = `${zoneHours}:?${zoneMinutes}`;

const rows: readonly (readonly [string, string])[] = [
  ['2024-01-31', day],
  ['2024-01-31T15:04:05Z', `${day}T${clock}(?:Z|${offset})?`],
  [
    '2024-01-31 15:04:05 +0200',
    String.raw`${day} ${clock}(?:Z|${offset}| ${offset}| ${zoneHours}${zoneMinutes} [A-Z]{3,5})?`,
  ],
  ['31 Jan 2024', String.raw`(?<day>\d\d) ${name} (?<year>\d{4})`],
  [
    'Wed, 31 Jan 2024 15:04:05 GMT',
    String.raw`${weekday}, (?<day>\d\d) ${name} (?<year>\d{4}) ${clock} ${zone}`,
  ],
  [
    '31 Jan 24 15:04 UTC',
    String.raw`(?<day>\d\d) ${name} (?<short>\d\d) (?<hour>\d\d?):(?<minute>\d\d) ${zone}`,
  ],
  [
    'Wednesday, 31-Jan-24 15:04:05 UTC',
    String.raw`[A-Z][a-z]+day, (?<day>\d\d)-${name}-(?<short>\d\d) ${clock} [A-Z]{3,5}`,
  ],
  [
    'Wed Jan 31 15:04:05 2024',
    String.raw`${weekday} ${name} (?<day>[ \d]?\d) ${clock} (?:${zone} )?(?<year>\d{4})`,
  ],
  ['3:04PM', String.raw`(?<hour>\d\d?):(?<minute>\d\d)[AP]M`],
  ['Jan 31 15:04:05', String.raw`${name} (?<day>[ \d]?\d) ${clock}`],
];

export const dateLayouts: readonly DateLayout[] = rows.map(([example, pattern]) => ({
  example,
  pattern: new RegExp(`^${pattern}$`),
}));

/** Whether Hugo reads `text` as a date: it has one of the layouts and exists in the calendar. An empty text is no date. */
export function isHugoDate(text: string): boolean {
  const written = withSingleBlanks(text);
  return dateLayouts.some(({ pattern }) => {
    const groups = pattern.exec(written)?.groups;
    return groups !== undefined && exists(groups);
  });
}

/**
 * The moment that Hugo reads in `date`, in ms since 1970; `undefined` when it reads none. Of a date without a zone `local` says when the clocks show it (in ms as if
 * that were UTC); without it they are those of UTC, Hugo's default. Of the layouts that nobody writes by hand the zone is left aside.
 */
export function toMoment(
  date: string,
  local: (wallClock: number) => number = (wallClock) => wallClock,
): number | undefined {
  const text = withSingleBlanks(date);
  if (!isHugoDate(text)) {
    return undefined;
  }
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d?):(\d\d:\d\d)(?:[.,]\d+)?)?/.exec(text);
  if (iso === null) {
    const moment = toMomentOfWords(text);
    return moment !== undefined && dayOfWords.test(text) ? local(moment) : moment;
  }
  const [all, ymd = '', hour = '0', rest = '00:00'] = iso;
  const [zone, hours = '+00', minutes = '00'] =
    /^ ?(?:Z|([-+]\d\d):?(\d\d))/.exec(text.slice(all.length)) ?? [];
  const moment = Date.parse(`${ymd}T${hour.padStart(2, '0')}:${rest}${hours}:${minutes}`);
  return zone === undefined ? local(moment) : moment;
}

const dayOfWords = /^\d\d [A-Z][a-z]+ \d{4}$/;

/** Where a layout has a blank, Go takes any number of them (time/format.go, `skip`). */
function withSingleBlanks(text: string): string {
  return text.replace(/ {2,}/g, ' ');
}

function toMomentOfWords(text: string): number | undefined {
  for (const { pattern } of dateLayouts) {
    const groups = pattern.exec(text)?.groups;
    if (groups !== undefined) {
      const { year, short, name = 'Jan', day: date = '1', hour = '0', minute = '0', second = '0' } = groups;
      const century = Number(short) >= 69 ? 1900 : 2000;
      const full = year === undefined ? (short === undefined ? 0 : century + Number(short)) : Number(year);
      return Date.UTC(
        full,
        monthNames.indexOf(name),
        Number(date),
        Number(hour),
        Number(minute),
        Number(second),
      );
    }
  }
  return undefined;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function exists(groups: Readonly<Record<string, string | undefined>>): boolean {
  const number = (part: string, otherwise: number): number => Number(groups[part] ?? otherwise);
  const month = groups['name'] === undefined ? number('month', 1) : monthNames.indexOf(groups['name']) + 1;
  const date = number('day', 1);
  return (
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= daysIn(number('year', 2000 + number('short', 0)), month) &&
    number('hour', 0) < 24 &&
    number('minute', 0) < 60 &&
    number('second', 0) < 60
  );
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
