// `hugo-scribe check`: the same findings as in the editor, for continuous integration.
import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { check } from '../core/features/check.ts';
import type { Finding, Severity } from '../core/features/finding.ts';
import { teamFileFindings } from '../core/features/teamFileFindings.ts';
import { longestText, tooLong } from '../core/features/tooLong.ts';
import { PageDocument } from '../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { formatMessage } from '../core/text/message.ts';
import { nodeClock } from '../workspace/nodeClock.ts';
import { NodeFileSystem } from '../workspace/nodeFileSystem.ts';
import { ReadPages } from '../workspace/readPages.ts';
import { nodeSites } from '../workspace/nodeSites.ts';
import type { LiveSite, Sites } from '../workspace/sites.ts';
import { pathBelow } from '../workspace/uris.ts';
import { levels, printers, type Format, type Row } from './report.ts';

export interface CheckOptions {
  /** Content files, folders of a site, or sites. */
  readonly paths: readonly string[];
  readonly format: Format;
  /** The least that is shown and counted. */
  readonly least: Severity;
  readonly hugo: string | undefined;
}

/** Prints what is found and answers the exit code: 0 nothing, 1 something, 2 a path that is none of a Hugo site. */
export async function runCheck(options: CheckOptions): Promise<number> {
  const fileSystem = new NodeFileSystem();
  const sites = nodeSites(fileSystem);
  try {
    const rows = new Map<string, readonly Row[]>();
    for (const path of options.paths) {
      const trouble = await checkPath(path, options, { sites, fileSystem, rows });
      if (trouble !== undefined) {
        process.stderr.write(`${path}: ${trouble}\n`);
        return 2;
      }
    }
    const found = [...rows.values()].flat().filter(({ severity }) => counts(severity, options.least));
    const isTerminal = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
    process.stdout.write(printers[options.format](found, isTerminal));
    return found.length > 0 ? 1 : 0;
  } finally {
    sites.dispose();
  }
}

interface Run {
  readonly sites: Sites;
  readonly fileSystem: NodeFileSystem;
  /** By file, so that what is named twice is shown once. */
  readonly rows: Map<string, readonly Row[]>;
}

/** Checks what stands at a path; answers what is wrong with the path. */
async function checkPath(
  path: string,
  { hugo }: CheckOptions,
  { sites, fileSystem, rows }: Run,
): Promise<string | undefined> {
  const uri = pathToFileURL(resolve(path)).href.replace(/\/$/, '');
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === undefined) {
    return 'no such file or folder';
  }
  const site = await sites.siteOf(isFolder ? `${uri}/content` : uri);
  if (site === undefined) {
    return 'no Hugo site here (no hugo.toml, hugo.yaml, config/_default …)';
  }
  sites.setSetting(site.root, hugo);
  await site.ready;
  if (!isFolder && !site.isContent(uri)) {
    return 'no content of its Hugo site';
  }
  for (const [file, found] of await checkSite(site, isFolder ? pagesBelow(site, uri) : [uri], fileSystem)) {
    rows.set(file, found);
  }
  return undefined;
}

function pagesBelow({ snapshot }: LiveSite, folder: string): string[] {
  return [...snapshot.pages()]
    .map((page) => page.uri)
    .filter((uri) => pathBelow(folder, uri) !== undefined)
    .sort();
}

const batchSize = 200;

async function checkSite(
  { snapshot: site }: LiveSite,
  pages: readonly string[],
  fileSystem: NodeFileSystem,
): Promise<Map<string, readonly Row[]>> {
  const rows = new Map<string, readonly Row[]>();
  const others = new ReadPages(fileSystem);
  const team = site.team === undefined ? [] : [site.team.uri];
  const uris = [...team, ...pages];
  for (let at = 0; at < uris.length; at += batchSize) {
    const batch = uris.slice(at, at + batchSize);
    const texts = await fileSystem.readMany(batch);
    for (const [index, uri] of batch.entries()) {
      const text = texts[index];
      if (text !== undefined) {
        rows.set(
          uri,
          team.includes(uri) ? checkTeamFile(uri, text) : await checkPage(site, uri, text, others),
        );
      }
    }
  }
  return rows;
}

async function checkPage(site: SiteSnapshot, uri: string, text: string, others: ReadPages): Promise<Row[]> {
  if (text.length > longestText) {
    const finding = { code: 'file-limited', range: { start: 0, end: 0 }, message: tooLong() } as const;
    return [toRow(uri, '', new LineIndex(''), { ...finding, severity: 'information', fixes: [] })];
  }
  const page = new PageDocument(uri, text, site.hugo);
  const findings = check(site, page, nodeClock().now, undefined, await others.neededBy(site, page));
  return findings.map((finding) => toRow(uri, text, page.lines, finding));
}

function checkTeamFile(uri: string, text: string): Row[] {
  const lines = new LineIndex(text);
  return teamFileFindings(uri, text).map((finding) => toRow(uri, text, lines, finding));
}

function toRow(uri: string, text: string, lines: LineIndex, finding: Omit<Finding, 'related'>): Row {
  const { range, severity, code, message, fixes } = finding;
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  const line = lines.rangeOf(start.line);
  return {
    file: relative(process.cwd(), fileURLToPath(uri)),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    severity,
    code,
    message: formatMessage(message),
    fixes: fixes.map(({ title }) => formatMessage(title)),
    source: text.slice(line.start, line.end),
  };
}

function counts(severity: Severity, least: Severity): boolean {
  return levels.indexOf(severity) <= levels.indexOf(least);
}
