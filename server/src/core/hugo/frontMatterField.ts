import type { HugoVersion } from './version.ts';

export type FieldType = 'string' | 'bool' | 'int' | 'float' | 'date' | 'list' | 'map' | 'listOfMaps';

/** A front-matter key that Hugo itself reads. */
export interface FrontMatterField {
  /** As Hugo's documentation spells it; Hugo matches it without regard to case. */
  readonly name: string;
  /** Other names of the same field. */
  readonly aliases?: readonly string[];
  readonly type: FieldType;
  /** What it does, in Markdown. */
  readonly documentation: string;
  /** What Hugo assumes where the key is absent, for people to read. */
  readonly default?: string;
  /** All values that mean something. */
  readonly values?: readonly string[];
  /** The first release that reads it; absent where every release we know does (0.111 and later). */
  readonly since?: HugoVersion;
  /** The release that began to warn of it, and what to write instead (empty: nothing). */
  readonly deprecated?: { readonly since: HugoVersion; readonly instead: string };
  /** Prose of its own on every page: other pages' values are no help. */
  readonly freeText?: true;
  /** What stands below it, for maps and lists of maps. */
  readonly fields?: readonly FrontMatterField[];
  /** Below it stand names of the writer's choice, and these fields below each of them. */
  readonly fieldsOfEach?: readonly FrontMatterField[];
  /** The address of its documentation. */
  readonly url: string;
}
