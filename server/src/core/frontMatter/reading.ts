import type { Problem } from '../text/problem.ts';
import type { MapNode } from './types.ts';

/** What one format's reader makes of front matter. */
export interface FormatReading {
  readonly root: MapNode;
  readonly problems: readonly Problem[];
  /** The tree says everything that stands there. */
  readonly sound: boolean;
}
