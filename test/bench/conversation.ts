import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  limited,
  measureAsync,
  percentile,
  show,
  showPercentiles,
  showTiming,
  told,
  toTiming,
  type Row,
  type Timing,
} from './measure.ts';
import { echo, ours, startServer, type Target } from './server.ts';
import { safespringPage, writeSite } from './sites.ts';
import { post, syntheticSite } from './synthetic.ts';

/** From the start of the process to the answer to `initialize`. */
async function startUp(target: Target): Promise<number> {
  const began = performance.now();
  const { client } = await startServer(target);
  const took = performance.now() - began;
  await client.stop();
  return took;
}

interface Opening {
  readonly answered: number;
  readonly ready: number;
}

/** From `initialize`'s answer: when the open file is answered, and when the whole site has been read. */
async function open(file: string): Promise<Opening> {
  const { client } = await startServer(ours);
  const uri = pathToFileURL(file).href;
  const began = performance.now();
  await client.open(uri, readFileSync(file, 'utf8'));
  await client.complete(uri, { line: 1, character: 0 });
  const answered = performance.now() - began;
  await client.until(() => client.status?.sites.some(({ state }) => state === 'ready'));
  const ready = performance.now() - began;
  await client.stop();
  return { answered, ready };
}

/** Key strokes to diagnostics, and completions, one at a time. */
async function typing(target: Target, file: string): Promise<{ stroke: Timing; completion: Timing }> {
  const { client } = await startServer(target);
  const uri = pathToFileURL(file).href;
  const text = readFileSync(file, 'utf8');
  await client.open(uri, text);
  const strokes: number[] = [];
  const completions: number[] = [];
  for (let version = 2; version < 302; version++) {
    const began = performance.now();
    const shown = client.published.length;
    // Each stroke moves the broken call, so that each is followed by new diagnostics.
    await client.change(
      uri,
      `${text}\n${'å'.repeat(version % 7)}{{< nosuch${String(version)} >}}\n`,
      version,
    );
    await client.until(() => client.published.length > shown);
    strokes.push(performance.now() - began);
    const asked = performance.now();
    await client.complete(uri, { line: 1, character: 0 });
    completions.push(performance.now() - asked);
  }
  await client.stop();
  return { stroke: toTiming(strokes.slice(50)), completion: toTiming(completions.slice(50)) };
}

const strokesPulled = 200;

/** Key strokes in front matter and text in turn, each followed by the editor's question for diagnostics, after the whole site has been read. */
async function pulling(target: Target, file: string, text: string): Promise<number[]> {
  const { client } = await startServer(target, {}, { textDocument: { diagnostic: {} } });
  const uri = pathToFileURL(file).href;
  await client.open(uri, text);
  if (target === ours) {
    await client.until(() => client.status?.sites.some(({ state }) => state === 'ready'));
  }
  const title = text.indexOf('\ntitle: "') + '\ntitle: "'.length;
  const strokes: number[] = [];
  for (let version = 2; version < strokesPulled + 52; version++) {
    const letters = 'å'.repeat(version % 7);
    const changed =
      version % 2 === 0 ? text.slice(0, title) + letters + text.slice(title) : `${text}\n${letters}`;
    const began = performance.now();
    await client.change(uri, changed, version);
    await client.pull(uri);
    strokes.push(performance.now() - began);
  }
  await client.stop();
  return strokes.slice(50);
}

/** A page of 20 KB in the real site: its own text, and that again and again. */
async function pulledRows(file: string): Promise<Row[]> {
  const own = readFileSync(file, 'utf8');
  const body = own.slice(own.indexOf('\n---', 4) + 4);
  const text = own + body.repeat(Math.max(0, Math.ceil((20_000 - own.length) / body.length)));
  const silent = await pulling(echo, file, text);
  const strokes = await pulling(ours, file, text);
  return [
    told('calibration: echo server, key stroke to pulled diagnostics', showPercentiles(silent)),
    told('ours, key stroke to pulled diagnostics, 20 KB of safespring', showPercentiles(strokes)),
    limited('ours, the median beyond the echo', percentile(strokes, 0.5) - percentile(silent, 0.5), 5, 'ms'),
  ];
}

async function openingRows(name: string, file: string): Promise<Row[]> {
  const openings: Opening[] = [];
  const ready = await measureAsync(async () => {
    const opening = await open(file);
    openings.push(opening);
    return opening.ready;
  });
  const answered = toTiming(openings.map((opening) => opening.answered));
  return [
    limited(`${name}: whole site read`, ready.median, 1000, 'ms'),
    limited(`${name}: first answer, as a part of that`, answered.median / ready.median, 1, '×'),
    told(`${name}: spread`, showTiming(ready)),
    told(`${name}: first answer for the open file`, showTiming(answered)),
  ];
}

export async function conversation(): Promise<Row[]> {
  const folder = writeSite(syntheticSite(407).set('content/open.md', post(20_000)));
  const file = join(folder, 'content/open.md');
  const page = safespringPage();
  const calibration = await measureAsync(() => startUp(echo));
  const startup = await measureAsync(() => startUp(ours));
  const echoTyping = await typing(echo, file);
  const ourTyping = await typing(ours, file);
  const rows = [
    told('calibration: echo server, start to initialized', showTiming(calibration)),
    told('ours, start to initialized', showTiming(startup)),
    told('ratio to the echo server', `${show(startup.median / calibration.median)}×`),
    told('calibration: echo server, key stroke to diagnostics', showTiming(echoTyping.stroke)),
    told('ours, key stroke to diagnostics, 20 KB post', showTiming(ourTyping.stroke)),
    told('ratio to the echo server', `${show(ourTyping.stroke.median / echoTyping.stroke.median)}×`),
    told('calibration: echo server, completion', showTiming(echoTyping.completion)),
    told('ours, completion of a key', showTiming(ourTyping.completion)),
    ...(await openingRows('407 synthetic pages', file)),
    ...(page === undefined
      ? [told('safespring', 'skipped: SITE_CORPUS names no checkout of it')]
      : [...(await openingRows('safespring', page)), ...(await pulledRows(page))]),
  ];
  rmSync(folder, { recursive: true, force: true });
  return rows;
}
