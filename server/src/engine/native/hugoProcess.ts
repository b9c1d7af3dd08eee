// The one file that starts a program. It does so without a shell, and with few of our environment variables: those that tell Hugo how to
// build belong to the site's configuration, not to whoever started the editor.
import { spawn, type ChildProcess } from 'node:child_process';

/** A program that was started. Its two channels are read as text. */
export interface HugoProcess {
  readonly pid: number | undefined;
  onOutput(listener: (text: string) => void): void;
  onErrors(listener: (text: string) => void): void;
  /** Resolves when it has ended and everything that it printed was told, with a reason when it could not be started. */
  readonly ended: Promise<string | undefined>;
  /** Ends it, the hard way when it does not listen. */
  kill(): Promise<void>;
}

export type StartHugo = (program: string, args: readonly string[], folder: string) => HugoProcess;

const patience = 2_000;

const passedOn = new Set([
  ...['PATH', 'HOME', 'USER', 'TMPDIR', 'TZ', 'LANG', 'LC_ALL', 'XDG_CACHE_HOME'],
  ...['PATHEXT', 'SYSTEMROOT', 'WINDIR', 'TEMP', 'TMP', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'COMSPEC'],
  // Modules that the writer's own builds fetched are found again, and not fetched anew.
  ...['HUGO_CACHEDIR', 'GOPATH', 'GOMODCACHE', 'GOFLAGS', 'GOPROXY', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'],
]);

export function hugoEnvironment(from: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(from).filter(([name]) => passedOn.has(name.toUpperCase())));
}

export const startHugo: StartHugo = (program, args, folder) => {
  const child = spawn(program, args, {
    cwd: folder,
    env: hugoEnvironment(process.env),
    shell: false,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<string | undefined>((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('close', () => resolve(undefined));
  });
  endWithUs(child, ended);
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return {
    pid: child.pid,
    onOutput: (listener) => void child.stdout.on('data', listener),
    onErrors: (listener) => void child.stderr.on('data', listener),
    ended,
    kill: async () => {
      child.kill();
      const hard = setTimeout(() => child.kill('SIGKILL'), patience);
      await ended;
      clearTimeout(hard);
    },
  };
};

const running = new Set<ChildProcess>();
const lastSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Hugo does not notice that nobody listens any more until it prints its next line: so it is ended whenever we end. */
function endWithUs(child: ChildProcess, ended: Promise<unknown>): void {
  if (running.size === 0) {
    process.on('exit', killAll);
    process.on('disconnect', killAll);
    lastSignals.forEach((signal) => process.on(signal, passOn));
  }
  running.add(child);
  void ended.then(() => {
    running.delete(child);
    if (running.size === 0) {
      process.off('exit', killAll);
      process.off('disconnect', killAll);
      lastSignals.forEach((signal) => process.off(signal, passOn));
    }
  });
}

function killAll(): void {
  running.forEach((child) => child.kill('SIGKILL'));
}

/** A signal ends us as it would have done without a listener; where somebody else listens, it is theirs to say. */
function passOn(signal: NodeJS.Signals): void {
  killAll();
  process.off(signal, passOn);
  if (process.listenerCount(signal) === 0) {
    process.kill(process.pid, signal);
  }
}
