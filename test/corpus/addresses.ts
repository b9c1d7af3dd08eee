// Where every page will stand, and whether it is published: held against `hugo list` on copies of real sites.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compareVersions } from '../../server/src/core/hugo/version.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { publication } from '../../server/src/core/site/publication.ts';
import { publishFacts } from '../../server/src/core/site/publishState.ts';
import type { PageRecord, SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import type { LiveSite } from '../../server/src/workspace/sites.ts';
import { findJudge, type Judge } from './judge.ts';

/** Of all addresses so many are to be as Hugo says; states all. */
const wanted = 0.995;

const listNames = ['draft', 'future', 'expired'] as const;
const unasked: ReadonlySet<string> = new Set(['.git', 'node_modules', 'public', 'static', 'resources']);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const hugo = findJudge(args.find((arg) => arg.startsWith('--hugo='))?.slice('--hugo='.length) ?? 'hugo');
  if (hugo === undefined) {
    say('skipped: there is no hugo here to ask (apt-get install hugo)');
    return;
  }
  const folders = args.filter((arg) => !arg.startsWith('--')).flatMap(sitesIn);
  let good = folders.length > 0;
  for (const folder of folders) {
    good = (await compareSite(folder, hugo)) && good;
  }
  process.exitCode = good ? 0 : 1;
}

/** A folder that is no site itself stands for the sites in it. */
function sitesIn(folder: string): readonly string[] {
  if (existsSync(join(folder, 'content'))) {
    return [folder];
  }
  return readdirSync(folder)
    .flatMap((name) => [join(folder, name), join(folder, name, 'site')])
    .filter((inside) => existsSync(join(inside, 'content')));
}

async function compareSite(folder: string, hugo: Judge): Promise<boolean> {
  const copy = mkdtempSync(join(tmpdir(), 'scribe-addresses-'));
  try {
    const root = join(copy, basename(resolve(folder)));
    cpSync(folder, root, { recursive: true, filter: isAsked });
    const said = askHugo(root, hugo);
    if (typeof said === 'string') {
      say(`\n${folder}: skipped, Hugo says ${said}`);
      return true;
    }
    return await judgeSite(folder, root, hugo, said);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function isAsked(path: string): boolean {
  return !unasked.has(basename(path));
}

interface Said {
  readonly addresses: ReadonlyMap<string, string>;
  readonly draft: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  readonly expired: ReadonlySet<string>;
}

/** Hugo's lists by path; pages that stop it are taken out of the copy. Else what it complains of. */
function askHugo(root: string, { program }: Judge): Said | string {
  for (let tries = 0; ; tries++) {
    const lists = ['all', 'drafts', 'future', 'expired'].map((which) =>
      spawnSync(program, ['list', which, '--source', root], {
        encoding: 'utf8',
        maxBuffer: 1e8,
        env: { ...process.env, HUGO_ENABLEGITINFO: 'false' },
      }),
    );
    const failed = lists.find(({ status }) => status !== 0);
    if (failed === undefined) {
      const [all = [], draft = [], future = [], expired = []] = lists.map(({ stdout }) => rowsOf(stdout));
      const pathsOf = (rows: readonly Row[]): ReadonlySet<string> => new Set(rows.map(({ path }) => path));
      return {
        addresses: new Map(all.map(({ path, permalink }) => [path, permalink])),
        draft: pathsOf(draft),
        future: pathsOf(future),
        expired: pathsOf(expired),
      };
    }
    const message = `${failed.stderr}\n${failed.stdout}`;
    const culprit = /"([^"\n]*?\/content\/[^"\n]*?)(?::\d+:\d+)?"/.exec(message)?.[1];
    if (culprit === undefined || tries > 30 || !existsSync(culprit)) {
      return message.trim().split('\n').at(-1) ?? '';
    }
    say(`  taken out: ${culprit.slice(root.length)}`);
    rmSync(culprit);
  }
}

interface Row {
  readonly path: string;
  readonly permalink: string;
}

/** Hugo before 0.112 names the columns of the first list alone; the path comes first. */
function rowsOf(csv: string): readonly Row[] {
  const all = csvOf(csv);
  const head = all.find(([first]) => first === 'path') ?? ['path'];
  const columns = ['path', 'permalink'].map((name) => head.indexOf(name));
  return all
    .filter((row) => row !== head)
    .map((row) => {
      const [path = '', permalink = ''] = columns.map((column) => row[column] ?? '');
      return { path, permalink };
    });
}

function csvOf(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const cells = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",]*)(?=,|$)/g) ?? [];
    rows.push(cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)));
  }
  return rows;
}

