// Child processes that leave nothing behind: each leads a process group of its own, and the group ends with us, however we end.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

const live = new Set();
const windows = process.platform === 'win32';
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    stopping = true;
    void Promise.all([...live].map((child) => endProcess(child))).finally(() =>
      process.exit(signal === 'SIGINT' ? 130 : 143),
    );
  });
}
process.on('exit', () => {
  for (const child of live) {
    signalGroup(child, 'SIGKILL');
  }
});

/** True from the moment somebody asked us to end. */
export const isStopping = () => stopping;

/** Starts a process in a group of its own. `options` are those of node:child_process. */
export function startProcess(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, detached: !windows, ...options });
  live.add(child);
  child.once('error', () => live.delete(child));
  child.once('exit', () => live.delete(child));
  return child;
}

/** Ends the process and everything it started, and resolves when it is gone. A process that will not go in `patience` ms is killed. */
export async function endProcess(child, patience = 8000) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
  // A child of the child may have ignored the polite signal.
  signalGroup(child, 'SIGKILL');
}

/**
 * Runs a command to its end and passes its output on as it comes.
 * Resolves to `{ code, output, timedOut }`; a command that could not be started has code 127.
 */
export async function runCommand(command, args, { minutes = 10, env = {}, cwd = root, echo = true } = {}) {
  const child = startProcess(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows,
  });
  let output = '';
  let timedOut = false;
  const collect = (stream) => (chunk) => {
    output += chunk;
    if (echo) {
      stream.write(chunk);
    }
  };
  child.stdout.on('data', collect(process.stdout));
  child.stderr.on('data', collect(process.stderr));
  const timer = setTimeout(() => {
    timedOut = true;
    void endProcess(child);
  }, minutes * 60_000);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(127);
    });
    child.once('close', (status) => resolve(status ?? 1));
  });
  clearTimeout(timer);
  return { code, output, timedOut };
}

function signalGroup(child, signal) {
  try {
    process.kill(windows ? child.pid : -child.pid, signal);
  } catch {
    // The whole group is gone already.
  }
}
