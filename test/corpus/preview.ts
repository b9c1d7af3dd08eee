// Compares pages as the preview shows them with the same Hugo's build of the whole site: `npm run` nothing, see preview.mjs.
// Two processes, since one holds one Hugo: the first shows every page, the second builds the site and compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { publishState } from '../../server/src/core/site/publishState.ts';
import { pathBelow, uriAt } from '../../server/src/workspace/uris.ts';
import { embeddedHugo } from '../../server/src/engine/chooseEngine.ts';
import { bootHugo } from '../../server/src/engine/embedded/hugoRuntime.ts';
import { HugoHost } from '../../server/src/engine/embedded/hugoHost.ts';
import { toPublished } from '../../server/src/engine/embedded/scribeFormat.ts';
import { preparePage } from '../../server/src/engine/page/prepare.ts';
import type { SiteFiles } from '../../server/src/core/preview/siteFiles.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import type { LiveSite } from '../../server/src/workspace/sites.ts';

interface ShownPage {
  readonly path: string;
  readonly url?: string | undefined;
  readonly html?: string | undefined;
  /** Why there is none. */
  readonly log?: string;
}

const [mode = '', engineFolder = '', folder = '', results = '', mostPages = '', only = ''] =
  process.argv.slice(2);
const root = resolve(folder);
const hugo = { min: embeddedHugo, max: embeddedHugo, source: 'unknown', file: undefined } as const;
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const done = mode === 'show' ? show() : compare();
void done.then(() => process.exit(0));

async function show(): Promise<void> {
  const { site, pages } = await openSite();
  const [first = ''] = pages;
  const started = performance.now();
  const files = await site.readFiles(first);
  const [read, booted] = [performance.now(), await boot()];
  const ready = performance.now();
  booted.answer({ kind: 'write', texts: [...files.texts], binaries: [...files.binaries] });
  const loaded = booted.answer({ kind: 'load', config: files.config, leftOut: [] });
  const times = { read: read - started, boot: ready - read, load: performance.now() - ready };
  print(
    `${root}: ${pages.length} pages; ms ${JSON.stringify(times, (_, value: unknown) => (typeof value === 'number' ? Math.round(value) : value))}`,
  );
  print(
    `texts ${files.texts.size}, binaries ${files.binaries.size}, notes ${JSON.stringify(files.notes.map(({ template, args }) => [template, args]))}`,
  );
  if (loaded.kind !== 'shown') {
    print(JSON.stringify(loaded).slice(0, 2000));
    process.exit(1);
  }
  loaded.outcome.failures.forEach(({ kind, path, log }) =>
    print(`left out: ${kind} ${path} ${log.slice(0, 300)}`),
  );
  let before: readonly [string, string] | undefined;
  const shown: ShownPage[] = [];
  const took: number[] = [];
  for (const path of pages) {
    const enginePath = files.toEnginePath(path);
    const text = enginePath === undefined ? undefined : readFileSync(join(root, path), 'utf8');
    if (enginePath === undefined || text === undefined) {
      continue;
    }
    const outputs = files.outputsOf(path);
    const given = outputs === undefined ? {} : { outputs };
    const prepared = preparePage(text, { hugo, path, marked: false, now: Date.now(), ...given });
    const start = performance.now();
    const answer = booted.answer({
      kind: 'show',
      page: { path: enginePath, text: prepared.text },
      changes: before === undefined ? [] : [before],
      retry: false,
    });
    took.push(performance.now() - start);
    before = [enginePath, text];
    if (answer.kind !== 'shown') {
      print(`${path}: ${JSON.stringify(answer).slice(0, 1000)}`);
      break;
    }
    const { html, url, log, failures } = answer.outcome;
    failures.forEach((failure) => print(`${path}: left out: ${failure.kind} ${failure.path}`));
    shown.push(html === undefined ? { path, log } : { path, url, html: new TextDecoder().decode(html) });
  }
  took.sort((a, b) => a - b);
  print(
    `switching pages: median ${Math.round(took[took.length >> 1] ?? 0)} ms, p95 ${Math.round(took[Math.floor(took.length * 0.95)] ?? 0)} ms`,
  );
  shown
    .filter(({ html }) => html === undefined)
    .forEach(({ path, log = '' }) => print(`no page: ${path}: ${log.slice(0, 400)}`));
  writeFileSync(results, JSON.stringify(shown));
}

