// Mistakes that writers made and later mended, from the history of real sites: we speak at the line before the fix, and are silent about it after.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, type Severities } from '../../server/src/core/features/check.ts';
import { rules } from '../../server/src/core/features/diagnostics/index.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { formatMessage } from '../../server/src/core/text/message.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { ReadPages } from '../../server/src/workspace/readPages.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import { atLeast, told, type Row } from './measure.ts';
import { beyondReach } from './replayBeyondReach.ts';
import { replayLateAliases } from './replayLateAliases.ts';
import { replayedKinds, readAsWhole, placedByFix } from './replayedKinds.ts';

const history = resolve('../shared/history');

/** A case as `extract.mjs` prints it: where the site was written, the page in it, and the line (from 1) of the mistake. */
interface Extracted {
  readonly case: number;
  readonly out: string;
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly detail: string;
  readonly lineText?: string;
}

/** A finding as it is compared: before and after a fix the same sentence is the same complaint. */
interface Complaint {
  readonly code: string;
  readonly line: number;
  readonly text: string;
}

/**
 * Wants bare mirrors of the sites in SITE_MIRRORS (`OWNER+NAME/repo`); without them nothing is measured. SCRIBE_MISSES=1 prints what was not flagged, and what was
 * not silent after the fix.
 */
export async function replay(): Promise<Row[]> {
  const mirrors = process.env['SITE_MIRRORS'] ?? '';
  if (!existsSync(mirrors)) {
    return [told('no mirrors of the sites (SITE_MIRRORS)', 'not measured')];
  }
  const folder = mkdtempSync(join(tmpdir(), 'scribe-replay-'));
  try {
    return await replayIn(folder, mirrors);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Replayed {
  readonly kind: string;
  readonly flagged: boolean;
  readonly silentAfter: boolean;
}

async function replayIn(folder: string, mirrors: string): Promise<Row[]> {
  const cases = readFileSync(join(history, 'cases.jsonl'), 'utf8');
  const moments = momentsOf(cases);
  const before = extractAll('parent', folder, mirrors);
  const after = new Map(extractAll('fix', folder, mirrors).map((row) => [row.case, row]));
  const replayed: Replayed[] = [];
  for (const row of before) {
    const mended = after.get(row.case);
    const codes = replayedKinds.get(row.kind);
    const moment = moments[row.case];
    if (codes === undefined || mended === undefined || moment === undefined || beyondReach.has(row.case)) {
      continue;
    }
    const complaints = await complaintsOn(row, moment.written, codes);
    const rest = await complaintsOn(mended, moment.mended, codes);
    const places = placedByFix.has(row.kind) ? rewrittenLines(row, mended) : new Set<number>();
    const spoken = complaints.filter(({ line }) => line === row.line || places.has(line));
    const result = {
      kind: row.kind,
      flagged: spoken.length > 0,
      // The same mistake may stand at other places of the page, which this fix left alone.
      silentAfter: spoken.every(({ text }) => countOf(rest, text) < countOf(complaints, text)),
    };
    replayed.push(result);
    sayMiss(row, result, complaints);
  }
  return [...rowsOf(replayed), ...(await replayLateAliases(cases, mirrors))];
}

/** The lines (from 1) of the page that it has no longer after the fix; none where the fix moved the page. */
function rewrittenLines(row: Extracted, mended: Extracted): ReadonlySet<number> {
  const [before, after] = [row, mended].map(({ out, file }) => {
    const path = join(out, file);
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  });
  const kept = new Set(after);
  return new Set(kept.size === 0 ? [] : before?.flatMap((text, at) => (kept.has(text) ? [] : [at + 1])));
}

function countOf(complaints: readonly Complaint[], text: string): number {
  return complaints.filter((each) => each.text === text).length;
}

/** Of the other pages the front matter alone, but for the kinds in which their bodies tell what is usual. */
function extractAll(at: 'parent' | 'fix', folder: string, mirrors: string): Extracted[] {
  const whole = [...readAsWhole].flatMap((kind) =>
    extract(at, join(folder, kind), mirrors, ['--where', `kind=${kind}`, '--content', 'full']),
  );
  const rest = extract(at, folder, mirrors, []).filter(({ kind }) => !readAsWhole.has(kind));
  return [...whole, ...rest];
}

function extract(
  at: 'parent' | 'fix',
  folder: string,
  mirrors: string,
  which: readonly string[],
): Extracted[] {
  const script = join(history, 'extract.mjs');
  const options = [
    '--mirrors',
    mirrors,
    '--out',
    join(folder, at),
    '--at',
    at,
    '--limit',
    '100000',
    '--json',
    ...which,
  ];
  const printed = execFileSync(process.execPath, [script, ...options], {
    maxBuffer: 2 ** 28,
    encoding: 'utf8',
  });
  return printed.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Extracted]));
}

