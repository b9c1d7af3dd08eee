// The preview as a writer waits for it, over stdio, beside Hugo alone doing the same work (bareEngine.ts) in turn with it: what the machine does
// to one it does to the other, so only the ratio has a limit.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { embeddedHugo } from '../../server/src/engine/chooseEngine.ts';
import { preparePage } from '../../server/src/engine/page/prepare.ts';
import type { PreviewPage } from '../../server/src/protocol.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import type { LspClient } from '../support/lspClient.ts';
import { startBareEngine, type BareClient, type BareRequest } from './bareClient.ts';
import { edited } from './edit.ts';
import {
  limited,
  percentile,
  show,
  showPercentiles,
  showTiming,
  told,
  toTiming,
  type Row,
} from './measure.ts';
import { pixelRows } from './pixels.ts';
import { childrenOf, residentMemory, timeUntilGone } from './processes.ts';
import { ours, startServer } from './server.ts';
import { safespringPage, writeSite } from './sites.ts';
import { post, syntheticLayouts, syntheticSite } from './synthetic.ts';

interface Subject {
  readonly name: string;
  readonly file: string;
  /** Strokes that are measured, after `warmUp` that are not. */
  readonly strokes: number;
  readonly openings: number;
  /** Edits that memory is measured over. */
  readonly soak: number;
  /** A stroke as a multiple of the calibration; the opening in ms. */
  readonly limits: { readonly strokeP50?: number; readonly opening?: number };
}

const warmUp = 80;
/** A writer types some letters at a time, and finds the memory of the machine warm for the second. */
const burst = 4;

export async function preview(): Promise<Row[]> {
  const folders = [5, 407].map((pages) =>
    writeSite(
      new Map([...syntheticSite(pages), ...syntheticLayouts, ['content/blogg/open.md', post(8_000)]]),
    ),
  );
  const [small = '', large = ''] = folders.map((folder) => join(folder, 'content/blogg/open.md'));
  const safespring = safespringPage();
  // A small site: 25 ms beside the 10 ms that Hugo alone takes.
  const common = { strokes: 120, openings: 3, soak: 0, limits: {} };
  const subjects: Subject[] = [
    {
      ...common,
      name: '5 pages',
      file: small,
      limits: { strokeP50: 2.5 },
      soak: safespring === undefined ? 1000 : 0,
    },
    { ...common, name: '407 pages', file: large },
    ...(safespring === undefined
      ? []
      : [
          {
            ...common,
            name: 'safespring',
            file: safespring,
            soak: 1000,
            limits: { opening: 300 },
          },
        ]),
  ];
  const rows: Row[] = [];
  for (const subject of subjects) {
    rows.push(...(await rowsOf(subject)));
  }
  if (safespring === undefined) {
    rows.push(told('safespring', 'skipped: SITE_CORPUS names no checkout of it'));
  }
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  return rows;
}

async function rowsOf(subject: Subject): Promise<Row[]> {
  const site = await readSite(subject.file);
  const openings: Opening[] = [];
  for (let round = 1; round < subject.openings; round++) {
    const { bare, server, opening } = await open(subject, site);
    openings.push(opening);
    await bare.stop();
    await server.stop();
  }
  const { bare, server, opening } = await open(subject, site);
  openings.push(opening);
  const rows = [
    ...openingRows(subject, openings),
    ...(await strokeRows(subject, site, bare, server)),
    ...(await server.reopenRows(subject)),
  ];
  const alone = (text: string): Promise<number> => bare.ask({ kind: 'edit', page: site.prepared(text) });
  rows.push(...(await pixelRows(subject.name, (text) => server.type(text), alone, site.text)));
  await bare.stop();
  rows.push(...(await server.memoryRows(subject, site.text)));
  await server.stop();
  return rows;
}

interface BenchSite {
  readonly load: Extract<BareRequest, { kind: 'load' }>;
  readonly text: string;
  /** The page as Hugo gets it. */
  readonly prepared: (text: string) => readonly [string, string];
}

async function readSite(file: string): Promise<BenchSite> {
  const uri = pathToFileURL(file).href;
  const sites = nodeSites(new NodeFileSystem());
  const live = await sites.siteOf(uri);
  if (live === undefined) {
    throw new Error(`${file} is in no site.`);
  }
  const path = file.slice(fileURLToPath(live.root).length + 1);
  const files = await live.readFiles(path);
  sites.dispose();
  const text = readFileSync(file, 'utf8');
  const hugo = { min: embeddedHugo, max: embeddedHugo, source: 'unknown', file: undefined } as const;
  const prepared = (newest: string): readonly [string, string] => [
    files.toEnginePath(path) ?? path,
    preparePage(newest, { hugo, path, marked: true, now: Date.now() }).text,
  ];
  const load = {
    kind: 'load',
    config: files.config,
    texts: [...files.texts],
    binaries: [...files.binaries],
    page: prepared(text),
  } as const;
  return { load, text, prepared };
}

interface Opening {
  readonly boot: number;
  readonly load: number;
  readonly fallback: number;
  readonly page: number;
}

/** Hugo alone first, then ours; both are left running, with the page shown. */
async function open(
  { file }: Subject,
  site: BenchSite,
): Promise<{ readonly bare: BareClient; readonly server: PreviewServer; readonly opening: Opening }> {
  const bare = await startBareEngine();
  const load = await bare.ask(site.load);
  const server = await PreviewServer.start(file, site.text);
  const { fallback, page } = await server.openPreview();
  return { bare, server, opening: { boot: bare.boot, load, fallback, page } };
}

/** The whole server, and the preview of one file in it. */
export class PreviewServer {
  readonly uri: string;
  readonly #client: LspClient;
  readonly #pid: number;
  #version = 1;

