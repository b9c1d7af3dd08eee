// One run of the installed Hugo in watch mode, with our overlay over the site. Hugo promises nothing about mounts that overlap, and its watcher can
// miss a change: so a page counts as rendered only when Hugo's report names the very file that we wrote, by its moment of change.
import type { PreparedPage } from '../page/prepare.ts';
import { readMessages } from '../page/messages.ts';
import type { EngineProblem } from '../types.ts';
import { HugoBuilds, type HugoBuild } from './hugoOutput.ts';
import type { HugoProcess } from './hugoProcess.ts';
import type { Overlay, PageReport } from './overlay.ts';
import type { Published } from './published.ts';

/** A page as it goes to Hugo: its path relative to the site, and its text. */
export interface OverlaidPage {
  readonly path: string;
  readonly prepared: PreparedPage;
}

export interface SessionOutcome {
  /** `undefined` when Hugo did not render the page. */
  readonly report: PageReport | undefined;
  readonly problems: readonly EngineProblem[];
}

/** Until the first build has ended; big sites take minutes. */
const startPatience = 120_000;
/** Hugo gathers changes for half a second: when nothing has begun by then, the change was missed. */
const missedAfter = 2_000;
const renderPatience = 20_000;
/** A build that began before our change can end after it. */
const anotherTick = 700;

export class HugoSession {
  readonly #hugo: HugoProcess;
  readonly #builds: HugoBuilds;
  readonly #overlay: Overlay;
  readonly #published: Published;

  constructor(hugo: HugoProcess, overlay: Overlay, published: Published) {
    this.#hugo = hugo;
    this.#builds = new HugoBuilds(hugo);
    this.#overlay = overlay;
    this.#published = published;
  }

  get hasEnded(): boolean {
    return this.#builds.hasEnded;
  }

  /** Waits for the first build. The answer is what Hugo complains of when it gave up, and `undefined` when it watches. */
  async begin(page: OverlaidPage): Promise<readonly EngineProblem[] | undefined> {
    const build = await this.#builds.next(startPatience);
    if (build !== undefined) {
      return undefined;
    }
    await this.end();
    return this.#problems(this.#builds.rest, page);
  }

  /** Has Hugo render a page; `restore` puts other files of the overlay right before that, in one build with it. `undefined` when Hugo ended, or gave no answer. */
  async render(page: OverlaidPage, restore: () => Promise<void>): Promise<SessionOutcome | undefined> {
    await this.#published.clear(page.path);
    this.#builds.forget();
    const before = this.#builds.begun;
    await restore();
    let time = await this.#write(page);
    const deadline = performance.now() + renderPatience;
    let output = '';
    for (let wait = missedAfter; performance.now() < deadline;) {
      const build = await this.#builds.next(wait);
      output += build === undefined ? '' : `\n${build.output}`;
      const report = await this.#published.report(page.path, time);
      if (report !== undefined) {
        return { report, problems: this.#problems(output, page) };
      }
      if (this.hasEnded) {
        return undefined;
      }
      if (build !== undefined && build.number > before && isAbout(build, page.path)) {
        const problems = this.#problems(output, page);
        if (problems.some(({ severity }) => severity === 'error') || wait === anotherTick) {
          return { report, problems };
        }
        wait = anotherTick;
      } else if (build === undefined && wait === anotherTick) {
        return { report, problems: this.#problems(output, page) };
      } else if (build === undefined && this.#builds.begun === before) {
        time = await this.#write(page);
      }
    }
    return undefined;
  }

  async end(): Promise<void> {
    await this.#hugo.kill();
  }

  async #write({ path, prepared }: OverlaidPage): Promise<string> {
    return (await this.#overlay.write(path, prepared.text)) ?? '';
  }

  #problems(log: string, { path, prepared }: OverlaidPage): readonly EngineProblem[] {
    const toSitePath = (path: string): string | undefined => this.#overlay.toSitePath(path);
    return readMessages(log.replaceAll('Rebuild failed: ', ''), {
      path,
      prepared,
      toSitePath,
    });
  }
}

/** Whether a build heard of a change of the page; releases name it by its path in the overlay or below `content`. */
function isAbout({ changed }: HugoBuild, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return changed.some((one) => one.includes(name));
}
