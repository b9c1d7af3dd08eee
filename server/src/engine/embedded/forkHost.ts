import { fork } from 'node:child_process';
import { dirname } from 'node:path';
import type { HostReply, HostRequest } from './hostMessages.ts';

/** A host that runs. Nothing is heard of it after `onEnd`. */
export interface EngineHost {
  readonly pid: number | undefined;
  send(request: HostRequest): void;
  onReply(listen: (reply: HostReply) => void): void;
  onEnd(listen: () => void): void;
  /** Ends the process, whatever it does; answered when it is gone. */
  kill(): Promise<void>;
}

export type EngineHostSpawner = () => EngineHost;

/** Content is untrusted: no code made from strings, no way to a prototype by a key; and no more memory than a big site takes. */
const flags = [
  '--disallow-code-generation-from-strings',
  '--disable-proto=delete',
  '--max-old-space-size=1024',
  '--wasm-max-mem-pages=40960',
];

/** What Node needs to start at all, as Electron too; of nothing else in the environment should a site learn. */
const kept = ['ELECTRON_RUN_AS_NODE', 'SystemRoot', 'TZ', 'LD_LIBRARY_PATH'];

/** Starts `dist/server/engineHost.js`, which stands at `file`. */
export function forkHost(file: string): EngineHost {
  const child = fork(file, [], {
    cwd: dirname(file),
    env: Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    execArgv: flags,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    pid: child.pid,
    send: (request) => child.send(request, () => undefined),
    onReply: (listen) => child.on('message', (reply) => listen(reply as HostReply)),
    onEnd: (listen) => void ended.then(listen),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
