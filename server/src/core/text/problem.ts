import type { Message } from './message.ts';
import type { TextRange } from './range.ts';

/**
 * Trouble met while parsing. A parser never fails: it answers a tree and its problems.
 * `fatal` says which releases of the site's range refuse the file: `always` means all of them, `sometimes` only some, which the message
 * names, and `never` none: Hugo builds the page and silently drops something. `limited` means that our own guard stopped reading.
 */
export interface Problem {
  /** Stable and kebab-case, the same as the rule that reports it or one of that rule's kinds. */
  readonly code: string;
  /** Which of the kinds of its code, for those who offer to mend it. */
  readonly kind?: string;
  readonly range: TextRange;
  readonly message: Message;
  readonly fatal: 'always' | 'sometimes' | 'never' | 'limited';
}

/** What a problem is when `all`, `some` or `none` of the range's releases refuse it. */
export const fatalBy = {
  all: 'always',
  some: 'sometimes',
  none: 'never',
} as const satisfies Record<string, Problem['fatal']>;
