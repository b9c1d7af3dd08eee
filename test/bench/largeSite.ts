// A site of ten thousand pages as the real server and an echo server answer for it over stdio: the same question to both, several times.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
    const said = `${showTiming(found.timing)}; ${ratio}; ${first}; processor ${show(found.processor)} ms each`;
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
  /** Of the server's process, for one question that is not the first, in ms. */
  readonly processor: number;
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
  let busy = 0;
  for (let run = 0; run < runs; run++) {
    busy = run === 1 ? processorTime(pid) : busy;
    const began = performance.now();
    count = await ask(client, { uri, content, position }, run);
    times.push(performance.now() - began);
  }
  const processor = (processorTime(pid) - busy) / (runs - 1);
  await client.stop();
  return { timing: toTiming(times.slice(2)), first: times[0] ?? Number.NaN, count, processor };
}

function placeOf(content: string, text: string): Position {
  const lines = content.slice(0, content.indexOf(text)).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
