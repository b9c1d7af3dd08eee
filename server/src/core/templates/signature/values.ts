// What an expression of a template may be, as far as that says something of a shortcode's arguments.
import type { ArgumentKey } from '../signature.ts';

export type Atom =
  /** `other` is what a function has made of something: no longer what was given, nor empty when that is. */
  | { readonly kind: 'context' | 'params' | 'inner' | 'page' | 'site' | 'parent' | 'resources' | 'other' }
  | { readonly kind: 'argument'; readonly key: ArgumentKey }
  | { readonly kind: 'constant'; readonly text: string; readonly type: 'string' | 'bool' | 'number' | 'nil' }
  | { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly kind: 'list'; readonly items: Value }
  /** An entry of the site's data, by its dotted path. */
  | { readonly kind: 'data'; readonly path: string };

export type Constant = Extract<Atom, { kind: 'constant' }>;

/** All that it may be; empty where nothing is known of it. */
export type Value = readonly Atom[];

/** A value keeps so many possibilities; what is beyond them was joined in loops that nobody writes. */
const mostAtoms = 64;

export function join(values: readonly Value[]): Value {
  const [first = []] = values;
  if (values.every((value) => value === first)) {
    return first;
  }
  const seen = new Set<string>();
  return values
    .flat()
    .filter((atom) => {
      const key = keyOf(atom);
      const isNew = key === undefined || !seen.has(key);
      seen.add(key ?? '');
      return isNew;
    })
    .slice(0, mostAtoms);
}

/** The first of several values that is something; any of them may be something that is not known. */
export function either(values: readonly Value[]): Value {
  return join(values.map((value): Value => (value.length === 0 ? [{ kind: 'other' }] : value)));
}

/** One of several values, nobody knows which. */
export function oneOf(values: readonly Value[]): Value {
  return join([...values, [{ kind: 'other' }]]);
}

/** Atoms with the same key are the same. */
function keyOf(atom: Atom): string | undefined {
  switch (atom.kind) {
    case 'argument':
      return `argument ${typeof atom.key} ${String(atom.key)}`;
    case 'constant':
      return `constant ${atom.type} ${atom.text}`;
    case 'data':
      return `data ${atom.path}`;
    case 'dict':
    case 'list':
      return undefined;
    default:
      return atom.kind;
  }
}

export function argumentKeys(value: Value): ArgumentKey[] {
  return value.flatMap((atom) => (atom.kind === 'argument' ? [atom.key] : []));
}

export function constants(value: Value): Constant[] {
  return value.filter((atom) => atom.kind === 'constant');
}

const falsehoods = new Set(['string ', 'number 0', 'bool false', 'nil nil']);

/** Whether this is as good as nothing. */
export function isFalse(atom: Atom): boolean {
  return atom.kind === 'constant' && falsehoods.has(`${atom.type} ${atom.text}`);
}

/** What becomes of a value that a function passes on in another form. */
export function passedOn(value: Value): Value {
  return value.filter(({ kind }) => kind === 'argument' || kind === 'inner');
}

/** Elements of lists, values of maps; those of an argument are not known. */
export function elementsOf(value: Value): Value {
  return join(
    value.map((atom) =>
      atom.kind === 'list' ? atom.items : atom.kind === 'dict' ? join([...atom.entries.values()]) : [],
    ),
  );
}

/** Whether somebody who holds this value can ask for any argument. */
export function holdsParams(value: Value): boolean {
  return holds(value, new Set<Atom['kind']>(['context', 'params']));
}

/** Whether this value has anything to do with the call of the shortcode. */
export function concernsCall(value: Value): boolean {
  return holds(value, new Set<Atom['kind']>(['context', 'params', 'argument', 'inner', 'parent']));
}

/** Lists and maps are looked into so deep. */
const deepest = 4;

function holds(value: Value, kinds: ReadonlySet<Atom['kind']>, depth = 0): boolean {
  return value.some((atom) => {
    if (atom.kind === 'dict' || atom.kind === 'list') {
      const held = atom.kind === 'list' ? [atom.items] : [...atom.entries.values()];
      return depth < deepest && held.some((inner) => holds(inner, kinds, depth + 1));
    }
    return kinds.has(atom.kind);
  });
}
