// What lies between head and tail: each unit by its signs, its words and its neighbors.
import { dateMark } from './readHead.ts';
import type { Mark, Marks } from './readPlainText.ts';
import { endsAsSentence, isProse, isShortLine } from './sentences.ts';
import type { Unit } from './units.ts';
import {
  beginsCredit,
  isCredit,
  isHeading,
  isName,
  isReachable,
  leadsOn,
  leadsToPersons,
  saidBy,
} from './wording.ts';

const longestCaption = 200;

/** Marks the units from `start` up to `end`. */
export function readBody(units: readonly Unit[], marks: Marks, start: number, end: number): void {
  const body = units.slice(0, end);
  let at = start;
  while (at < end) {
    const before = at;
    for (const read of readers) {
      at += read(body, at, marks);
      if (at > before) {
        break;
      }
    }
    at = Math.max(at, before + 1);
  }
}

/** Marks what begins at `at`, and answers how many units that is; 0 where it is something else. */
type Reader = (units: readonly Unit[], at: number, marks: Marks) => number;

const repeated: Reader = (units, at, marks) => {
  const text = units[at]?.text ?? '';
  const isTwice = text.length <= longestCaption && units[at + 1]?.text === text;
  return isTwice ? put(marks, at, { kind: 'caption' }, { kind: 'repeated' }) : 0;
};

const credit: Reader = (units, at, marks) => {
  const { text = '' } = units[at] ?? {};
  const isCaption = text.length <= longestCaption && (beginsCredit.test(text) || isCredit.test(text));
  return isCaption ? put(marks, at, { kind: 'caption' }) : 0;
};

const labeledDates: Reader = (units, at, marks) => {
  const mark = dateMark(units[at]?.text ?? '', true);
  return mark === undefined ? 0 : put(marks, at, mark);
};

const listed: Reader = (units, at, marks) => {
  const kind = units[at]?.sign?.kind;
  if (kind === 'number' && isNumberedHeading(units, at)) {
    return put(marks, at, { kind: 'heading' });
  }
  return kind === 'bullet' || kind === 'number' ? put(marks, at, itemOf(kind)) : 0;
};

/** A short line with a number that stands by itself, above text that has none. */
function isNumberedHeading(units: readonly Unit[], at: number): boolean {
  const [before, unit, next] = [units[at - 1], units[at], units[at + 1]];
  return (
    unit !== undefined &&
    next !== undefined &&
    next.chunk !== unit.chunk &&
    before?.chunk !== unit.chunk &&
    before?.sign?.kind !== 'number' &&
    next.sign === undefined &&
    isShortLine(unit.text) &&
    isProse(next.text)
  );
}

/** A dash begins what somebody says, or an item of a list: who says it is named, or it stands alone as a sentence. */
const dashed: Reader = (units, at, marks) => {
  let end = at;
  while (units[end]?.sign?.kind === 'dash') {
    end++;
  }
  const run = units.slice(at, end);
  const isList = endsWithColon(units[at - 1]) || !run.some((unit) => isSaid(unit, run.length));
  return put(marks, at, ...run.map((): Mark => (isList ? itemOf('dash') : { kind: 'quote' })));
};

function isSaid({ text }: Unit, count: number): boolean {
  return saidBy.test(text) || (count === 1 && isProse(text));
}

function itemOf(sign: string): Mark {
  return sign === 'number' ? { kind: 'item', isNumbered: true } : { kind: 'item' };
}

/** A person's name, and below it short lines, of which one tells how to reach them, or which stand close together. */
const contact: Reader = (units, at, marks) => {
  const { text = '', chunk } = units[at] ?? {};
  if (!isName(text)) {
    return isReachable(text) && isShortLine(text) ? put(marks, at, { kind: 'contact' }) : 0;
  }
  let end = at + 1;
  let reached = at;
  while (end < units.length && end - at < mostLines && isContactLine(units[end], chunk)) {
    reached = isReachable(units[end]?.text ?? '') || units[end]?.chunk === chunk ? end : reached;
    end++;
  }
  const lines = units.slice(at, reached + 1);
  return reached === at ? 0 : put(marks, at, ...lines.map((_, line) => contactLine(line > 0)));
};

const mostLines = 8;

function isContactLine(unit: Unit | undefined, chunk: number | undefined): boolean {
  const { text = '' } = unit ?? {};
  const isNext = unit?.chunk === chunk || (!isName(text) && !isKnownHeading(text));
  return unit?.sign === undefined && isNext && (isShortLine(text) || isReachable(text)) && text.length <= 90;
}

function contactLine(goesOn: boolean): Mark {
  return goesOn ? { kind: 'contact', goesOn } : { kind: 'contact' };
}

/** The names of other pages, below the heading that leads to them, up to the next heading that is known, or a person. */
const otherPages: Reader = (units, at, marks) => {
  if (!leadsOn.test(units[at]?.text ?? '')) {
    return 0;
  }
  let end = at + 1;
  while (isPageName(units, end)) {
    end++;
  }
  const names = units.slice(at + 1, end);
  return put(marks, at, { kind: 'heading' }, ...names.map(() => itemOf('none')));
};

function isPageName(units: readonly Unit[], at: number): boolean {
  const { text = '', sign } = units[at] ?? {};
  return (
    sign === undefined &&
    isShortLine(text) &&
    !isKnownHeading(text) &&
    !isName(text) &&
    !isReachable(text) &&
    !isProse(units[at + 1]?.text ?? '')
  );
}

/** A short line with text below it. Of several in a row nobody knows which is one. */
const heading: Reader = (units, at, marks) => {
  const { text = '', sign } = units[at] ?? {};
  if (isKnownHeading(text)) {
    return put(marks, at, { kind: 'heading' });
  }
  const isFirst = sign === undefined && isShortLine(text) && /^["”“«(]?[\p{Lu}\p{N}]/u.test(text);
  return isFirst && hasTextBelow(units, at + 1) ? put(marks, at, { kind: 'heading' }) : 0;
};

/** Text, perhaps below one more heading. */
function hasTextBelow(units: readonly Unit[], at: number): boolean {
  const [first, second] = [units[at], units[at + 1]];
  return isText(first) || (first !== undefined && first.chunk !== second?.chunk && isText(second));
}

function isText(unit: Unit | undefined): boolean {
  return (
    unit !== undefined &&
    (unit.sign !== undefined || endsWithColon(unit) || endsAsSentence(unit.text) || !isShortLine(unit.text))
  );
}

function isKnownHeading(text: string): boolean {
  return leadsOn.test(text) || leadsToPersons.test(text) || isHeading.test(text);
}

function endsWithColon(unit: Unit | undefined): boolean {
  return unit?.text.endsWith(':') === true;
}

/** Short lines that stand close together belong together: an address, a program. */
const closeLines: Reader = (units, at, marks) => {
  const { chunk } = units[at] ?? {};
  let end = at;
  while (
    units[end]?.chunk === chunk &&
    units[end]?.sign === undefined &&
    isShortLine(units[end]?.text ?? '')
  ) {
    end++;
  }
  const count = end - at;
  return count < 2
    ? 0
    : put(
        marks,
        at,
        ...units
          .slice(at, end)
          .map((_, line): Mark => (line > 0 ? { kind: 'paragraph', goesOn: true } : { kind: 'paragraph' })),
      );
};

const readers: readonly Reader[] = [
  repeated,
  listed,
  dashed,
  credit,
  labeledDates,
  otherPages,
  contact,
  heading,
  closeLines,
];

function put(marks: Marks, at: number, ...all: readonly Mark[]): number {
  all.forEach((mark, next) => (marks[at + next] = mark));
  return all.length;
}
