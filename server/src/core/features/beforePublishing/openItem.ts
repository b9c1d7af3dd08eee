import type { Message } from '../../text/message.ts';
import type { TextRange } from '../../text/range.ts';
import type { Fix } from '../finding.ts';

/** What an item is about, in the order in which a writer wants to know: wrong, not filled in, worth a look, not published yet. */
export type ItemGroup = 'wrong' | 'unfilled' | 'look' | 'publication';

/** A fix after which the writer goes on: `cursor` is an offset in the text that it leaves behind (UTF-16), where suggestions open. */
export interface ItemFix extends Fix {
  readonly cursor?: number;
}

/** Something that a page lacks before it is published. */
export interface OpenItem {
  /** Stable, kebab-case; of a finding that of its rule. */
  readonly code: string;
  readonly group: ItemGroup;
  /** The id of the key that it is about. */
  readonly key?: string;
  /** One quiet sentence. */
  readonly message: Message;
  /** Where it stands, or would stand. */
  readonly range: TextRange;
  /** Among those of its group the heavier comes first. */
  readonly weight: number;
  /** The one thing to do about it. */
  readonly fix?: ItemFix;
  /** A value is wanted at `range`: suggestions open there. */
  readonly isToFill?: true;
}
