import type { FileSystem } from './fileSystem.ts';
import type { SiteOptions } from './site.ts';
import { Sites } from './sites.ts';

/** The machine's own time. */
export const nodeTime = {
  schedule: (task, delay) => (delay === undefined ? setImmediate(task) : setTimeout(task, delay)),
  now: () => performance.now(),
} as const satisfies Pick<SiteOptions, 'schedule' | 'now'>;

/** Sites that are read once and that no editor follows, such as the command line's. */
export function nodeSites(fileSystem: FileSystem): Sites {
  return new Sites({ fileSystem, ...nodeTime, onChange: () => undefined, log: () => undefined });
}
