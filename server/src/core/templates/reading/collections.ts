// Reading lists, maps, pages and data by key, by position, and one item after the other.
import type { Spot } from './places.ts';
import type { PageScope } from '../templateReading.ts';
import { isAmong, noteCompared, noteEntry } from './comparisons.ts';
import { truthOf, unknown } from './conditions.ts';
import type { Call, Reading, Result } from './reading.ts';
import { parsePath, readChild, readItems, readNamed, readSubject } from './subjects.ts';
import { isKey, type Subject } from './subject.ts';
import {
  constants,
  either,
  join,
  subjects,
  subjectsIn,
  type Atom,
  type Constant,
  type Value,
} from './values.ts';

/** What a loop goes through, one by one. */
export function elementsOf(value: Value): Value {
  return join(
    value.map((atom): Value => {
      switch (atom.kind) {
        case 'list':
          return atom.items;
        case 'dict':
          return join([...atom.entries.values()]);
        case 'pages':
          return [{ kind: 'page', scope: atom.scope }];
        case 'data':
          return [{ kind: 'data', path: `${atom.path}.[]` }];
        case 'menu':
        case 'resources':
          return [atom];
        default:
          return [];
      }
    }),
  );
}

/** Those of keys of front matter, too; where `value` is all of them, none can be named. */
export function itemsOf(reading: Reading, value: Value, at: Spot): Value {
  for (const atom of value) {
    if (atom.kind === 'params') {
      reading.notes.open(atom.owner, at);
    }
  }
  reading.notes.use(subjectsIn(value));
  return join([elementsOf(value), ...subjects(value).map((subject) => readItems(reading, subject, at))]);
}

/** `index x "a" 0` */
export function index(reading: Reading, { args, at }: Call): Value {
  const [base, ...keys] = args.map(({ value }) => value);
  return keys.reduce<Value>((value, key) => indexed(reading, value, key, at), base ?? []);
}

function indexed(reading: Reading, base: Value, key: Value, at: Spot): Value {
  const names = constants(key);
  return join(
    base.map((atom): Value => {
      switch (atom.kind) {
        case 'params':
          return readNamed(reading, atom.owner, key, at);
        case 'subject':
          return join(names.map((name) => entryOf(reading, atom.subject, name, at)));
        case 'data':
          noteEntry(reading, key, atom.path, undefined, at);
          if (isMade(key, atom.path)) {
            reading.notes.name('data', `${atom.path}.[]`, at);
          }
          return names.length === 0
            ? elementsOf([atom])
            : names.flatMap(({ text }) => entryBelow(reading, atom.path, text, at));
        case 'dict':
          isAmong(reading, key, namesIn([atom]), at);
          return names.length > 0
            ? join(names.map(({ text }) => atom.entries.get(text) ?? []))
            : elementsOf([atom]);
        default:
          return elementsOf([atom]);
      }
    }),
  );
}

/** Whether `key` may name an entry of the data at `path` that neither the template nor a page spells. */
function isMade(key: Value, path: string): boolean {
  return (
    key.length === 0 ||
    key.some(({ kind }) => kind !== 'constant' && (kind !== 'subject' || path.includes('[]')))
  );
}

function entryOf(reading: Reading, subject: Subject, { text, type }: Constant, at: Spot): Value {
  return type === 'number' ? readItems(reading, subject, at) : readChild(reading, subject, text, at);
}

/** The entry `name` of the site's data at `path`. */
export function entryBelow({ notes }: Reading, path: string, name: string, at: Spot): Value {
  const entry = path === '' ? name : `${path}.${name}`;
  if (entry.length > longestEntry) {
    return [];
  }
  notes.name('data', entry, at);
  return [{ kind: 'data', path: entry }];
}

/** A longer path is made by templates that call themselves. */
const longestEntry = 300;

export function isset(reading: Reading, { args, at }: Call): Result {
  const [base = [], key = []] = args.map(({ value }) => value);
  const value = join(
    base.map((atom): Value => {
      switch (atom.kind) {
        case 'params':
          return readNamed(reading, atom.owner, key, at);
        case 'subject':
          return join(constants(key).map((name) => entryOf(reading, atom.subject, name, at)));
        default:
          return [];
      }
    }),
  );
  if (value.length > 0) {
    // What is given in front matter need not be a truth value.
    reading.notes.test(subjects(value).filter((subject) => !isKey(subject)));
    return { value: [], condition: truthOf(value) };
  }
  return isAmong(reading, key, namesIn(base), at);
}

function namesIn(value: Value): Constant[] {
  return value.flatMap((atom) =>
    atom.kind === 'dict'
      ? [...atom.entries.keys()].map((text): Constant => ({ kind: 'constant', type: 'string', text }))
      : [],
  );
}

