// What it takes to find where a name stands in a large site, from the editor's question to the answer; an echo server is asked the same.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ReferencesRequest, type Position } from 'vscode-languageserver/node';
import { limited, show, showTiming, told, toTiming, type Row, type Timing } from './measure.ts';
import { echo, ours, startServer, type Target } from './server.ts';
import { writeSite } from './sites.ts';
import { syntheticSite } from './synthetic.ts';

const pages = 10_000;
/** Every so manieth page calls the shortcode and has the key that are looked for. */
const every = 25;

interface Asked {
  readonly name: string;
  /** The open file, and where the name begins in it. */
  readonly file: string;
  readonly text: string;
  readonly limit: number | undefined;
}

const asked: readonly Asked[] = [
  { name: 'a shortcode, from its template', file: 'layouts/shortcodes/boat.html', text: 'class', limit: 200 },
  { name: 'an argument, from its template', file: 'layouts/shortcodes/boat.html', text: 'sail"', limit: 200 },
  { name: 'a key, from a page', file: 'content/blogg/0/inlagg-0.md', text: 'harbor:', limit: 200 },
  { name: 'a term, from a page', file: 'content/blogg/0/inlagg-0.md', text: 'Rare', limit: 200 },
  { name: 'a key that every page has', file: 'content/blogg/0/inlagg-0.md', text: 'card:', limit: undefined },
];

export async function references(): Promise<Row[]> {
  const folder = writeSite(withNames(syntheticSite(pages)));
  const rows: Row[] = [];
  for (const each of asked) {
    const silent = await timesOf(echo, folder, each);
    const found = await timesOf(ours, folder, each);
    const beyond = found.timing.median - silent.timing.median;
    const name = `${each.name}: ${String(found.places)} places in ${String(pages)} pages`;
    const ratio = `${show(found.timing.median / silent.timing.median)}× the echo`;
    const said = `${showTiming(found.timing)}; ${ratio}`;
    rows.push(
      ...(each.limit === undefined
        ? [told(name, said)]
        : [limited(name, beyond, each.limit, 'ms'), told(`${each.name}: spread`, said)]),
    );
  }
  rmSync(folder, { recursive: true, force: true });
  return rows;
}

function withNames(site: Map<string, string>): Map<string, string> {
  site.set('layouts/shortcodes/boat.html', '<i class="boat">{{ .Get "sail" }}</i>\n');
  let count = 0;
  for (const [path, text] of site) {
    if (path.startsWith('content/') && count++ % every === 0) {
      const named = text.replace('tags: [', 'harbor: "Oslo"\ntags: ["Rare", ');
      site.set(path, `${named}\n{{< boat sail="big" >}} and {{< boat sail="small" >}}\n`);
    }
  }
  return site;
}

interface Found {
  readonly timing: Timing;
  readonly places: number;
}

async function timesOf(target: Target, folder: string, { file, text }: Asked): Promise<Found> {
  const { client } = await startServer(target);
  const path = join(folder, file);
  const uri = pathToFileURL(path).href;
  const content = readFileSync(path, 'utf8');
  await client.open(uri, content);
  if (target === ours) {
    await client.until(() => client.status?.sites.some(({ state }) => state === 'ready'));
  }
  const position = placeOf(content, text);
  const runs: number[] = [];
  let places = 0;
  for (let run = -2; run < 9; run++) {
    const began = performance.now();
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri },
      position,
      context: { includeDeclaration: true },
    });
    places = found?.length ?? 0;
    if (run >= 0) {
      runs.push(performance.now() - began);
    }
  }
  await client.stop();
  return { timing: toTiming(runs), places };
}

function placeOf(content: string, text: string): Position {
  const lines = content.slice(0, content.indexOf(text)).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
