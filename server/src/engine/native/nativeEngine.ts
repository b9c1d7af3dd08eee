// The installed Hugo sees unsaved text as files of an overlay, and builds again by itself whenever one of them changes.
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HugoRange, HugoVersion } from '../../core/hugo/version.ts';
import { formatMessage, message, type Message } from '../../core/text/message.ts';
import { preparePage } from '../page/prepare.ts';
import { NewestFirst } from '../newestFirst.ts';
import type { EngineProblem, EngineSite, PreviewEngine, RenderedPage, RenderRequest } from '../types.ts';
import { startHugo, type StartHugo } from './hugoProcess.ts';
import { HugoSession, type OverlaidPage, type SessionOutcome } from './hugoSession.ts';
import { Overlay, readTextFile } from './overlay.ts';
import { usualOutputs } from './overlayConfig.ts';
import { isInside, Published } from './published.ts';
import { findRefusedPages } from './refusedPages.ts';

export interface NativeOptions {
  /** The installed Hugo, absolute, outside of the site. */
  readonly program: string;
  readonly version: HugoVersion;
  /** Asked before each start: nothing of a site is run without trust. */
  readonly isTrusted: () => boolean;
  /** The moment, in ms since 1970. */
  readonly now?: () => number;
  readonly start?: StartHugo;
  /** Where our folder is made; the system's place for temporary files by default. */
  readonly tempFolder?: string;
}

/** An engine for one site. Each call waits for those before it; of renders of one page that wait only the newest is made. */
export function createNativeEngine(site: EngineSite, options: NativeOptions): PreviewEngine {
  const engine = new NativeEngine(site, options);
  const queue = new NewestFirst<RenderedPage>();
  return {
    kind: 'native',
    open: (page) => queue.after(() => engine.open(page)),
    update: (changes) => engine.update(changes),
    reset: () => engine.reset(),
    render: (request) =>
      queue.run(JSON.stringify([request.path, request.marked]), () => engine.render(request)),
    readPublished: (urls) => queue.after(() => engine.readPublished(urls)),
    dispose: () => queue.after(() => engine.dispose()),
  };
}

/** A site on which many pages fail one by one is not worth the wait. */
const mostLeftOut = 500;

class NativeEngine {
  readonly #site: EngineSite;
  readonly #options: NativeOptions;
  readonly #hugo: HugoRange;
  #overlay: Overlay | undefined;
  #published: Published | undefined;
  #session: HugoSession | undefined;
  #isStale = false;
  #isDisposed = false;
  /** The page whose prepared text is in the overlay. */
  #shown: string | undefined;
  #base = '';
  readonly #unsaved = new Map<string, string>();
  /** Files whose place in the overlay is not what it should be. */
  readonly #dirty = new Set<string>();
  /** Pages that were silently not rendered, for which Hugo was started anew. */
  readonly #hopeless = new Set<string>();
  /** Pages that Hugo cannot build, with its reason. */
  readonly #leftOut = new Map<string, string>();

  constructor(site: EngineSite, options: NativeOptions) {
    this.#site = site;
    this.#options = options;
    const { version } = options;
    this.#hugo = { min: version, max: version, source: 'installed', file: undefined };
  }

