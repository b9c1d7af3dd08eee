// Pages that moved and whose old address came back as an alias only later, from the history of real sites: the plan of that move would have kept it alive.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { moveFiles } from '../../server/src/core/features/move/moveFiles.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { changedAddress } from '../../server/src/core/references/changedAddress.ts';
import { contentFileOf } from '../../server/src/core/site/contentFile.ts';
import { placeKey, publishedPlaces } from '../../server/src/core/site/publishedPlaces.ts';
import { toPageRecord } from '../../server/src/core/site/pageRecord.ts';
import type { PageRecord, SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import { MemoryFileSystem } from '../support/memoryFileSystem.ts';
import { atLeast, told, type Row } from './measure.ts';

interface LateAlias {
  readonly site: string;
  /** The commit that named the old address, and the one before it. */
  readonly commit: string;
  readonly parent: string;
  readonly path: string;
  readonly kind: string;
  /** The commit after which the old address led nowhere. */
  readonly intro?: string;
}

/** What became of an old address; the last three are no move, and nobody can replay them. */
type Outcome = 'kept' | 'lost' | 'deleted' | 'not in the history' | 'no page was there';

const root = 'file:///site';

/** `cases` is the text of `cases.jsonl`; of each case all addresses that came back. */
export async function replayLateAliases(cases: string, mirrors: string): Promise<Row[]> {
  const late = cases
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as LateAlias]))
    .filter(({ kind }) => kind === 'alias-late');
  const outcomes: Outcome[] = [];
  for (const one of late) {
    const repository = join(mirrors, one.site.replace('/', '+'), 'repo');
    const found = existsSync(repository) ? await outcomesOf(one, repository) : [];
    outcomes.push(...found);
    if (process.env['SCRIBE_MISSES'] !== undefined) {
      process.stderr.write(`alias-late ${one.commit} ${one.path}: ${found.join(', ')}\n`);
    }
  }
  const count = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
  const replayed = count('kept') + count('lost');
  return [
    told(
      'addresses that came back late',
      `${String(outcomes.length)} in ${String(late.length)} cases; deleted ${String(count('deleted'))}, not in the history ${String(count('not in the history'))}, no page was there ${String(count('no page was there'))}`,
    ),
    atLeast(
      'kept alive by the plan of the move',
      (100 * count('kept')) / Math.max(1, replayed),
      90,
      '%',
      `${String(count('kept'))} of ${String(replayed)}`,
    ),
  ];
}

async function outcomesOf(
  { commit, parent, path, intro }: LateAlias,
  repository: string,
): Promise<readonly Outcome[]> {
  const before = new Set(aliasesIn(repository, parent, path));
  const mended = changesOf(repository, commit).get(path) ?? path;
  const addresses = aliasesIn(repository, commit, mended).filter((address) => !before.has(address));
  const outcomes: Outcome[] = addresses.length === 0 ? ['not in the history'] : [];
  for (const address of addresses) {
    const left = leavingCommit(repository, parent, path, address) ?? intro;
    outcomes.push(
      left === undefined ? 'not in the history' : await outcomeAt(repository, left, path, address),
    );
  }
  return outcomes;
}

/** The last commit before `parent` that took away the file of a page at `address`, as far as its name tells. */
function leavingCommit(
  repository: string,
  parent: string,
  path: string,
  address: string,
): string | undefined {
  const [, content = 'content/', folder = ''] = /^(.*?content\/)([^/]*\/)?/.exec(path) ?? [];
  const name = address.replace(/^\/|\/$/g, '');
  const files = [content, content + folder].flatMap((start) =>
    ['.md', '/index.md', '/_index.md'].map((end) => start + name + end),
  );
  const log = ['log', '-1', '--no-renames', '--diff-filter=D', '--format=%H', parent, '--', ...files];
  return git(repository, ...log).trim() || undefined;
}

async function outcomeAt(
  repository: string,
  commit: string,
  path: string,
  address: string,
): Promise<Outcome> {
  const files = filesAt(repository, `${commit}^`);
  const sites = nodeSites(new MemoryFileSystem(files, root));
  const live = await sites.siteOf(`${root}/${path}`);
  await live?.ready;
  const outcome =
    live === undefined
      ? 'not in the history'
      : outcomeOf(live.snapshot, {
          address,
          changes: changesOf(repository, commit),
          now: new Date(Number(git(repository, 'show', '-s', '--format=%ct', commit)) * 1000).toISOString(),
          textBefore: (file) => files.get(file) ?? '',
          textAfter: (file) => textAt(repository, commit, file) ?? '',
        });
  sites.dispose();
  return outcome;
}

