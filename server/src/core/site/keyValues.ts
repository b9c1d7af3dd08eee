import type { PageRecord } from './snapshot.ts';

type Keyed = Pick<PageRecord, 'keys'>;

/** What the index keeps of the values that a page gives a key, by the key's id; none where it has no such key. */
export function valuesOf({ keys }: Keyed, id: string): readonly string[] {
  return keys.find((key) => key.id === id)?.values ?? [];
}

/** The first of them, mostly the only one. */
export function valueOf({ keys }: Keyed, id: string): string | undefined {
  return keys.find((key) => key.id === id)?.values[0];
}
