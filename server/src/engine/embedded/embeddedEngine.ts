// Hugo as WebAssembly in a process of its own, one per site: needs nothing installed and reaches nothing.
import { message } from '../../core/text/message.ts';
import type { Message } from '../../core/text/message.ts';
import type { HugoRange } from '../../core/hugo/version.ts';
import { embeddedHugo } from '../chooseEngine.ts';
import { readMessages } from '../page/messages.ts';
import { KeptHeader, preparePage } from '../page/prepare.ts';
import type { PreparedPage } from '../page/prepare.ts';
import type { SiteFiles } from '../../core/preview/siteFiles.ts';
import type { EngineSite, PreviewEngine, RenderedPage, RenderRequest } from '../types.ts';
import type { EngineHostSpawner } from './forkHost.ts';
import { findCulprit, isPage } from './culprit.ts';
import { HostClient, HostEnded } from './hostClient.ts';
import type { Outcome } from './hostMessages.ts';
import { NewestFirst } from '../newestFirst.ts';
import { toPieces } from './pieces.ts';

export interface EmbeddedEngineOptions {
  readonly spawn: EngineHostSpawner;
  /** The moment, in ms since 1970. */
  readonly now: () => number;
  /** How long one build may take, in ms. */
  readonly buildLimit?: number;
}

/** In ms, for one build. A site that is loaded gets more, by the number of its files. */
const limits = { build: 10_000, load: 30_000, loadedFile: 10 };
/** So many templates and data files are left out of a site before it is given up. */
const mostLeftOut = 25;
const hugoRange: HugoRange = { min: embeddedHugo, max: embeddedHugo, source: 'unknown', file: undefined };

export function createEmbeddedEngine(site: EngineSite, options: EmbeddedEngineOptions): PreviewEngine {
  return new EmbeddedEngine(site, options);
}

/** What is kept of the files while Hugo has them. */
type Paths = Omit<SiteFiles, 'config' | 'texts' | 'binaries'>;

/** A host that has the site. */
interface Loaded {
  readonly client: HostClient;
  readonly paths: Paths;
  /** The page that Hugo has as one to render, and what it is to be when it is no longer. */
  shown: { readonly path: string; readonly text: string | undefined } | undefined;
  /** Engine paths of files that were deleted; one that is still open is shown, and gone after that. */
  readonly gone: Set<string>;
  /** Engine paths of pages that Hugo cannot read. */
  readonly unreadable: Set<string>;
}

interface Shown {
  readonly loaded: Loaded;
  readonly outcome: Outcome;
  readonly prepared: PreparedPage;
}

class EmbeddedEngine implements PreviewEngine {
  readonly kind = 'embedded';
  private readonly site: EngineSite;
  private readonly options: EmbeddedEngineOptions;
  private readonly queue = new NewestFirst<RenderedPage>();
  private readonly kept = new KeptHeader();
  private loaded: Loaded | undefined;
  private client: HostClient | undefined;
  private changes = new Map<string, string | undefined>();
  private leftOut: readonly string[] = [];
  private retry = false;
  private failure: HostEnded | undefined;
  /** The last text on which Hugo hung or ended, with what came of it. */
  private stuck: { readonly request: RenderRequest; readonly page: RenderedPage } | undefined;
  private isDisposed = false;

  constructor(site: EngineSite, options: EmbeddedEngineOptions) {
    this.site = site;
    this.options = options;
  }

  open(page: string): Promise<void> {
    return this.queue.after(async () => {
      if (this.loaded?.client.isAlive !== true) {
        await this.orAgain(() => this.load(page));
      }
    });
  }

  update(changes: ReadonlyMap<string, string | undefined>): void {
    for (const [path, text] of changes) {
      this.changes.set(path, text);
      this.retry ||= !isPage(path);
    }
    this.failure = undefined;
    this.stuck = undefined;
  }

  reset(): void {
    this.leftOut = [];
    this.failure = undefined;
    this.stuck = undefined;
    void this.end();
  }

  render(request: RenderRequest): Promise<RenderedPage> {
    return this.queue.run(JSON.stringify([request.path, request.marked]), async () => {
      const { stuck } = this;
      if (stuck?.request.path === request.path && stuck.request.text === request.text) {
        return stuck.page;
      }
      try {
        return this.toRendered(request, await this.orAgain(() => this.show(request)));
      } catch (error) {
        return this.toStuck(request, error);
      }
    });
  }