interface Asked {
  readonly address: string;
  /** New paths by old ones; nothing for what was deleted. */
  readonly changes: ReadonlyMap<string, string | undefined>;
  readonly now: string;
  readonly textBefore: (path: string) => string;
  readonly textAfter: (path: string) => string;
}

function outcomeOf(site: SiteSnapshot, { address, changes, now, textBefore, textAfter }: Asked): Outcome {
  const key = placeKey(address, site.config);
  const isThere = (page: PageRecord): boolean =>
    publishedPlaces(page, site.config).some((place) => place.role === 'page' && place.key === key);
  const page = site.pagesPublishedAt(key).find(isThere);
  if (page === undefined) {
    return 'no page was there';
  }
  const from = decodeURI(page.uri.slice(root.length + 1));
  if (!changes.has(from)) {
    return 'not in the history';
  }
  const to = changes.get(from);
  if (to === undefined) {
    return 'deleted';
  }
  if (from === to) {
    const then = toPageRecord(page.uri, contentFileOf(page.path, site.config), textAfter(to), site.hugo);
    return changedAddress(site, page, then, now) === undefined ? 'lost' : 'kept';
  }
  const moved = { to: `${root}/${encodeURI(to)}`, text: textBefore(from), now, key };
  return keepsAddress(site, page, moved) ? 'kept' : 'lost';
}

/** Whether the page names its old address as an alias once the plan of this one move is carried out. */
function keepsAddress(
  site: SiteSnapshot,
  { uri, path }: PageRecord,
  { to, text, now, key }: { to: string; text: string; now: string; key: string },
): boolean {
  const plan = moveFiles(site, [{ from: uri, to }], now);
  const edits = 'refusal' in plan ? [] : plan.editsIn({ uri, text });
  const after = toPageRecord(uri, contentFileOf(path, site.config), applyEdits(text, edits), site.hugo);
  return aliasesOf(after).some((alias) => placeKey(alias, site.config) === key);
}

function aliasesOf({ keys }: PageRecord): readonly string[] {
  return keys.find(({ id }) => id === 'aliases')?.values ?? [];
}

/** Those that a page has after a commit; none of one that is not there. */
function aliasesIn(repository: string, commit: string, path: string): readonly string[] {
  const text = textAt(repository, commit, path) ?? '';
  const file = { path, baseName: '', language: '', section: '', bundle: 'none' } as const;
  return aliasesOf(toPageRecord(path, file, text, unknownHugo));
}

function textAt(repository: string, commit: string, path: string): string | undefined {
  try {
    return git(repository, 'show', `${commit}:${path}`);
  } catch {
    return undefined;
  }
}

/** What a commit did to files: new paths by old ones, and nothing for what it deleted. */
function changesOf(repository: string, commit: string): ReadonlyMap<string, string | undefined> {
  const listed = git(repository, 'show', '-z', '-M30%', '--name-status', '--format=', commit).split('\0');
  const changes = new Map<string, string | undefined>();
  while (listed.length > 1) {
    const [status = '', path = ''] = listed.splice(0, 2);
    const to = status.startsWith('R') ? listed.shift() : status.startsWith('D') ? undefined : path;
    changes.set(path, to);
  }
  return changes;
}

/** What says where pages stand and what they are: texts, without what is published as it is. */
const read =
  /(?:^|\/)(?:content|layouts|archetypes|data|config|themes)\/.*\.(?:md|html|toml|ya?ml|json)$|^(?:site\/)?(?:hugo|config)\.\w+$/;

function filesAt(repository: string, commit: string): ReadonlyMap<string, string> {
  const rows = git(repository, 'ls-tree', '-r', '-z', commit).split('\0');
  const files = rows.flatMap((row) => {
    const [, id = '', path = ''] = /^\d+ blob (\w+)\t(.*)$/s.exec(row) ?? [];
    return read.test(path) ? [{ id, path }] : [];
  });
  const input = files.map(({ id }) => `${id}\n`).join('');
  const all = execFileSync('git', ['-C', repository, 'cat-file', '--batch'], { input, maxBuffer: 2 ** 30 });
  let at = 0;
  return new Map(
    files.flatMap(({ path }): [string, string][] => {
      const end = all.indexOf(10, at);
      const [, , size] = all.toString('utf8', at, end).split(' ');
      at = end + 1;
      if (size === undefined) {
        return [];
      }
      const start = at;
      at += Number(size) + 1;
      return [[path, all.toString('utf8', start, at - 1)]];
    }),
  );
}

function git(repository: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', repository, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
