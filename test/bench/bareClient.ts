import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** An engine path and the text there. */
type File<Content> = readonly [path: string, content: Content];

export type BareRequest =
  | {
      readonly kind: 'load';
      readonly config: string;
      readonly texts: readonly File<string>[];
      readonly binaries: readonly File<Uint8Array>[];
      readonly page: File<string>;
    }
  | { readonly kind: 'edit'; readonly page: File<string> };

export interface BareReply {
  readonly milliseconds: number;
}

export interface BareClient {
  /** From the start of the process to a Hugo that listens. In ms. */
  readonly boot: number;
  /** Answers what it took where it was done, in ms. */
  ask(request: BareRequest): Promise<number>;
  stop(): Promise<void>;
}

export async function startBareEngine(): Promise<BareClient> {
  const began = performance.now();
  const child = fork(resolve('.cache/bench/bareEngine.cjs'), [], {
    serialization: 'advanced',
    execArgv: ['--wasm-max-mem-pages=40960'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('The bare engine ended.');
  });
  ended.catch(() => undefined);
  const answer = async (): Promise<BareReply> => {
    const [reply] = (await Promise.race([once(child, 'message'), ended])) as [BareReply];
    return reply;
  };
  await answer();
  return {
    boot: performance.now() - began,
    ask: async (request) => {
      const answered = answer();
      child.send(request);
      return (await answered).milliseconds;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await ended.catch(() => undefined);
    },
  };
}
