// What the examples of shortcodes look like, for the gallery. They are made with the engine of the previews, which serves one text at a time: so they
// are made one by one, while nobody types and no preview is in the making.
import type { CancellationToken } from 'vscode-languageserver';
import type { PageDocument } from '../../core/site/pageDocument.ts';
import { formatMessage, type Translate } from '../../core/text/message.ts';
import { finishPage, Sheets } from '../../engine/page/finish.ts';
import { callOnly, snippetPage } from '../../engine/page/snippet.ts';
import type { PreviewEngine } from '../../engine/types.ts';
import type { FileSystem } from '../../workspace/fileSystem.ts';
import type { LiveSite } from '../../workspace/sites.ts';
import { readResources, resolveAddress } from './addresses.ts';
import { toPermalink } from './previewPage.ts';
import type { SiteEngines } from './siteEngines.ts';

export interface ThumbnailsOptions {
  readonly fileSystem: FileSystem;
  readonly translate: Translate;
  readonly schedule: (task: () => void, delay?: number) => void;
  readonly enginesOf: (live: LiveSite) => SiteEngines;
  /** A preview of the site is being made, or the writer types. */
  readonly isBusy: (live: LiveSite) => boolean;
}

/** One call on its page. */
export interface Picture {
  readonly live: LiveSite;
  readonly page: PageDocument;
  /** Relative to the site's folder. */
  readonly path: string;
  /** Where pages look alike. */
  readonly section: string;
  readonly call: string;
  readonly resourceBase: string;
}

export interface Thumbnail {
  readonly html: string;
  /** By hash, as of a page. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** So often a thumbnail that waits looks whether its turn has come. In ms. */
const patience = 100;
/** So many are kept of a site. */
const mostKept = 300;

/** What is kept of a site until one of its files changes. */
class Kept {
  readonly sheets = new Sheets();
  /** By section and call; `undefined` for one that gives nothing to see. */
  readonly thumbnails = new Map<string, Thumbnail | undefined>();
  /** The page that the engine has made as it is, so that what fails in an example is known to be the example's. */
  shown: { readonly engine: PreviewEngine; readonly path: string } | undefined;
}

export class Thumbnails {
  readonly #options: ThumbnailsOptions;
  readonly #kept = new Map<string, Kept>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ThumbnailsOptions) {
    this.#options = options;
  }

  /** Templates, styles or whatever else of the site has changed. */
  forget(root: string): void {
    this.#kept.delete(root);
  }

  /** `undefined` where there is nothing to see, no engine that may render, or nobody waits any more. */
  render(picture: Picture, token: CancellationToken): Promise<Thumbnail | undefined> {
    const key = JSON.stringify([picture.section, picture.call, picture.resourceBase]);
    const known = this.#keptOf(picture.live).thumbnails;
    if (known.has(key)) {
      return Promise.resolve(known.get(key));
    }
    const made = this.#last.then(async () => {
      const { thumbnails } = this.#keptOf(picture.live);
      if (thumbnails.has(key) || !(await this.#turnComes(picture.live, token))) {
        return thumbnails.get(key);
      }
      return this.#make(picture, key);
    });
    this.#last = made.catch(() => undefined);
    return made;
  }

  async #turnComes(live: LiveSite, token: CancellationToken): Promise<boolean> {
    while (!token.isCancellationRequested && this.#options.isBusy(live)) {
      await new Promise<void>((resolve) => this.#options.schedule(resolve, patience));
    }
    return !token.isCancellationRequested;
  }

  async #make(picture: Picture, key: string, attempt = 1): Promise<Thumbnail | undefined> {
    const { live } = picture;
    const engines = this.#options.enginesOf(live);
    const { engine } = await engines.use('auto');
    if (engine.kind === 'instant') {
      return undefined;
    }
    try {
      const thumbnail = await this.#renderWith(engine, picture, key);
      engines.warm = engine;
      return thumbnail;
    } catch (error) {
      // An engine may have ended because another one suits the site better, which is known by now.
      await engines.fail(engine, error instanceof Error ? error.message : String(error));
      return attempt === 1 ? this.#make(picture, key, 2) : undefined;
    }
  }

  async #renderWith(engine: PreviewEngine, picture: Picture, key: string): Promise<Thumbnail | undefined> {
    const { live, page, path, call } = picture;
    const kept = this.#keptOf(live);
    await this.#showPage(engine, picture, kept);
    const rendered = await engine.render({ path, text: snippetPage(call, page), marked: false });
    const { html, url, permalink } = rendered;
    const only = html === undefined ? undefined : callOnly(html);
    const thumbnail =
      only === undefined
        ? undefined
        : await this.#finish(only, toPermalink(permalink, url), engine, picture, kept);
    if (html !== undefined || rendered.problems.length > 0) {
      keep(kept.thumbnails, key, thumbnail);
    }
    return thumbnail;
  }

  /** What fails in a page that Hugo has shown is left to that page; on the first one it would be left out of the site. */
  async #showPage(engine: PreviewEngine, { page, path }: Picture, kept: Kept): Promise<void> {
    if (kept.shown?.engine !== engine || kept.shown.path !== path) {
      await engine.render({ path, text: page.text, marked: false });
      kept.shown = { engine, path };
    }
  }

  async #finish(
    html: string,
    permalink: string,
    engine: PreviewEngine,
    { live, resourceBase }: Picture,
    { sheets }: Kept,
  ): Promise<Thumbnail> {
    const { fileSystem, translate } = this.#options;
    return finishPage(html, {
      permalink,
      resourceBase,
      remote: false,
      scripts: undefined,
      sheets,
      resolve: (path) => resolveAddress(live, fileSystem, path),
      read: (resources) => readResources((urls) => engine.readPublished(urls), fileSystem, resources),
      say: (message) => formatMessage(message, translate),
    });
  }

  #keptOf({ root }: LiveSite): Kept {
    const known = this.#kept.get(root) ?? new Kept();
    this.#kept.set(root, known);
    return known;
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (map.size >= mostKept) {
    map.clear();
  }
  map.set(key, value);
}
