import type { ArgumentKey, Place } from '../signature.ts';
import { checkArguments } from './checkArguments.ts';
import { all, any, not, truthOf, unknown, type Condition } from './conditions.ts';
import { changes, keeps, shortName } from './functions.ts';
import { readArguments } from './methods.ts';
import type { Call, Reading, Result } from './reading.ts';
import {
  argumentKeys,
  constants,
  either,
  oneOf,
  elementsOf,
  holdsParams,
  join,
  passedOn,
  type Constant,
  type Value,
} from './values.ts';

type Reader = (reading: Reading, call: Call) => Result | Value;

/** Reads a call of one of Hugo's functions; what is not known of a function shows in its arguments alone. */
export function callFunction(reading: Reading, call: Call): Result {
  const name = shortName(call.name);
  const known = { ...call, name };
  checkArguments(reading, known);
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  const result = reader?.(reading, known) ?? passedBy(known);
  return 'value' in result ? result : { value: result, condition: truthOf(result) };
}

const readers: Readonly<Record<string, Reader>> = {
  not: (reading, { args }) => {
    noteTest(reading, args[0]);
    return { value: [], condition: not(args[0]?.condition ?? unknown) };
  },
  and: (_, { args }) => ({
    value: oneOf(args.map(({ value }) => value)),
    condition: all(args.map(conditionOf)),
  }),
  or: (reading, call) => {
    noteDefault(reading, call.args[0], call.args.slice(1), call.at);
    return choice(call.args, any(call.args.map(conditionOf)));
  },
  default: (reading, call) => {
    const [fallback, value] = call.args;
    noteDefault(reading, value, fallback === undefined ? [] : [fallback], call.at);
    return choice(
      [value, fallback].flatMap((each) => each ?? []),
      any(call.args.map(conditionOf)),
    );
  },
  cond: (reading, { args }) => {
    noteTest(reading, args[0]);
    return oneOf(args.slice(1).map(({ value }) => value));
  },
  eq: compare,
  ne: (reading, call) => {
    const { value, condition } = compare(reading, call);
    return { value, condition: not(condition) };
  },
  in: (reading, { args, at }) => {
    const [list, item] = args;
    if (list?.value.some(({ kind }) => kind === 'params') === true) {
      reading.notes.open(at);
    }
    const isList = list?.value.some(({ kind }) => kind === 'list') === true;
    return isList ? isIn(reading, item?.value ?? [], elementsOf(list.value), at) : [];
  },
  isset: (reading, { args, at, name }) => {
    const [base, key] = args;
    if (base?.value.some(({ kind }) => kind === 'params') === true) {
      const value = readArguments(reading, key?.value ?? [], { name, args, at });
      reading.notes.test(argumentKeys(value));
      return { value: [], condition: truthOf(value) };
    }
    return isAmong(reading, key?.value ?? [], keysOf(base?.value ?? []), at);
  },
  index: (reading, { args, at, name }) =>
    args
      .slice(1)
      .reduce<Value>(
        (value, key) => indexed(reading, value, key.value, { name, args, at }),
        args[0]?.value ?? [],
      ),
  len: () => [],
  dict: (_, { args }) => [{ kind: 'dict', entries: entriesOf(args) }],
  slice: (_, { args }) => [{ kind: 'list', items: either(args.map(({ value }) => value)) }],
  append: (_, { args }) => [
    {
      kind: 'list',
      items: join(args.flatMap(({ value }) => [elementsOf(value), passedOn(value), constants(value)])),
    },
  ],
  merge: (_, { args }) => either(args.map(({ value }) => value)),
  try: (_, { args }) => [{ kind: 'dict', entries: new Map([['Value', args[0]?.value ?? []]]) }],
  return: (reading, { args }) => {
    reading.frame.returned.push(args[0]?.value ?? []);
    return [];
  },
  partial: callPartial,
  partialCached: callPartial,
  errorf: failure(true),
  erroridf: failure(true),
  warnf: failure(false),
  warnidf: failure(false),
  lt: compareNumbers,
  le: compareNumbers,
  gt: compareNumbers,
  ge: compareNumbers,
};

function conditionOf({ condition }: Result): Condition {
  return condition;
}

/** What is left of the arguments; whatever is made of the inner content is still that. */
function passedBy({ name, args }: Call): Value {
  const value = join(args.map((each) => each.value));
  if (keeps(name)) {
    return value;
  }
  const left = passedOn(value).filter(({ kind }) => kind === 'inner' || changes(name));
  return left.length === 0 ? [] : [...left, { kind: 'other' }];
}

function noteTest({ notes }: Reading, argument: Result | undefined): void {
  notes.test(argumentKeys(argument?.value ?? []));
}

function choice(args: readonly Result[], condition: Condition): Result {
  return { value: either(args.map(({ value }) => value)), condition };
}

