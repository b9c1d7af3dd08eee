// Archetypes that only Hugo can run, run by the engine of the previews.
import type { ArchetypeFacts } from '../../core/site/archetypeText.ts';
import { archetypePage, archetypeResult } from '../../engine/embedded/archetypePage.ts';
import type { FileSystem } from '../../workspace/fileSystem.ts';
import type { LiveSite } from '../../workspace/sites.ts';
import { normalUri, pathFrom } from '../../workspace/uris.ts';
import type { Previews } from './previews.ts';

export interface ArchetypesOptions {
  readonly previews: Previews;
  readonly fileSystem: FileSystem;
  readonly schedule: (task: () => void, delay?: number) => void;
}

/** So long a writer waits for Hugo, which is awake by then if nobody was very quick. In ms. */
const patience = 8_000;

export class Archetypes {
  readonly #options: ArchetypesOptions;

  constructor(options: ArchetypesOptions) {
    this.#options = options;
  }

  /** Hugo begins to read the site, for a page at `uri` that will be made. */
  wake(live: LiveSite, uri: string): void {
    const path = pathFrom(live.root, normalUri(uri));
    if (path !== undefined) {
      void this.#options.previews.enginesOf(live).withEmbedded((engine) => engine.open(path));
    }
  }

  /** The text of a page that is not there yet; `undefined` where Hugo in memory may not run, refuses the archetype, or takes too long. */
  run(live: LiveSite, uri: string, source: string, facts: ArchetypeFacts): Promise<string | undefined> {
    const late = new Promise<undefined>((resolve) =>
      this.#options.schedule(() => resolve(undefined), patience),
    );
    return Promise.race([this.#run(live, uri, source, facts), late]);
  }

  /** Whatever came of it, Hugo forgets the page until there is one, and the previews are what they were. */
  async #run(
    live: LiveSite,
    uri: string,
    source: string,
    facts: ArchetypeFacts,
  ): Promise<string | undefined> {
    const { previews, fileSystem } = this.#options;
    const path = pathFrom(live.root, normalUri(uri));
    const rendered =
      path &&
      (await previews.enginesOf(live).withEmbedded(async (engine) => {
        try {
          return await engine.render(archetypePage(path, source, facts));
        } finally {
          if ((await fileSystem.stat(uri)) === undefined) {
            engine.update(new Map([[path, undefined]]));
          }
          previews.touchSite(live.root);
        }
      }));
    return rendered && archetypeResult(rendered);
  }
}
