// When a branch of a template is taken, as far as arguments and keys decide it.
import type { Subject } from './subject.ts';
import { isFalse, subjects, type Value } from './values.ts';

export type Condition =
  | { readonly kind: 'given' | 'missing'; readonly subject: Subject }
  | {
      readonly kind: 'among' | 'notAmong';
      readonly subjects: readonly Subject[];
      readonly values: readonly string[];
      /** Something stands in when none of them is given. */
      readonly hasDefault: boolean;
    }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'unknown' };

export const unknown: Condition = { kind: 'unknown' };

export function all(parts: readonly Condition[]): Condition {
  return joined('all', parts);
}

export function any(parts: readonly Condition[]): Condition {
  return joined('any', parts);
}

function joined(kind: 'all' | 'any', parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind, parts: flat };
}

const opposites = {
  given: 'missing',
  missing: 'given',
  among: 'notAmong',
  notAmong: 'among',
  all: 'any',
  any: 'all',
} as const;

export function not(condition: Condition): Condition {
  switch (condition.kind) {
    case 'unknown':
      return condition;
    case 'given':
    case 'missing':
      return { ...condition, kind: opposites[condition.kind] };
    case 'among':
    case 'notAmong':
      return { ...condition, kind: opposites[condition.kind] };
    default:
      return joined(opposites[condition.kind], condition.parts.map(not));
  }
}

/** The conditions that all hold, none of them an `all`. */
export function conjuncts(conditions: readonly Condition[]): readonly Condition[] {
  const { kind, ...rest } = all(conditions);
  return kind === 'all' && 'parts' in rest ? rest.parts : [all(conditions)];
}

/** The condition under which a value is true: one of the subjects that it may be is given. */
export function truthOf(value: Value): Condition {
  const known = subjects(value);
  const isDecided = known.length > 0 && value.every((atom) => atom.kind === 'subject' || isFalse(atom));
  return isDecided ? any(known.map((subject) => ({ kind: 'given', subject }))) : unknown;
}