/** `value` comes first; when it is not given, one of `fallbacks` stands in. */
function noteDefault(
  { notes }: Reading,
  value: Result | undefined,
  fallbacks: readonly Result[],
  at: Place,
): void {
  const keys = argumentKeys(value?.value ?? []);
  const others = fallbacks.flatMap((each) => argumentKeys(each.value));
  if (keys.length > 0 && others.length > 0) {
    notes.alias([...keys, ...others]);
  }
  const [constant] = fallbacks.flatMap((each) => constants(each.value));
  if (constant !== undefined && constant.type !== 'nil') {
    for (const key of [...keys, ...others]) {
      notes.default(key, constant.text, 'proven', at);
    }
  }
}

function compare(reading: Reading, { args, at }: Call): Result {
  const subjects = args.filter(({ value }) => argumentKeys(value).length > 0);
  const others = args.filter(({ value }) => argumentKeys(value).length === 0);
  const compared = constants(join(others.map(({ value }) => value))).filter(({ type }) => type !== 'nil');
  const subject = join(subjects.map(({ value }) => value));
  const result = isAmong(reading, subject, compared, at);
  const isPlain =
    subjects.length === 1 && others.every(({ value }) => value.length === 1 && constants(value).length === 1);
  return isPlain ? result : { value: [], condition: unknown };
}

/** The condition that an argument is one of `values`, which are worth suggesting. */
function isAmong({ notes }: Reading, subject: Value, values: readonly Constant[], at: Place): Result {
  const keys = argumentKeys(subject);
  const [key] = keys;
  if (key === undefined || values.length === 0) {
    return { value: [], condition: unknown };
  }
  if (isSwitch(values)) {
    notes.type(keys, 'bool', at);
  } else if (values.some(({ text }) => text !== '')) {
    notes.use(keys);
  }
  for (const { text, type } of values) {
    notes.value(keys, text, type === 'string', at);
  }
  const isExact = subject.every(({ kind }) => kind === 'argument' || kind === 'constant');
  return { value: [], condition: isExact ? amongCondition(keys, subject, values) : unknown };
}

/** An argument that is not given is no empty text when there are no arguments at all. */
function amongCondition(
  keys: readonly ArgumentKey[],
  subject: Value,
  values: readonly Constant[],
): Condition {
  const [key] = keys;
  const texts = values.map(({ text }) => text);
  return key !== undefined && keys.length === 1 && texts.every((text) => text === '')
    ? all([{ kind: 'missing', key }, unknown])
    : { kind: 'among', keys, values: texts, hasDefault: constants(subject).length > 0 };
}

function isIn(reading: Reading, item: Value, items: Value, at: Place): Result {
  const result = isAmong(reading, item, constants(items), at);
  return items.every(({ kind }) => kind === 'constant') ? result : { value: [], condition: unknown };
}

const switches = new Set(['true', 'false', 'yes', 'no', 'on', 'off', '1', '0', '']);

/** Words for on and off, with those of Hugo's own among them. */
function isSwitch(values: readonly Constant[]): boolean {
  return (
    values.every(({ text }) => switches.has(text.toLowerCase())) &&
    values.some(({ text }) => text === 'true' || text === 'false')
  );
}

function compareNumbers({ notes }: Reading, { args, at }: Call): Value {
  if (args.some(({ value }) => constants(value).some(({ type }) => type === 'number'))) {
    notes.type(
      args.flatMap(({ value }) => argumentKeys(value)),
      'int',
      at,
    );
  }
  return [];
}

function indexed(reading: Reading, base: Value, key: Value, call: Call): Value {
  const names = constants(key);
  return join(
    base.map((atom): Value => {
      switch (atom.kind) {
        case 'params':
          return readArguments(reading, key, call);
        case 'list':
          return atom.items;
        case 'data':
          reading.notes.type(argumentKeys(key), 'data', call.at, atom.path);
          return names.map(({ text }) => ({
            kind: 'data',
            path: atom.path === '' ? text : `${atom.path}.${text}`,
          }));
        case 'dict':
          isAmong(reading, key, keysOf([atom]), call.at);
          return names.length > 0
            ? join(names.map(({ text }) => atom.entries.get(text) ?? []))
            : elementsOf([atom]);
        default:
          return [];
      }
    }),
  );
}

function keysOf(value: Value): Constant[] {
  return value.flatMap((atom) =>
    atom.kind === 'dict'
      ? [...atom.entries.keys()].map((text): Constant => ({ kind: 'constant', type: 'string', text }))
      : [],
  );
}

function entriesOf(args: readonly Result[]): Map<string, Value> {
  const entries = new Map<string, Value>();
  for (let at = 0; at + 1 < args.length; at += 2) {
    for (const { text } of constants(args[at]?.value ?? [])) {
      entries.set(text, args[at + 1]?.value ?? []);
    }
  }
  return entries;
}

function callPartial(reading: Reading, { args, at }: Call): Value {
  const [name, context] = args;
  const dot = context?.value ?? [];
  const names = constants(name?.value ?? []);
  const answers = names.map(({ text }) => reading.call(reading, text, dot));
  const isKnown = names.length > 0 && names.length === name?.value.length && !answers.includes(undefined);
  if (!isKnown && holdsParams(dot)) {
    reading.notes.open(at);
  }
  return join(answers.map((answer) => answer ?? []));
}

function failure(fails: boolean): Reader {
  return ({ notes, conditions }, { at }) => {
    notes.failure(conditions, fails, at);
    return [];
  };
}
