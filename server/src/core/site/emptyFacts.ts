import { mergeConfig } from '../config/mergeConfig.ts';
import { unknownHugo } from '../hugo/version.ts';
import { noRedirects } from './redirects.ts';
import type { MountedFiles, SiteData } from './snapshot.ts';
import type { SiteFacts } from './store.ts';

const noData: SiteData = { entries: () => [], values: () => [], pathOf: () => undefined };

const noFiles: MountedFiles = { filesIn: () => [], file: () => undefined, isCapped: false };

/** What is known of a site before anything of it has been read. */
export function emptyFacts(root: string): SiteFacts {
  return {
    root,
    config: mergeConfig([]),
    hugo: unknownHugo,
    progress: { templates: false, content: false, files: false, pagesRead: 0, pagesTotal: undefined },
    missingModules: [],
    shortcodesComplete: false,
    shortcodes: [],
    templates: [],
    archetypes: [],
    data: noData,
    files: noFiles,
    redirects: noRedirects,
    team: undefined,
  };
}
