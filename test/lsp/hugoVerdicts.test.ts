// When Hugo is asked about a page that nobody previews, and what of its answer is shown.
import { describe, expect, test } from 'vitest';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { HugoVerdicts, type Verdict } from '../../server/src/lsp/hugoVerdicts.ts';
import { HugoProblems } from '../../server/src/lsp/preview/hugoProblems.ts';
import type { PreviewProblem } from '../../server/src/protocol.ts';
import { settle } from '../support/memoryFileSystem.ts';

const uri = 'file:///w/content/a.md';
const syntax: PreviewProblem = { severity: 'error', message: 'shortcode "x" must be closed', uri, line: 3 };
const running: PreviewProblem = {
  severity: 'error',
  message: 'error calling index: out of range',
  uri,
  line: 4,
};
const notice: PreviewProblem = { severity: 'warning', message: 'Raw HTML omitted', uri, line: 5 };

/** Hugo and a writer, with a clock that stands still until `pause`. */
class Desk {
  asked = 0;
  isRunning = true;
  version = 1;
  isWanted = true;
  isOpen = true;
  answer: Partial<Verdict> | undefined = {};
  /** Happens while Hugo thinks. */
  meanwhile: () => void = () => undefined;
  readonly #problems = new HugoProblems(() => undefined);
  #tasks: (() => void)[] = [];
  readonly verdicts = new HugoVerdicts({
    problems: this.#problems,
    isWanted: () => Promise.resolve(this.isWanted),
    judge: (_uri, isWorthStart) => {
      if (!isWorthStart && !this.isRunning) {
        return Promise.resolve(undefined);
      }
      this.asked++;
      const problems = this.answer?.problems ?? [];
      const isMade = problems.every(({ severity }) => severity !== 'error');
      const verdict = { version: this.version, hugo: '0.147.6', range: unknownHugo, isMade, problems };
      this.meanwhile();
      return Promise.resolve(this.answer && { ...verdict, ...this.answer });
    },
    versionOf: () => (this.isOpen ? this.version : undefined),
    log: () => undefined,
    schedule: (task) => this.#tasks.push(task),
  });

  type(): void {
    this.version++;
    this.verdicts.typed(uri);
  }

  async pause(): Promise<void> {
    const tasks = this.#tasks;
    this.#tasks = [];
    tasks.forEach((task) => task());
    await settle();
  }

  shown(): string[] {
    return this.#problems.beside(uri, []).map(({ message }) => message as string);
  }
}

test('Hugo is asked once, when the writer pauses', async () => {
  const desk = new Desk();
  desk.answer = { problems: [syntax] };
  desk.type();
  desk.type();
  desk.type();
  expect(desk.asked).toBe(0);
  await desk.pause();
  expect([desk.asked, desk.shown()]).toEqual([1, [syntax.message]]);
});

test('what was said of an older text goes with the next key', async () => {
  const desk = new Desk();
  desk.answer = { problems: [syntax] };
  desk.type();
  await desk.pause();
  desk.type();
  expect(desk.shown()).toEqual([]);
});

describe('a page that is opened', () => {
  test.each([
    ['is asked about where Hugo runs', true, 1],
    ['starts no Hugo', false, 0],
  ])('%s', async (_, isRunning, asked) => {
    const desk = new Desk();
    desk.isRunning = isRunning;
    desk.answer = { problems: [syntax] };
    desk.verdicts.opened(uri);
    await desk.pause();
    expect([desk.asked, desk.shown().length]).toEqual([asked, asked]);
  });

  test('and typed in is asked about once', async () => {
    const desk = new Desk();
    desk.verdicts.opened(uri);
    desk.type();
    await desk.pause();
    expect(desk.asked).toBe(1);
  });

  test('and left for another one is not asked about', async () => {
    const desk = new Desk();
    desk.verdicts.opened(uri);
    desk.verdicts.closed(uri);
    await desk.pause();
    expect(desk.asked).toBe(0);
  });
});

const pinned = (version: string): HugoRange => ({ ...unknownHugo, min: version, max: version });

describe('nothing is shown', () => {
  test.each<[string, (desk: Desk) => void]>([
    ['where the writer does not want it', (desk) => (desk.isWanted = false)],
    ['where no Hugo may be asked', (desk) => (desk.answer = undefined)],
    ['of a text that has changed meanwhile', (desk) => (desk.meanwhile = () => desk.version++)],
    [
      'by another release than the site’s',
      (desk) => (desk.answer = { problems: [syntax], range: pinned('0.111.3') }),
    ],
    [
      'of templates that fail in a page which Hugo never made here',
      (desk) => (desk.answer = { problems: [running] }),
    ],
    ['of a document that was closed', (desk) => (desk.isOpen = false)],
    ['of a document that was closed meanwhile', (desk) => (desk.meanwhile = () => (desk.isOpen = false))],
  ])('%s', async (_, prepare) => {
    const desk = new Desk();
    desk.answer = { problems: [syntax] };
    desk.type();
    prepare(desk);
    await desk.pause();
    expect(desk.shown()).toEqual([]);
  });
});

test('templates that fail in a page are shown once Hugo has made it from another text', async () => {
  const desk = new Desk();
  desk.answer = { problems: [notice] };
  desk.type();
  await desk.pause();
  expect(desk.shown()).toEqual([notice.message]);
  desk.answer = { problems: [running] };
  desk.type();
  await desk.pause();
  expect(desk.shown()).toEqual([running.message]);
});

test('a page that Hugo failed to make for another one’s fault does not count as made', async () => {
  const desk = new Desk();
  desk.answer = { problems: [], isMade: false };
  desk.type();
  await desk.pause();
  desk.answer = { problems: [running] };
  desk.type();
  await desk.pause();
  expect(desk.shown()).toEqual([]);
});

test('Hugo is asked anew when templates have changed', async () => {
  const desk = new Desk();
  desk.type();
  await desk.pause();
  desk.verdicts.reconsider();
  await desk.pause();
  expect(desk.asked).toBe(2);
});
