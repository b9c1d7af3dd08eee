// Moments as Go's package `time` reads and writes them, with a fixed distance from UTC. Names of zones are known here of UTC alone.
import { unknown, wrong, type GoMonth, type GoValue } from './values.ts';

export interface GoTime {
  readonly kind: 'time';
  /** Milliseconds since 1970 in UTC. */
  readonly moment: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const written = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?: ?(Z|[+-]\d\d:?\d\d))?)?$/;

/** A date as front matter has it; one in another layout only Hugo reads. */
export function parseTime(text: string): GoTime {
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', zone = 'Z'] =
    written.exec(text) ?? unknown();
  const offset = zone === 'Z' ? 0 : offsetOf(zone);
  const moment = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
  const read = new Date(moment);
  return read.getUTCDate() === +day && read.getUTCHours() === +hour && +minute < 60
    ? { kind: 'time', moment: moment - offset * 60_000, offset }
    : wrong();
}

function offsetOf(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Year, month and all else as its own clock shows them, readable as UTC. */
function clockOf({ moment, offset }: GoTime): Date {
  return new Date(moment + offset * 60_000);
}

/** `hasNames`: month and weekday are written in the language that Go writes, English. */
export function formatTime(time: GoTime, layout: string, hasNames = true): string {
  return layout.replace(element, (token: string) => (writers[token] ?? unknown)(time, hasNames));
}

const element =
  /January|Jan|Monday|Mon|MST|2006|02|03|04|05|06|01|002|15|[-Z]07:00:00|[-Z]070000|[-Z]07:00|[-Z]0700|[-Z]07|_2|PM|pm|[.,][09]+(?!\d)|[1-5]/g;

type Writer = (time: GoTime, hasNames: boolean) => string;

const two = (number: number): string => String(number).padStart(2, '0');
const name =
  (names: readonly string[], at: (clock: Date) => number, length?: number): Writer =>
  (time, hasNames) =>
    hasNames ? (names[at(clockOf(time))] ?? '').slice(0, length) : unknown();
const number =
  (of: (clock: Date) => number, write: (number: number) => string = String): Writer =>
  (time) =>
    write(of(clockOf(time)));
const zone =
  (colon: string, isZ: boolean, hasMinutes = true): Writer =>
  ({ offset }) => {
    const minutes = Math.abs(offset);
    const sign = offset < 0 ? '-' : '+';
    const rest = hasMinutes ? colon + two(minutes % 60) : '';
    return isZ && offset === 0 ? 'Z' : sign + two(Math.floor(minutes / 60)) + rest;
  };
const hour12 = (clock: Date): number => clock.getUTCHours() % 12 || 12;
const half = (clock: Date): number => Number(clock.getUTCHours() >= 12);
const month = (clock: Date): number => clock.getUTCMonth();
const day = (clock: Date): number => clock.getUTCDate();

const writers: Readonly<Record<string, Writer>> = {
  January: name(months, month),
  Jan: name(months, month, 3),
  Monday: name(weekdays, (clock) => clock.getUTCDay()),
  Mon: name(weekdays, (clock) => clock.getUTCDay(), 3),
  PM: name(['AM', 'PM'], half),
  pm: name(['am', 'pm'], half),
  '2006': number(
    (clock) => clock.getUTCFullYear(),
    (year) => String(year).padStart(4, '0'),
  ),
  '06': number((clock) => clock.getUTCFullYear() % 100, two),
  '01': number((clock) => month(clock) + 1, two),
  '1': number((clock) => month(clock) + 1),
  '02': number(day, two),
  '002': number(yearDay, (days) => String(days).padStart(3, '0')),
  _2: number(day, (each) => String(each).padStart(2)),
  '2': number(day),
  '15': number((clock) => clock.getUTCHours(), two),
  '03': number(hour12, two),
  '3': number(hour12),
  '04': number((clock) => clock.getUTCMinutes(), two),
  '4': number((clock) => clock.getUTCMinutes()),
  '05': number((clock) => clock.getUTCSeconds(), two),
  '5': number((clock) => clock.getUTCSeconds()),
  '-07:00': zone(':', false),
  '-0700': zone('', false),
  '-07': zone('', false, false),
  'Z07:00': zone(':', true),
  Z0700: zone('', true),
  Z07: zone('', true, false),
};

function yearDay(clock: Date): number {
  return Math.round(
    (Date.UTC(clock.getUTCFullYear(), month(clock), day(clock)) - Date.UTC(clock.getUTCFullYear(), 0, 0)) /
      86_400_000,
  );
}

/** A method of a moment; `undefined` where Go has one that is not known here. */
export function callOfTime(time: GoTime, method: string, args: readonly GoValue[]): GoValue {
  const clock = clockOf(time);
  switch (method) {
    case 'Format': {
      const [layout] = args;
      return typeof layout === 'string' && !layout.startsWith(':') ? formatTime(time, layout) : unknown();
    }
    case 'AddDate':
      return addDate(time, args);
    case 'UTC':
      return { ...time, offset: 0 };
    case 'Local':
      return unknown();
    case 'Month':
      return named(months, month(clock), 1);
    case 'Weekday':
      return named(weekdays, clock.getUTCDay(), 0);
    case 'Unix':
      return Math.floor(time.moment / 1000);
    default:
      return numberOfTime(clock, method) ?? unknown();
  }
}

function numberOfTime(clock: Date, method: string): number | undefined {
  switch (method) {
    case 'Year':
      return clock.getUTCFullYear();
    case 'Day':
      return day(clock);
    case 'YearDay':
      return yearDay(clock);
    case 'Hour':
      return clock.getUTCHours();
    case 'Minute':
      return clock.getUTCMinutes();
    case 'Second':
      return clock.getUTCSeconds();
    default:
      return undefined;
  }
}

function named(names: readonly string[], index: number, first: number): GoMonth {
  return { kind: 'named', name: names[index] ?? '', number: index + first };
}

function addDate({ moment, offset }: GoTime, args: readonly GoValue[]): GoTime {
  const [years, monthsMore, days] = args;
  if (typeof years !== 'number' || typeof monthsMore !== 'number' || typeof days !== 'number') {
    return wrong();
  }
  const clock = clockOf({ kind: 'time', moment, offset });
  clock.setUTCFullYear(clock.getUTCFullYear() + years, month(clock) + monthsMore, day(clock) + days);
  return { kind: 'time', moment: clock.getTime() - offset * 60_000, offset };
}
