// Clocks of the world, by the names that Hugo and JavaScript know alike (`Europe/Stockholm`). A wall clock is what people there read, in ms as if it were UTC.

/** The moment at which the clocks of `zone` show `wallClock`; where they show it twice, or never, what Go makes of it (time.Date). An unknown zone is UTC. */
export function momentAt(zone: string, wallClock: number): number {
  const early = wallClock - offsetAt(zone, wallClock);
  return wallClock - offsetAt(zone, early);
}

/** What the clocks of `zone` show at a moment (ms since 1970). */
export function wallClockAt(zone: string, moment: number): number {
  return moment + offsetAt(zone, moment);
}

/** How much the clocks of `zone` are ahead of UTC, in ms. */
function offsetAt(zone: string, moment: number): number {
  const format = formatOf(zone);
  if (format === undefined || Math.abs(moment) > furthest) {
    return 0;
  }
  const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /([-+])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
  const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ahead : ahead;
}

/** Of a moment in JavaScript. */
const furthest = 8.64e15;

const formats = new Map<string, Intl.DateTimeFormat | undefined>();
/** No site has more zones than that; a name that is being typed may be many. */
const mostFormats = 100;

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (zone === 'UTC') {
    return undefined;
  }
  if (!formats.has(zone)) {
    if (formats.size >= mostFormats) {
      formats.clear();
    }
    formats.set(zone, makeFormat(zone));
  }
  return formats.get(zone);
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}
