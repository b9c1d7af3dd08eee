// Hugo's own word on a page, without a preview: some time after the writer has stopped typing, the text goes through the site's engine.
import { isInRange, type HugoRange } from '../core/hugo/version.ts';
import type { PreviewProblem } from '../protocol.ts';
import { debounce } from './debounce.ts';
import type { Log } from './log.ts';
import type { HugoProblems } from './preview/hugoProblems.ts';

/** What Hugo said of one version of a document. */
export interface Verdict {
  readonly version: number;
  /** The release that said it. */
  readonly hugo: string;
  /** What the site asks for. */
  readonly range: HugoRange;
  /** Hugo made a page of it. */
  readonly isMade: boolean;
  /** Of the document itself. */
  readonly problems: readonly PreviewProblem[];
}

export interface HugoVerdictsOptions {
  readonly problems: HugoProblems;
  /** The writer wants it for this document. */
  readonly isWanted: (uri: string) => Promise<boolean>;
  /** Absent where no Hugo may be asked, none runs and it is not worth a start, or a preview asks already. */
  readonly judge: (uri: string, isWorthStart: boolean) => Promise<Verdict | undefined>;
  /** The version of the open document. */
  readonly versionOf: (uri: string) => number | undefined;
  readonly log: Log;
  readonly schedule: (task: () => void, delay?: number) => void;
}

/** How long the writer has to pause, in ms. */
const pause = 1500;

export class HugoVerdicts {
  readonly #options: HugoVerdictsOptions;
  readonly #asking = new Map<string, () => void>();
  /** Pages that Hugo has made here, so that it is the text which is at fault when it cannot. */
  readonly #built = new Set<string>();
  readonly #askOpened: () => void;
  /** The page that was opened last, until it is typed in. */
  #opened: string | undefined;

  constructor(options: HugoVerdictsOptions) {
    this.#options = options;
    this.#askOpened = debounce(options.schedule, pause, () => {
      if (this.#opened !== undefined) {
        void this.#ask(this.#opened, false);
      }
    });
  }

  /** A page that is only read starts no Hugo: where one runs already, it is asked about the page that the writer stays with. */
  opened(uri: string): void {
    this.#opened = uri;
    this.#askOpened();
  }

  /** The writer typed: what was said of the older text goes, and Hugo is asked anew after a pause. */
  typed(uri: string): void {
    this.#options.problems.set(keyOf(uri), []);
    this.#forgetOpened(uri);
    const known = this.#asking.get(uri);
    const ask = known ?? debounce(this.#options.schedule, pause, () => void this.#ask(uri, true));
    this.#asking.set(uri, ask);
    ask();
  }

  /** Templates or the like have changed, and with them what Hugo says of pages. */
  reconsider(): void {
    [...this.#asking.keys()].forEach((uri) => this.typed(uri));
  }

  closed(uri: string): void {
    this.#asking.delete(uri);
    this.#built.delete(uri);
    this.#forgetOpened(uri);
    this.#options.problems.set(keyOf(uri), []);
  }

  #forgetOpened(uri: string): void {
    if (this.#opened === uri) {
      this.#opened = undefined;
    }
  }

  async #ask(uri: string, isWorthStart: boolean): Promise<void> {
    const { isWanted, judge, versionOf, problems, log } = this.#options;
    if (versionOf(uri) === undefined || !(await isWanted(uri))) {
      return;
    }
    const verdict = await judge(uri, isWorthStart);
    // Another release than the site's proves nothing.
    if (
      verdict === undefined ||
      verdict.version !== versionOf(uri) ||
      !isInRange(verdict.hugo, verdict.range)
    ) {
      return;
    }
    const own = verdict.problems;
    if (verdict.isMade && own.every(({ severity }) => severity !== 'error')) {
      this.#built.add(uri);
    }
    log('debug', `Hugo ${verdict.hugo} says ${own.length} things of a page.`);
    problems.set(keyOf(uri), this.#built.has(uri) ? own : own.filter(isOfText));
  }
}

/** What fails while templates are run may be for want of the network or of a tool; a text that cannot be read is only that. */
function isOfText({ severity, message }: PreviewProblem): boolean {
  return (
    severity === 'error' && !/\b(?:execut|error calling|failed to render|render of|template)/i.test(message)
  );
}

function keyOf(uri: string): string {
  return `verdict of ${uri}`;
}
