// What a comparison says of the values it compares.
import { all, unknown, type Condition } from './conditions.ts';
import type { Spot } from './places.ts';
import type { Call, Reading, Result } from './reading.ts';
import { isKey, type Subject } from './subject.ts';
import { constants, join, subjects, type Constant, type Value } from './values.ts';

/** `eq`, whatever side the constants are on. */
export function compare(reading: Reading, { args, at }: Call): Result {
  const own = args.filter(({ value }) => subjects(value).length > 0);
  const others = args.filter(({ value }) => subjects(value).length === 0);
  const compared = constants(join(others.map(({ value }) => value))).filter(({ type }) => type !== 'nil');
  noteDataFields(reading, args, at);
  const result = isAmong(reading, join(own.map(({ value }) => value)), compared, at);
  const isPlain =
    own.length === 1 && others.every(({ value }) => value.length === 1 && constants(value).length === 1);
  return isPlain ? result : { value: [], condition: unknown };
}

/** The condition that a subject is one of `values`, which are worth suggesting. */
export function isAmong(reading: Reading, value: Value, values: readonly Constant[], at: Spot): Result {
  const among = subjects(value);
  if (among.length === 0 || values.length === 0) {
    return { value: [], condition: unknown };
  }
  noteCompared(reading, among, values, at);
  const isExact = value.every(({ kind }) => kind === 'subject' || kind === 'constant');
  return { value: [], condition: isExact ? amongCondition(among, value, values) : unknown };
}

/** The subjects are compared with these. */
export function noteCompared(
  { notes }: Reading,
  compared: readonly Subject[],
  values: readonly Constant[],
  at: Spot,
): void {
  const isBool = isSwitch(values);
  const isWord = values.some(({ text }) => text !== '');
  for (const subject of compared) {
    // In front matter a text is no truth value.
    if (isBool && (!isKey(subject) || values.some(({ type }) => type === 'bool'))) {
      notes.type(subject, { type: 'bool', folder: undefined }, at);
    } else if (isWord) {
      notes.use([subject]);
    }
  }
  for (const { text, type } of values) {
    notes.value(compared, text, type === 'string', at);
  }
}

/** `range site.Data.authors`, `eq .name x` */
function noteDataFields(reading: Reading, args: Call['args'], at: Spot): void {
  const value = join(args.map((each) => each.value));
  for (const atom of value) {
    const [, folder, field] = (atom.kind === 'data' && /^(.*)\.\[\]\.([^.]+)$/.exec(atom.path)) || [];
    if (folder !== undefined) {
      noteEntry(reading, value, folder, field, at);
    }
  }
}

/** The value names an entry of the data below `folder`, by its key or by one of its fields. */
export function noteEntry(
  { notes }: Reading,
  value: Value,
  folder: string,
  field: string | undefined,
  at: Spot,
): void {
  for (const subject of folder.includes('[]') ? [] : subjects(value)) {
    notes.type(subject, { type: 'data', folder, ...(field !== undefined && { field }) }, at);
  }
}

/** What is not given is no empty text when there are no arguments at all. */
function amongCondition(among: readonly Subject[], value: Value, values: readonly Constant[]): Condition {
  const [subject] = among;
  const texts = values.map(({ text }) => text);
  return subject !== undefined && among.length === 1 && texts.every((text) => text === '')
    ? all([{ kind: 'missing', subject }, unknown])
    : { kind: 'among', subjects: among, values: texts, hasDefault: constants(value).length > 0 };
}

const switches = new Set(['true', 'false', 'yes', 'no', 'on', 'off', '1', '0', '']);

/** Words for on and off, with those of Hugo's own among them. */
function isSwitch(values: readonly Constant[]): boolean {
  return (
    values.every(({ text }) => switches.has(text.toLowerCase())) &&
    values.some(({ text }) => text === 'true' || text === 'false')
  );
}

/** `lt` and its like: what is compared with a number is one. */
export function compareNumbers({ notes }: Reading, { args, at }: Call): Value {
  if (args.some(({ value }) => constants(value).some(({ type }) => type === 'number'))) {
    for (const subject of args.flatMap(({ value }) => subjects(value))) {
      notes.type(subject, { type: 'int', folder: undefined }, at);
    }
  }
  return [];
}
