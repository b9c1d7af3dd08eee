// A site of ten thousand pages as the real server and an echo server answer for it over stdio: the same question to both, several times.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Position } from 'vscode-languageserver/node';
import type { ClientOptions, LspClient } from '../support/lspClient.ts';
import { limited, show, showTiming, told, toTiming, type Row, type Timing } from './measure.ts';
import { processorTime } from './processes.ts';
import { echo, ours, startServer, type Target } from './server.ts';
import { writeSite } from './sites.ts';

export const pages = 10_000;

export interface Asked {
  readonly name: string;
  /** The open file, and what the cursor stands before in it. */
  readonly file: string;
  readonly text: string;
  /** In ms beyond the echo, at the median. */
  readonly limit: number | undefined;
}

export interface OpenFile {
  readonly uri: string;
  readonly content: string;
  readonly position: Position;
}

export interface Question {
  readonly abilities?: Omit<ClientOptions, 'options'>;
  /** Answers how much came back. `run` counts from 0. */
  readonly ask: (client: LspClient, file: OpenFile, run: number) => Promise<number>;
  /** Such as "places". */
  readonly unit: string;
}

export async function rowsOf(
  site: Map<string, string>,
  asked: readonly Asked[],
  question: Question,
): Promise<Row[]> {
  const folder = writeSite(site);
  const rows: Row[] = [];
  for (const each of asked) {
    const silent = await answersOf(echo, folder, each, question);
    const found = await answersOf(ours, folder, each, question);
    const beyond = found.timing.median - silent.timing.median;
    const name = `${each.name}: ${String(found.count)} ${question.unit}, ${String(pages)} pages`;
    const ratio = `${show(found.timing.median / silent.timing.median)}× the echo`;
    const first = `first ${show(found.first)} ms, beside ${show(silent.first)} ms`;
    const processor = `processor ${show(found.processor)} ms each, first ${show(found.firstProcessor)} ms`;
    const said = `${showTiming(found.timing)}; ${ratio}; ${first}; ${processor}`;
    rows.push(
      ...(each.limit === undefined
        ? [told(name, said)]
        : [limited(name, beyond, each.limit, 'ms'), told(`${each.name}: spread`, said)]),
    );
  }
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

interface Answers {
  /** Without the first two. */
  readonly timing: Timing;
  readonly first: number;
  readonly count: number;
  /** Of the server's process, in ms: for one question that is not the first, and for the first. */
  readonly processor: number;
  readonly firstProcessor: number;
}

const runs = 11;

async function answersOf(
  target: Target,
  folder: string,
  { file, text }: Asked,
  { ask, abilities }: Question,
): Promise<Answers> {
  const { client, pid } = await startServer(target, {}, abilities);
  const path = join(folder, file);
  const uri = pathToFileURL(path).href;
  const content = readFileSync(path, 'utf8');
  await client.open(uri, content);
  if (target === ours) {
    await client.until(() => client.status?.sites.some(({ state }) => state === 'ready'));
  }
  const position = placeOf(content, text);
  const times: number[] = [];
  let count = 0;
  const began = processorTime(pid);
  let busy = began;
  for (let run = 0; run < runs; run++) {
    busy = run === 1 ? processorTime(pid) : busy;
    const answer = await timed(() => ask(client, { uri, content, position }, run));
    count = answer.count;
    times.push(answer.took);
  }
  const processor = (processorTime(pid) - busy) / (runs - 1);
  const firstProcessor = busy - began;
  await client.stop();
  return {
    timing: toTiming(times.slice(2)),
    first: times[0] ?? Number.NaN,
    count,
    processor,
    firstProcessor,
  };
}

/** A server that still reads the site may refuse; then it is asked again. */
async function timed(ask: () => Promise<number>): Promise<{ readonly count: number; readonly took: number }> {
  const deadline = performance.now() + longestReading;
  for (;;) {
    const began = performance.now();
    try {
      const count = await ask();
      return { count, took: performance.now() - began };
    } catch (error) {
      if (began > deadline) {
        throw error;
      }
      await wait(50);
    }
  }
}

/** In ms. */
const longestReading = 60_000;

function placeOf(content: string, text: string): Position {
  const lines = content.slice(0, content.indexOf(text)).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
