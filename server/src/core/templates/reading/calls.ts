import { checkArguments } from './checkArguments.ts';
import * as collections from './collections.ts';
import { compare, compareNumbers } from './comparisons.ts';
import { all, any, not, truthOf, unknown, type Condition } from './conditions.ts';
import { changes, keeps, selects, shortName } from './functions.ts';
import type { Spot } from './places.ts';
import type { Call, Reading, Result } from './reading.ts';
import { isKey, renderedPage } from './subject.ts';
import { add, delimit, joinPath, print, printFormat } from './texts.ts';
import { noteUse } from './uses.ts';
import { constants, either, exposed, join, oneOf, passedOn, subjects, type Value } from './values.ts';

type Reader = (reading: Reading, call: Call) => Result | Value;

/** Reads a call of one of Hugo's functions; what is not known of a function shows in its arguments alone. */
export function callFunction(reading: Reading, call: Call): Result {
  const name = shortName(call.name);
  const known = { ...call, name };
  checkArguments(reading, known);
  const reader = readers.get(name);
  const result = reader?.(reading, known) ?? passedBy(known);
  return 'value' in result ? result : { value: result, condition: truthOf(result) };
}

const readers = new Map<string, Reader>(
  Object.entries({
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
    lt: compareNumbers,
    le: compareNumbers,
    gt: compareNumbers,
    ge: compareNumbers,
    len: () => [],
    in: collections.isIn,
    isset: collections.isset,
    index: collections.index,
    where: collections.where,
    sort: collections.sort,
    dict: collections.dict,
    slice: collections.slice,
    append: collections.append,
    merge: (_, { args }) => either(args.map(({ value }) => value)),
    split,
    'strings.Split': split,
    printf: printFormat,
    print,
    pathJoin: joinPath,
    delimit,
    add,
    newScratch: () => [{ kind: 'store' }],
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
  } satisfies Readonly<Record<string, Reader>>),
);

function conditionOf({ condition }: Result): Condition {
  return condition;
}

/** What is left of the arguments; whatever is made of the inner content is still that. */
function passedBy(call: Call): Value {
  const { name, args } = call;
  if (selects(name)) {
    return collections.selected(call);
  }
  const value = join(args.map((each) => each.value));
  if (keeps(name)) {
    return value;
  }
  const left = passedOn(value).filter(({ kind }) => kind === 'inner' || changes(name));
  return left.length === 0 ? [] : [...left, { kind: 'other' }];
}

function noteTest({ notes }: Reading, argument: Result | undefined): void {
  notes.test(subjects(argument?.value ?? []));
}

function choice(args: readonly Result[], condition: Condition): Result {
  return { value: either(args.map(({ value }) => value)), condition };
}

/** `value` comes first; when it is not given, one of `fallbacks` stands in. */
function noteDefault(
  { notes }: Reading,
  value: Result | undefined,
  fallbacks: readonly Result[],
  at: Spot,
): void {
  const own = subjects(value?.value ?? []);
  const others = fallbacks.flatMap((each) => subjects(each.value));
  if (own.length > 0 && others.length > 0) {
    notes.alias([...own, ...others]);
  }
  const [constant] = fallbacks.flatMap((each) => constants(each.value));
  if (constant !== undefined && constant.type !== 'nil') {
    for (const subject of [...own, ...others]) {
      notes.default(subject, constant.text, 'proven', at);
    }
  }
}

/** Arguments are texts: one that is split is a list of some. In front matter it is a text. */
function split({ notes }: Reading, { args, at }: Call): Value {
  for (const subject of subjects(join(args.map(({ value }) => value)))) {
    if (!isKey(subject)) {
      notes.type(subject, { type: 'list', folder: undefined }, at);
    }
  }
  return [];
}

/** What the partial answers; where it is not known, whoever holds what it is handed may read anything off it. */
function callPartial(reading: Reading, call: Call): Value {
  const [called, context] = call.args;
  const dot = context?.value ?? [];
  const name = called?.value ?? [];
  const names = constants(name);
  const answers = names.map(({ text }) => reading.call(reading, text, dot, call.at));
  const others = name.filter(({ kind }) => kind !== 'constant');
  const isFollowed = name.length > 0 && (others.length === 0 || callFolders(reading, others, dot, call.at));
  if (!isFollowed || answers.includes(undefined)) {
    noteUnresolved(reading, dot, call.at);
  }
  return join(answers.map((answer) => answer ?? []));
}

/** Partials whose names a key or an argument ends. Those of a folder that are handed pages are known, whichever it is. */
function callFolders({ notes }: Reading, names: Value, dot: Value, at: Spot): boolean {
  noteUse(notes, names, 'partial', at);
  const starts = names.map((atom) => (atom.kind === 'joined' ? atom.before?.replace(/^\//, '') : undefined));
  const pages = dot.flatMap((atom) => (atom.kind === 'page' ? atom.scope : []));
  if (pages.length !== dot.length || !starts.every((start) => start?.includes('/') === true)) {
    return false;
  }
  for (const name of starts.flatMap((start) => start ?? [])) {
    pages.forEach((scope) => notes.call({ kind: 'partials', name, ...scope, isCertain: false, at }));
  }
  return true;
}

/** `value` is handed to a template that is not known. */
export function noteUnresolved({ notes }: Reading, value: Value, at: Spot): void {
  const { call, keys, page } = exposed(value);
  if (call) {
    notes.open('call', at);
  }
  if (keys || page) {
    notes.open(renderedPage, at);
  }
}

function failure(fails: boolean): Reader {
  return ({ notes, conditions }, { at }) => {
    notes.failure(conditions, fails, at);
    return [];
  };
}
