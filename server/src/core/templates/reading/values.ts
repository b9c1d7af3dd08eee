// What an expression of a template may be, as far as that says something of arguments and of front matter.
import type { PageScope } from '../templateReading.ts';
import { ownerId, scopeId, subjectId, type Owner, type Subject } from './subject.ts';

export type Atom =
  /**
   * `context` is a shortcode's, `parent` the one that encloses it, `ancestor` any further out; `store` is what `.Scratch` and `.Store` are; `root` the address of the site; `other` what a function has
   * made of something: no longer what was given, nor empty when that is.
   */
  | {
      readonly kind:
        'context' | 'inner' | 'parent' | 'ancestor' | 'site' | 'menu' | 'store' | 'root' | 'other';
    }
  | { readonly kind: 'pages' | 'resources'; readonly scope: PageScope }
  /** `below` is where the pages stand that it leads to, if not where it stands itself. */
  | { readonly kind: 'page'; readonly scope: PageScope; readonly below?: PageScope }
  /** All arguments, or all keys of front matter. */
  | { readonly kind: 'params'; readonly owner: Owner }
  | { readonly kind: 'subject'; readonly subject: Subject }
  | Joined
  | { readonly kind: 'constant'; readonly text: string; readonly type: 'string' | 'bool' | 'number' | 'nil' }
  | { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, Value> }
  /** `parts` are the items in their order, where that is known. */
  | { readonly kind: 'list'; readonly items: Value; readonly parts?: readonly Value[] }
  /** An entry of the site's data, by its dotted path, with `[]` for any of many. */
  | { readonly kind: 'data'; readonly path: string };

/** A text that a subject is a part of; what stands around it is `undefined` where that is not known. */
export interface Joined {
  readonly kind: 'joined';
  readonly subject: Subject;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export type Constant = Extract<Atom, { kind: 'constant' }>;

/** All that it may be; empty where nothing is known of it. */
export type Value = readonly Atom[];

/** A value keeps so many possibilities; what is beyond them was joined in loops that nobody writes. */
const mostAtoms = 32;

export function join(values: readonly Value[]): Value {
  const [first = []] = values;
  if (values.every((value) => value === first)) {
    return first;
  }
  const [some = first, ...more] = values.filter((value) => value.length > 0);
  if (more.length === 0) {
    return some;
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

/** Atoms with the same key are the same; those without are told apart. */
function keyOf(atom: Atom): string | undefined {
  return atom.kind === 'dict' || atom.kind === 'list' ? undefined : textOfAtom(atom, 0);
}

/** Values that differ only deeper than this are taken for the same. */
const deepestText = 2;

/** A text that is the same for values that are the same. */
export function textOfValue(value: Value, depth = 0): string {
  return depth > deepestText ? '…' : value.map((atom) => textOfAtom(atom, depth)).join('|');
}

function textOfAtom(atom: Atom, depth: number): string {
  switch (atom.kind) {
    case 'page':
      return `page ${scopeId(atom.scope)} ${scopeId(atom.below ?? atom.scope)}`;
    case 'pages':
    case 'resources':
      return `${atom.kind} ${scopeId(atom.scope)}`;
    case 'params':
      return `params ${ownerId(atom.owner)}`;
    case 'subject':
      return subjectId(atom.subject.owner, atom.subject.path);
    case 'joined': {
      const { subject, before = '*', after = '*' } = atom;
      return `${before} ${subjectId(subject.owner, subject.path)} ${after}`;
    }
    case 'constant':
      return `constant ${atom.type} ${atom.text}`;
    case 'data':
      return `data ${atom.path}`;
    case 'list':
      return `[${textOfValue(atom.items, depth + 1)}]`;
    case 'dict':
      return `{${[...atom.entries].map(([key, value]) => `${key}: ${textOfValue(value, depth + 1)}`).join()}}`;
    default:
      return atom.kind;
  }
}

/** What it may be just as it was given. */
export function subjects(value: Value): Subject[] {
  return value.filter((atom) => atom.kind === 'subject').map(({ subject }) => subject);
}

/** What it may be, or be made of. */
export function subjectsIn(value: Value): Subject[] {
  return value.flatMap((atom) => (atom.kind === 'subject' || atom.kind === 'joined' ? [atom.subject] : []));
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
  return value.filter(({ kind }) => kind === 'subject' || kind === 'joined' || kind === 'inner');
}

/** What somebody who holds this value can ask for. */
export interface Exposed {
  /** Any argument. */
  readonly call: boolean;
  /** Any key, as the front matter itself is in it. */
  readonly keys: boolean;
  /** Any key, by way of a page. */
  readonly page: boolean;
}

export function exposed(value: Value): Exposed {
  const found = { call: false, keys: false, page: false };
  for (const atom of insideOf(value)) {
    const { kind } = atom;
    found.call ||= kind === 'context' || (kind === 'params' && atom.owner === 'call');
    found.keys ||= kind === 'params' && typeof atom.owner !== 'string';
    found.page ||= kind === 'page' || kind === 'pages' || kind === 'context';
  }
  return found;
}

const plain: ReadonlySet<Atom['kind']> = new Set([
  'constant',
  'data',
  'site',
  'menu',
  'root',
  'other',
  'store',
]);

/** Whether this value has anything to do with the call of the shortcode or with a page. */
export function concernsReading(value: Value): boolean {
  return insideOf(value).some(({ kind }) => !plain.has(kind));
}

/** Lists and maps are looked into so deep. */
const deepest = 3;

/** The atoms, and in the place of lists and maps those that they hold; each list and map once. */
function insideOf(value: Value, depth = 0, seen = new Set<Atom>()): Value {
  if (!value.some(({ kind }) => kind === 'dict' || kind === 'list')) {
    return value;
  }
  return value.flatMap((atom): Value => {
    if (atom.kind !== 'dict' && atom.kind !== 'list') {
      return [atom];
    }
    if (depth === deepest || seen.has(atom)) {
      return [];
    }
    seen.add(atom);
    const held = atom.kind === 'list' ? [atom.items] : [...atom.entries.values()];
    return held.flatMap((inner) => insideOf(inner, depth + 1, seen));
  });
}
