// `hugo-scribe unused`: what of a site nothing uses, for people who clean up.
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { doubtsAbout, unusedIn, type Unused, type UnusedKind } from '../core/features/unused/unused.ts';
import { formatMessage } from '../core/text/message.ts';
import { nodeClock } from '../workspace/nodeClock.ts';
import { NodeFileSystem } from '../workspace/nodeFileSystem.ts';
import { nodeSites } from '../workspace/nodeSites.ts';
import { readMentions } from '../workspace/readMentions.ts';
import { Slices } from '../workspace/slices.ts';

export interface UnusedOptions {
  /** A site, or a folder of one. */
  readonly path: string;
  readonly kinds: ReadonlySet<UnusedKind>;
  readonly format: 'text' | 'json';
}

/** Prints the list, and on the error output why it may err; answers 0, or 2 where there is no site. */
export async function runUnused({ path, kinds, format }: UnusedOptions): Promise<number> {
  const fileSystem = new NodeFileSystem();
  const sites = nodeSites(fileSystem);
  try {
    const live = await sites.siteOf(`${pathToFileURL(resolve(path)).href.replace(/\/$/, '')}/content`);
    if (live === undefined) {
      process.stderr.write(`${path}: no Hugo site here (no hugo.toml, hugo.yaml, config/_default …)\n`);
      return 2;
    }
    await live.ready;
    const site = live.snapshot;
    const slices = new Slices(
      (task) => void setImmediate(task),
      () => performance.now(),
    );
    const mentions = await readMentions({ fileSystem, root: live.root, slices }, site);
    for (const doubt of doubtsAbout(site, mentions, kinds)) {
      process.stderr.write(`${formatMessage(doubt)}\n`);
    }
    process.stdout.write(printers[format](unusedIn(site, mentions, kinds, nodeClock().now)));
    return 0;
  } finally {
    sites.dispose();
  }
}

const printers = {
  text: (found: readonly Unused[]) =>
    found.map((each) => `${each.kind}\t${each.name}\t${pathOf(each)}\n`).join(''),
  json: (found: readonly Unused[]) =>
    `${JSON.stringify(found.map((each) => ({ kind: each.kind, name: each.name, file: pathOf(each), pages: each.pages })))}\n`,
};

function pathOf({ uri }: Unused): string {
  return relative(process.cwd(), fileURLToPath(uri));
}
