import type { Message } from '../text/message.ts';
import type { OffsetEdit } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Fix {
  readonly title: Message;
  readonly edits: readonly OffsetEdit[];
}

/** What a rule found, at an exact place of one page. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly range: TextRange;
  readonly message: Message;
  readonly fixes: readonly Fix[];
}

/** What a rule's `check` yields: the rule adds its code, and its default severity where none is given. */
export interface RuleFinding {
  readonly range: TextRange;
  readonly message: Message;
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
}

/** One kind of problem, one file. Settings, manual page, code actions and tests derive from it. */
export interface DiagnosticRule {
  /** Stable, kebab-case; camelCase in the setting `hugoScribe.diagnostics.<name>`. */
  readonly code: string;
  readonly summary: string;
  readonly why: string;
  readonly defaultSeverity: Severity;
  readonly examples: readonly { readonly wrong: string; readonly right: string }[];
  /** `now` is the writer's time, as in RFC 3339. */
  check(site: SiteSnapshot, page: PageDocument, now: string): Iterable<RuleFinding>;
}

/** The name of a rule's severity setting below `hugoScribe.diagnostics`: `unknown-shortcode` is `unknownShortcode`. */
export function toSettingName(code: string): string {
  return code.replace(/-[a-z]/g, (dashed) => dashed.slice(1).toUpperCase());
}
