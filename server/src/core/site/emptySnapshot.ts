import { mergeConfig } from '../config/mergeConfig.ts';
import { unknownHugo } from '../hugo/version.ts';
import type { SiteSnapshot } from './snapshot.ts';
import { SiteStore, type SiteFacts } from './store.ts';

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

/** A site of which nothing has been read: for the first moments, and for documents outside every site. */
export function emptySnapshot(root: string): SiteSnapshot {
  return new SiteStore(emptyFacts(root)).snapshot;
}
