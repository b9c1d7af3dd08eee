import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';

export interface PublisherOptions {
  /** Works out what to show for one document; `undefined` when nothing can be said yet. */
  readonly check: (uri: string) => Promise<readonly Diagnostic[] | undefined>;
  /** Shows it, where the editor does not ask for it itself. */
  readonly send: (uri: string, diagnostics: readonly Diagnostic[]) => void;
  /** The editor asks for the diagnostics of this document itself, when it is opened, when it changes, and after `refresh`. */
  readonly isPulled: (uri: string) => boolean;
  /** Tells the editor that what it has asked for is no longer what it is. */
  readonly refresh: () => void;
  /** Runs a task after messages that wait have been read. */
  readonly schedule: (task: () => void) => void;
}

/**
 * Keeps the squiggles of documents true. A document that changed again before its turn is checked once, one document is one slice of
 * work, what the writer looks at comes before the rest of the site, and what is on the screen already is not sent twice.
 */
export class DiagnosticsPublisher {
  readonly #options: PublisherOptions;
  readonly #waiting = new Set<string>();
  /** Documents that nobody looks at. */
  readonly #later = new Set<string>();
  readonly #shown = new Map<string, string>();
  #running = false;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** Something that `uri`'s diagnostics depend on has changed. */
  touch(uri: string): void {
    this.#later.delete(uri);
    this.#waiting.add(uri);
    this.#run();
  }

  /** The same for documents that may wait until there is nothing else to do. */
  touchLater(uris: Iterable<string>): void {
    for (const uri of uris) {
      this.#later.add(uri);
    }
    this.#run();
  }

  /** What was sent for these documents is no longer known to the editor. */
  renew(uris: Iterable<string>): void {
    const all = [...uris];
    all.forEach((uri) => this.#shown.set(uri, unknown));
    this.touchLater(all);
  }

  /** The documents of which anything is shown. */
  shown(): string[] {
    return [...this.#shown.keys()];
  }

  /** The document was closed: its squiggles go. */
  forget(uri: string): void {
    this.#waiting.delete(uri);
    this.#show(uri, []);
    this.#shown.delete(uri);
  }

  /** From now on the editor asks for this document: what was sent of it goes. */
  handOver(uri: string): void {
    if (this.#shown.delete(uri)) {
      this.#options.send(uri, []);
    }
  }

  /** The editor asks; `previous` names the answer that it has. */
  async pull(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    this.#waiting.delete(uri);
    const diagnostics = (await this.#options.check(uri)) ?? [];
    const picture = pictureOf(diagnostics);
    const resultId = toId(picture);
    this.#shown.set(uri, picture);
    return previous === resultId
      ? { kind: 'unchanged', resultId }
      : { kind: 'full', resultId, items: [...diagnostics] };
  }

  #run(): void {
    if (this.#running || this.#waiting.size + this.#later.size === 0) {
      return;
    }
    this.#running = true;
    this.#options.schedule(() => {
      const uri = this.#next();
      void this.#checkOne(uri).finally(() => {
        this.#running = false;
        this.#run();
      });
    });
  }

  #next(): string | undefined {
    const queue = this.#waiting.size > 0 ? this.#waiting : this.#later;
    const [uri] = queue;
    if (uri !== undefined) {
      queue.delete(uri);
    }
    return uri;
  }

  async #checkOne(uri: string | undefined): Promise<void> {
    const diagnostics = uri === undefined ? undefined : await this.#options.check(uri);
    // An edit that arrived meanwhile makes this answer stale; its own turn comes next.
    if (uri !== undefined && diagnostics !== undefined && !this.#waiting.has(uri)) {
      this.#show(uri, diagnostics);
    }
  }

  #show(uri: string, diagnostics: readonly Diagnostic[]): void {
    const picture = pictureOf(diagnostics);
    if ((this.#shown.get(uri) ?? '') === picture) {
      return;
    }
    if (picture === '') {
      this.#shown.delete(uri);
    } else {
      this.#shown.set(uri, picture);
    }
    if (this.#options.isPulled(uri)) {
      this.#options.refresh();
    } else {
      this.#options.send(uri, diagnostics);
    }
  }
}

/** No picture of diagnostics. */
const unknown = '?';

function pictureOf(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.length === 0 ? '' : JSON.stringify(diagnostics);
}

/** A short name of a picture: its length, and two sums over its characters that no two pictures of one page share in practice. */
function toId(picture: string): string {
  let [a, b] = [7, 11];
  for (let index = 0; index < picture.length; index++) {
    const unit = picture.charCodeAt(index);
    a = Math.imul(a, 31) + unit;
    b = Math.imul(b ^ unit, 0x01000193);
  }
  return [picture.length, a >>> 0, b >>> 0].map((part) => part.toString(36)).join('-');
}