  readPublished(urls: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    return this.queue.after(async () => {
      const limit = this.options.buildLimit ?? limits.build;
      const answer = await this.loaded?.client.ask({ kind: 'read', urls }, limit).catch(() => undefined);
      return answer?.kind === 'files' ? answer.files : urls.map(() => undefined);
    });
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    await this.end();
  }

  /**
   * A host that ends is replaced once. One that ends again in the same page is stuck in it; one that ends before, or that refuses the site, is the
   * writer's to know.
   */
  private async orAgain<Result>(step: () => Promise<Result>): Promise<Result> {
    if (this.failure !== undefined) {
      throw this.failure;
    }
    for (let attempt = 1; ;) {
      try {
        return await step();
      } catch (error) {
        if (this.isDisposed || !(error instanceof HostEnded)) {
          throw error;
        }
        const isInPage = this.loaded !== undefined;
        await this.end();
        if (error.end === 'replaced') {
          continue;
        }
        if (error.end === 'stuck' || (isInPage && attempt === 2)) {
          throw new HostEnded(error.message, 'stuck');
        }
        if (error.end === 'refused' || attempt === 2) {
          this.failure = error;
          throw error;
        }
        attempt++;
      }
    }
  }

  private async show(request: RenderRequest): Promise<Shown | undefined> {
    const loaded = this.loaded?.client.isAlive === true ? this.loaded : await this.load(request.path);
    const { client, paths, gone, unreadable } = loaded;
    const path = paths.toEnginePath(request.path);
    if (path === undefined) {
      return undefined;
    }
    const changes = new Map<string, string | undefined>();
    if (loaded.shown !== undefined) {
      changes.set(loaded.shown.path, loaded.shown.text);
    }
    for (const [changed, text] of this.takeChanges()) {
      const changedPath = paths.toEnginePath(changed);
      if (changedPath !== undefined) {
        changes.set(changedPath, text);
        gone[text === undefined ? 'add' : 'delete'](changedPath);
      }
    }
    changes.delete(path);
    [path, ...changes.keys()].forEach((changed) => unreadable.delete(changed));
    const prepared = this.prepare(request, paths);
    loaded.shown = { path, text: gone.has(path) ? undefined : request.text };
    const { retry } = this;
    this.retry = false;
    const page = { path, text: prepared.text };
    const answer = await client.ask(
      { kind: 'show', page, changes: [...changes], retry },
      this.options.buildLimit ?? limits.build,
    );
    if (answer.kind !== 'shown') {
      return undefined;
    }
    this.keep(loaded, answer.outcome);
    return { loaded, outcome: answer.outcome, prepared };
  }

  /** Hugo does not even begin with some templates that it cannot read: those are left out from the start. */
  private async load(path: string): Promise<Loaded> {
    for (;;) {
      try {
        return await this.loadOnce(path);
      } catch (error) {
        const culprit =
          error instanceof HostEnded && error.end === 'refused' ? findCulprit(error.message, '') : undefined;
        const { leftOut } = this;
        const isNew = culprit !== undefined && culprit.kind !== 'page' && !leftOut.includes(culprit.path);
        if (!isNew || leftOut.length >= mostLeftOut) {
          throw error;
        }
        this.leftOut = [...leftOut, culprit.path];
        await this.end();
      }
    }
  }

  /** Boots Hugo while the site is read. A site that Hugo hangs in is not tried again. */
  private async loadOnce(page: string): Promise<Loaded> {
    const client = this.start();
    this.loaded = undefined;
    this.takeChanges();
    this.retry = false;
    const { config, texts, binaries, ...paths } = await this.site.readFiles(page);
    const limit = limits.load + texts.size * limits.loadedFile;
    for (const piece of toPieces(texts, binaries)) {
      await client.ask({ kind: 'write', ...piece }, limit);
    }
    const answer = await client
      .ask({ kind: 'load', config, leftOut: this.leftOut }, limit)
      .catch((error: unknown) => {
        throw error instanceof HostEnded && error.end === 'stuck'
          ? new HostEnded(error.message, 'refused')
          : error;
      });
    const loaded: Loaded = { client, paths, shown: undefined, gone: new Set(), unreadable: new Set() };
    if (answer.kind === 'shown') {
      this.keep(loaded, answer.outcome);
    }
    this.loaded = loaded;
    return loaded;
  }

