import type { HugoRange } from '../hugo/version.ts';
import type { TextRange } from '../text/range.ts';
import { isMoot, type Fault } from './faults.ts';
import type { ArgumentQuote, Delimiter } from './types.ts';

/** A value as it stands in the text, with and without its quotes. */
export interface ReadValue {
  readonly content: TextRange;
  readonly outer: TextRange;
  readonly quote: ArgumentQuote;
}

export interface DraftArgument {
  nameRange: TextRange | undefined;
  value: ReadValue;
  /** Where the whole argument begins. */
  readonly start: number;
}

/** A tag in the making. */
export interface Draft {
  /** The text up to where this tag may reach at most. */
  readonly text: string;
  readonly left: TextRange;
  readonly delimiter: Delimiter;
  readonly right: string;
  readonly hugo: HugoRange;
  /** Hugo takes form feeds for blanks. */
  readonly feeds: boolean;
  /** Names that stand in earlier tags: the ones that Hugo would let a slash close. */
  readonly seen: ReadonlySet<string>;
  pos: number;
  name: TextRange | undefined;
  inline: boolean;
  slash: TextRange | undefined;
  /** The slash came before the name. */
  closing: boolean;
  arguments: DraftArgument[];
  /** The argument that a following `=` gives a value to. */
  last: DraftArgument | undefined;
  /** What Hugo's lexer took the first argument for. */
  style: 'named' | 'positional' | undefined;
  rightRange: TextRange | undefined;
  fault: Fault | undefined;
}

/** Notes a fault that some release minds. Only the first of a tag counts: the others mostly follow from it. */
export function note(draft: Draft, fault: Fault): void {
  if (isMoot(fault, draft.hugo)) {
    return;
  }
  if (!hasFault(draft)) {
    draft.fault = fault;
  }
}

/** Whether no other fault counts any more, so that none needs to be worked out. */
export function hasFault({ fault }: Draft): boolean {
  return fault !== undefined && fault.harmless !== true;
}
