// Differential mutation: real pages with small mistakes, judged by us and by real Hugo. Whoever disagrees is printed, made small.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check } from '../../server/src/core/features/check.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { composeMatter, readMatter } from '../../server/src/workspace/matter.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import { EmbeddedJudge, NativeJudge, type Judge } from './mutationJudge.ts';
import { reasonFor } from './mutationKnown.ts';
import { shrink } from './mutationShrink.ts';
import { toSmallSite, type SmallSite } from './mutationSite.ts';
import { Dice, mutate } from './mutationText.ts';

interface Options {
  readonly seed: number;
  readonly count: number;
  readonly folders: readonly string[];
  /** An installed `hugo`, in the place of the embedded one. */
  readonly hugo: string | undefined;
}

interface Disagreement {
  readonly site: string;
  readonly path: string;
  readonly text: string;
  /** The codes of our errors; none where Hugo alone complains. */
  readonly ours: readonly string[];
  /** What Hugo says, or nothing. */
  readonly hugos: string;
}

const counts = { judged: 0, refused: 0, same: 0, noVerdict: 0, unchanged: 0 };
const pagesPerSite = 60;
const mostQuestions = 150;
/** So many of one kind are made small. */
const mostOfKind = 2;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

void main(optionsFrom(process.argv.slice(2)));

async function main({ seed, count, folders, hugo }: Options): Promise<void> {
  const sites = folders.map((folder) => toSmallSite(basename(folder), folder));
  const found: Disagreement[] = [];
  for (const [index, site] of sites.entries()) {
    const share = Math.ceil((count * (index + 1)) / sites.length) - Math.ceil((count * index) / sites.length);
    found.push(...(await judgeSite(site, share, new Dice(seed + index), hugo)));
  }
  report(seed, found);
}

function optionsFrom(args: readonly string[]): Options {
  const after = (name: string): string | undefined => args[args.indexOf(`--${name}`) + 1 || args.length];
  const corpus = process.env['SITE_CORPUS'];
  const fixture = resolve('test/fixtures/site');
  const real = corpus === undefined ? [] : readdirSync(corpus).map((name) => join(corpus, name));
  return {
    seed: Number(after('seed') ?? 1),
    count: Number(after('count') ?? 1000),
    folders: [...real.sort(), fixture],
    hugo: after('hugo'),
  };
}

async function judgeSite(
  small: SmallSite,
  count: number,
  dice: Dice,
  hugo: string | undefined,
): Promise<Disagreement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'scribe-mutants-'));
  const judge = hugo === undefined ? new EmbeddedJudge(small.texts) : new NativeJudge(hugo, small.texts);
  try {
    const site = await openSite(folder, small, judge.version);
    const bases = await soundPages(small, site, judge, dice);
    say(`${small.name}: ${String(bases.length)} pages to mutate`);
    const found: Disagreement[] = [];
    for (let number = 0; number < count && bases.length > 0;) {
      const [base = '', original = ''] = dice.pick(bases) ?? [];
      const path = `${dirname(base)}/m${String(number)}.md`;
      const mutant = mutate(original, dice);
      if (mutant === original) {
        counts.unchanged++;
        continue;
      }
      number++;
      const verdicts = await compare(site, judge, path, mutant);
      if (verdicts !== undefined && !verdicts.agree) {
        found.push({ site: small.name, path, text: mutant, ...verdicts });
      }
    }
    return await makeSmall(found, site, judge);
  } finally {
    judge.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openSite(folder: string, { texts }: SmallSite, version: string): Promise<SiteSnapshot> {
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const sites = nodeSites(new NodeFileSystem());
  const root = pathToFileURL(folder).href;
  sites.setSetting(root, version);
  const site = await sites.siteOf(`${root}/content/_index.md`);
  await site?.ready;
  if (site === undefined) {
    throw new Error(`There is no site in ${folder}.`);
  }
  return site.snapshot;
}

const formats = ['as it is', 'as it is', 'toml', 'json'] as const;

/** Pages that Hugo builds in the small site, some with their front matter written in another format. */
async function soundPages(
  { pages, texts }: SmallSite,
  site: SiteSnapshot,
  judge: Judge,
  dice: Dice,
): Promise<(readonly [string, string])[]> {
  const sound: (readonly [string, string])[] = [];
  const left = pages.filter(([path]) => !texts.has(path));
  for (let number = 0; sound.length < pagesPerSite && left.length > 0; number++) {
    const [[path, text] = ['', '']] = left.splice(dice.below(left.length), 1);
    const place = `content/${path.split('/').slice(1, -1)[0] ?? 'pages'}/base${String(number)}.md`;
    const converted = inFormat(text, dice.pick(formats) ?? 'as it is', site.hugo);
    const errors = errorsOf(site, place, converted);
    const said = await judge.judge(place, converted, errors.length > 0 ? 'judgeAnew' : 'judge');
    if (said === '') {
      sound.push([place, converted]);
      errors.forEach((code) => say(`  FALSE ALARM on a page as it is: ${path}: ${code}`));
    }
  }
  return sound;
}

function inFormat(text: string, format: 'as it is' | 'toml' | 'json', hugo: HugoRange): string {
  const { data, content, problems } = readMatter(text, hugo);
  try {
    return format === 'as it is' || problems.length > 0 ? text : composeMatter(data, content, format);
  } catch {
    return text;
  }
}

function errorsOf(site: SiteSnapshot, path: string, text: string): readonly string[] {
  const page = new PageDocument(`${site.root}/${path}`, text, site.hugo);
  const findings = check(site, page, new Date().toISOString());
  return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code))];
}

