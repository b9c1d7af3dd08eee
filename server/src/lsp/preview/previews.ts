// Every preview of one editor, and the engines of the sites they belong to.
import { childUri, normalUri, pathFrom } from '../../workspace/uris.ts';
import type { SiteSnapshot } from '../../core/site/snapshot.ts';
import type { PageDocument } from '../../core/site/pageDocument.ts';
import type { Translate } from '../../core/text/message.ts';
import { takesInnerIn } from '../../core/site/takesInner.ts';
import { isHalfTyped } from '../../engine/page/balance.ts';
import { snippetPage, toHoverMarkdown } from '../../engine/page/snippet.ts';
import type { EngineProblem, PreviewEngine, RenderedPage } from '../../engine/types.ts';
import type { OpenPreviewParams, OpenPreviewResult, PreviewPage, PreviewProblem } from '../../protocol.ts';
import type { FileSystem } from '../../workspace/fileSystem.ts';
import type { SiteFilesChange } from '../../workspace/readSiteChanges.ts';
import type { LiveSite } from '../../workspace/sites.ts';
import type { Log } from '../log.ts';
import type { OpenPages } from '../openPages.ts';
import { findPictures } from './addresses.ts';
import type { Verdict } from '../hugoVerdicts.ts';
import { HugoCounts } from './hugoCounts.ts';
import { HugoProblems } from './hugoProblems.ts';
import { ownProblems } from './ownProblems.ts';
import { PageMemory } from './pageMemory.ts';
import { Preview, type PreviewState, type PreviewText } from './preview.ts';
import { toPreviewPage } from './previewPage.ts';
import { SiteEngines, type SiteEnginesOptions } from './siteEngines.ts';
import { Thumbnails } from './thumbnails.ts';

export interface PreviewsOptions extends SiteEnginesOptions {
  readonly pages: OpenPages;
  readonly fileSystem: FileSystem;
  /** The site whose content a document is. */
  readonly siteOf: (uri: string) => Promise<LiveSite | undefined>;
  readonly send: (page: PreviewPage) => void;
  /** The diagnostics of a file have changed. */
  readonly problemsChanged: (uri: string) => void;
  readonly translate: Translate;
  /** The writer's time, RFC 3339. */
  readonly clock: () => string;
  readonly now: () => number;
  readonly log: Log;
}

interface Opened {
  readonly preview: Preview;
  readonly live: LiveSite;
  memory: PageMemory;
}

/** So long after a key stroke, and after the page that it made, nothing else keeps an engine from the next one. In ms. */
const pause = 1_000;

export class Previews {
  readonly problems: HugoProblems;
  readonly counts = new HugoCounts();
  readonly thumbnails: Thumbnails;
  readonly #options: PreviewsOptions;
  readonly #previews = new Map<string, Opened>();
  readonly #engines = new Map<string, SiteEngines>();
  #busyAt = -Infinity;

  constructor(options: PreviewsOptions) {
    this.#options = options;
    this.problems = new HugoProblems(options.problemsChanged);
    this.thumbnails = new Thumbnails({
      ...options,
      enginesOf: (live) => this.enginesOf(live),
      isBusy: (live) => this.#isBusy(live),
    });
  }

  async open(params: OpenPreviewParams): Promise<OpenPreviewResult> {
    const { uri } = params;
    const live = await this.#options.siteOf(uri);
    if (live === undefined) {
      return { resourceRoots: [], notContent: true };
    }
    const known = this.#previews.get(uri);
    if (known !== undefined) {
      known.preview.params = params;
      known.preview.forget();
    }
    const preview = known?.preview ?? this.#newPreview(params, live);
    this.#previews.set(uri, { preview, live, memory: new PageMemory() });
    preview.touch();
    return { resourceRoots: live.resourceRoots };
  }

  close(uri: string): void {
    this.#previews.get(uri)?.preview.close();
    this.#previews.delete(uri);
    this.problems.set(uri, []);
  }

  /** The text of an open document has changed: its own preview follows, the others know it when they are made next. */
  changed(uri: string, text: string): void {
    this.#busyAt = this.#options.now();
    const own = this.#previews.get(uri);
    if (own !== undefined) {
      own.preview.touch();
      return;
    }
    for (const { live } of this.#previews.values()) {
      const path = live.isContent(uri) ? sitePath(live, uri) : undefined;
      if (path !== undefined) {
        this.#engines.get(live.root)?.update(new Map([[path, text]]));
      }
    }
  }

  /** What decides about engines has changed: trust, the installed Hugo, or the releases that a site asks for. */
  reconsider(): void {
    for (const { preview } of this.#previews.values()) {
      preview.forget();
      preview.touch();
    }
  }

