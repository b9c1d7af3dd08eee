// What a template computes with while it runs, as Go prints it. Numbers are integers, except where they say otherwise.
import { formatTime, type GoTime } from './goTime.ts';

export type GoValue =
  string | number | boolean | undefined | readonly GoValue[] | GoMap | GoRecord | GoTime | GoMonth;

/** Keys in any order; Go prints and walks them sorted. Those of a site's parameters match without regard to case. */
export interface GoMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, GoValue>;
  readonly folds: boolean;
}

/** A struct: a field that it does not have is a mistake, one whose value nobody knows here is no mistake. */
export interface GoRecord {
  readonly kind: 'record';
  readonly fields: ReadonlyMap<string, GoValue | Method>;
  /** Hugo's has more fields than these. */
  readonly isOpen: boolean;
}

export type Method = (args: readonly GoValue[]) => GoValue;

/** A month or a day of the week: a number that prints as its name. */
export interface GoMonth {
  readonly kind: 'named';
  readonly name: string;
  readonly number: number;
}

/** What makes an evaluation end early; nothing outside of this folder sees it. */
export class Stopped extends Error {
  /** `wrong` where Hugo would refuse it as well, `unknown` where only Hugo can tell. */
  readonly reason: 'wrong' | 'unknown';

  constructor(reason: 'wrong' | 'unknown') {
    super(reason);
    this.reason = reason;
  }
}

/** Ends the evaluation: only Hugo can tell what comes of this. */
export function unknown(): never {
  throw new Stopped('unknown');
}

/** Ends the evaluation: Hugo refuses this, too. */
export function wrong(): never {
  throw new Stopped('wrong');
}

export function isList(value: GoValue): value is readonly GoValue[] {
  return Array.isArray(value);
}

export function kindOf(value: GoValue): 'map' | 'record' | 'time' | 'named' | 'list' | 'nil' | 'plain' {
  if (value === undefined) {
    return 'nil';
  }
  return isList(value) ? 'list' : typeof value === 'object' ? value.kind : 'plain';
}

/** With `folds` keys match without regard to case. */
export function toMap(entries: Iterable<readonly [string, GoValue]>, folds = false): GoMap {
  const fold = (key: string): string => (folds ? key.toLowerCase() : key);
  return { kind: 'map', entries: new Map([...entries].map(([key, value]) => [fold(key), value])), folds };
}

/** The value of a key; as for Go nothing where there is none. */
export function entryOf({ entries, folds }: GoMap, key: string): GoValue {
  return entries.get(folds ? key.toLowerCase() : key);
}

/** In the order in which Go walks a map. */
export function sortedEntries({ entries }: GoMap): readonly (readonly [string, GoValue])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** As `if` and `with` see it. */
export function isTrue(value: GoValue): boolean {
  if (value === undefined || typeof value !== 'object') {
    return Boolean(value);
  }
  if (isList(value)) {
    return value.length > 0;
  }
  switch (value.kind) {
    case 'map':
      return value.entries.size > 0;
    case 'named':
      return value.number !== 0;
    default:
      return true;
  }
}

/** As an action prints it (fmt.Fprint). */
export function printed(value: GoValue): string {
  return value === undefined ? '<no value>' : printedInside(value);
}

/** As it is printed in a list or a map, or by `%v`. */
export function printedInside(value: GoValue): string {
  if (value === undefined) {
    return '<nil>';
  }
  if (typeof value !== 'object') {
    return String(value);
  }
  if (isList(value)) {
    return `[${value.map(printedInside).join(' ')}]`;
  }
  switch (value.kind) {
    case 'map':
      return `map[${sortedEntries(value)
        .map(([key, each]) => `${key}:${printedInside(each)}`)
        .join(' ')}]`;
    case 'named':
      return value.name;
    case 'time':
      return value.offset === 0 ? formatTime(value, '2006-01-02 15:04:05 -0700 UTC') : unknown();
    default:
      return unknown();
  }
}

/** As Hugo's functions take a text (`cast.ToString`). */
export function textOf(value: GoValue): string {
  return value === undefined ? '' : typeof value === 'object' ? unknown() : String(value);
}

/** As Hugo's functions take a whole number (`cast.ToInt`). */
export function integerOf(value: GoValue): number {
  if (typeof value === 'number') {
    return value;
  }
  if (typeof value === 'boolean') {
    return Number(value);
  }
  if (typeof value === 'string') {
    return /^[+-]?\d{1,15}$/.test(value) ? Number(value) : wrong();
  }
  return kindOf(value) === 'named' ? (value as GoMonth).number : unknown();
}

/** The characters of a text as Go counts its runes. */
export function lettersOf(text: string): readonly string[] {
  return Array.from(text);
}

/** No value of an archetype comes near. */
const heaviest = 20_000;

/** How long a value is with all that is in it. One that is too long for any page ends the evaluation. */
export function weightOf(value: GoValue): number {
  let weight = 0;
  const waiting = [value];
  while (waiting.length > 0) {
    const each = waiting.pop();
    weight += typeof each === 'string' ? each.length : 1;
    if (weight > heaviest) {
      return unknown();
    }
    if (isList(each)) {
      waiting.push(...each);
    } else if (kindOf(each) === 'map') {
      waiting.push(...(each as GoMap).entries.values());
    }
  }
  return weight;
}