  constructor(file: string, client: LspClient, pid: number) {
    this.uri = pathToFileURL(file).href;
    this.#client = client;
    this.#pid = pid;
  }

  static async start(file: string, text: string): Promise<PreviewServer> {
    const { client, pid } = await startServer(ours, { trusted: true, previews: true });
    const server = new PreviewServer(file, client, pid);
    await client.open(server.uri, text);
    await client.until(() => client.status?.sites.some(({ state }) => state === 'ready'));
    return server;
  }

  /** In ms from the request: until anything is shown, and until the site's own page is. */
  async openPreview(): Promise<{ readonly fallback: number; readonly page: number }> {
    const began = performance.now();
    this.#client.pages.length = 0;
    await this.#client.openPreview(this.uri, { engine: 'embedded' }, true);
    await this.#client.until(() => this.#client.pages.length > 0);
    const fallback = performance.now() - began;
    await this.#client.page(({ engine }) => engine === 'embedded');
    return { fallback, page: performance.now() - began };
  }

  /** The page of a new text. */
  async type(text: string): Promise<PreviewPage> {
    const version = ++this.#version;
    this.#client.pages.length = 0;
    await this.#client.change(this.uri, text, version);
    return this.#client.page((page) => page.version === version || page.stale);
  }

  async reopenRows({ name }: Subject): Promise<Row[]> {
    await this.#client.closePreview(this.uri);
    const { page } = await this.openPreview();
    return [limited(`${name}: closed and opened again, the engine warm`, page, 3000, 'ms')];
  }

  /** What many edits do to the memory, one of fifty with an error; and what stays of it when the preview is closed. */
  async memoryRows({ name, soak }: Subject, text: string): Promise<Row[]> {
    const engines = childrenOf(this.#pid);
    const samples: { engine: number; server: number }[] = [];
    for (let edit = 1; edit <= soak; edit++) {
      await this.type(edit % 50 === 0 ? `${text}\n\n{{< nosuch >}}\n` : edited(text, edit));
      samples.push({ engine: sum(engines.map(residentMemory)), server: residentMemory(this.#pid) });
    }
    const part = Math.floor(soak / 10);
    const growth = (of: 'engine' | 'server'): readonly [before: number, after: number] => [
      percentile(
        samples.slice(part, 2 * part).map((sample) => sample[of]),
        0.5,
      ),
      percentile(
        samples.slice(-part).map((sample) => sample[of]),
        0.5,
      ),
    ];
    const [engineBefore, engineAfter] = growth('engine');
    const [serverBefore, serverAfter] = growth('server');
    const most = Math.max(residentMemory(this.#pid), ...samples.map(({ server }) => server));
    await this.#client.closePreview(this.uri);
    const gone = await timeUntilGone(engines, 90_000);
    const soaked =
      soak === 0
        ? []
        : [
            limited(
              `${name}: ${String(soak)} edits, memory of the engine`,
              engineAfter / engineBefore,
              1.15,
              '×',
            ),
            told(`${name}: that is`, `${show(engineBefore)} to ${show(engineAfter)} MB`),
            told(`${name}: the server meanwhile`, `${show(serverBefore)} to ${show(serverAfter)} MB`),
          ];
    return [
      ...soaked,
      limited(`${name}: most memory of the server`, most, 150, 'MB'),
      limited(`${name}: closed, and the engine’s process is gone after`, gone / 1000, 60, 's'),
    ];
  }

  stop(): Promise<void> {
    return this.#client.stop();
  }
}

function openingRows({ name, limits }: Subject, openings: readonly Opening[]): Row[] {
  const bare = toTiming(openings.map(({ boot, load }) => boot + load));
  const page = toTiming(openings.map((opening) => opening.page));
  const fallback = toTiming(openings.map((opening) => opening.fallback));
  const ratio = toTiming(openings.map((opening) => opening.page / (opening.boot + opening.load)));
  return [
    limits.opening === undefined
      ? told(`${name}: first page without layouts`, showTiming(fallback))
      : limited(`${name}: first page without layouts`, fallback.median, limits.opening, 'ms'),
    told(`${name}: calibration: boot, write, configure and build`, showTiming(bare)),
    told(`${name}: first page of the site`, showTiming(page)),
    limited(`${name}: ratio to the calibration`, ratio.median, 1.3, '×'),
  ];
}

/** Hugo alone and ours in turn, the same texts. */
async function strokeRows(
  { name, strokes, limits }: Subject,
  { text, prepared }: BenchSite,
  bare: BareClient,
  server: PreviewServer,
): Promise<Row[]> {
  const alone: number[] = [];
  const whole: number[] = [];
  for (let first = 0; first < strokes + warmUp; first += burst) {
    const texts = Array.from({ length: burst }, (_, stroke) => edited(text, first + stroke));
    for (const newest of texts) {
      alone.push(await bare.ask({ kind: 'edit', page: prepared(newest) }));
    }
    for (const newest of texts) {
      const began = performance.now();
      await server.type(newest);
      whole.push(performance.now() - began);
    }
  }
  const [aloneWarm, wholeWarm] = [alone.slice(warmUp), whole.slice(warmUp)];
  const ratio = (share: number): number => percentile(wholeWarm, share) / percentile(aloneWarm, share);
  return [
    told(`${name}: calibration: edit and build`, showPercentiles(aloneWarm)),
    told(`${name}: key stroke to new HTML`, showPercentiles(wholeWarm)),
    limited(`${name}: ratio at p50`, ratio(0.5), limits.strokeP50 ?? 1.2, '×'),
    limited(`${name}: ratio at p95`, ratio(0.95), 2, '×'),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
