// What becomes of a page, in the words of the status bar and of the lens above its front matter.
import { chosenTimeZone } from '../../config/timeZone.ts';
import type { Publication } from '../../site/publication.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import { wallClockAt } from '../../text/timeZone.ts';

/** All that is said of a page. */
export interface Description {
  /** `Scheduled in 3 days`. */
  readonly label: Message;
  /** Why, and when that changes; absent where there is nothing to say. */
  readonly reason: Message | undefined;
  /** What else a writer should know. */
  readonly notes: readonly Message[];
  /** `512 words`, `3 min`. */
  readonly length: readonly Message[];
}

/** `now` as in RFC 3339. Dates are those of the clocks of the site, or of `ownZone`, the writer's, where the site names no zone. */
export function describePublication(
  { config }: SiteSnapshot,
  page: Publication,
  now: string,
  ownZone = 'UTC',
): Description {
  const zone = chosenTimeZone(config, page.language) ?? ownZone;
  const { words, minutes, state } = page;
  return {
    label: labels[state](page, Date.parse(now), zone),
    reason: reasonOf(page, zone),
    notes: notesOn(page, zone),
    length: [
      words === 1 ? message('1 word') : message('{0} words', words),
      ...(minutes > 0 ? [message('{0} min', minutes)] : []),
    ],
  };
}

type Label = (page: Publication, now: number, zone: string) => Message;

const labels: Readonly<Record<Publication['state'], Label>> = {
  published: ({ sharedWith }) =>
    sharedWith === undefined ? message('Published') : message('Address used twice'),
  draft: () => message('Draft'),
  scheduled: ({ moment = 0 }, now, zone) => message('Scheduled {0}', ahead(now, moment, zone)),
  expired: () => message('Expired'),
  neverRendered: () => message('No page of its own'),
  withSection: () => message('Left out with its section'),
  ignored: () => message('Ignored by Hugo'),
  resource: () => message('Part of a bundle'),
  disabledLanguage: () => message('Language switched off'),
  disabledKind: () => message('Pages like this switched off'),
  plainFile: () => message('Copied as it is'),
};

/** Why a page is not there, in one sentence; dates in `zone`. */
export function reasonOf(page: Publication, zone: string): Message | undefined {
  return page.state === 'published' ? undefined : reasons[page.state](page, zone);
}

type Reason = (page: Publication, zone: string) => Message;

const reasons: Readonly<Record<Exclude<Publication['state'], 'published'>, Reason>> = {
  draft: ({ key = 'draft', isInherited }) =>
    isInherited
      ? message('Hugo leaves it out: a cascade of a section or of the configuration makes it a draft.')
      : message('Hugo leaves it out because of "{0}".', key),
  scheduled: ({ moment = 0 }, zone) =>
    message('It comes with the first build after {0}.', dateText(moment, zone)),
  expired: ({ moment = 0 }, zone) => message('Hugo leaves it out since {0}.', dateText(moment, zone)),
  neverRendered: ({ key = 'headless' }) => message('Hugo makes no page of it because of "{0}".', key),
  withSection: () =>
    message(
      'Hugo before 0.123 leaves out what stands below a section that is not published: publish that first.',
    ),
  ignored: () => message('Hugo passes over this file, by its name or by "ignoreFiles" of the configuration.'),
  resource: () => message('It belongs to the page of its folder, "index.md", and has no address of its own.'),
  disabledLanguage: () => message('The configuration switches its language off.'),
  disabledKind: () => message('"disableKinds" of the configuration switches such pages off.'),
  plainFile: () => message('Without front matter Hugo takes this file for no page, and copies it as it is.'),
};

function notesOn({ sharedWith, isUnlisted, outputs, state, moment }: Publication, zone: string): Message[] {
  return [
    ...(sharedWith === undefined
      ? []
      : [message('"{0}" has the same address: only one of the two will be there.', sharedWith.path)]),
    ...(isUnlisted ? [message('No list of pages shows it.')] : []),
    ...(outputs.length === 0 || outputs.includes('html')
      ? []
      : [message('It is not made as HTML: its "outputs" are {0}.', outputs.join(', '))]),
    ...(state === 'published' && moment !== undefined
      ? [message('Hugo leaves it out after {0}.', dateText(moment, zone))]
      : []),
  ];
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `in 3 days`, by the days of the calendar; on the same day in hours and minutes. */
function ahead(now: number, moment: number, zone: string): Message {
  const [today, then] = [now, moment].map((each) => Math.floor(wallClockAt(zone, each) / day));
  const days = (then ?? 0) - (today ?? 0);
  const left = moment - now;
  if (left < hour) {
    return message('in {0} min', Math.max(1, Math.round(left / minute)));
  }
  if (days < 1 || left < 12 * hour) {
    return message('in {0} h', Math.round(left / hour));
  }
  return days === 1 ? message('tomorrow') : message('in {0} days', days);
}

/** After so many ms what is said of a page is to be asked again; `undefined` where time changes nothing. */
export function staysFor({ moment }: Publication, now: string): number | undefined {
  const left = moment === undefined ? 0 : moment - Date.parse(now);
  if (left <= 0) {
    return undefined;
  }
  const step = left < 2 * hour ? minute : hour;
  return Math.min(left + 1000, step);
}

/** `2026-11-25 08:00 Europe/Stockholm`. */
function dateText(moment: number, zone: string): string {
  if (Math.abs(moment) > furthest) {
    return String(moment);
  }
  const clock = new Date(wallClockAt(zone, moment)).toISOString();
  return `${clock.slice(0, 10)} ${clock.slice(11, 16)} ${zone}`;
}

/** A year of four digits. */
const furthest = 2.5e14;