/** When each mistake was made and when it was mended. */
function momentsOf(cases: string): readonly { readonly written: string; readonly mended: string }[] {
  return cases.split('\n').flatMap((line) => {
    if (line === '') {
      return [];
    }
    const { fixed, days = 0 } = JSON.parse(line) as { fixed: number; days?: number };
    const moment = (seconds: number): string => new Date(seconds * 1000).toISOString();
    return [{ written: moment(fixed - days * 86_400), mended: moment(fixed) }];
  });
}

async function complaintsOn(
  { out, file }: Extracted,
  now: string,
  codes: readonly string[],
): Promise<readonly Complaint[]> {
  const path = join(out, file);
  const fileSystem = new NodeFileSystem();
  const sites = nodeSites(fileSystem);
  const uri = pathToFileURL(path).href;
  const live = await sites.siteOf(uri);
  await live?.ready;
  if (live === undefined || !existsSync(path)) {
    sites.dispose();
    return [];
  }
  const page = new PageDocument(uri, readFileSync(path, 'utf8'), live.snapshot.hugo);
  const asked: Severities = new Map(
    codes.filter((code) => offByDefault.has(code)).map((code) => [code, 'hint']),
  );
  const others = await new ReadPages(fileSystem).neededBy(live.snapshot, page);
  const findings = check(live.snapshot, page, now, asked, others).filter(({ code }) => codes.includes(code));
  sites.dispose();
  return findings.map(({ code, range, message }) => ({
    code,
    line: page.lines.positionAt(range.start).line + 1,
    text: `${code}: ${formatMessage(message)}`,
  }));
}

const offByDefault: ReadonlySet<string> = new Set(
  rules.filter(({ defaultSeverity }) => defaultSeverity === 'off').map(({ code }) => code),
);

function sayMiss(row: Extracted, { flagged, silentAfter }: Replayed, complaints: readonly Complaint[]): void {
  if (process.env['SCRIBE_MISSES'] === undefined || (flagged && silentAfter)) {
    return;
  }
  const what = flagged ? 'not silent after' : 'not flagged';
  const said = complaints.map(({ line, text }) => `\n      ${String(line)}: ${text}`).join('');
  const place = `${row.out}/${row.file}:${String(row.line)}`;
  process.stderr.write(
    `${what}: ${String(row.case)} ${row.kind} (${row.detail}) ${place}\n    ${row.lineText ?? ''}${said}\n`,
  );
}

function rowsOf(replayed: readonly Replayed[]): Row[] {
  const kinds = [...new Set(replayed.map(({ kind }) => kind))].sort();
  return [
    ...kinds.map((kind) =>
      kindRow(
        kind,
        replayed.filter((one) => one.kind === kind),
      ),
    ),
    ...totals(replayed),
  ];
}

function kindRow(kind: string, all: readonly Replayed[]): Row {
  const { flagged, silent } = countsOf(all);
  return told(
    kind,
    `${String(flagged)} of ${String(all.length)} flagged, ${String(silent)} of ${String(flagged)} silent after`,
  );
}

function totals(all: readonly Replayed[]): Row[] {
  const { flagged, silent } = countsOf(all);
  return [
    told('nobody can know (replayBeyondReach.ts)', `${String(beyondReach.size)} cases left out`),
    atLeast(
      'flagged at the line before the fix',
      (100 * flagged) / all.length,
      90,
      '%',
      `${String(flagged)} of ${String(all.length)}`,
    ),
    atLeast(
      'silent about it after',
      (100 * silent) / flagged,
      97,
      '%',
      `${String(silent)} of ${String(flagged)}`,
    ),
  ];
}

function countsOf(all: readonly Replayed[]): { readonly flagged: number; readonly silent: number } {
  const flagged = all.filter((one) => one.flagged);
  return { flagged: flagged.length, silent: flagged.filter(({ silentAfter }) => silentAfter).length };
}