interface Verdicts {
  readonly agree: boolean;
  readonly ours: readonly string[];
  readonly hugos: string;
}

/** A disagreement counts only where a site that is made anew says the same. */
async function compare(
  site: SiteSnapshot,
  judge: Judge,
  path: string,
  text: string,
): Promise<Verdicts | undefined> {
  const ours = errorsOf(site, path, text);
  const first = await judge.judge(path, text);
  const isSame = first !== undefined && (first !== '') === ours.length > 0;
  const hugos = isSame ? first : await judge.judge(path, text, 'judgeAnew');
  if (hugos === undefined) {
    counts.noVerdict++;
    return undefined;
  }
  const agree = (hugos !== '') === ours.length > 0;
  counts.judged++;
  counts.refused += hugos === '' ? 0 : 1;
  counts.same += agree ? 1 : 0;
  return { agree, ours, hugos };
}

async function makeSmall(
  found: readonly Disagreement[],
  site: SiteSnapshot,
  judge: Judge,
): Promise<Disagreement[]> {
  const seen = new Map<string, number>();
  const small: Disagreement[] = [];
  for (const each of found) {
    const times = seen.get(kindOf(each)) ?? 0;
    seen.set(kindOf(each), times + 1);
    small.push(times < mostOfKind ? await shrunken(each, site, judge) : each);
  }
  return small;
}

async function shrunken(each: Disagreement, site: SiteSnapshot, judge: Judge): Promise<Disagreement> {
  let asked = 0;
  let { hugos, ours } = each;
  const text = await shrink(
    each.text,
    async (candidate) => {
      const path = each.path.replace(/\.md$/, `-${String(asked++)}.md`);
      const codes = errorsOf(site, path, candidate);
      if (codes.length > 0 !== each.ours.length > 0) {
        return false;
      }
      const said = await judge.judge(path, candidate);
      if (said === undefined || (said !== '') !== (each.hugos !== '')) {
        return false;
      }
      [hugos, ours] = [said, codes];
      return true;
    },
    mostQuestions,
  );
  return { ...each, text, hugos, ours };
}

/** What disagreements have in common: our codes, and Hugo's words without places and names. */
function kindOf({ ours, hugos }: Disagreement): string {
  const words = hugos.split('\n')[0] ?? '';
  return ours.length > 0
    ? `we alone: ${ours.join(', ')}`
    : `Hugo alone: ${words.replace(/"[^"]*"|'[^']*'|\d+/g, '…').slice(-120)}`;
}

function report(seed: number, found: readonly Disagreement[]): void {
  const explained = found.filter((each) => reasonFor(each) !== undefined);
  const share = (part: number): string => `${((100 * part) / counts.judged).toFixed(2)} %`;
  const kinds = new Map<string, Disagreement[]>();
  for (const each of found) {
    const kind = reasonFor(each) ?? kindOf(each);
    kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
  }
  for (const [kind, all] of [...kinds].sort(([, a], [, b]) => b.length - a.length)) {
    say(`\n${String(all.length)} × ${kind}`);
    for (const { site, path, text, hugos } of all
      .toSorted((a, b) => a.text.length - b.text.length)
      .slice(0, 3)) {
      say(`  ${site} ${path} ${JSON.stringify(text.slice(0, 600))}\n    ${hugos.slice(0, 300)}`);
    }
  }
  say(
    `\nseed ${String(seed)}: ${String(counts.judged)} mutants judged, Hugo refuses ${share(counts.refused)}, ` +
      `the same verdict on ${share(counts.same)}; ${String(found.length)} disagreements, ${String(explained.length)} of them explained; ` +
      `${share(counts.same + explained.length)} agree or are explained; ${String(counts.noVerdict)} without a verdict, ${String(counts.unchanged)} unchanged`,
  );
  process.exitCode = counts.judged > 0 && counts.same + explained.length >= 0.999 * counts.judged ? 0 : 1;
}
