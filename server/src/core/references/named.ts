import type { TextRange } from '../text/range.ts';
import type { Occurrence, SiteSymbol } from './types.ts';

/** One name in one text, and what it means. */
export interface Named {
  readonly symbol: SiteSymbol;
  /** The name itself, without quotes; empty at the start of a file that is the symbol. */
  readonly range: TextRange;
  readonly role: Occurrence['role'];
}

export const startOfFile: TextRange = { start: 0, end: 0 };
