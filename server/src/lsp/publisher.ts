import type { Diagnostic } from 'vscode-languageserver';

export interface PublisherOptions {
  /** Works out what to show for one document; `undefined` when nothing can be said yet. */
  readonly check: (uri: string) => Promise<readonly Diagnostic[] | undefined>;
  readonly send: (uri: string, diagnostics: readonly Diagnostic[]) => void;
  /** Runs a task after messages that wait have been read. */
  readonly schedule: (task: () => void) => void;
}

/**
 * Keeps the squiggles of open documents true. A document that changed again before its turn is checked once, one document is one slice of
 * work, and what is on the screen already is not sent twice.
 */
export class DiagnosticsPublisher {
  readonly #options: PublisherOptions;
  readonly #waiting = new Set<string>();
  readonly #shown = new Map<string, string>();
  #running = false;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** Something that `uri`'s diagnostics depend on has changed. */
  touch(uri: string): void {
    this.#waiting.add(uri);
    this.#run();
  }

  /** The document was closed: its squiggles go. */
  forget(uri: string): void {
    this.#waiting.delete(uri);
    this.#show(uri, []);
    this.#shown.delete(uri);
  }

  #run(): void {
    const [uri] = this.#waiting;
    if (this.#running || uri === undefined) {
      return;
    }
    this.#running = true;
    this.#options.schedule(() => {
      this.#waiting.delete(uri);
      void this.#options
        .check(uri)
        .then((diagnostics) => {
          // An edit that arrived meanwhile makes this answer stale; its own turn comes next.
          if (diagnostics !== undefined && !this.#waiting.has(uri)) {
            this.#show(uri, diagnostics);
          }
        })
        .finally(() => {
          this.#running = false;
          this.#run();
        });
    });
  }

  #show(uri: string, diagnostics: readonly Diagnostic[]): void {
    const picture = diagnostics.length === 0 ? '' : JSON.stringify(diagnostics);
    if ((this.#shown.get(uri) ?? '') !== picture) {
      this.#shown.set(uri, picture);
      this.#options.send(uri, diagnostics);
    }
  }
}
