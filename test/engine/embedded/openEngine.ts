import { join } from 'node:path';
import { createEmbeddedEngine } from '../../../server/src/engine/embedded/embeddedEngine.ts';
import { forkHost, type EngineHost } from '../../../server/src/engine/embedded/forkHost.ts';
import type { SiteFiles } from '../../../server/src/core/preview/siteFiles.ts';
import type { PreviewEngine, RenderedPage } from '../../../server/src/engine/types.ts';
import { MemoryFileSystem } from '../../support/memoryFileSystem.ts';
import { openSites } from '../../support/openSites.ts';

export interface OpenEngine {
  readonly engine: PreviewEngine;
  /** Every process that was started, in order. */
  readonly hosts: readonly EngineHost[];
  readonly render: (path: string, text?: string) => Promise<RenderedPage>;
  /** Writes a file and tells the engine; `undefined` deletes it. */
  readonly write: (path: string, text: string | undefined) => void;
  /** Writes a file that the engine does not hear of. */
  readonly writeSilently: (path: string, text: string) => void;
}

/** An embedded engine on the files of a txtar and on pictures by path, with the bundle that ships as its host. */
export async function openEngine(
  site: string,
  pictures = new Map<string, Uint8Array>(),
  buildLimit = 60_000,
): Promise<OpenEngine> {
  const fileSystem = new MemoryFileSystem(site);
  const texts = (path: string): string => fileSystem.text(path) ?? '';
  const live = await openSites(fileSystem).ready('content/_index.md');
  const hosts: EngineHost[] = [];
  const engine = createEmbeddedEngine(
    {
      root: live.root,
      snapshot: () => live.snapshot,
      readFiles: async (page): Promise<SiteFiles> => {
        const files = await live.readFiles(page);
        return { ...files, binaries: new Map([...files.binaries, ...pictures]) };
      },
    },
    {
      spawn: () => {
        const host = forkHost(join(import.meta.dirname, '../../../dist/server/engineHost.js'));
        hosts.push(host);
        return host;
      },
      now: () => Date.UTC(2026, 0, 15),
      buildLimit,
    },
  );
  return {
    engine,
    hosts,
    render: (path, text = texts(path)) => engine.render({ path, text, marked: false }),
    write: (path, text) => {
      fileSystem.write(path, text);
      engine.update(new Map([[path, text]]));
    },
    writeSilently: (path, text) => fileSystem.write(path, text),
  };
}

/** The HTML of a page without its line ends. */
export function htmlOf({ html, problems }: RenderedPage): string {
  return html?.replaceAll('\n', '') ?? `no page: ${problems.map(({ message }) => message).join('; ')}`;
}
