// What stands at a field of a value, and what `range` walks.
import { callOfTime, type GoTime } from './goTime.ts';
import {
  entryOf,
  isList,
  kindOf,
  sortedEntries,
  unknown,
  wrong,
  type GoMap,
  type GoRecord,
  type GoValue,
} from './values.ts';

/** The keys and values in their order. */
export function itemsOf(value: GoValue): readonly (readonly [GoValue, GoValue])[] {
  if (isList(value)) {
    return value.map((item, index) => [index, item]);
  }
  if (kindOf(value) === 'map') {
    return sortedEntries(value as GoMap);
  }
  return value === undefined ? [] : unknown();
}

/** The last field of a chain is given the arguments. */
export function fieldOf(value: GoValue, name: string, args: readonly GoValue[]): GoValue {
  switch (kindOf(value)) {
    case 'map':
      return args.length > 0 ? wrong() : entryOf(value as GoMap, name);
    case 'record':
      return fieldOfRecord(value as GoRecord, name, args);
    case 'time':
      return callOfTime(value as GoTime, name, args);
    case 'nil':
      return undefined;
    default:
      return unknown();
  }
}

function fieldOfRecord({ fields, isOpen }: GoRecord, name: string, args: readonly GoValue[]): GoValue {
  const field = fields.get(name);
  if (!fields.has(name)) {
    return isOpen ? unknown() : wrong();
  }
  if (typeof field === 'function') {
    return field(args);
  }
  return args.length > 0 ? wrong() : field;
}
