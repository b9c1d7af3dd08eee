// The top of a text: its title with what stands around it, up to its lead paragraph and the dates behind that.
import { announcesDate, readDateLine } from './dateLine.ts';
import type { Mark, Marks } from './readPlainText.ts';
import { endsAsSentence, isProse } from './sentences.ts';
import type { Unit } from './units.ts';
import { beginsCredit, byline, isCredit, isKind, standsAround } from './wording.ts';

const longestTitle = 160;
const longestLead = 600;
/** So many lines that say nothing may stand before the title. */
const mostBefore = 12;

/** Marks the units of the head; answers where the body begins. Of Markdown the lead stays a paragraph like others. */
export function readHead(units: readonly Unit[], marks: Marks, isMarkdown: boolean): number {
  let hasTitle = false;
  let hasLead = isMarkdown;
  let at = 0;
  while (at < units.length) {
    const aside = asideAt(units, at, marks, hasTitle);
    if (aside > 0) {
      at += aside;
    } else if (!hasTitle && at < mostBefore && isTitle(units, at, isMarkdown)) {
      marks[at++] = { kind: 'title' };
      hasTitle = true;
    } else if (hasTitle && !hasLead && isLead(units, at)) {
      marks[at++] = { kind: 'lead' };
      hasLead = true;
    } else {
      break;
    }
  }
  return hasTitle || isMarkdown ? at : withoutNotices(marks, at);
}

/** Where there is no title, a line that sounds like a notice may be the beginning of the text. */
function withoutNotices(marks: Marks, end: number): number {
  const first = marks
    .slice(0, end)
    .findIndex((mark) => mark?.kind === 'boilerplate' || mark?.kind === 'kind');
  if (first >= 0) {
    marks.fill(undefined, first, end);
  }
  return first >= 0 ? first : end;
}

/** How many units from `at` on stand beside the text: dates, its kind, its writer, buttons; 0 where the text goes on. */
function asideAt(units: readonly Unit[], at: number, marks: Marks, hasTitle: boolean): number {
  const unit = units[at];
  const next = units[at + 1];
  if (unit === undefined) {
    return 0;
  }
  if (next !== undefined && announcesDate(unit.text)) {
    const both = dateMark(`${unit.text} ${next.text}`);
    if (both !== undefined) {
      marks[at] = both;
      marks[at + 1] = { ...both, goesOn: true };
      return 2;
    }
  }
  const mark = dateMark(unit.text) ?? bylineMark(unit) ?? otherMark(unit, hasTitle);
  marks[at] = mark;
  return mark === undefined ? 0 : 1;
}

/** A line of dates, as a block. */
export function dateMark(text: string, onlyLabeled = false): Mark | undefined {
  const line = readDateLine(text);
  if (line === undefined || (onlyLabeled && !line.isLabeled)) {
    return undefined;
  }
  const { published, updated, author } = line;
  return {
    kind: 'dates',
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(author === undefined ? {} : { author }),
  };
}

function bylineMark({ text }: Unit): Mark | undefined {
  const author = text.length < 80 ? byline.exec(text)?.groups?.['name'] : undefined;
  return author === undefined ? undefined : { kind: 'byline', author };
}

function otherMark({ text }: Unit, hasTitle: boolean): Mark | undefined {
  if (isKind.test(text)) {
    return { kind: 'kind' };
  }
  const isShort = text.length <= 60 && !endsAsSentence(text);
  if (isShort && standsAround(text)) {
    return { kind: 'boilerplate' };
  }
  return hasTitle && text.length <= 160 && (beginsCredit.test(text) || isCredit.test(text))
    ? { kind: 'caption' }
    : undefined;
}

/** A line that is no sentence, with more below it. */
function isTitle(units: readonly Unit[], at: number, isMarkdown: boolean): boolean {
  const { text = '', sign } = units[at] ?? {};
  if (isMarkdown) {
    return /^# \S/.test(text);
  }
  return (
    sign === undefined &&
    text.length <= longestTitle &&
    /\p{L}/u.test(text) &&
    !/(?<!\.)\.$|[,;:]$/.test(text) &&
    units.length > at + 1
  );
}

/** Sentences, with more text below them. */
function isLead(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return (
    unit?.sign === undefined &&
    unit !== undefined &&
    unit.text.length <= longestLead &&
    isProse(unit.text) &&
    units[at + 1]?.text !== unit.text &&
    units.slice(at + 1, at + 8).some(({ text, sign }) => sign !== undefined || isProse(text))
  );
}
