import type { ScalarNode } from '../../frontMatter/types.ts';
import type { NewValue } from '../../frontMatter/writing.ts';
import { wallClockAt } from '../../text/timeZone.ts';

/**
 * The moment `now` (RFC 3339, in the writer's own zone) in the form of the date that stands there: with or without time and zone, in quotes or not. Dates without a
 * zone are those of `zone`. A form that people write with words becomes RFC 3339.
 */
export function nowInFormOf(scalar: ScalarNode | undefined, now: string, zone: string): NewValue {
  const moment = Math.floor(Date.parse(now) / 1000) * 1000;
  const text = scalar?.text ?? '';
  const isPlain = scalar === undefined || scalar.style === 'plain';
  if (isPlain && /^\d{5,}$/.test(text)) {
    return moment / 1000;
  }
  const date = inForm(text, moment, now, zone);
  return isPlain ? { raw: date } : date;
}

function inForm(text: string, moment: number, now: string, zone: string): string {
  const { time, blank = '', zoned, colon = '' } = form.exec(text)?.groups ?? likeRfc3339;
  const local = new Date(wallClockAt(zone, moment)).toISOString();
  if (time === undefined) {
    return local.slice(0, 10);
  }
  const clock = (wall: string): string => `${wall.slice(0, 10)}${time}${wall.slice(11, 19)}`;
  if (zoned === undefined) {
    return clock(local);
  }
  if (zoned === 'Z') {
    return `${clock(new Date(moment).toISOString())}Z`;
  }
  const ahead = zone === 'UTC' ? aheadIn(now) : wallClockAt(zone, moment) - moment;
  const wall = new Date(moment + ahead).toISOString();
  return `${clock(wall)}${blank}${offset(ahead, colon)}`;
}

const form =
  /^\d{4}-\d\d-\d\d(?:(?<time>[T ])\d\d?:\d\d:\d\d(?:[.,]\d+)?(?:(?<blank> ?)(?<zoned>Z|[-+]\d\d(?<colon>:?)\d\d)(?: [A-Z]{3,5})?)?)?$/;

const likeRfc3339: Readonly<Record<string, string | undefined>> = { time: 'T', zoned: '+', colon: ':' };

function aheadIn(now: string): number {
  const [, sign, hours = 0, minutes = 0] = /([-+])(\d\d):(\d\d)$/.exec(now) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ahead : ahead;
}

function offset(ahead: number, colon: string): string {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  return `${ahead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