/** `in list item`; a word that is looked for in a key of front matter is mostly one of a list. */
export function isIn(reading: Reading, { args, at }: Call): Result {
  const [list = [], item = []] = args.map(({ value }) => value);
  const none: Result = { value: [], condition: unknown };
  for (const atom of list) {
    if (atom.kind === 'params') {
      reading.notes.open(atom.owner, at);
    }
  }
  const words = constants(item).filter(({ text }) => /^[^./\\]+$/.test(text));
  if (words.length > 0) {
    for (const subject of subjects(list).filter(isKey)) {
      noteCompared(reading, subjects(readItems(reading, subject, at)), words, at);
    }
  }
  if (!list.some(({ kind }) => kind === 'list')) {
    return none;
  }
  const items = elementsOf(list);
  const result = isAmong(reading, item, constants(items), at);
  return items.every(({ kind }) => kind === 'constant') ? result : none;
}

const equalities = new Set(['', '=', '==', 'eq', 'in']);

/** `where pages "Params.x" "!=" "y"`, and the same of data and of lists: what is left is of the same kind. */
export function where(reading: Reading, { args, at }: Call): Value {
  const [from = [], key = [], ...rest] = args.map(({ value }) => value);
  const value = rest.at(-1) ?? [];
  const [operator] = rest.length > 1 ? constants(rest[0] ?? []) : [];
  const fields = constants(key).map(({ text }) => text);
  const values = constants(join([value, elementsOf(value)])).filter(({ type }) => type !== 'nil');
  return from.flatMap((atom): Value => {
    switch (atom.kind) {
      case 'pages': {
        readFields(reading, atom.scope, key, values, at);
        const isOnly = equalities.has(operator?.text.toLowerCase() ?? '') && value.every(isWritten);
        return isOnly ? [{ ...atom, scope: narrowed(atom.scope, fields, values) }] : [atom];
      }
      case 'data':
        fields.forEach((field) => {
          noteEntry(reading, value, atom.path, field.replace(/^\./, ''), at);
        });
        return [atom];
      case 'subject':
        fields.forEach((field) => {
          const items = subjects(readItems(reading, atom.subject, at));
          const read = items.map((item) => readChild(reading, item, field.replace(/^\./, ''), at));
          noteCompared(reading, subjects(join(read)), values, at);
        });
        return [atom];
      default:
        return [atom];
    }
  });
}

function isWritten(atom: Atom): boolean {
  return (
    atom.kind === 'constant' || (atom.kind === 'list' && atom.items.every(({ kind }) => kind === 'constant'))
  );
}

/** `sort x "Params.weight"` */
export function sort(reading: Reading, { args, at }: Call): Value {
  const [from = [], key] = args.map(({ value }) => value);
  for (const atom of key === undefined ? [] : from) {
    if (atom.kind === 'pages') {
      readFields(reading, atom.scope, key ?? [], [], at);
    }
  }
  return from;
}

/** The key of these pages that a path names, compared with `values`. */
function readFields(
  reading: Reading,
  scope: PageScope,
  key: Value,
  values: readonly Constant[],
  at: Spot,
): void {
  const paths = constants(key).map(({ text }) => parsePath(text));
  if (constants(key).length < Math.max(1, key.length)) {
    reading.notes.open(scope, at);
  }
  for (const path of paths) {
    const read = path === undefined ? [] : subjects(readSubject(reading, scope, path, at));
    if (values.length > 0) {
      noteCompared(reading, read, values, at);
    } else {
      reading.notes.use(read);
    }
  }
}

/** Pages of one section alone; a content type is mostly that of its section. */
function narrowed(scope: PageScope, fields: readonly string[], values: readonly Constant[]): PageScope {
  const [field = ''] = fields;
  const [value] = values;
  const isSection = fields.length === 1 && values.length === 1 && /^\.?(?:Section|Type)$/.test(field);
  return isSection && value !== undefined ? { of: 'others', section: value.text.toLowerCase() } : scope;
}

const lists: ReadonlySet<Atom['kind']> = new Set(['list', 'pages', 'subject', 'data', 'menu', 'resources']);

/** What is picked out of lists, whichever of the arguments they are. */
export function selected({ args }: Call): Value {
  return join(args.map(({ value }) => value.filter(({ kind }) => lists.has(kind))));
}

export function dict(_: Reading, { args }: Call): Value {
  const entries = new Map<string, Value>();
  for (let at = 0; at + 1 < args.length; at += 2) {
    for (const { text } of constants(args[at]?.value ?? [])) {
      entries.set(text, args[at + 1]?.value ?? []);
    }
  }
  return [{ kind: 'dict', entries }];
}

export function slice(_: Reading, { args }: Call): Value {
  const parts = args.map(({ value }) => value);
  return [{ kind: 'list', items: either(parts), parts }];
}

/** Pages stay pages, in whatever list. */
export function append(_: Reading, { args }: Call): Value {
  const items = join(
    args.flatMap(({ value }) => [elementsOf(value), value.filter(({ kind }) => kind !== 'list')]),
  );
  const lists = items.map((atom): Value =>
    atom.kind === 'page' || atom.kind === 'pages' ? [{ kind: 'pages', scope: atom.scope }] : [],
  );
  return [...join(lists), { kind: 'list', items: items.filter(({ kind }) => !/^pages?$/.test(kind)) }];
}
