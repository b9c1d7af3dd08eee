// The preview of one document: always the newest text, at most one page in the making, and never a worse page than the one that is shown.
import type { PageDocument } from '../../core/site/pageDocument.ts';
import type { Message } from '../../core/text/message.ts';
import { message } from '../../core/text/message.ts';
import type { EngineProblem, PreviewEngine, RenderedPage } from '../../engine/types.ts';
import type { OpenPreviewParams } from '../../protocol.ts';
import type { SiteEngines } from './siteEngines.ts';

/** A document at one version. */
export interface PreviewText {
  readonly version: number;
  readonly page: PageDocument;
  /** Relative to the site's folder. */
  readonly path: string;
  /** A shortcode is being typed. */
  readonly isHalfTyped: boolean;
}

/** A page on its way to the editor. */
export interface PreviewState {
  /** What `rendered` was made from. */
  readonly text: PreviewText;
  readonly rendered: RenderedPage;
  /** `rendered` is the page of an older text than the one that was asked for, which gave none. */
  readonly stale: boolean;
  /** What there is to say of the text that was asked for, in this version. */
  readonly version: number;
  readonly problems: readonly EngineProblem[];
  readonly notes: readonly Message[];
  readonly milliseconds: number;
  readonly progress: Message | undefined;
}

export interface PreviewHost {
  readonly engines: SiteEngines;
  /** The document as it stands; absent when it is closed or too long. */
  readonly text: () => PreviewText | undefined;
  readonly show: (state: PreviewState, engine: PreviewEngine) => Promise<void>;
  readonly schedule: (task: () => void, delay?: number) => void;
  readonly now: () => number;
}

/** So long a half-typed shortcode is left alone before Hugo is asked what it thinks of it. In ms. */
const patience = 1_200;
/** So long nobody minds that nothing is shown, when the engine is warm. In ms. */
const glance = 250;

const starting = message('Hugo is reading the site…');

export class Preview {
  params: OpenPreviewParams;
  readonly #host: PreviewHost;
  /** The newest page that an engine with the site's layouts made. */
  #shown: PreviewState | undefined;
  #running = false;
  #touched = false;
  #closed = false;
  /** The version that may be rendered although it is half-typed. */
  #patient = -1;

  constructor(params: OpenPreviewParams, host: PreviewHost) {
    this.params = params;
    this.#host = host;
    host.engines.retain();
  }

  /** A page is in the making. */
  get isRunning(): boolean {
    return this.#running;
  }

  /** The text, the site or a choice of the writer has changed. */
  touch(): void {
    this.#touched = true;
    if (!this.#running) {
      void this.#run();
    } else if (this.#shown === undefined) {
      void this.#showInstantly(this.#progress());
    }
  }

  /** What is shown is no longer of use: another engine or other options. */
  forget(): void {
    this.#shown = undefined;
  }

  close(): void {
    this.#closed = true;
    this.#host.engines.release();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      while (this.#touched && !this.#closed) {
        this.#touched = false;
        const text = this.#host.text();
        if (text !== undefined) {
          await this.#renderText(text);
        }
      }
    } finally {
      this.#running = false;
    }
  }

  async #renderText(text: PreviewText): Promise<void> {
    const start = this.#host.now();
    const { engines, schedule } = this.#host;
    let isWaiting = this.#shown === undefined;
    const meanwhile = (): void => {
      if (isWaiting) {
        void this.#showInstantly(this.#progress());
      }
    };
    schedule(meanwhile, engines.warm === undefined ? 0 : glance);
    const { engine, note } = await engines.use(this.params.options.engine);
    const notes = note === undefined ? [] : [note];
    if (engine.kind === 'instant') {
      await this.#showInstantly(undefined, notes);
      return;
    }
    if (this.#shown !== undefined && text.isHalfTyped && this.#patient !== text.version) {
      schedule(() => this.#tryAnyway(text.version), patience);
      return;
    }
    try {
      const rendered = await engine.render(toRequest(text));
      engines.warm = engine;
      isWaiting = false; // From here on there is more to say, also where Hugo has made no page.
      await this.#showRendered(engine, text, rendered, notes, this.#host.now() - start);
    } catch (error) {
      if (this.#isClosed()) {
        return;
      }
      await engines.fail(engine, error instanceof Error ? error.message : String(error));
      this.#shown = undefined;
      this.touch();
    }
  }

  /** What is going on while there is no page of Hugo's yet. */
  #progress(): Message | undefined {
    return this.#host.engines.mayRun(this.params.options.engine) ? starting : undefined;
  }

  /** The writer has stopped with a tag that is not finished. */
  #tryAnyway(version: number): void {
    if (!this.#closed && this.#host.text()?.version === version) {
      this.#patient = version;
      this.touch();
    }
  }

  async #showRendered(
    engine: PreviewEngine,
    text: PreviewText,
    rendered: RenderedPage,
    notes: readonly Message[],
    milliseconds: number,
  ): Promise<void> {
    const { version } = text;
    const common = { version, milliseconds, problems: rendered.problems, progress: undefined };
    const allNotes = [...notes, ...rendered.notes];
    if (rendered.html !== undefined) {
      this.#shown = { ...common, text, rendered, stale: false, notes: allNotes };
      await this.#show(this.#shown, engine);
    } else if (this.#shown !== undefined) {
      await this.#show({ ...this.#shown, ...common, stale: true, notes: allNotes }, engine);
    } else {
      const instead = await this.#host.engines.instant.render(toRequest(text));
      await this.#show({ ...common, text, rendered: instead, stale: true, notes: allNotes }, engine);
    }
  }

  /** The page without the site's layouts: the first thing to see, and what there is when nothing else can be had. */
  async #showInstantly(progress?: Message, notes: readonly Message[] = []): Promise<void> {
    const text = this.#host.text();
    if (text === undefined || this.#hasPage()) {
      return;
    }
    const { instant } = this.#host.engines;
    const start = this.#host.now();
    const rendered = await instant.render(toRequest(text));
    const state: PreviewState = {
      text,
      rendered,
      stale: false,
      version: text.version,
      problems: rendered.problems,
      notes: [...notes, ...rendered.notes],
      milliseconds: this.#host.now() - start,
      progress,
    };
    if (!this.#hasPage()) {
      await this.#show(state, instant);
    }
  }

  /** The site's own page may have come while another one was made. */
  #hasPage(): boolean {
    return this.#shown !== undefined;
  }

  #isClosed(): boolean {
    return this.#closed;
  }

  async #show(state: PreviewState, engine: PreviewEngine): Promise<void> {
    if (!this.#closed) {
      await this.#host.show(state, engine);
    }
  }
}

function toRequest({ path, page }: PreviewText): { path: string; text: string; marked: boolean } {
  return { path, text: page.text, marked: true };
}
