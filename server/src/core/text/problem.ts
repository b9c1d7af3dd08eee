import type { Message } from './message.ts';
import type { TextRange } from './range.ts';

/**
 * Trouble met while parsing. A parser never fails: it answers a tree and its problems.
 * `fatal` says what Hugo does: `always` means that every Hugo refuses the file, `never` that it builds all the same,
 * and `limited` that we stopped reading by our own guard and do not know.
 */
export interface Problem {
  /** Stable and kebab-case, the same as the rule that reports it or one of that rule's kinds. */
  readonly code: string;
  readonly range: TextRange;
  readonly message: Message;
  readonly fatal: 'always' | 'never' | 'limited';
}
