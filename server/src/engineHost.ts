// The process of an embedded engine: Hugo in WebAssembly for one site. It ends with whoever started it; while Hugo runs nothing else here does,
// so a thread of its own looks after that.
import { join } from 'node:path';
import process from 'node:process';
import { isMainThread, Worker } from 'node:worker_threads';
import { HugoHost } from './engine/embedded/hugoHost.ts';
import type { HostReply, HostRequest } from './engine/embedded/hostMessages.ts';
import { bootHugo } from './engine/embedded/hugoRuntime.ts';

const orphanCheck = 2_000;

if (isMainThread) {
  serve();
} else {
  watchParent();
}

function serve(): void {
  new Worker(__filename).unref();
  process.on('disconnect', () => process.exit());
  const host = bootHugo(join(__dirname, 'hugo')).then(
    (hugo) => new HugoHost(hugo, () => reply({ kind: 'building' })),
  );
  let last = host.then(() => undefined, fail);
  process.on('message', (request: HostRequest) => {
    last = last.then(async () => answer(await host, request)).catch(fail);
  });
}

function answer(host: HugoHost, request: HostRequest): void {
  const answered = host.answer(request);
  reply(answered, answered.kind === 'panic' ? () => process.exit(1) : undefined);
}

function fail(error: unknown): void {
  reply({ kind: 'panic', reason: String(error), configuring: true }, () => process.exit(1));
}

function reply(message: HostReply, then?: () => void): void {
  process.send?.(message, undefined, undefined, then);
}

function watchParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(parent)) {
      process.kill(process.pid, 'SIGKILL');
    }
  }, orphanCheck);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
