import type { FieldType, FrontMatterField } from '../hugo/frontMatterField.ts';
import type {
  Archetype,
  KeyStats,
  PageRecord,
  SiteSnapshot,
  SiteTemplate,
  TeamKey,
} from '../site/snapshot.ts';
import type { Fact, Level, Place, TypeFact, ValueFact } from '../templates/signature.ts';

/** Who asks for a key: a template that renders this very page, one that reads it off other pages, or one that renders none like it. */
export type ReadScope = 'page' | 'others' | 'elsewhere';

export interface KeyRead {
  readonly at: Place;
  readonly template: SiteTemplate;
  readonly scope: ReadScope;
}

/** A value that a template, an archetype, the data, the team or Hugo names; what pages use comes from `KeySchema.stats`. */
export interface NamedValue {
  readonly value: string;
  readonly isText: boolean;
  readonly from: 'hugo' | 'team' | 'template' | 'archetype' | 'data';
  readonly at: Place | undefined;
}

/** All that the site says of one key, for one page. */
export interface KeySchema {
  /** As the index knows it: dotted, lower-cased. */
  readonly id: string;
  /** As most write it: templates and team first where pages do not have it. */
  readonly spelling: string;
  readonly field: FrontMatterField | undefined;
  readonly stats: KeyStats | undefined;
  /** Hugo's, else that of most pages, else that of the templates. */
  readonly type: FieldType | undefined;
  /** Those of this page first. */
  readonly reads: readonly KeyRead[];
  /** The archetype of this page's section that has it, and what it sets it to. */
  readonly archetype: { readonly archetype: Archetype; readonly value: string | undefined } | undefined;
  readonly team: TeamKey | undefined;
  readonly values: readonly NamedValue[];
  /** No other value than `values` leads anywhere. */
  readonly closed: Fact | undefined;
  readonly default: ValueFact | undefined;
  readonly required: Fact | undefined;
  /** What templates do with its value: a file below a folder, an entry of the data, a page. */
  readonly uses: readonly TypeFact[];
  /** `proven`: templates read it, or Hugo does; `likely`: only pages have it; `open`: nobody knows. */
  readonly level: Level;
}

/** What the site says of the key at `path` (with its parents, `[]` for the items of a list), as far as it concerns `page`. */
export function keySchema(
  _site: SiteSnapshot,
  _page: PageRecord | undefined,
  _path: readonly string[],
): KeySchema | undefined {
  return undefined;
}
