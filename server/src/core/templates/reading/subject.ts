import type { ArgumentKey } from '../signature.ts';
import type { PageScope } from '../templateReading.ts';

/** Whose values are read: the arguments of the call, or of the call that encloses it, or the front matter of a page. */
export type Owner = 'call' | 'parent' | PageScope;

/** Something that is read: an argument of the call, or a key of front matter. There is one object for each. */
export interface Subject {
  readonly owner: Owner;
  /** An argument has one part; a key as many as it is deep, `[]` for the items of a list. */
  readonly path: readonly ArgumentKey[];
}

export const renderedPage: PageScope = { of: 'page', section: undefined };
export const otherPages: PageScope = { of: 'others', section: undefined };

/** Names the subject; Hugo matches keys without regard to case, and arguments with. */
export function subjectId(owner: Owner, path: readonly ArgumentKey[]): string {
  const id = path.map((part) => `${typeof part} ${String(part)}`).join('\n');
  return typeof owner === 'string' ? `${owner}\n${id}` : `${scopeId(owner)}\n${id.toLowerCase()}`;
}

export function ownerId(owner: Owner): string {
  return typeof owner === 'string' ? owner : scopeId(owner);
}

export function scopeId({ of, section }: PageScope): string {
  return section === undefined ? of : `${of} ${section}`;
}

/** The name by which facts speak of it: an argument as it is, a key dotted. */
export function nameOf({ path }: Subject): ArgumentKey {
  const [only] = path;
  return path.length === 1 && only !== undefined ? only : path.join('.');
}

/** Values of front matter may be maps and lists; arguments are seldom more than texts. */
export function isKey({ owner }: Subject): boolean {
  return typeof owner !== 'string';
}
