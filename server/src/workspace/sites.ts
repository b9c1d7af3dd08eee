import type { SiteSnapshot } from '../core/site/snapshot.ts';
import type { FileSystem } from './fileSystem.ts';

export interface SitesOptions {
  readonly fileSystem: FileSystem;
  /** Runs a task later, like `setImmediate`; after `delay` milliseconds, like `setTimeout`, where one is given. */
  readonly schedule: (task: () => void, delay?: number) => void;
  /** Milliseconds, for slicing work. */
  readonly now: () => number;
  /** Called once for each new snapshot of a site. */
  readonly onChange: (snapshot: SiteSnapshot) => void;
  readonly log: (level: 'debug' | 'info' | 'warning' | 'error', text: string) => void;
  /** The release of the installed `hugo`, where one was found. */
  readonly installedHugo?: string;
}

export interface SiteHandle {
  /** URI of the site's folder, without a slash at the end. */
  readonly root: string;
  /** The newest picture of the site; ask anew for each request. */
  readonly snapshot: SiteSnapshot;
  /** Fulfilled when configuration, templates and content have been read. Never rejects. */
  readonly ready: Promise<void>;
}

export type FileChange = { readonly uri: string; readonly type: 'created' | 'changed' | 'deleted' };

/** Every site of the workspace, found when a document asks for it, and kept up to date. */
export class Sites {
  readonly #options: SitesOptions;

  constructor(options: SitesOptions) {
    this.#options = options;
  }

  /** The site that a document belongs to; starts to read it at the first question. */
  siteOf(uri: string): Promise<SiteHandle | undefined> {
    void uri;
    void this.#options;
    return Promise.resolve(undefined);
  }

  /** The same, as far as it is known without reading anything. */
  known(uri: string): SiteHandle | undefined {
    void uri;
    return undefined;
  }

  /** The sites that are being kept, in the order in which they were found. */
  all(): readonly SiteHandle[] {
    return [];
  }

  /** The text of an open document wins over its file until it is closed. */
  open(uri: string, text: string): void {
    void uri;
    void text;
  }

  change(uri: string, text: string): void {
    void uri;
    void text;
  }

  close(uri: string): void {
    void uri;
  }

  /** What the watcher saw, files and folders alike; gathered for some 50 ms and then read at once. */
  filesChanged(changes: readonly FileChange[]): void {
    void changes;
  }

  /** The release of Hugo that the setting names; `undefined` takes it back. */
  setSetting(hugoVersion: string | undefined): void {
    void hugoVersion;
  }

  dispose(): void {
    return;
  }
}
