// Reading arguments and keys: by name, by position, and what is inside of them.
import type { ArgumentKey } from '../signature.ts';
import type { Spot } from './places.ts';
import type { Reading } from './reading.ts';
import { isKey, type Owner, type Subject } from './subject.ts';
import { constants, join, subjectsIn, type Value } from './values.ts';

/** Keys deeper than this are made by templates that call themselves. */
const deepestKey = 8;

/** The arguments or keys of these names or positions; a name that is not written there may be any. */
export function readNamed(
  reading: Reading,
  owner: Owner,
  names: Value,
  at: Spot,
  pathOf = (text: string): readonly string[] => [text],
): Value {
  const known = constants(names);
  if (known.length === 0 || known.length < names.length) {
    reading.notes.open(owner, at);
  }
  reading.notes.use(subjectsIn(names));
  return join(
    known.map(({ text, type }) =>
      readSubject(reading, owner, type === 'number' ? [Number(text)] : pathOf(text), at),
    ),
  );
}

export function readSubject({ notes }: Reading, owner: Owner, path: readonly ArgumentKey[], at: Spot): Value {
  if (!path.every((part) => isPossible(owner, part)) || path.length > deepestKey) {
    return [];
  }
  const subject = notes.subject(owner, path);
  notes.read(subject, at);
  return [{ kind: 'subject', subject }];
}

/** A key has a name; an argument may be a position. */
function isPossible(owner: Owner, part: ArgumentKey): boolean {
  return typeof part === 'string'
    ? part !== '' || typeof owner === 'string'
    : typeof owner === 'string' && part >= 0 && Number.isInteger(part);
}

/** A key of the map that a key of front matter is. */
export function readChild(reading: Reading, subject: Subject, name: string, at: Spot): Value {
  if (!isKey(subject)) {
    return [];
  }
  reading.notes.use([subject]);
  if (subject.path.at(-1) !== '[]') {
    reading.notes.type(subject, { type: 'map', folder: undefined }, at);
  }
  return readSubject(reading, subject.owner, [...subject.path, name], at);
}

/** The items of the list that it is. */
export function readItems(reading: Reading, subject: Subject, at: Spot): Value {
  reading.notes.use([subject]);
  reading.notes.type(subject, { type: 'list', folder: undefined }, at);
  return isKey(subject) ? readSubject(reading, subject.owner, [...subject.path, '[]'], at) : [];
}

/** The key that a path names as `where` and `sort` take it, `Params.card.title`; `undefined` for a field of another kind. */
export function parsePath(text: string): readonly string[] | undefined {
  const [first, ...path] = text.replace(/^\./, '').split('.');
  return first === 'Params' && path.length > 0 && !path.includes('') ? path : undefined;
}