  /** What becomes of one call of a shortcode on a page, as Markdown, where the site's engine is warm; `undefined` otherwise. */
  async renderCall(live: LiveSite, page: PageDocument, call: string): Promise<string | undefined> {
    const engine = this.#engines.get(live.root)?.warm;
    const path = sitePath(live, page.uri);
    if (engine === undefined || path === undefined) {
      return undefined;
    }
    const { html } = await engine.render({ path, text: snippetPage(call, page), marked: false });
    if (html === undefined) {
      return undefined;
    }
    const pictures = await findPictures(html, live, this.#options.fileSystem);
    return toHoverMarkdown(html, { pictureUri: (address) => pictures.get(address) });
  }

  /** What Hugo says of an open document; nothing where no Hugo may be asked, or a preview keeps the site's engine busy. */
  async judge(uri: string, isWorthStart: boolean): Promise<Verdict | undefined> {
    const live = await this.#options.siteOf(uri);
    const text = live && this.#text(live, uri);
    const isBusy = [...this.#previews.values()].some((opened) => opened.live.root === live?.root);
    if (live === undefined || text === undefined || isBusy) {
      await (live && text && this.#countPreviewed(live, text));
      return undefined;
    }
    const { version, path, page } = text;
    const engines = this.enginesOf(live);
    const render = (other: string): Promise<RenderedPage | undefined> =>
      engines.judge({ path, text: other, marked: false }, true);
    const rendered = await engines.judge({ path, text: page.text, marked: false }, isWorthStart);
    if (rendered === undefined) {
      return undefined;
    }
    this.counts.take(page, rendered);
    const [saved = ''] = await this.#options.fileSystem.readMany([normalUri(uri)]);
    const problems = await ownProblems(rendered, text, [saved, ''], render);
    return {
      version,
      hugo: rendered.hugo,
      range: live.snapshot.hugo,
      isMade: rendered.html !== undefined,
      problems: problems.map((problem) => ({ ...problem, uri })),
    };
  }

  /** Counts the words of a page whose preview is up to date, with the engine of that. */
  async #countPreviewed(live: LiveSite, { page, path }: PreviewText): Promise<void> {
    const engine = this.#engines.get(live.root)?.warm;
    if (engine?.kind === 'embedded' && this.#previews.has(page.uri) && !this.#isBusy(live)) {
      const rendered = await engine.render({ path, text: page.text, marked: false }).catch(() => undefined);
      if (rendered !== undefined) {
        this.counts.take(page, rendered);
      }
    }
  }

  enginesOf(live: LiveSite): SiteEngines {
    const known = this.#engines.get(live.root);
    if (known !== undefined) {
      return known;
    }
    const engines = new SiteEngines(live, this.#options);
    this.#engines.set(live.root, engines);
    live.onFilesChanged((change) => {
      if (change === 'reset') {
        engines.reset();
      } else {
        engines.update(change);
      }
      if (isBeyondPages(live, change)) {
        this.thumbnails.forget(live.root);
        this.counts.forgetSite(live.root);
      }
      this.touchSite(live.root);
    });
    return engines;
  }

  /** The previews of a site are made again. */
  touchSite(root: string): void {
    for (const opened of this.#previews.values()) {
      if (opened.live.root === root) {
        opened.memory = opened.memory.afterChange();
        opened.preview.touch();
      }
    }
  }

  async dispose(): Promise<void> {
    for (const { preview } of this.#previews.values()) {
      preview.close();
    }
    this.#previews.clear();
    await Promise.all([...this.#engines.values()].map((engines) => engines.dispose()));
  }

  /** A preview of the site is being made, or was a moment ago, so that the next key stroke may come at once. */
  #isBusy({ root }: LiveSite): boolean {
    const now = this.#options.now();
    const previews = [...this.#previews.values()];
    if (previews.some(({ live, preview }) => live.root === root && preview.isRunning)) {
      this.#busyAt = now;
    }
    return now - this.#busyAt < pause;
  }

  #newPreview(params: OpenPreviewParams, live: LiveSite): Preview {
    const engines = this.enginesOf(live);
    const preview: Preview = new Preview(params, {
      engines,
      text: () => this.#text(live, params.uri),
      show: (state, engine) => this.#show(live, preview.params, state, engine),
      schedule: this.#options.schedule,
      now: this.#options.now,
    });
    return preview;
  }

  #text(live: LiveSite, uri: string): PreviewText | undefined {
    const version = this.#options.pages.document(uri)?.version;
    const page = this.#options.pages.page(uri, live.snapshot.hugo);
    const path = sitePath(live, uri);
    if (version === undefined || page === undefined || path === undefined) {
      return undefined;
    }
    return { version, page, path, isHalfTyped: isHalfTyped(page, takesInnerIn(live.snapshot)) };
  }

  async #show(
    live: LiveSite,
    params: OpenPreviewParams,
    state: PreviewState,
    engine: PreviewEngine,
  ): Promise<void> {
    const problems = state.problems.map((problem) => toProblem(live.snapshot, problem));
    const opened = this.#previews.get(params.uri);
    if (opened === undefined) {
      return;
    }
    if (this.#text(live, params.uri)?.version === state.version) {
      this.problems.set(params.uri, problems); // Of an older text they would stand in wrong places.
    }
    const page = await toPreviewPage(state, {
      live,
      fileSystem: this.#options.fileSystem,
      params,
      memory: opened.memory,
      engine,
      problems,
      trusted: this.#options.trusted(),
      translate: this.#options.translate,
      now: this.#options.clock(),
    });
    if (this.#previews.has(params.uri)) {
      this.#options.send(page);
    }
  }
}

/** Something has changed that other pages are made with, too. */
function isBeyondPages(live: LiveSite, change: SiteFilesChange): boolean {
  return change === 'reset' || [...change.keys()].some((path) => !live.isContent(childUri(live.root, path)));
}

function toProblem({ root }: SiteSnapshot, { path, ...rest }: EngineProblem): PreviewProblem {
  return path === undefined ? rest : { ...rest, path, uri: childUri(root, path) };
}

function sitePath(live: LiveSite, uri: string): string | undefined {
  return pathFrom(live.root, normalUri(uri));
}
