// What Linux tells of processes; elsewhere nothing is known of them, and nothing is said.
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

export function childrenOf(pid: number): readonly number[] {
  const id = String(pid);
  const file = `/proc/${id}/task/${id}/children`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number) : [];
}

export function isGone(pid: number): boolean {
  return !existsSync(`/proc/${String(pid)}`);
}

/** Resident memory in MB; not a number for a process that is gone. */
export function residentMemory(pid: number): number {
  const file = `/proc/${String(pid)}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** The time that a process has kept processors busy, in ms; not a number where that is not told. */
export function processorTime(pid: number): number {
  const file = `/proc/${String(pid)}/stat`;
  const stat = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) * tick;
}

/** Of the clock that Linux counts processor time with, in ms. */
const tick = 10;

/** How long it takes until every process is gone, in ms; `most` when they are not by then. */
export async function timeUntilGone(pids: readonly number[], most: number): Promise<number> {
  const began = performance.now();
  while (!pids.every(isGone) && performance.now() - began < most) {
    await wait(100);
  }
  return performance.now() - began;
}
