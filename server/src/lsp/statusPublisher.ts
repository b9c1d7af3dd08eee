import type { SiteSnapshot } from '../core/site/snapshot.ts';

interface StatusPublisherOptions {
  /** The site of each open document, as far as it is known. */
  readonly sites: () => Iterable<SiteSnapshot>;
  readonly send: (sites: readonly SiteSnapshot[]) => void;
  readonly schedule: (task: () => void) => void;
}

/** Tells the editor of the sites whose documents are open. Many changes at once are told once. */
export class StatusPublisher {
  readonly #options: StatusPublisherOptions;
  #waits = false;

  constructor(options: StatusPublisherOptions) {
    this.#options = options;
  }

  /** Something that the status shows has changed. */
  touch(): void {
    if (this.#waits) {
      return;
    }
    this.#waits = true;
    this.#options.schedule(() => {
      this.#waits = false;
      const byRoot = new Map([...this.#options.sites()].map((site) => [site.root, site]));
      this.#options.send([...byRoot.values()]);
    });
  }
}
