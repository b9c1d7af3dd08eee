// Asks a Hugo in a process of its own, and replaces it when it ends or hangs: then the page has no verdict.
import { execFileSync, fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { embeddedHugo } from '../../server/src/engine/chooseEngine.ts';
import { parseHugoVersion } from '../../server/src/workspace/installedHugo.ts';

export type JudgeRequest =
  | { readonly kind: 'load'; readonly texts: readonly (readonly [string, string])[] }
  | { readonly kind: 'judge' | 'judgeAnew'; readonly path: string; readonly text: string };
export type JudgeReply =
  | { readonly kind: 'judged'; readonly error: string | undefined }
  | { readonly kind: 'panic'; readonly reason: string };

/** In ms. */
const patience = 20_000;
/** Each site that is made anew leaks one, some 20 MB. */
const mostMadeAnew = 40;
const mostJudged = 2000;

const engineFolder = join(process.cwd(), 'node_modules/@bookshop/hugo-engine/full-hugo-renderer');

/** A real Hugo with one site. */
export interface Judge {
  readonly version: string;
  /** What Hugo complains of in this page, `''` where it builds; `undefined` where it ended or hung over it. */
  judge(path: string, text: string, kind?: 'judge' | 'judgeAnew'): Promise<string | undefined>;
  end(): void;
}

export class EmbeddedJudge implements Judge {
  readonly version = embeddedHugo;
  readonly #texts: readonly (readonly [string, string])[];
  #child: ChildProcess | undefined;
  #madeAnew = 0;
  #judged = 0;
  restarts = 0;

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = [...texts];
  }

  /** What Hugo complains of in this page, `''` where it builds; `undefined` where it ended or hung over it. */
  async judge(
    path: string,
    text: string,
    kind: 'judge' | 'judgeAnew' = 'judge',
  ): Promise<string | undefined> {
    this.#madeAnew += kind === 'judgeAnew' ? 1 : 0;
    this.#judged++;
    if (this.#madeAnew > mostMadeAnew || this.#judged > mostJudged) {
      this.end();
    }
    const child = this.#child ?? (await this.#start());
    const reply = await ask(child, { kind, path, text });
    if (reply?.kind === 'judged') {
      return reply.error ?? '';
    }
    this.restarts++;
    this.end();
    return undefined;
  }

  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
    this.#madeAnew = 0;
    this.#judged = 0;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(join(__dirname, 'mutationHugo.cjs'), [engineFolder], {
      execArgv: ['--max-old-space-size=1024', '--wasm-max-mem-pages=40960'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    await once(child, 'message');
    const reply = await ask(child, { kind: 'load', texts: this.#texts });
    if (reply?.kind !== 'judged' || reply.error !== undefined) {
      throw new Error(`Hugo does not build the small site: ${JSON.stringify(reply)}`);
    }
    return child;
  }
}

/** An installed `hugo`, which builds the whole site for each page. */
export class NativeJudge implements Judge {
  readonly version: string;
  readonly #program: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'scribe-native-'));

  constructor(program: string, texts: ReadonlyMap<string, string>) {
    this.#program = program;
    this.version = parseHugoVersion(execFileSync(program, ['version'], { encoding: 'utf8' })) ?? '';
    texts.forEach((text, path) => this.#write(path, text));
  }

  judge(path: string, text: string): Promise<string | undefined> {
    this.#write(path, text);
    const args = ['--source', this.#folder, '--renderToMemory'];
    const { status, stdout, stderr } = spawnSync(this.#program, args, {
      encoding: 'utf8',
      timeout: patience,
    });
    rmSync(join(this.#folder, path));
    const errors = `${stderr}\n${stdout}`.split('\n').filter((line) => /^(?:ERROR|Error)/.test(line));
    return Promise.resolve(status === 0 ? '' : status === null ? undefined : errors.join('\n'));
  }

  end(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #write(path: string, text: string): void {
    const file = join(this.#folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function ask(child: ChildProcess, request: JudgeRequest): Promise<JudgeReply | undefined> {
  return new Promise((resolve) => {
    const done = (reply?: JudgeReply): void => {
      clearTimeout(timer);
      child.off('message', listen);
      child.off('exit', onExit);
      resolve(reply);
    };
    const listen = (reply: unknown): void => done(reply as JudgeReply);
    const onExit = (): void => done();
    const timer = setTimeout(done, patience);
    child.on('message', listen);
    child.on('exit', onExit);
    child.send(request);
  });
}
