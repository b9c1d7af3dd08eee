import type { Translate } from '../text/message.ts';

/** What the asking editor can do, and what it knows that core does not: its language and its clock. */
export interface ClientAbilities {
  /** It understands snippets (`${1}` and the like) in completions. */
  readonly snippets: boolean;
  readonly translate?: Translate;
  /** The writer's day, `yyyy-mm-dd`. */
  readonly today: string;
  /** The writer's time with its zone, as in RFC 3339: `2026-11-21T09:30:00+01:00`. */
  readonly now?: string;
  /** The editor's command that opens the list of suggestions again; in VS Code `editor.action.triggerSuggest`. */
  readonly suggestCommand?: string;
}
