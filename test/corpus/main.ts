// No page that Hugo builds shows an error: asked of whole real sites, page by page.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check } from '../../server/src/core/features/check.ts';
import type { Finding } from '../../server/src/core/features/finding.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { formatMessage } from '../../server/src/core/text/message.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import type { LiveSite } from '../../server/src/workspace/sites.ts';
import { findJudge, judge, type Judge, type Verdict } from './judge.ts';

export interface CheckedPage {
  readonly record: PageRecord;
  readonly page: PageDocument;
  readonly findings: readonly Finding[];
}

const counts = { passed: 0, failed: 0, skipped: 0 };
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const fileSystem = new NodeFileSystem();

void main(process.argv.slice(2)).then(() => {
  say(
    `${String(counts.passed)} passed, ${String(counts.failed)} failed${counts.skipped > 0 ? `, ${String(counts.skipped)} skipped` : ''}`,
  );
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
});

/** `--hugo=PATH` asks that Hugo, and checks as for a site that is pinned to its release. */
async function main(args: readonly string[]): Promise<void> {
  const pinned = args.find((arg) => arg.startsWith('--hugo='))?.slice('--hugo='.length);
  const hugo = findJudge(pinned ?? 'hugo');
  const release = pinned === undefined ? undefined : hugo?.version;
  for (const folder of args.filter((arg) => !arg.startsWith('--hugo='))) {
    const own = await openSite(folder, release);
    if (own !== undefined) {
      await report(folder, own, hugo);
      continue;
    }
    const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of below) {
      const inside = join(folder, name);
      const site = (await openSite(inside, release)) ?? (await openSite(join(inside, 'site'), release));
      if (site !== undefined) {
        await report(name, site, hugo);
      }
    }
  }
}

async function openSite(folder: string, release: string | undefined): Promise<LiveSite | undefined> {
  const root = pathToFileURL(resolve(folder)).href;
  const sites = nodeSites(fileSystem);
  if (release !== undefined) {
    sites.setSetting(root, release);
  }
  const site = await sites.siteOf(`${root}/content/_index.md`);
  await site?.ready;
  return site?.root === root ? site : undefined;
}

async function report(name: string, { snapshot }: LiveSite, hugo: Judge | undefined): Promise<void> {
  const began = performance.now();
  const pages = await checkPages(snapshot);
  const took = performance.now() - began;
  const refused = pages.filter(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  say(
    `\n${name}: ${String(pages.length)} pages, ${String(snapshot.shortcodes().length)} shortcodes, checked in ${took.toFixed(0)} ms; ` +
      `errors on ${String(refused.length)} pages${snapshot.missingModules.length > 0 ? `; not on disk: ${snapshot.missingModules.join(', ')}` : ''}`,
  );
  say(`  findings: ${tallyCodes(pages)}`);
  if (hugo === undefined) {
    counts.skipped++;
    say('  skipped: there is no hugo here to judge the pages (apt-get install hugo)');
    return;
  }
  compare(pages, refused, judge(hugo, snapshot, pages));
}

async function checkPages(site: SiteSnapshot): Promise<CheckedPage[]> {
  const records = [...site.pages()];
  const texts = await fileSystem.readMany(records.map(({ uri }) => uri));
  return records.flatMap((record, index) => {
    const text = texts[index];
    if (text === undefined) {
      return [];
    }
    const page = new PageDocument(record.uri, text, site.hugo);
    return [{ record, page, findings: check(site, page, new Date().toISOString()) }];
  });
}

function tallyCodes(pages: readonly CheckedPage[]): string {
  const tally = new Map<string, number>();
  for (const { code, severity } of pages.flatMap(({ findings }) => findings)) {
    tally.set(`${code} (${severity})`, (tally.get(`${code} (${severity})`) ?? 0) + 1);
  }
  return [...tally].map(([code, times]) => `${code} ${String(times)}`).join(', ') || 'none';
}

/** A false error is an error on a page that Hugo builds: the one thing that must not be. A miss is told, not counted. */
function compare(pages: readonly CheckedPage[], refused: readonly CheckedPage[], verdict: Verdict): void {
  const falseErrors = refused.filter(({ record }) => !verdict.refused.has(record.uri));
  const missed = pages.filter((page) => verdict.refused.has(page.record.uri) && !refused.includes(page));
  say(
    `  Hugo ${verdict.version} refuses ${String(verdict.refused.size)} pages; false errors: ${String(falseErrors.length)}; missed: ${String(missed.length)}`,
  );
  for (const { record, page, findings } of falseErrors) {
    for (const { range, message, code } of findings.filter(({ severity }) => severity === 'error')) {
      const { line, character } = page.lines.positionAt(range.start);
      say(
        `  FALSE ${record.path}:${String(line + 1)}:${String(character + 1)} ${code}: ${formatMessage(message)}`,
      );
    }
  }
  for (const { record } of missed) {
    say(`  missed ${record.path}: ${verdict.refused.get(record.uri) ?? ''}`);
  }
  if (falseErrors.length > 0) {
    counts.failed++;
  } else {
    counts.passed++;
  }
}
