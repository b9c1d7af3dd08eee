// Moves files of copies of real sites as an editor would, and builds each copy with real Hugo before and after: the same pages are there, and no link
// that worked is broken.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { moveFiles, type FileMove } from '../../server/src/core/features/move/moveFiles.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { formatMessage } from '../../server/src/core/text/message.ts';
import { nodeClock } from '../../server/src/workspace/nodeClock.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import { brokenLinks, publishedFiles, stands } from './crawl.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Options {
  readonly hugo: string;
  readonly count: number;
  readonly seed: number;
}

void main(process.argv.slice(2));

/** `[--hugo=PATH] [--count=N] [--seed=N] SITE...` */
async function main(args: readonly string[]): Promise<void> {
  const option = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const options = {
    hugo: option('hugo') ?? 'hugo',
    count: Number(option('count') ?? 10),
    seed: Number(option('seed') ?? 1),
  };
  const failed: string[] = [];
  for (const folder of args.filter((arg) => !arg.startsWith('--'))) {
    failed.push(...(await tryMoves(resolve(folder), options)));
  }
  say(
    failed.length === 0 ? 'Every link that worked works.' : `${String(failed.length)} moves broke something.`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
}

async function tryMoves(folder: string, { hugo, count, seed }: Options): Promise<readonly string[]> {
  const work = join(tmpdir(), `hugo-scribe-moves-${String(process.pid)}`);
  const copy = join(work, 'site');
  const reset = (): void => {
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    cpSync(folder, copy, {
      recursive: true,
      filter: (path) => !/\/(?:\.git|public|node_modules)$/.test(path),
    });
  };
  const failed: string[] = [];
  try {
    reset();
    const built = build(hugo, copy, join(work, 'before'));
    if (built !== undefined) {
      say(`${folder}: skipped, Hugo does not build it: ${built}`);
      return [];
    }
    const before = brokenLinks(join(work, 'before'));
    const pages = publishedFiles(join(work, 'before'));
    say(`${folder}: ${String(pages.size)} pages, ${String(before.size)} broken links before`);
    const random = randomFrom(seed);
    for (let i = 0; i < count; i++) {
      reset();
      const told = await tryMove(copy, random, i);
      if (told === undefined) {
        continue;
      }
      const trouble = build(hugo, copy, join(work, 'after'));
      const dead = trouble === undefined ? [...brokenLinks(join(work, 'after'))] : [];
      const broken = [
        ...dead.filter((link) => !before.has(link) && stands(join(work, 'before', link))),
        ...(trouble === undefined ? [] : [trouble]),
      ];
      const strange = dead.filter((link) => !before.has(link) && !broken.includes(link));
      const now = trouble === undefined ? publishedFiles(join(work, 'after')) : new Set<string>();
      const gone = [...pages].filter((page) => !now.has(page) && !isEmptied(copy, page));
      say(
        `  ${told}: ${String(now.size)} pages, ${String(gone.length)} gone, ${String(broken.length)} newly broken`,
      );
      broken.slice(0, 6).forEach((link) => say(`      broken: ${link}`));
      strange.slice(0, 6).forEach((link) => {
        say(`      never stood: ${link}`);
      });
      gone.slice(0, 6).forEach((page) => say(`      gone: ${page}`));
      if (broken.length > 0 || gone.length > 0) {
        failed.push(told);
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return failed;
}

/** The list of a section whose last page has left. */
function isEmptied(copy: string, page: string): boolean {
  const folder = join(copy, 'content', dirname(page));
  return (
    page.endsWith('/index.html') &&
    (!existsSync(folder) || listFiles(folder).length === 0) &&
    !existsSync(`${folder}.md`)
  );
}

/** Says what was wrong, or nothing. */
function build(hugo: string, site: string, to: string): string | undefined {
  rmSync(to, { recursive: true, force: true });
  const { status, stderr, stdout } = spawnSync(hugo, ['--quiet', '--source', site, '--destination', to], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : (stderr + stdout).trim().split('\n').slice(0, 2).join(' ');
}

async function tryMove(copy: string, random: () => number, index: number): Promise<string | undefined> {
  const fileSystem = new NodeFileSystem();
  const sites = nodeSites(fileSystem);
  const root = pathToFileURL(copy).href;
  const live = await sites.siteOf(`${root}/content/_index.md`);
  await live?.ready;
  const site = live?.snapshot;
  const moves = site && (chosen[index % chosen.length]?.(site, random) ?? []);
  if (site === undefined || moves === undefined || moves.length === 0) {
    return undefined;
  }
  const shown = (uri: string): string => decodeURI(uri.slice(root.length + 1));
  const told = moves.map(({ from, to }) => `${shown(from)} -> ${shown(to)}`).join(', ');
  const began = performance.now();
  const plan = moveFiles(site, moves, nodeClock().now);
  if ('refusal' in plan) {
    say(`  ${told}: refused, ${formatMessage(plan.refusal)}`);
    return undefined;
  }
  const texts = await fileSystem.readMany(plan.files);
  let edited = 0;
  plan.files.forEach((uri, at) => {
    const text = texts[at];
    const edits = text === undefined ? [] : plan.editsIn({ uri, text });
    if (text !== undefined && edits.length > 0) {
      edited += edits.length;
      writeFileSync(fileURLToPath(uri), applyEdits(text, edits));
    }
  });
  const took = performance.now() - began;
  for (const { from, to } of moves) {
    mkdirSync(dirname(fileURLToPath(to)), { recursive: true });
    renameSync(fileURLToPath(from), fileURLToPath(to));
  }
  sites.dispose();
  return `${told} (${String(plan.files.length)} files looked at, ${String(edited)} edits, ${took.toFixed(0)} ms)`;
}

type Choose = (site: SiteSnapshot, random: () => number) => readonly FileMove[];

const pick = <Item>(items: readonly Item[], random: () => number): Item | undefined =>
  items[Math.floor(random() * items.length)];

const isPage = (uri: string): boolean => !/\/_?index\.[^/]*$/.test(uri);

const parentOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));
const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

const folders = (site: SiteSnapshot): readonly string[] => [
  ...new Set(
    [...site.pages()]
      .filter(({ path, bundle }) => path.includes('/') && bundle !== 'leaf')
      .map(({ uri }) => parentOf(uri)),
  ),
];

const pagesOf = (site: SiteSnapshot): readonly string[] =>
  [...site.pages()]
    .filter(({ uri }) => isPage(uri))
    .map(({ uri }) => uri)
    .sort();

const ownFiles = (site: SiteSnapshot): readonly string[] =>
  listFiles(fileURLToPath(`${site.root}/static`))
    .filter((path) => /\.(?:png|jpe?g|svg|webp|pdf)$/i.test(path))
    .map((path) => pathToFileURL(path).href);

function listFiles(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? listFiles(path) : [path];
      })
    : [];
}

/** One kind of move after the other. */
const chosen: readonly Choose[] = [
  (site, random) => {
    const from = pick(pagesOf(site), random);
    const to = pick(folders(site), random);
    return from === undefined || to === undefined || parentOf(from) === to
      ? []
      : [{ from, to: `${to}/${nameOf(from)}` }];
  },
  (site, random) => {
    const from = pick(pagesOf(site), random);
    return from === undefined ? [] : [{ from, to: `${parentOf(from)}/moved-${nameOf(from)}` }];
  },
  (site, random) => {
    const from = pick(ownFiles(site), random);
    return from === undefined ? [] : [{ from, to: `${site.root}/static/moved/${nameOf(from)}` }];
  },
  (site, random) => {
    const from = pick(folders(site), random);
    return from === undefined ? [] : [{ from, to: `${from}-moved` }];
  },
  (site, random) => {
    const from = pick(pagesOf(site), random);
    return from === undefined ? [] : [{ from, to: from.replace(/\.([^./]+)$/, '/index.$1') }];
  },
  (site, random) => {
    const from = pick(
      folders(site).filter((uri) => uri.split('/').length > site.root.split('/').length + 2),
      random,
    );
    const to = pick(
      folders(site).filter((uri) => from !== undefined && !uri.startsWith(from)),
      random,
    );
    return from === undefined || to === undefined || parentOf(from) === to
      ? []
      : [{ from, to: `${to}/${nameOf(from)}` }];
  },
];

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