  private keep({ unreadable }: Loaded, { leftOut, failures }: Outcome): void {
    this.leftOut = leftOut;
    failures.filter(({ kind }) => kind === 'page').forEach(({ path }) => unreadable.add(path));
  }

  private start(): HostClient {
    if (this.isDisposed) {
      throw new Error('The engine is disposed.');
    }
    this.client = new HostClient(this.options.spawn());
    return this.client;
  }

  private async end(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.loaded = undefined;
    await client?.kill();
  }

  private takeChanges(): ReadonlyMap<string, string | undefined> {
    const { changes } = this;
    this.changes = new Map();
    return changes;
  }

  private prepare({ text, path, marked }: RenderRequest, { outputsOf }: Paths): PreparedPage {
    const outputs = outputsOf(path);
    const given = outputs === undefined ? {} : { outputs };
    const { kept } = this;
    return preparePage(text, { hugo: hugoRange, path, marked, kept, now: this.options.now(), ...given });
  }

  /** Hugo hangs or ends in this page, which is no reason to give up the site: it is read again for the next text. */
  private toStuck(request: RenderRequest, error: unknown): RenderedPage {
    if (!(error instanceof HostEnded) || error.end !== 'stuck' || this.isDisposed) {
      throw error;
    }
    const { path } = request;
    const page = {
      ...this.noPage(),
      problems: [{ severity: 'error', message: error.message, path }],
    } as const;
    this.stuck = { request, page };
    void this.open(path).catch(() => undefined);
    return page;
  }

  private toRendered({ path }: RenderRequest, shown: Shown | undefined): RenderedPage {
    const noPage = message('{0} is not among the files that Hugo builds this site from.', path);
    if (shown === undefined) {
      return { ...this.noPage(), notes: [noPage] };
    }
    const { loaded, outcome, prepared } = shown;
    const { paths } = loaded;
    const toSitePath = (enginePath: string): string | undefined => paths.toSitePath(enginePath);
    const logs = outcome.failures.filter(({ kind }) => kind === 'shortcode').map(({ log }) => log);
    const problems = [...logs, outcome.log].flatMap((log) =>
      readMessages(log, { path, prepared, toSitePath }),
    );
    const isNoPage = outcome.html === undefined && problems.length === 0;
    return {
      ...this.noPage(),
      html: outcome.html && new TextDecoder().decode(outcome.html),
      url: outcome.url,
      permalink: outcome.permalink,
      ...(outcome.words !== undefined && { words: outcome.words }),
      marks: prepared.marks,
      problems,
      notes: [
        ...paths.notes,
        ...(isNoPage ? [noHtml(outcome) ?? noPage] : []),
        ...this.notesOn(outcome, loaded),
      ],
    };
  }

  private noPage(): RenderedPage {
    return {
      engine: this.kind,
      hugo: embeddedHugo,
      html: undefined,
      url: undefined,
      permalink: undefined,
      marks: [],
      problems: [],
      notes: [],
    };
  }

  private notesOn({ failures }: Outcome, { paths, unreadable, shown }: Loaded): readonly Message[] {
    const shortcodes = failures.filter(({ kind }) => kind === 'shortcode').map(({ path }) => path);
    const toNames = (enginePaths: readonly string[]): string =>
      enginePaths.map((path) => paths.toSitePath(path) ?? path).join(', ');
    const failed = [...this.leftOut, ...shortcodes];
    const pages = [...unreadable].filter((path) => path !== shown?.path);
    return [
      ...(failed.length === 0 ? [] : [message('Left out, because Hugo fails in it: {0}', toNames(failed))]),
      ...(pages.length === 0
        ? []
        : [message('Left out of the site, because Hugo cannot read it: {0}', toNames(pages))]),
    ];
  }
}

function noHtml({ formats }: Outcome): Message | undefined {
  return formats === undefined || formats.includes('html')
    ? undefined
    : message('The site makes no HTML of this page, but {0}.', formats.join(', '));
}
