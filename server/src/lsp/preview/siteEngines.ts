// The engines of one site: which one shows its pages, for how long it lives, and which one takes over when it cannot.
import type { InstalledHugo } from '../../core/hugo/version.ts';
import { message, type Message, type Translate } from '../../core/text/message.ts';
import type { SiteFiles } from '../../core/preview/siteFiles.ts';
import { chooseEngine, chooseJudge } from '../../engine/chooseEngine.ts';
import type {
  EngineKind,
  EngineMakers,
  EngineSite,
  PreviewEngine,
  RenderedPage,
  RenderRequest,
} from '../../engine/types.ts';
import type { LiveSite } from '../../workspace/sites.ts';
import type { Log } from '../log.ts';

export interface SiteEnginesOptions {
  readonly makers: EngineMakers;
  readonly translate: Translate;
  readonly trusted: () => boolean;
  readonly installed: () => InstalledHugo | undefined;
  /** Fulfilled when the two are known. */
  readonly settled: () => Promise<void>;
  readonly schedule: (task: () => void, delay?: number) => void;
  readonly log: Log;
}

/** The engine for the next page, and one calm line where it is not the one that was asked for. */
export interface EngineInUse {
  readonly engine: PreviewEngine;
  readonly note: Message | undefined;
}

/** So long after its last preview was closed a site's engine ends; who opens it again meanwhile finds it warm. In ms. */
const idleTime = 30_000;

/** So long the engine that is asked for its word alone waits for the writer to type on: to start it costs more than to keep it. In ms. */
const thinkingTime = 120_000;

export class SiteEngines {
  readonly instant: PreviewEngine;
  /** The engine that has shown a page already, so that the next one will not take long. */
  warm: PreviewEngine | undefined;
  readonly #live: LiveSite;
  readonly #options: SiteEnginesOptions;
  readonly #site: EngineSite;
  readonly #failed = new Map<EngineKind, string>();
  #real: PreviewEngine | undefined;
  #users = 0;
  #useCount = 0;
  #needsTools = false;

  constructor(live: LiveSite, options: SiteEnginesOptions) {
    this.#live = live;
    this.#options = options;
    this.#site = {
      root: live.root,
      snapshot: () => live.snapshot,
      readFiles: (page) => this.#readFiles(page),
    };
    this.instant = options.makers.instant(this.#site, options.translate);
  }

  /** A Hugo will be asked for the page. */
  mayRun(asked: 'auto' | EngineKind): boolean {
    return asked !== 'instant' && this.#options.trusted() && this.#failed.size === 0;
  }

  /** Engines that failed are passed over until something of the site changes. */
  async use(asked: 'auto' | EngineKind): Promise<EngineInUse> {
    await this.#options.settled();
    const native = this.#failed.get('native');
    const installed = native === undefined ? this.#options.installed() : undefined;
    const choice = chooseEngine({
      asked: native === undefined ? asked : 'auto',
      trusted: this.#options.trusted(),
      hugo: this.#live.snapshot.hugo,
      installed,
      needsTools: this.#needsTools,
    });
    const failure = this.#failed.get(choice.kind) ?? native;
    const note = failure === undefined ? choice.note : message('Hugo cannot show this site: {0}', failure);
    if (choice.kind === 'instant' || this.#failed.has(choice.kind)) {
      if (this.#users <= 1) {
        await this.#keep(undefined);
      }
      return { engine: this.instant, note };
    }
    if (this.#real?.kind !== choice.kind) {
      const { makers, trusted } = this.#options;
      await this.#keep(
        choice.kind === 'native' && installed !== undefined
          ? makers.native(this.#site, installed, trusted)
          : makers.embedded(this.#site),
      );
    }
    return { engine: this.#real ?? this.instant, note };
  }

  /** The engine cannot show this site; `reason` is for the writer. One that was ended on purpose has not failed. */
  async fail(engine: PreviewEngine, reason: string): Promise<void> {
    if (this.#real !== engine) {
      return;
    }
    this.#options.log('warning', `${this.#live.root}: the ${engine.kind} engine failed: ${reason}`);
    this.#failed.set(engine.kind, reason);
    await this.#keep(undefined);
  }

  /**
   * The page as Hugo makes it, for what it has to say; nothing where no Hugo is to be had that may build the site, or none runs and the question
   * is not worth a start.
   */
  async judge(request: RenderRequest, isWorthStart: boolean): Promise<RenderedPage | undefined> {
    await this.#options.settled();
    const judge = chooseJudge({ hugo: this.#live.snapshot.hugo, installed: this.#options.installed() });
    if (judge === undefined || !this.mayRun(judge) || !(isWorthStart || this.#real !== undefined)) {
      return undefined;
    }
    const choose = async (): Promise<PreviewEngine> => (await this.use(judge)).engine;
    return this.#aside(thinkingTime, choose, (engine) => engine.render(request));
  }

  /** Has the embedded engine do something; nothing comes of it where it may not run, or another one shows the site. */
  async withEmbedded<Result>(task: (engine: PreviewEngine) => Promise<Result>): Promise<Result | undefined> {
    await this.#options.settled();
    const choose = async (): Promise<PreviewEngine> => {
      const engine = this.#real ?? (await this.use('auto')).engine;
      return engine.kind === 'embedded' ? engine : this.instant;
    };
    return this.mayRun('embedded') ? this.#aside(thinkingTime, choose, task) : undefined;
  }

  update(changes: ReadonlyMap<string, string | undefined>): void {
    this.#failed.clear();
    this.#real?.update(changes);
  }

  reset(): void {
    this.#failed.clear();
    this.#needsTools = false;
    this.#real?.reset();
  }

  retain(): void {
    this.#users++;
    this.#useCount++;
  }

  release(idle = idleTime): void {
    this.#users--;
    const count = this.#useCount;
    this.#options.schedule(() => {
      if (this.#users === 0 && count === this.#useCount) {
        void this.#keep(undefined);
      }
    }, idle);
  }

  dispose(): Promise<void> {
    return this.#keep(undefined);
  }

  /** What nobody sees, by an engine that runs meanwhile and for `idle` ms more. */
  async #aside<Result>(
    idle: number,
    choose: () => Promise<PreviewEngine>,
    task: (engine: PreviewEngine) => Promise<Result>,
  ): Promise<Result | undefined> {
    this.retain();
    const engine = await choose();
    try {
      return engine.kind === 'instant' ? undefined : await task(engine);
    } catch (error) {
      await this.fail(engine, error instanceof Error ? error.message : String(error));
      return undefined;
    } finally {
      this.release(idle);
    }
  }

  async #keep(engine: PreviewEngine | undefined): Promise<void> {
    const before = this.#real;
    this.#real = engine;
    this.warm = undefined;
    await before?.dispose().catch((error: unknown) => this.#options.log('warning', String(error)));
  }

  async #readFiles(page: string): Promise<SiteFiles> {
    const files = await this.#live.readFiles(page);
    this.#needsTools = files.needsTools;
    return files;
  }
}
