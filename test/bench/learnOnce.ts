// A process that learns the templates of one site, as a server does that has just started, and tells how long it took.
import { pathToFileURL } from 'node:url';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeTime } from '../../server/src/workspace/nodeSites.ts';
import { readLayout } from '../../server/src/workspace/readLayout.ts';
import { SiteLearning } from '../../server/src/workspace/siteLearning.ts';
import { Slices } from '../../server/src/workspace/slices.ts';

export interface Learning {
  readonly learning: number;
  /** Of the processor, which other work on the machine does not lengthen. */
  readonly processor: number;
  readonly calibration: number;
  readonly templates: number;
}

async function learnOnce(folder: string): Promise<Learning> {
  const source = {
    fileSystem: new NodeFileSystem(),
    root: pathToFileURL(folder).toString(),
    slices: new Slices(nodeTime.schedule, nodeTime.now),
  };
  const layout = await readLayout(source);
  const started = performance.now();
  const before = process.cpuUsage();
  const learning = new SiteLearning({
    source,
    layout,
    hugo: unknownHugo,
    documents: new Map(),
    warn: () => undefined,
  });
  const { templates = [] } = await learning.readSchema();
  const learnt = performance.now();
  const { user, system } = process.cpuUsage(before);
  JSON.parse(JSON.stringify(templates));
  return {
    learning: learnt - started,
    processor: (user + system) / 1000,
    calibration: performance.now() - learnt,
    templates: templates.length,
  };
}

async function main(): Promise<void> {
  process.send?.(await learnOnce(process.argv[2] ?? ''));
  process.disconnect();
}

void main();
