import type { Problem } from '../text/problem.ts';
import type { TextRange } from '../text/range.ts';
import type { MapNode } from './types.ts';

/** What one format's reader makes of front matter. */
export interface FormatReading {
  readonly root: MapNode;
  readonly problems: readonly Problem[];
  /** What was left out so that the rest could be read. */
  readonly unread: readonly TextRange[];
  /** The tree says everything that stands there. */
  readonly sound: boolean;
}
