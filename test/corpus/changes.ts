// `npm run corpus -- changes SITE...`: moves and renames in copies of real sites as an editor would, and builds each copy with real Hugo before and
// after: the same pages are there, and no link that worked is broken.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Relocation } from '../../server/src/core/references/relocation.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { pageAddress } from '../../server/src/core/site/pageAddress.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { formatMessage } from '../../server/src/core/text/message.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import { randomFrom, type ChooseChange, type ChosenChange } from './chosenChange.ts';
import { pathsBelow, readPublished, type Published } from './crawl.ts';
import { chooseMove } from './moves.ts';
import { chooseRename } from './renames.ts';

const fileSystem = new NodeFileSystem();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const kinds: Readonly<Record<string, ChooseChange>> = { moves: chooseMove, renames: chooseRename };

interface Options {
  readonly hugo: string;
  readonly count: number;
  readonly seed: number;
}

void main(process.argv.slice(2));

/** `[--hugo=PATH] [--count=N] [--seed=N] [--only=moves|renames] SITE...` */
async function main(args: readonly string[]): Promise<void> {
  const option = (name: string): string | undefined =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const options = {
    hugo: option('hugo') ?? 'hugo',
    count: Number(option('count') ?? 10),
    seed: Number(option('seed') ?? 1),
  };
  let failed = 0;
  for (const folder of args.filter((arg) => !arg.startsWith('--'))) {
    for (const [kind, choose] of Object.entries(kinds)) {
      failed +=
        option('only') === undefined || option('only') === kind
          ? await tryAll(resolve(folder), kind, choose, options)
          : 0;
    }
  }
  say(failed === 0 ? 'Every link that worked works.' : `${String(failed)} changes broke something.`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** What a site publishes before any change. */
interface Before {
  readonly folder: string;
  readonly published: Published;
  /** Files that two builds of the same site write in two ways. */
  readonly restless: ReadonlySet<string>;
}

/** Answers how many have failed. */
async function tryAll(
  folder: string,
  kind: string,
  choose: ChooseChange,
  { hugo, count, seed }: Options,
): Promise<number> {
  const work = join(tmpdir(), `hugo-scribe-changes-${String(process.pid)}`);
  const copy = join(work, 'site');
  const counts = { made: 0, failed: 0, refused: 0 };
  try {
    copySite(folder, copy);
    const [before, again] = [join(work, 'before'), join(work, 'again')];
    const trouble = build(hugo, copy, before) ?? build(hugo, copy, again);
    if (trouble !== undefined) {
      say(`${folder}: skipped, Hugo does not build it: ${trouble}`);
      return 0;
    }
    const { snapshot } = await openSite(copy);
    const published = readPublished(before, snapshot.config.baseUrl ?? '');
    const restless = new Set([...published.files].filter((path) => !isSame(before, again, path)));
    say(
      `${folder}, ${kind}, seed ${String(seed)}: ${String(published.files.size)} files, ${told(
        [...published.broken.values()].reduce((sum, { size }) => sum + size, 0),
        'broken link',
      )} before, ${String(restless.size)} restless`,
    );
    const random = randomFrom(seed);
    for (let index = 0; counts.made < count && index < count * 3; index++) {
      copySite(folder, copy);
      const change = await make(copy, choose, random, index);
      if (change === undefined) {
        continue;
      }
      if (typeof change === 'string') {
        counts.refused++;
        say(`  ${change}`);
        continue;
      }
      counts.made++;
      const faults = judge(hugo, { folder: before, published, restless }, change, join(work, 'after'));
      say(`  ${faults.length === 0 ? 'ok' : 'FAILED'} ${change.name}`);
      faults.slice(0, 8).forEach((fault) => {
        say(`      ${fault}`);
      });
      counts.failed += faults.length === 0 ? 0 : 1;
    }
    say(
      `  ${String(counts.made)} ${kind}, ${String(counts.failed)} failed, ${String(counts.refused)} refused`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return counts.failed;
}

const told = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;

function copySite(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, filter: (path) => !/\/(?:\.git|public|node_modules)$/.test(path) });
}

/** Says what was wrong, or nothing. */
function build(hugo: string, site: string, to: string): string | undefined {
  rmSync(to, { recursive: true, force: true });
  const { status, stderr, stdout } = spawnSync(hugo, ['--quiet', '--source', site, '--destination', to], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : (stderr + stdout).trim().split('\n').slice(0, 2).join(' ');
}

async function openSite(
  copy: string,
): Promise<{ readonly snapshot: SiteSnapshot; readonly close: () => void }> {
  const sites = nodeSites(fileSystem);
  const live = await sites.siteOf(`${pathToFileURL(copy).href}/content/_index.md`);
  await live?.ready;
  if (live === undefined) {
    throw new Error(`no site: ${copy}`);
  }
  return {
    snapshot: live.snapshot,
    close: () => {
      sites.dispose();
    },
  };
}

interface Made extends Pick<ChosenChange, 'isSilent' | 'name'> {
  readonly copy: string;
  readonly baseUrl: string;
  /** Where a page of before is published now. */
  readonly addresses: ReadonlyMap<string, string>;
  /** What the edits have put in. */
  readonly written: readonly string[];
}

/** Changes the copy; a text says why that is refused. */
async function make(
  copy: string,
  choose: ChooseChange,
  random: () => number,
  index: number,
): Promise<Made | string | undefined> {
  const { snapshot: site, close } = await openSite(copy);
  const change = choose(site, random, index);
  close();
  if (change === undefined) {
    return undefined;
  }
  const { plan, name, isSilent } = change;
  if ('refusal' in plan) {
    return `refused ${name}: ${formatMessage(plan.refusal)}`;
  }
  const began = process.cpuUsage();
  const texts = await fileSystem.readMany(plan.files);
  const changed = plan.files.flatMap((uri, at) => {
    const text = texts[at];
    const obstacle = text === undefined ? undefined : plan.obstacleIn?.({ uri, text });
    return text === undefined
      ? []
      : [{ uri, text, obstacle, edits: obstacle === undefined ? plan.editsIn({ uri, text }) : [] }];
  });
  const { user } = process.cpuUsage(began);
  const obstacle = changed.find((file) => file.obstacle !== undefined)?.obstacle;
  if (obstacle !== undefined) {
    return `refused ${name}: ${formatMessage(obstacle)}`;
  }
  for (const { uri, text, edits } of changed) {
    if (edits.length > 0) {
      writeFileSync(fileURLToPath(uri), applyEdits(text, edits));
    }
  }
  const moves = [...plan.moves, ...change.moves];
  for (const { from, to } of moves) {
    mkdirSync(dirname(fileURLToPath(to)), { recursive: true });
    renameSync(fileURLToPath(from), fileURLToPath(to));
  }
  const edits = changed.reduce((sum, file) => sum + file.edits.length, 0);
  const after = await openSite(copy);
  after.close();
  return {
    name: `${name} (${told(plan.files.length, 'file')} looked at in ${String(Math.round(user / 1000))} ms, ${told(edits, 'edit')})`,
    isSilent,
    copy,
    baseUrl: site.config.baseUrl ?? '',
    written: changed.flatMap((file) => file.edits.map(({ newText }) => newText.trim())),
    addresses: addressesOf(site, after.snapshot, new Relocation(site.root, site.config, moves)),
  };
}

function addressesOf(
  site: SiteSnapshot,
  after: SiteSnapshot,
  relocation: Relocation,
): ReadonlyMap<string, string> {
  const file = (address: string): string => join(address, 'index.html').slice(1);
  return new Map(
    [...site.pages()].flatMap((page) => {
      const then = after.page(relocation.after(page.uri));
      return then === undefined
        ? []
        : [[file(pageAddress(page, site.config)), file(pageAddress(then, after.config))] as const];
    }),
  );
}

/** What is worse than before. */
function judge(hugo: string, before: Before, made: Made, to: string): readonly string[] {
  const { copy, isSilent, baseUrl, addresses } = made;
  const trouble = build(hugo, copy, to);
  if (trouble !== undefined) {
    return [`does not build: ${trouble}`];
  }
  const after = readPublished(to, baseUrl);
  const gone = [...before.published.files]
    .filter(
      (path) =>
        path.endsWith('.html') &&
        !after.files.has(path) &&
        !isEmptied(copy, path) &&
        !isOtherFormat(path, addresses),
    )
    .map((path) => `gone: ${path}`);
  const other = isSilent
    ? [...new Set([...before.published.files, ...after.files])]
        .filter((path) => !before.restless.has(path) && !isSame(before.folder, to, path))
        .map((path) => `not as before: ${path}`)
    : [];
  return [...gone, ...newlyBroken(before.published, after, made), ...other];
}

/**
 * Links that are broken on a page and were not on the page that it was, as they are written. Three kinds are excused. What was broken before is broken when it is written anew. A page
 * that is new (the list of a new folder) has what its templates write on others like it: what was broken on any of these is not its fault. And a page in another section is
 * shown by other templates, which may make an address of its values that nothing has stood at: no place can be changed for that, and no edit has written it.
 */
function newlyBroken(before: Published, after: Published, { addresses, written }: Made): readonly string[] {
  const former = new Map([...addresses].map(([was, is]) => [is, was]));
  const anywhere = new Set([...before.broken.values()].flatMap((links) => [...links]));
  return [...after.broken].flatMap(([page, links]) => {
    const was = former.get(page) ?? page;
    const own = before.broken.get(was);
    const isMade = (link: string): boolean =>
      !before.stands(link, was) && !written.some((text) => link.includes(text));
    const fresh = [...links].filter((link) => !(own ?? anywhere).has(link) && !isMade(link));
    const replaced = [...(own ?? [])].filter((link) => !links.has(link));
    return fresh.slice(replaced.length).map((link) => `broken: ${link} on ${page}`);
  });
}

/** The list of a section whose last page has left. */
function isEmptied(copy: string, path: string): boolean {
  const folder = join(copy, 'content', dirname(path));
  return path.endsWith('/index.html') && pathsBelow(folder).length === 0 && !existsSync(`${folder}.md`);
}

/** The page that moved as another output format, `print.html`: aliases lead to its first format alone. */
function isOtherFormat(path: string, addresses: ReadonlyMap<string, string>): boolean {
  const page = join(dirname(path), 'index.html');
  return path !== page && (addresses.get(page) ?? page) !== page;
}

function isSame(one: string, other: string, path: string): boolean {
  const files = [join(one, path), join(other, path)] as const;
  return files.every((file) => existsSync(file)) && readFileSync(files[0]).equals(readFileSync(files[1]));
}
