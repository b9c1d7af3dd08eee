// One Hugo 0.147.6 in a process of its own, with one site in it that lives as long as it does: a page comes, is judged, and goes.
import {
  bootHugo,
  HugoPanic,
  type BuildResult,
  type Hugo,
} from '../../server/src/engine/embedded/hugoRuntime.ts';
import type { JudgeReply, JudgeRequest } from './mutationJudge.ts';

const emptySite = ['content', 'layout', 'data', 'i18n', 'asset', 'archetype', 'static']
  .map((directory) => `${directory}Dir = 'nowhere'`)
  .join('\n');

class LiveHugo {
  readonly #hugo: Hugo;
  #config = '';
  #last: string | undefined;

  constructor(hugo: Hugo) {
    this.#hugo = hugo;
  }

  /** Write, configure and build, in the one order in which Hugo then knows the whole site. */
  load(texts: readonly (readonly [string, string])[]): string | undefined {
    this.#config = texts.find(([path]) => path === 'config.toml')?.[1] ?? '';
    this.#hugo.write([['config.toml', emptySite]]);
    this.#hugo.configure();
    this.#hugo.build();
    this.#hugo.write(texts.filter(([path]) => path !== 'config.toml'));
    return this.#whole();
  }

  judge(path: string, text: string): string | undefined {
    if (this.#last !== undefined) {
      this.#hugo.remove([this.#last]);
      this.#hugo.build();
    }
    this.#last = path;
    this.#hugo.write([[path, text]]);
    return saidIn(this.#hugo.build());
  }

  /** The same by a site that is made anew: nothing of the pages before is left in it. */
  judgeAnew(path: string, text: string): string | undefined {
    this.#hugo.write([['config.toml', emptySite]]);
    this.#hugo.configure();
    this.#hugo.build();
    if (this.#last !== undefined) {
      this.#hugo.remove([this.#last]);
    }
    this.#last = path;
    this.#hugo.write([[path, text]]);
    return this.#whole();
  }

  #whole(): string | undefined {
    this.#hugo.write([['config.toml', this.#config]]);
    this.#hugo.build();
    this.#hugo.configure();
    return saidIn(this.#hugo.build());
  }
}

/** What Hugo complains of; `undefined` where it is content. */
function saidIn({ error, log }: BuildResult): string | undefined {
  const errors = [...log.filter((line) => line.startsWith('ERROR')), ...(error === undefined ? [] : [error])];
  return errors.length === 0 ? undefined : errors.join('\n');
}

async function main(): Promise<void> {
  const live = new LiveHugo(await bootHugo(process.argv[2] ?? ''));
  const reply = (message: JudgeReply): void => void process.send?.(message);
  process.on('disconnect', () => process.exit());
  process.on('message', (request: JudgeRequest) => {
    try {
      const error =
        request.kind === 'load'
          ? live.load(request.texts)
          : request.kind === 'judge'
            ? live.judge(request.path, request.text)
            : live.judgeAnew(request.path, request.text);
      reply({ kind: 'judged', error });
    } catch (error) {
      reply({ kind: 'panic', reason: error instanceof HugoPanic ? error.message : String(error) });
    }
  });
  reply({ kind: 'judged', error: undefined });
}

void main();
