// `hugo-scribe check`: the same checks as in the editor, for continuous integration.
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { check } from '../core/features/check.ts';
import type { Finding, Severity } from '../core/features/finding.ts';
import { PageDocument } from '../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { formatMessage } from '../core/text/message.ts';
import { NodeFileSystem } from '../workspace/nodeFileSystem.ts';
import { nodeSites } from '../workspace/nodeSites.ts';

export const levels: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
export const formats = ['text', 'json', 'github'] as const;
type Format = (typeof formats)[number];

export interface CheckOptions {
  readonly folders: readonly string[];
  readonly format: Format;
  readonly least: Severity;
  readonly hugo: string | undefined;
}

/** One finding with its place: path as the reader would type it, line and column from 1, in UTF-16 units. */
interface Row {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

/** Prints what is found in the sites and answers the exit code. */
export async function runCheck(options: CheckOptions): Promise<number> {
  const found: Row[] = [];
  for (const folder of options.folders) {
    const rows = await checkFolder(folder, options);
    if (rows === undefined) {
      process.stderr.write(`${folder}: no Hugo site here (no hugo.toml, hugo.yaml, config/_default …)\n`);
      return 2;
    }
    found.push(...rows);
  }
  process.stdout.write(printers[options.format](found));
  return found.length > 0 ? 1 : 0;
}

async function checkFolder(folder: string, options: CheckOptions): Promise<Row[] | undefined> {
  const fileSystem = new NodeFileSystem();
  const sites = nodeSites(fileSystem);
  const site = await sites.siteOf(`${pathToFileURL(resolve(folder)).href}/content`);
  if (site === undefined) {
    return undefined;
  }
  sites.setSetting(site.root, options.hugo);
  await site.ready;
  const rows = await checkSite(site.snapshot, fileSystem, options.least);
  sites.dispose();
  return rows;
}

const batchSize = 200;

async function checkSite(site: SiteSnapshot, fileSystem: NodeFileSystem, least: Severity): Promise<Row[]> {
  const uris = [...site.pages()].map((page) => page.uri).sort();
  const rows: Row[] = [];
  for (let at = 0; at < uris.length; at += batchSize) {
    const batch = uris.slice(at, at + batchSize);
    const texts = await fileSystem.readMany(batch);
    batch.forEach((uri, index) => {
      const text = texts[index];
      if (text !== undefined) {
        rows.push(...checkPage(site, new PageDocument(uri, text, site.hugo), least));
      }
    });
  }
  return rows;
}

function checkPage(site: SiteSnapshot, page: PageDocument, least: Severity): Row[] {
  return check(site, page, new Date().toISOString())
    .filter(({ severity }) => levels.indexOf(severity) <= levels.indexOf(least))
    .map((finding) => toRow(page, finding));
}

function toRow(page: PageDocument, { range, severity, code, message }: Finding): Row {
  const { line, character } = page.lines.positionAt(range.start);
  const file = relative(process.cwd(), fileURLToPath(page.uri));
  return { file, line: line + 1, column: character + 1, severity, code, message: formatMessage(message) };
}

const printers: { readonly [format in Format]: (rows: readonly Row[]) => string } = {
  text: (rows) =>
    rows
      .map((row) => `${row.file}:${row.line}:${row.column}: ${row.severity}: ${row.message} (${row.code})\n`)
      .join(''),
  json: (rows) => `${JSON.stringify(rows)}\n`,
  github: (rows) => rows.map(toAnnotation).join(''),
};

const annotationKinds: { readonly [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function toAnnotation({ file, line, column, severity, code, message }: Row): string {
  const escape = (text: string): string =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${annotationKinds[severity]} file=${property(file)},line=${line},col=${column},title=${property(code)}::${escape(message)}\n`;
}
