import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { Sites, type FileChange, type LiveSite } from '../../server/src/workspace/sites.ts';
import { settle, uriOf, type MemoryFileSystem } from './memoryFileSystem.ts';

/** Sites on files in memory, with a clock that ticks once whenever somebody looks at it. */
export interface OpenSites {
  readonly sites: Sites;
  /** Every snapshot that was published, in order. */
  readonly published: SiteSnapshot[];
  readonly log: string[];
  /** The site of a file, read to the end. */
  readonly ready: (path: string) => Promise<LiveSite>;
  /** Tells of changes (`+path`, `~path`, `-path`) and waits until they have been read. */
  readonly watch: (...changes: string[]) => Promise<void>;
}

export function openSites(fileSystem: MemoryFileSystem): OpenSites {
  const published: SiteSnapshot[] = [];
  const log: string[] = [];
  const delayed: (() => void)[] = [];
  let time = 0;
  const sites = new Sites({
    fileSystem,
    schedule: (task, delay) => (delay === undefined ? setImmediate(task) : delayed.push(task)),
    now: () => time++,
    onChange: (snapshot) => published.push(snapshot),
    log: (level, text) => log.push(`${level}: ${text}`),
  });
  return {
    sites,
    published,
    log,
    async ready(path) {
      const site = await sites.siteOf(uriOf(path));
      if (site === undefined) {
        throw new Error(`${path} is in no site`);
      }
      await site.ready;
      return site;
    },
    async watch(...changes) {
      sites.filesChanged(changes.map(toChange));
      await settle();
      delayed.splice(0).forEach((task) => task());
      for (let i = 0; i < 40; i++) {
        await settle();
      }
    },
  };
}

const types = new Map([
  ['+', 'created'],
  ['~', 'changed'],
  ['-', 'deleted'],
] as const);

function toChange(change: string): FileChange {
  const type = types.get(change.charAt(0) as '+');
  if (type === undefined) {
    throw new Error(`A change begins with +, ~ or -: ${change}`);
  }
  return { uri: uriOf(change.slice(1)), type };
}
