import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { embeddedHugo } from '../../server/src/engine/chooseEngine.ts';
import { parseHugoVersion } from '../../server/src/workspace/installedHugo.ts';
import { EmbeddedJudge } from '../bench/mutationJudge.ts';
import { readArchetypeCases, writeArchetypeCases, type ArchetypeCase, type Made } from './archetypeCases.ts';
import { caseGroups, readCases, siteTexts, writeCases, type HugoCase, type Verdict } from './hugoCases.ts';

interface Hugo {
  readonly version: string;
  readonly ask: (each: HugoCase) => Promise<Verdict | undefined>;
  readonly make?: (each: ArchetypeCase) => Made;
  readonly end?: () => void;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const longestError = 600;
/** Stands between what an archetype makes and the moment of that. */
const beforeMoment = '@@';

void main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const programs = args.flatMap((arg) => (arg.startsWith('--hugo=') ? [arg.slice('--hugo='.length)] : []));
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  const hugos = [...programs.map(native), ...(args.includes('--embedded') ? [embedded()] : [])];
  for (const hugo of hugos) {
    for (const group of caseGroups.filter((name) => only === undefined || name === only)) {
      await recordGroup(group, hugo, args.includes('--new'));
    }
    if (only === undefined || only === 'archetypes') {
      recordArchetypes(hugo, args.includes('--new'));
    }
    hugo.end?.();
  }
}

function recordArchetypes({ version, make }: Hugo, isOnlyNew: boolean): void {
  if (make === undefined) {
    return;
  }
  const recorded = readArchetypeCases().map((each) => {
    const before = each.hugo[version];
    const made = isOnlyNew && before !== undefined ? before : make(each);
    if (before !== undefined && before.refused !== made.refused) {
      say(`  ${each.name}: is ${made.refused === true ? 'refused' : 'made'} now`);
    }
    return { ...each, hugo: { ...each.hugo, [version]: made } };
  });
  writeArchetypeCases(recorded);
  const refused = recorded.filter(({ hugo }) => hugo[version]?.refused).length;
  say(`${version} archetypes: ${String(recorded.length)} cases, ${String(refused)} refused`);
}

async function recordGroup(group: string, { version, ask }: Hugo, isOnlyNew: boolean): Promise<void> {
  const recorded: HugoCase[] = [];
  let refused = 0;
  for (const each of readCases(group)) {
    const before = each.verdicts[version];
    const verdict = (isOnlyNew && before !== undefined ? undefined : await ask(each)) ?? before;
    refused += verdict === undefined || verdict === 'ok' ? 0 : 1;
    if (before !== undefined && (before === 'ok') !== (verdict === 'ok')) {
      say(`  ${each.name}: was ${outcome(before)}, is ${outcome(verdict)}`);
    }
    recorded.push(
      verdict === undefined ? each : { ...each, verdicts: { ...each.verdicts, [version]: verdict } },
    );
  }
  writeCases(group, recorded);
  say(`${version} ${group}: ${String(recorded.length)} cases, ${String(refused)} refused`);
}

function outcome(verdict: Verdict | undefined): string {
  return verdict === undefined
    ? 'unknown'
    : verdict === 'ok'
      ? 'ok'
      : `refused (${verdict.error.slice(0, 200)})`;
}

/** An installed `hugo`: every case gets a build of its own. */
function native(program: string): Hugo {
  const version = parseHugoVersion(execFileSync(program, ['version'], { encoding: 'utf8' })) ?? '';
  return {
    version,
    make: (each) => inFolder((folder) => make(program, folder, each)),
    ask: (each) =>
      inFolder((folder) => {
        for (const [path, text] of siteTexts(each)) {
          write(join(folder, path), text);
        }
        write(join(folder, each.path), each.text ?? Buffer.from(each.bytes ?? '', 'latin1'));
        const args = ['--source', folder, '--renderToMemory', ...(each.args ?? [])];
        const { status, stderr, stdout } = spawnSync(program, args, { encoding: 'utf8', timeout: 60_000 });
        const said = `${stderr}\n${stdout}`.replaceAll(`${folder}/`, '');
        return Promise.resolve(status === 0 ? 'ok' : toRefusal(errorsIn(said), each.path));
      }),
  };
}

function inFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'scribe-record-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page with the archetype as the only one of its site. */
function make(program: string, folder: string, { path, config, archetype }: ArchetypeCase): Made {
  const page = join(folder, 'content', path);
  write(join(folder, 'hugo.toml'), config);
  write(join(folder, `archetypes/default${extname(path)}`), `${archetype}${beforeMoment}{{ .Date }}`);
  mkdirSync(join(folder, 'content'));
  const env = { ...process.env, TZ: 'Europe/Stockholm' };
  const { status } = spawnSync(program, ['new', path], { cwd: folder, env, timeout: 60_000 });
  const made = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const at = made.lastIndexOf(beforeMoment);
  return status === 0 && at >= 0
    ? { text: made.slice(0, at), now: made.slice(at + beforeMoment.length) }
    : { refused: true };
}

/** Hugo as WebAssembly: cases that leave the site as it is share one. */
function embedded(): Hugo {
  const shared = new EmbeddedJudge(siteTexts({ name: '', desc: '', path: '', verdicts: {} }));
  return {
    version: embeddedHugo,
    end: () => shared.end(),
    ask: async (each) => {
      const { text, noEmbedded, config, extra } = each;
      if (text === undefined || noEmbedded !== undefined) {
        return undefined;
      }
      const isAlone = config !== undefined || extra !== undefined;
      const judge = isAlone ? new EmbeddedJudge(siteTexts(each)) : shared;
      const said = await judge.judge(each.path, text, 'judgeAnew');
      if (isAlone) {
        judge.end();
      }
      return said === undefined ? undefined : said === '' ? 'ok' : toRefusal(said, each.path);
    },
  };
}

function errorsIn(said: string): string {
  const lines = said.split('\n');
  const first = lines.findIndex((line) => /^(?:ERROR|Error)/.test(line));
  return lines
    .slice(Math.max(first, 0))
    .map((line) => line.replace(/^(ERROR) \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d/, '$1'))
    .filter((line) => line !== '' && !/^(?:Total in|WARN|Start building|hugo v)/.test(line))
    .join('\n');
}

function toRefusal(error: string, path: string): Verdict {
  const places = error
    .split(path)
    .slice(1)
    .flatMap((rest) => /^:(\d{1,9}:\d{1,9})/.exec(rest)?.[1] ?? []);
  const [place] = places;
  const inner = places.at(-1);
  return {
    error: error.length > longestError ? `${error.slice(0, longestError)}…` : error,
    ...(place === undefined ? {} : { place }),
    ...(inner === undefined || inner === place ? {} : { inner }),
  };
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
