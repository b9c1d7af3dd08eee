// Hugo as WebAssembly in a process of its own, one per site: needs nothing installed and reaches nothing.
import { message } from '../../core/text/message.ts';
import type { Message } from '../../core/text/message.ts';
import type { HugoRange } from '../../core/hugo/version.ts';
import { embeddedHugo } from '../chooseEngine.ts';
import { readMessages } from '../page/messages.ts';
import { preparePage } from '../page/prepare.ts';
import type { PreparedPage } from '../page/prepare.ts';
import type { SiteFiles } from '../../core/preview/siteFiles.ts';
import type { EngineSite, PreviewEngine, RenderedPage, RenderRequest } from '../types.ts';
import type { EngineHostSpawner } from './forkHost.ts';
import { findCulprit, isPage } from './culprit.ts';
import { HostClient, HostEnded } from './hostClient.ts';
import type { Failure, Outcome, PageText } from './hostMessages.ts';
import { NewestFirst } from './newestFirst.ts';

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
type Paths = Pick<SiteFiles, 'toEnginePath' | 'toSitePath' | 'notes'>;

/** A host that has the site. */
interface Loaded {
  readonly client: HostClient;
  readonly paths: Paths;
  /** The page that Hugo has as one to render, and its text as the writer has it. */
  shown: { readonly path: string; readonly text: string } | undefined;
}

interface Shown {
  readonly paths: Paths;
  readonly outcome: Outcome;
  readonly prepared: PreparedPage;
}

class EmbeddedEngine implements PreviewEngine {
  readonly kind = 'embedded';
  private readonly site: EngineSite;
  private readonly options: EmbeddedEngineOptions;
  private readonly queue = new NewestFirst<RenderedPage>();
  private loaded: Loaded | undefined;
  private client: HostClient | undefined;
  private changes = new Map<string, string | undefined>();
  private leftOut: readonly string[] = [];
  private retry = false;
  private failure: HostEnded | undefined;
  private isDisposed = false;

  constructor(site: EngineSite, options: EmbeddedEngineOptions) {
    this.site = site;
    this.options = options;
  }

  open(page: string): Promise<void> {
    return this.queue.after(async () => {
      if (this.loaded?.client.isAlive !== true) {
        await this.orAgain(() => this.load(page, undefined));
      }
    });
  }

  update(changes: ReadonlyMap<string, string | undefined>): void {
    for (const [path, text] of changes) {
      this.changes.set(path, text);
      this.retry ||= !isPage(path);
    }
    this.failure = undefined;
  }

  reset(): void {
    this.leftOut = [];
    this.failure = undefined;
    void this.end();
  }

  render(request: RenderRequest): Promise<RenderedPage> {
    return this.queue.run(JSON.stringify([request.path, request.marked]), async () =>
      this.toRendered(request, await this.orAgain(() => this.show(request))),
    );
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

  /** A host that ends is replaced once; one that ends again, or that refused the configuration, is the writer's to know. */
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
        await this.end();
        if (error.end === 'replaced') {
          continue;
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
    if (this.loaded?.client.isAlive !== true) {
      return this.load(request.path, request);
    }
    const { loaded } = this;
    const { client, paths } = loaded;
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
      }
    }
    changes.delete(path);
    const prepared = this.prepare(request);
    loaded.shown = { path, text: request.text };
    const { retry } = this;
    this.retry = false;
    const page = { path, text: prepared.text };
    const answer = await client.ask(
      { kind: 'show', page, changes: [...changes], retry },
      this.options.buildLimit ?? limits.build,
    );
    return this.toShown(answer, paths, prepared);
  }

  /** Hugo does not even begin with some templates that it cannot read: those are left out from the start. */
  private async load(path: string, request: RenderRequest | undefined): Promise<Shown | undefined> {
    for (;;) {
      try {
        return await this.loadOnce(path, request);
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

  /** Boots Hugo while the site is read. Without a request the page is shown as it is on the disk. */
  private async loadOnce(sitePath: string, request: RenderRequest | undefined): Promise<Shown | undefined> {
    const client = this.start();
    this.takeChanges();
    this.retry = false;
    const files = await this.site.readFiles(sitePath);
    const { config, texts, binaries, ...paths } = files;
    const path = paths.toEnginePath(sitePath);
    const text = request?.text ?? (path === undefined ? undefined : texts.get(path));
    const prepared = this.prepare({ path: sitePath, marked: request?.marked ?? false, text: text ?? '' });
    const page: PageText | undefined =
      path === undefined || text === undefined ? undefined : { path, text: prepared.text };
    const answer = await client.ask(
      { kind: 'load', config, texts: [...texts], binaries: [...binaries], page, leftOut: this.leftOut },
      limits.load + texts.size * limits.loadedFile,
    );
    this.loaded = {
      client,
      paths,
      shown: path === undefined || text === undefined ? undefined : { path, text },
    };
    return path === undefined ? undefined : this.toShown(answer, paths, prepared);
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

  private prepare({ text, path, marked }: RenderRequest): PreparedPage {
    return preparePage(text, { hugo: hugoRange, path, marked, now: this.options.now() });
  }

  private toShown(
    answer: Awaited<ReturnType<HostClient['ask']>>,
    paths: Paths,
    prepared: PreparedPage,
  ): Shown | undefined {
    if (answer.kind !== 'shown') {
      return undefined;
    }
    this.leftOut = answer.outcome.leftOut;
    return { paths, outcome: answer.outcome, prepared };
  }

  private toRendered({ path }: RenderRequest, shown: Shown | undefined): RenderedPage {
    const page = { engine: this.kind, hugo: embeddedHugo } as const;
    if (shown === undefined) {
      const notes = [message('{0} is not among the files that Hugo builds this site from.', path)];
      return {
        ...page,
        html: undefined,
        url: undefined,
        permalink: undefined,
        marks: [],
        problems: [],
        notes,
      };
    }
    const { paths, outcome, prepared } = shown;
    const toSitePath = (enginePath: string): string | undefined => paths.toSitePath(enginePath);
    const logs = outcome.failures.filter(({ kind }) => kind === 'shortcode').map(({ log }) => log);
    return {
      ...page,
      html: outcome.html && new TextDecoder().decode(outcome.html),
      url: outcome.url,
      permalink: outcome.permalink,
      marks: prepared.marks,
      problems: [...logs, outcome.log].flatMap((log) => readMessages(log, { path, prepared, toSitePath })),
      notes: [...paths.notes, ...this.notesOn(outcome, toSitePath)],
    };
  }

  private notesOn(
    { failures }: Outcome,
    toSitePath: (path: string) => string | undefined,
  ): readonly Message[] {
    const of = (wanted: Failure['kind']): string[] =>
      failures.filter(({ kind }) => kind === wanted).map(({ path }) => toSitePath(path) ?? path);
    const templates = [...this.leftOut.map((path) => toSitePath(path) ?? path), ...of('shortcode')];
    const others = [...new Set(of('page'))];
    return [
      ...(templates.length === 0
        ? []
        : [message('Left out, because Hugo fails in it: {0}', templates.join(', '))]),
      ...(others.length === 0
        ? []
        : [message('Left out of the site, because Hugo cannot read it: {0}', others.join(', '))]),
    ];
  }
}