async function judgeSite(folder: string, root: string, { version }: Judge, said: Said): Promise<boolean> {
  const site = await openSite(root, version);
  const now = new Date().toISOString();
  const pages = site === undefined ? [] : [...site.snapshot.pages()];
  const wrong = { addresses: [] as string[], states: [] as string[] };
  let compared = 0;
  let unknown = 0;
  for (const record of pages) {
    const path = decodeURIComponent(record.uri).slice(decodeURIComponent(site?.root ?? '').length + 1);
    const address = said.addresses.get(path);
    const ours = site && stateOf(site.snapshot, record, now, version);
    if (address === undefined || ours === undefined) {
      continue;
    }
    compared++;
    if (ours.url === undefined && address !== '' && !ours.isSure) {
      unknown++;
    } else if (spelled(ours.url) !== spelled(address)) {
      wrong.addresses.push(`${path}: ${ours.url ?? 'none'}, Hugo ${address}`);
    }
    const theirs = listNames.filter((name) => said[name].has(path)).join(' ');
    if (ours.lists !== theirs) {
      wrong.states.push(`${path}: ${ours.lists || 'published'}, Hugo ${theirs || 'published'}`);
    }
  }
  const share = (compared - wrong.addresses.length - unknown) / Math.max(1, compared);
  say(
    `\n${folder}: ${String(compared)} pages of Hugo ${version}; addresses right ${(100 * share).toFixed(2)} %, unknown ${String(unknown)}; states wrong ${String(wrong.states.length)}`,
  );
  [...wrong.addresses.slice(0, 20), ...wrong.states.slice(0, 20)].forEach((line) => say(`  ${line}`));
  return compared > 0 && share >= wanted && wrong.states.length === 0;
}

interface Ours {
  readonly url: string | undefined;
  /** There is no address, rather than one that nobody can tell. */
  readonly isSure: boolean;
  readonly lists: string;
}

/** In which of Hugo's lists a page stands; Hugo before 0.112 lists what one reason alone keeps back. */
function stateOf(site: SiteSnapshot, record: PageRecord, now: string, version: string): Ours | undefined {
  const page = new PageDocument(record.uri, readFileSync(fileURLToPath(record.uri), 'utf8'), site.hugo);
  const state = publication(site, page, now);
  const facts = publishFacts(site, page, record);
  const today = Date.parse(now);
  const reasons = [
    facts.isDraft ? 'draft' : '',
    facts.starts !== undefined && facts.starts.moment > today ? 'future' : '',
    facts.ends !== undefined && facts.ends.moment <= today ? 'expired' : '',
  ].filter((reason) => reason !== '');
  const isAlone = compareVersions(version, '0.112.0') < 0;
  return (
    state && {
      url: state.url,
      isSure: state.state === 'neverRendered',
      lists: isAlone && reasons.length > 1 ? '' : reasons.join(' '),
    }
  );
}

async function openSite(folder: string, release: string): Promise<LiveSite | undefined> {
  const root = pathToFileURL(folder).href;
  const sites = nodeSites(new NodeFileSystem());
  sites.setSetting(root, release);
  const site = await sites.siteOf(`${root}/content/_index.md`);
  await site?.ready;
  return site;
}

/** Percent-encoding is a matter of taste. */
function spelled(url: string | undefined): string {
  try {
    return decodeURIComponent(url ?? '');
  } catch {
    return url ?? '';
  }
}