async function compare(): Promise<void> {
  const shown = JSON.parse(readFileSync(results, 'utf8')) as ShownPage[];
  const { site, pages } = await openSite();
  const files = await site.readFiles(pages[0] ?? '');
  const booted = await bootHugo(engineFolder);
  const host = new HugoHost(booted, () => undefined);
  host.answer({
    kind: 'write',
    texts: [...files.texts].map(([path, text]) => [path, wholePage(site, files, path) ?? text] as const),
    binaries: [...files.binaries],
  });
  const answer = host.answer({ kind: 'load', config: everythingRendered(files.config), leftOut: [] });
  if (answer.kind !== 'shown') {
    print(JSON.stringify(answer).slice(0, 2000));
    process.exit(1);
  }
  answer.outcome.failures.forEach(({ kind, path }) => print(`whole build: left out: ${kind} ${path}`));
  const counts: Record<string, number> = {};
  const now = new Date().toISOString();
  const place = {
    base: new URL(site.snapshot.config.baseUrl ?? '', 'https://x.example/').pathname,
    host: '',
  };
  for (const { path, url, html } of shown) {
    const bytes = url === undefined ? undefined : booted.read(toPublished(url, place));
    const built = bytes && new TextDecoder().decode(bytes);
    if (html === undefined) {
      continue;
    }
    const page = new PageDocument(path, readFileSync(join(root, path), 'utf8'), hugo);
    const state = publishState(page, site.snapshot.config, now);
    const missing = state === 'published' ? 'not in the whole build' : state;
    const verdict = built === undefined ? missing : built === html ? 'equal' : 'different';
    counts[verdict] = (counts[verdict] ?? 0) + 1;
    if (['different', 'not in the whole build'].includes(verdict)) {
      print(`${verdict}: ${path} ${url ?? ''} ${built === undefined ? '' : firstDifference(html, built)}`);
    }
  }
  print(JSON.stringify(counts));
}

async function boot(): Promise<HugoHost> {
  return new HugoHost(await bootHugo(engineFolder), () => undefined);
}

async function openSite(): Promise<{ site: LiveSite; pages: string[] }> {
  const site = await nodeSites(new NodeFileSystem()).siteOf(URI.file(join(root, 'x.md')).toString());
  if (site === undefined) {
    throw new Error(`${root} is no site`);
  }
  await site.ready;
  const all = [...site.snapshot.pages()].flatMap(({ uri }) => pathBelow(site.root, uri) ?? []).sort();
  const wanted = all.filter((path) => path.includes(only));
  const step = Math.max(1, Math.floor(wanted.length / (Number(mostPages) || wanted.length)));
  return { site, pages: wanted.filter((_, index) => index % step === 0) };
}

/** The same configuration without the cascade that keeps pages from being rendered. */
function everythingRendered(config: string): string {
  return config.replaceAll('render = "link"', 'render = "always"');
}

/** A page as it is on the disk, where the tree has its front matter alone. */
function wholePage(site: LiveSite, files: SiteFiles, enginePath: string): string | undefined {
  const path = files.toSitePath(enginePath);
  const isPage = path !== undefined && site.snapshot.page(uriAt(site.root, path)) !== undefined;
  return isPage ? readFileSync(join(root, path), 'utf8') : undefined;
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) {
    at++;
  }
  const [from, to] = [Math.max(0, at - 60), at + 100];
  return `\n  shown: ${JSON.stringify(a.slice(from, to))}\n  built: ${JSON.stringify(b.slice(from, to))}`;
}
