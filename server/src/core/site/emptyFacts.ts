import { mergeConfig } from '../config/mergeConfig.ts';
import { unknownHugo } from '../hugo/version.ts';
import type { SiteFacts } from './store.ts';

/** What is known of a site before anything of it has been read. */
export function emptyFacts(root: string): SiteFacts {
  return {
    root,
    config: mergeConfig([]),
    hugo: unknownHugo,
    progress: { templates: false, content: false, pagesRead: 0, pagesTotal: undefined },
    missingModules: [],
    shortcodesComplete: false,
    shortcodes: [],
  };
}