  async open(page: string): Promise<void> {
    const text = (await readTextFile(join(this.#folder, page))) ?? '';
    const problems = await this.#ready(this.#prepare({ path: page, text, marked: false }));
    if (problems !== undefined) {
      const reason = problems[0]?.message ?? '';
      throw new Error(say(message('Hugo cannot build this site: {0}', reason)));
    }
  }

  update(changes: ReadonlyMap<string, string | undefined>): void {
    for (const [path, text] of changes) {
      if (text === undefined) {
        this.#unsaved.delete(path);
      } else {
        this.#unsaved.set(path, text);
      }
      this.#leftOut.delete(path);
      this.#dirty.add(path);
    }
  }

  reset(): void {
    this.#isStale = true;
  }

  async render(request: RenderRequest): Promise<RenderedPage> {
    const page = this.#prepare(request);
    for (let attempt = 1; ; attempt++) {
      const problems = await this.#ready(page);
      if (problems !== undefined) {
        return this.#answer({ problems });
      }
      if (this.#overlay?.covers(page.path) !== true) {
        return this.#answer({ notes: [message('{0} is not among the content of this site.', page.path)] });
      }
      const outcome = await this.#renderPage(page);
      if (outcome === undefined ? attempt === 1 : this.#deservesAnother(page.path, outcome)) {
        await this.#endSession();
      } else {
        return this.#toAnswer(page, outcome ?? noAnswer(page.path));
      }
    }
  }

  async readPublished(urls: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    const published = this.#published;
    return Promise.all(urls.map((url) => published?.read(url, this.#base) ?? Promise.resolve(undefined)));
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    await this.#endSession();
    await this.#overlay?.dispose();
    this.#overlay = undefined;
    this.#published = undefined;
  }

  #answer(parts: Partial<RenderedPage>): RenderedPage {
    return {
      engine: 'native',
      hugo: this.#options.version,
      html: undefined,
      url: undefined,
      permalink: undefined,
      marks: [],
      problems: [],
      notes: [],
      ...parts,
    };
  }

  #prepare({ path, text, marked }: RenderRequest): OverlaidPage {
    const now = (this.#options.now ?? Date.now)();
    const outputs = usualOutputs(this.#site.snapshot().config, path);
    return { path, prepared: preparePage(text, { hugo: this.#hugo, path, marked, now, outputs }) };
  }

  /** `undefined` when Hugo gave no answer. */
  async #renderPage(page: OverlaidPage): Promise<SessionOutcome | undefined> {
    if (this.#shown !== undefined && this.#shown !== page.path) {
      this.#dirty.add(this.#shown);
    }
    this.#shown = page.path;
    this.#leftOut.delete(page.path);
    const render = async (): Promise<SessionOutcome | undefined> =>
      this.#session?.render(page, () => this.#restore(page.path));
    const outcome = await render();
    const other = outcome && !outcome.report ? this.#failingOther(page.path, outcome.problems) : undefined;
    if (other === undefined) {
      return outcome;
    }
    this.#unsaved.delete(other);
    this.#dirty.add(other);
    return render();
  }

  /** A watching Hugo does not see every new page (the first `_index.md` of a section, a translation): one that starts anew does. */
  #deservesAnother(path: string, { report, problems }: SessionOutcome): boolean {
    if (report !== undefined || problems.length > 0 || this.#hopeless.has(path)) {
      return false;
    }
    this.#hopeless.add(path);
    return true;
  }

  /** Another page whose unsaved text stops Hugo: it is half typed, so its file has to do. */
  #failingOther(page: string, problems: readonly EngineProblem[]): string | undefined {
    return problems.find(({ path = '' }) => path !== page && this.#unsaved.has(path))?.path;
  }

  async #toAnswer(page: OverlaidPage, { report, problems }: SessionOutcome): Promise<RenderedPage> {
    const html = report && (await this.#published?.html(page.path, report));
    this.#base = report?.base ?? this.#base;
    const isSilent = html === undefined && problems.length === 0;
    const silence = isSilent ? [message('Hugo {0} did not render this page.', this.#options.version)] : [];
    return this.#answer({
      html,
      url: report?.url,
      permalink: report?.permalink,
      marks: page.prepared.marks,
      problems,
      notes: [...silence, ...this.#leftOutNotes()],
    });
  }

  #leftOutNotes(): Message[] {
    const [first, ...others] = this.#leftOut;
    if (first === undefined) {
      return [];
    }
    const [path, reason] = first;
    return others.length === 0
      ? [message('{0} was left out, because Hugo cannot build it: {1}', path, reason)]
      : [
          message(
            '{0} pages were left out, because Hugo cannot build them: {1} and others',
            others.length + 1,
            path,
          ),
        ];
  }

  /**
   * Puts every changed file of the overlay right, but that of one page. A file that was there once stays, as a copy of the site's own: when one
   * is taken away, some releases fail (run on 0.111.3).
   */
  async #restore(except: string): Promise<void> {
    const paths = [...this.#dirty].filter((path) => path !== except);
    this.#dirty.clear();
    for (const path of paths) {
      const saved = await readTextFile(join(this.#folder, path));
      const text = this.#unsaved.get(path) ?? saved;
      if (text === undefined) {
        await this.#overlay?.remove(path);
      } else if (text !== saved || this.#overlay?.has(path) === true) {
        await this.#overlay?.write(path, text);
      }
    }
  }

  get #folder(): string {
    return fileURLToPath(this.#site.root);
  }

  /** Sees to it that Hugo runs; the answer is why it does not. */
  async #ready(page: OverlaidPage): Promise<readonly EngineProblem[] | undefined> {
    if (this.#isStale) {
      this.#hopeless.clear();
    }
    if (this.#isStale || this.#session?.hasEnded === true) {
      await this.#endSession();
    }
    this.#isStale = false;
    return this.#session === undefined ? this.#start(page) : undefined;
  }

  async #endSession(): Promise<void> {
    await this.#session?.end();
    this.#session = undefined;
  }

  async #start(page: OverlaidPage): Promise<readonly EngineProblem[] | undefined> {
    const { program, version, tempFolder, start = startHugo } = this.#options;
    await this.#checkAllowed();
    const { config } = this.#site.snapshot();
    const folder = await realpath(this.#folder);
    const overlay = (this.#overlay ??= await Overlay.create(folder, config, tempFolder));
    await overlay.prepare(config, version);
    await overlay.write(page.path, page.prepared.text);
    const published = (this.#published = new Published(overlay.publicFolder));
    this.#unsaved.forEach((_, path) => this.#dirty.add(path));
    this.#shown = page.path;
    await this.#restore(page.path);
    for (const path of this.#leftOut.keys()) {
      await overlay.leaveOut(path, version);
    }
    return this.#startUntilItBuilds(page, () => {
      const hugo = start(program, overlay.args, folder);
      return new HugoSession(hugo, overlay, published);
    });
  }

  async #startUntilItBuilds(
    page: OverlaidPage,
    start: () => HugoSession,
  ): Promise<readonly EngineProblem[] | undefined> {
    for (;;) {
      await this.#checkAllowed();
      const session = start();
      const problems = await session.begin(page);
      if (problems === undefined) {
        this.#session = session;
        return undefined;
      }
      if (!(await this.#leaveOut(page.path, problems))) {
        return problems;
      }
    }
  }

  /** Leaves out the page that stops Hugo: the first that it names, or else the one that it renders; with the first other page all that are like it. */
  async #leaveOut(page: string, problems: readonly EngineProblem[]): Promise<boolean> {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const culprit = errors.find(({ path }) => path !== undefined && this.#overlay?.covers(path));
    const path = culprit?.path ?? page;
    if (this.#leftOut.has(path) || this.#leftOut.size >= mostLeftOut) {
      this.#leftOut.delete(page);
      return false;
    }
    const isFirst = this.#leftOut.size === 0 && path !== page;
    const others = isFirst
      ? await findRefusedPages(this.#folder, this.#site.snapshot().config, this.#hugo)
      : [];
    const like = [...others].filter(([other]) => other !== page && !this.#unsaved.has(other));
    const all = new Map([...like, [path, culprit?.message ?? '']]);
    if (this.#unsaved.delete(path)) {
      all.delete(path);
      await this.#overlay?.remove(path);
    }
    for (const [refused, reason] of all) {
      this.#leftOut.set(refused, reason);
      await this.#overlay?.leaveOut(refused, this.#options.version);
    }
    return true;
  }

  async #checkAllowed(): Promise<void> {
    if (this.#isDisposed) {
      throw new Error(say(message('The preview was closed.')));
    }
    if (!this.#options.isTrusted()) {
      throw new Error(say(message('Hugo is run in trusted workspaces only.')));
    }
    const [site, program] = await Promise.all([realpath(this.#folder), realpath(this.#options.program)]);
    if (isInside(site, program)) {
      throw new Error(say(message('A Hugo that stands in the site itself is not run: {0}', program)));
    }
  }
}

function noAnswer(path: string): SessionOutcome {
  const problem: EngineProblem = { severity: 'error', message: say(message('Hugo gave no answer.')), path };
  return { report: undefined, problems: [problem] };
}

function say(sentence: Message): string {
  return formatMessage(sentence);
}
