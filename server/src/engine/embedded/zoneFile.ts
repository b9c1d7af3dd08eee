// Time zones for a machine that has no zoneinfo folder, such as one with Windows: what Node knows of a zone, in the format of such a folder
// (RFC 8536), as Go reads it.

interface Period {
  /** In seconds since 1970. */
  readonly start: number;
  /** From UTC, in seconds. */
  readonly offset: number;
  readonly name: string;
}

const day = 86_400;
/** No zone changes twice within so many seconds, but for a few in a single year. */
const step = 14 * day;
const years = { from: Date.UTC(1970, 0) / 1000, to: Date.UTC(2050, 0) / 1000 };
/** Whoever lives in a zone has a name for it, others only a number. */
const locales = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-ZA', 'en-NZ'];

/** The bytes of a file for a zone such as `Europe/Stockholm`, from 1970 to 2050; `undefined` for a zone that nobody knows. */
export function zoneFile(zone: string): Uint8Array | undefined {
  try {
    return toFile(findPeriods(zone));
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

function findPeriods(zone: string): readonly Period[] {
  const offsetAt = offsets(zone);
  const nameAt = names(zone);
  const toPeriod = (start: number): Period => {
    const offset = offsetAt(start);
    return { start, offset, name: nameAt(start) ?? toNumber(offset) };
  };
  const periods = [toPeriod(years.from)];
  let before = offsetAt(years.from);
  for (let at = years.from + step; at < years.to; at += step) {
    if (offsetAt(at) !== before) {
      periods.push(toPeriod(changeBetween(at - step, at, offsetAt)));
      before = offsetAt(at);
    }
  }
  return periods;
}

/** The first second with the offset of `to`, which `from` does not have. */
function changeBetween(from: number, to: number, offsetAt: (at: number) => number): number {
  let [below, above] = [from, to];
  const offset = offsetAt(to);
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (offsetAt(middle) === offset) {
      above = middle;
    } else {
      below = middle;
    }
  }
  return above;
}

function offsets(zone: string): (at: number) => number {
  const nameAt = formatter(zone, 'en-US', 'longOffset');
  return (at) => {
    const [, sign = '+', ...parts] = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(nameAt(at)) ?? [];
    const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part || 0));
    return (sign === '-' ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
  };
}

function names(zone: string): (at: number) => string | undefined {
  const formatters = locales.map((locale) => formatter(zone, locale, 'short'));
  return (at) => formatters.map((nameAt) => nameAt(at)).find((name) => /^[A-Z]{3,5}$/.test(name));
}

function formatter(
  timeZone: string,
  locale: string,
  timeZoneName: 'short' | 'longOffset',
): (at: number) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName });
  return (at) => format.formatToParts(at * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** `+0530`, as zones without a name are called. */
function toNumber(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60);
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${offset < 0 ? '-' : '+'}${digits.join('').replace(/00$/, '')}`;
}

/** An empty block for readers of the first version, then everything with times of 64 bits. */
function toFile(periods: readonly Period[]): Uint8Array {
  const kinds = [
    ...new Map(periods.map((period) => [`${period.name}${String(period.offset)}`, period])).values(),
  ];
  const isKind = (one: Period, other: Period): boolean =>
    one.name === other.name && one.offset === other.offset;
  const namesText = kinds.map(({ name }) => `${name}\0`);
  const nameStarts = namesText.map((_, index) => namesText.slice(0, index).join('').length);
  return Buffer.concat([
    header(0, 1, 1),
    Buffer.alloc(7),
    header(periods.length, kinds.length, namesText.join('').length),
    ...periods.map(({ start }) => int64(start)),
    Buffer.from(periods.map((period) => kinds.findIndex((kind) => isKind(kind, period)))),
    ...kinds.map(({ offset }, index) =>
      Buffer.concat([int32(offset), Buffer.from([0, nameStarts[index] ?? 0])]),
    ),
    Buffer.from(`${namesText.join('')}\n\n`, 'latin1'),
  ]);
}

function header(times: number, kinds: number, characters: number): Buffer {
  const counts = [0, 0, 0, times, kinds, characters].map(int32);
  return Buffer.concat([Buffer.from('TZif2', 'latin1'), Buffer.alloc(15), ...counts]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}
