import { rootConfigNames } from '../core/config/configFiles.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import type { HugoVersion } from '../core/hugo/version.ts';
import type { SiteFiles } from '../core/preview/siteFiles.ts';
import type { FileChange } from './changes.ts';
import { SiteFinder } from './findSite.ts';
import type { SiteFilesListener } from './readSiteChanges.ts';
import { Site, type KnownHugo, type SiteOptions } from './site.ts';
import { Slices } from './slices.ts';
import { normalUri, parentUri, pathBelow } from './uris.ts';

export type { FileChange } from './changes.ts';

/** A site that is being read or has been, and that changes as its files do. */
export interface LiveSite {
  /** URI of the site's folder, without a slash at the end. */
  readonly root: string;
  /** The newest picture of the site; ask anew for each request. */
  readonly snapshot: SiteSnapshot;
  /** Fulfilled when the configuration is known, and with it the Hugo range. Never rejects. */
  readonly configured: Promise<void>;
  /** Fulfilled when everything has been read: configuration, templates, content, data and the names of other files. Never rejects. */
  readonly ready: Promise<void>;
  /** Whether the document is content of this site: by where it stands and by its name, once `configured` is fulfilled. */
  isContent(uri: string): boolean;
  /** Everything that a Hugo in memory needs to show the page at a path relative to the site; waits until the content has been read. */
  readFiles(page: string): Promise<SiteFiles>;
  /** URIs of the folders that pages take pictures, styles and fonts from; never the site's own. */
  readonly resourceRoots: readonly string[];
  /** URIs of the files that an address on the site (`/img/a.png`) may be, most likely first; they need not exist. */
  localFiles(address: string): readonly string[];
  /** Hears of files that an engine has or should have, until the function that it answers is called. */
  onFilesChanged(listener: SiteFilesListener): () => void;
}

interface OpenDocument {
  text: string;
  site: Site | undefined;
}

/** Every site of the workspace, found when a document asks for it, and kept up to date. URIs may come in any spelling. */
export class Sites {
  readonly #options: SiteOptions;
  readonly #finder: SiteFinder;
  /** By root, in the order in which they were found. */
  readonly #sites = new Map<string, Site>();
  /** The root of the site by folder, `undefined` for one that is in no site. */
  readonly #roots = new Map<string, string | undefined>();
  readonly #documents = new Map<string, OpenDocument>();
  /** The release that the writer's setting names, by root. */
  readonly #settings = new Map<string, HugoVersion | undefined>();
  #installed: HugoVersion | undefined;

  constructor(options: SiteOptions) {
    this.#options = options;
    this.#finder = new SiteFinder(options.fileSystem, new Slices(options.schedule, options.now));
  }

  /** The site that a document belongs to; starts to read it at the first question. */
  async siteOf(uri: string): Promise<LiveSite | undefined> {
    return this.#find(normalUri(uri));
  }

  /** The same, as far as it is known without reading anything. */
  known(uri: string): LiveSite | undefined {
    const root = this.#roots.get(parentUri(normalUri(uri)) ?? '');
    return root === undefined ? undefined : this.#sites.get(root);
  }

  all(): readonly LiveSite[] {
    return [...this.#sites.values()];
  }

  /** The text of an open document wins over its file until it is closed. */
  open(uri: string, text: string): void {
    const normal = normalUri(uri);
    this.#documents.set(normal, { text, site: undefined });
    void this.#settle(normal);
  }

  change(uri: string, text: string): void {
    const normal = normalUri(uri);
    const document = this.#documents.get(normal);
    if (document !== undefined) {
      document.text = text;
      document.site?.open(normal, text);
    }
  }

  close(uri: string): void {
    const normal = normalUri(uri);
    this.#documents.get(normal)?.site?.close(normal);
    this.#documents.delete(normal);
  }

  /** What the watcher saw, files and folders alike; gathered for some 20 ms and then read at once. */
  filesChanged(changes: readonly FileChange[]): void {
    const normal = changes.map(({ uri, type }) => ({ uri: normalUri(uri), type }));
    const gone = normal.filter(({ type }) => type === 'deleted').map(({ uri }) => uri);
    for (const site of this.#sites.values()) {
      if (gone.some((uri) => pathBelow(uri, site.root) !== undefined)) {
        this.#remove(site);
      } else {
        site.filesChanged(normal);
      }
    }
    if (normal.some(mayMakeSite)) {
      this.#finder.forget();
      void this.#settleAll();
    }
  }

  /** The release of Hugo that the writer's setting names for the site at `root`; `undefined` takes it back. */
  setSetting(root: string, hugoVersion: HugoVersion | undefined): void {
    this.#settings.set(root, hugoVersion);
    this.#sites.get(root)?.setHugo(this.#hugoOf(root));
  }

  /** The release of the installed `hugo`, when it has answered. */
  setInstalled(hugoVersion: HugoVersion | undefined): void {
    this.#installed = hugoVersion;
    for (const site of this.#sites.values()) {
      site.setHugo(this.#hugoOf(site.root));
    }
  }

  dispose(): void {
    for (const site of this.#sites.values()) {
      site.dispose();
    }
    this.#sites.clear();
    this.#roots.clear();
  }

  #hugoOf(root: string): KnownHugo {
    return { setting: this.#settings.get(root), installed: this.#installed };
  }

  async #find(uri: string): Promise<Site | undefined> {
    const folder = parentUri(uri);
    if (folder === undefined) {
      return undefined;
    }
    const root = await this.#finder.find(folder);
    this.#roots.set(folder, root);
    if (root === undefined) {
      return undefined;
    }
    const site = this.#sites.get(root) ?? new Site(root, this.#options, this.#hugoOf(root));
    this.#sites.set(root, site);
    return site;
  }

  /** Brings an open document to its site, from another one where it belonged to that until now. */
  async #settle(uri: string): Promise<void> {
    const site = await this.#find(uri);
    const document = this.#documents.get(uri);
    if (document !== undefined && document.site !== site) {
      document.site?.close(uri);
      document.site = site;
      site?.open(uri, document.text);
    }
  }

  /** What is known stays known until it is found anew. */
  async #settleAll(): Promise<void> {
    const uris = [...this.#documents.keys()];
    const folders = new Set(uris.map(parentUri));
    for (const folder of this.#roots.keys()) {
      if (!folders.has(folder)) {
        this.#roots.delete(folder);
      }
    }
    await Promise.all(uris.map((uri) => this.#settle(uri)));
  }

  #remove(site: Site): void {
    site.dispose();
    this.#sites.delete(site.root);
    for (const document of this.#documents.values()) {
      if (document.site === site) {
        document.site = undefined;
      }
    }
  }
}

/** What makes a folder a site: a configuration file, or one of the folders beside it, which have no dot in their names. */
function mayMakeSite({ uri, type }: FileChange): boolean {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return type !== 'changed' && (rootConfigNames.includes(name) || !name.includes('.'));
}
