import type { Message } from '../text/message.ts';
import type { OffsetEdit } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';
import type { OtherPages } from '../site/otherPages.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Fix {
  readonly title: Message;
  /** In the page's own text. */
  readonly edits: readonly OffsetEdit[];
  /** The one right answer: it may be applied with others of its kind, without a look at each. */
  readonly isSure?: true;
  /** A file that it makes besides; nothing where there is one already. */
  readonly creates?: { readonly uri: string; readonly text: string };
  /** What it changes in another file, of which `text` is what stands there. */
  readonly elsewhere?: { readonly uri: string; readonly text: string; readonly edits: readonly OffsetEdit[] };
}

/** Another place of the same page that belongs to the finding: the first of two keys. */
export interface Related {
  readonly range: TextRange;
  readonly message: Message;
}

/** What a rule found, at an exact place of one page. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly range: TextRange;
  readonly message: Message;
  readonly fixes: readonly Fix[];
  readonly related?: readonly Related[];
  /** It does nothing: shown faded. */
  readonly isUnnecessary?: true;
}

/** What a rule's `check` yields: the rule adds its code, and its default severity where none is given. */
export interface RuleFinding {
  readonly range: TextRange;
  readonly message: Message;
  /** Where it is not the rule's own: the rule's severity for what every Hugo of the range does, a lower one for what some do. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  readonly isUnnecessary?: true;
}

/** A page before and after; both stand in the same small site. */
export interface RuleExample {
  readonly wrong: string;
  readonly right: string;
  /** The other files of that site, in txtar form (`-- layouts/shortcodes/box.html --`); without it, the one with a `box` that takes inner content. */
  readonly site?: string;
  /** Where the page stands; `content/p.md` without it. */
  readonly path?: string;
}

/** One kind of problem, one file. Settings, manual page, code actions and tests derive from it. */
export interface DiagnosticRule {
  /** Stable, kebab-case; camelCase in the setting `hugoScribe.diagnostics.<name>`. */
  readonly code: string;
  readonly summary: string;
  readonly why: string;
  /** `off` for what is a matter of taste: found only where somebody asks for it. */
  readonly defaultSeverity: Severity | 'off';
  /** What its fix does, for the manual: `Removes the second key`. Absent where no single answer is right. */
  readonly fix?: string;
  readonly examples: readonly RuleExample[];
  /** `now` is the writer's time, as in RFC 3339; `others` are the pages that this one leads to, as far as they were read. */
  check(site: SiteSnapshot, page: PageDocument, now: string, others: OtherPages): Iterable<RuleFinding>;
}

/** The name of a rule's severity setting below `hugoScribe.diagnostics`: `unknown-shortcode` is `unknownShortcode`. */
export function toSettingName(code: string): string {
  return code.replace(/-[a-z]/g, (dashed) => dashed.slice(1).toUpperCase());
}

/** Where the manual explains a rule. */
export function manualUrl(code: string): string {
  return `https://github.com/hugo-scribe/hugo-scribe/blob/main/manual/${code}.md`;
}
