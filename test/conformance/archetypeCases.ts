// Archetypes with what `hugo new` of real Hugos made of them, in TZ=Europe/Stockholm. `record.mjs` asks the Hugos again.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What one Hugo made of an archetype, and when, as in RFC 3339. */
export type Made =
  | { readonly text: string; readonly now: string; readonly refused?: undefined }
  | { readonly refused: true; readonly text?: undefined; readonly now?: undefined };

export interface ArchetypeCase {
  readonly name: string;
  /** Of the new page, below `content/`. */
  readonly path: string;
  /** `hugo.toml`. */
  readonly config: string;
  readonly archetype: string;
  readonly hugo: Readonly<Record<string, Made>>;
}

const file = resolve('test/conformance/archetypeCases.json');

export function readArchetypeCases(): readonly ArchetypeCase[] {
  return JSON.parse(readFileSync(file, 'utf8')) as ArchetypeCase[];
}

export function writeArchetypeCases(cases: readonly ArchetypeCase[]): void {
  writeFileSync(file, `${JSON.stringify(cases, undefined, 2)}\n`);
}
