import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { HostileReply } from './hostileChild.ts';
import { hostileTexts, type HostileText } from './hostileTexts.ts';
import { limited, measure, show, told, type Row } from './measure.ts';

/** In ms of the processor, so that other work on the machine does not count. */
const limit = 250;
const patience = 30_000;
const slowest = 5;

interface Answered extends HostileText {
  /** In ms of the processor; infinite where the process ended, or did not answer. */
  readonly took: number;
  readonly isRefused: boolean;
}

/** Every hostile file, each asked of a process that the next one gets, too, unless it ended. */
export async function hostile(): Promise<Row[]> {
  const answered: Answered[] = [];
  let child: ChildProcess | undefined;
  for (const [index, text] of hostileTexts().entries()) {
    child ??= await start();
    const reply = await ask(child, index);
    if (reply === undefined) {
      child.kill('SIGKILL');
      child = undefined;
    }
    answered.push({ ...text, took: reply?.took ?? Infinity, isRefused: reply?.isRefused ?? false });
  }
  child?.kill();
  return toRows(answered.sort((a, b) => b.took - a.took));
}

function toRows(answered: readonly Answered[]): Row[] {
  const { median: unit } = measure(readOnce);
  const families = new Set(answered.map(({ family }) => family));
  const late = answered.filter(({ took }) => took > limit);
  return [
    told(
      'files',
      `${String(answered.length)} in ${String(families.size)} families, ${String(answered.filter(({ isRefused }) => isRefused).length)} refused as too long`,
    ),
    told('calibration: reading a megabyte, unit by unit', `${show(unit)} ms`),
    limited('files that ended the process', answered.filter(({ took }) => took === Infinity).length, 0, ''),
    limited(`files that took longer than ${String(limit)} ms`, late.length, 0, ''),
    ...answered
      .slice(0, Math.max(slowest, late.length))
      .map(({ family, name, took }) =>
        limited(`${family}: ${name} (${show(took / unit)} × the calibration)`, took, limit, 'ms'),
      ),
  ];
}

const megabyte = 'text with words '.repeat(62_500);

function readOnce(): number {
  let sum = 0;
  for (let at = 0; at < megabyte.length; at++) {
    sum = (sum * 31 + megabyte.charCodeAt(at)) | 0;
  }
  return sum;
}

async function start(): Promise<ChildProcess> {
  const child = fork(join(__dirname, 'hostileChild.cjs'), {
    execArgv: ['--disallow-code-generation-from-strings', '--disable-proto=delete'],
  });
  await once(child, 'message');
  return child;
}

function ask(child: ChildProcess, index: number): Promise<HostileReply | undefined> {
  return new Promise((resolve) => {
    const done = (reply?: HostileReply): void => {
      clearTimeout(timer);
      child.removeAllListeners('message');
      child.removeAllListeners('exit');
      resolve(reply);
    };
    const timer = setTimeout(done, patience);
    child.on('message', (reply) => done(reply as HostileReply));
    child.on('exit', () => done());
    child.send(index);
  });
}
