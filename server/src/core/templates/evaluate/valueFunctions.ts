// Functions of Go and Hugo for numbers, lists, maps, times and comparisons, by all of their names. Some of them are asked lazily and stand in `evaluate`.
import type { GoFunction } from './evaluate.ts';
import { formatTime, parseTime, type GoTime } from './goTime.ts';
import {
  entryOf,
  integerOf,
  isList,
  isTrue,
  kindOf,
  lettersOf,
  sortedEntries,
  textOf,
  toMap,
  unknown,
  wrong,
  type GoMap,
  type GoValue,
} from './values.ts';

const dateFormat: GoFunction = ([layout, value], { language }) => {
  const text = textOf(layout);
  const isEnglish = /^en\b/i.test(language);
  return text.startsWith(':') ? unknown() : formatTime(timeOf(value), text, isEnglish);
};
const time: GoFunction = (args) => (args.length === 1 ? timeOf(args[0]) : unknown());
const now: GoFunction = (_, site) => site.now;
const seq: GoFunction = (args) => {
  const [first = 1, last] = args.map(integerOf);
  const [from, to] = last === undefined ? [1, first] : [first, last];
  return args.length > 2 || to < from || to - from > mostItems
    ? unknown()
    : Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

const mostItems = 1000;

export const valueFunctions: Readonly<Record<string, GoFunction>> = {
  now,
  'time.Now': now,
  time,
  'time.AsTime': time,
  dateFormat,
  'time.Format': dateFormat,
  add: folded((a, b) => a + b),
  sub: folded((a, b) => a - b),
  mul: folded((a, b) => a * b),
  div: folded((a, b) => (b === 0 ? wrong() : Math.trunc(a / b))),
  mod: folded((a, b) => (b === 0 ? wrong() : a % b)),
  'math.Add': folded((a, b) => a + b),
  'math.Sub': folded((a, b) => a - b),
  'math.Mul': folded((a, b) => a * b),
  int: ([value]) => (typeof value === 'string' && /^[+-]?0\d/.test(value) ? unknown() : integerOf(value)),
  len: ([value]) => lengthOf(value),
  index: ([value, ...keys]) => keys.reduce<GoValue>(itemOf, value),
  slice: (args) => args,
  dict,
  seq,
  'collections.Seq': seq,
  first: ([count, list]) => listOf(list).slice(0, integerOf(count)),
  last: ([count, list]) => {
    const items = listOf(list);
    return items.slice(Math.max(0, items.length - integerOf(count)));
  },
  after: ([count, list]) => listOf(list).slice(integerOf(count)),
  append: (args) => [...listOf(args.at(-1)), ...args.slice(0, -1)],
  uniq: ([list]) => [...new Set(plainItems(list))],
  sort: ([list, ...rest]) => (rest.length > 0 ? unknown() : plainItems(list).toSorted(inOrder)),
  delimit,
  in: ([list, item]) =>
    isList(list) ? plainItems(list).includes(item) : textOf(list).includes(textOf(item)),
  isset: ([value, key]) =>
    kindOf(value) === 'map'
      ? (value as GoMap).entries.has(textOf(key).toLowerCase()) || (value as GoMap).entries.has(textOf(key))
      : isList(value)
        ? integerOf(key) < value.length
        : unknown(),
  default: ([fallback, value]) => (typeof value === 'boolean' || isTrue(value) ? value : fallback),
  cond: ([condition, yes, no]) => (isTrue(condition) ? yes : no),
  not: ([value]) => !isTrue(value),
  eq: ([value, ...others]) => others.some((other) => isSame(value, other)),
  ne: ([value, ...others]) => others.every((other) => !isSame(value, other)),
  lt: ([a, b]) => inOrder(a, b) < 0,
  le: ([a, b]) => inOrder(a, b) <= 0,
  gt: ([a, b]) => inOrder(a, b) > 0,
  ge: ([a, b]) => inOrder(a, b) >= 0,
};

function folded(step: (a: number, b: number) => number): GoFunction {
  return (args) =>
    args.length < 2 || args.some((value) => typeof value !== 'number')
      ? unknown()
      : args.map(integerOf).reduce(step);
}

function timeOf(value: GoValue): GoTime {
  return kindOf(value) === 'time' ? (value as GoTime) : parseTime(textOf(value));
}

function lengthOf(value: GoValue): number {
  if (typeof value === 'string') {
    return utf8Length(value);
  }
  return isList(value) ? value.length : kindOf(value) === 'map' ? (value as GoMap).entries.size : wrong();
}

function utf8Length(text: string): number {
  return lettersOf(text).reduce((sum, letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
}

function itemOf(value: GoValue, key: GoValue): GoValue {
  if (isList(value)) {
    return value[integerOf(key)];
  }
  if (kindOf(value) === 'map') {
    return entryOf(value as GoMap, textOf(key));
  }
  return unknown();
}

function dict(args: readonly GoValue[]): GoValue {
  if (args.length % 2 !== 0) {
    return wrong();
  }
  const pairs = args.flatMap((key, index): (readonly [string, GoValue])[] =>
    index % 2 === 0 ? [[typeof key === 'string' ? key : unknown(), args[index + 1]]] : [],
  );
  return toMap(pairs);
}

function listOf(value: GoValue): readonly GoValue[] {
  return isList(value) ? value : unknown();
}

/** Those that can be told apart and put in order. */
function plainItems(value: GoValue): readonly GoValue[] {
  return listOf(value).map((item) => (kindOf(item) === 'plain' ? item : unknown()));
}

function delimit(args: readonly GoValue[]): GoValue {
  const [list, by, beforeLast = by] = args;
  const items =
    kindOf(list) === 'map' ? sortedEntries(list as GoMap).map(([, value]) => value) : listOf(list);
  const texts = items.map(textOf);
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : texts.join(textOf(by)) + textOf(beforeLast) + last;
}

function isSame(a: GoValue, b: GoValue): boolean {
  const isPlain = [a, b].every((value) => ['plain', 'nil', 'named'].includes(kindOf(value)));
  return isPlain ? numberOr(a) === numberOr(b) : unknown();
}

function numberOr(value: GoValue): GoValue {
  return kindOf(value) === 'named' ? integerOf(value) : value;
}

/** Numbers among each other, and texts that are no numbers: of others Hugo knows more. */
function inOrder(a: GoValue, b: GoValue): number {
  if (kindOf(a) === 'time' && kindOf(b) === 'time') {
    return (a as GoTime).moment - (b as GoTime).moment;
  }
  const [left, right] = [numberOr(a), numberOr(b)];
  if (typeof left === 'number' && typeof right === 'number') {
    return left - right;
  }
  const areWords = [left, right].every((value) => typeof value === 'string' && /^[a-z]+$/.test(value));
  return areWords ? (textOf(left) < textOf(right) ? -1 : Number(left !== right)) : unknown();
}
