// The example site is what a new user sees first, so real Hugo has to build it without a word, also with the seed posts in it.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../server/src/core/features/check.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';

const siteFolder = resolve(import.meta.dirname, '../fixtures/site');
const seedsFolder = resolve(import.meta.dirname, '../../../shared/seeds');
const hasHugo = spawnSync('hugo', ['version']).status === 0;
const now = new Date().toISOString();
const scratch = mkdtempSync(join(tmpdir(), 'hugo-scribe-example-'));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the example site', () => {
  test.skipIf(!hasHugo)('builds with the installed hugo, drafts included, without a warning', () => {
    const { log, published } = build(copySite('plain'));
    expect(log).not.toMatch(/warn|error/i);
    const pages = published.filter((path) => path.endsWith('index.html'));
    expect(pages).toContain('blogg/2025/driftrapport/index.html');
    expect(pages).toContain('en/greenhouse/index.html');
  });

  test.skipIf(!hasHugo)('shows no picture and no document that is missing', () => {
    const { folder, published } = build(copySite('links'));
    const html = published.filter((path) => path.endsWith('.html'));
    const links = html.flatMap((path) => staticLinks(readFileSync(join(folder, path), 'utf8')));
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([]);
  });

  test.skipIf(!hasHugo || !existsSync(seedsFolder))('builds with the seed posts among its own', () => {
    const { log, published } = build(copySiteWithSeeds('seeds'));
    expect(log).not.toMatch(/warn|error/i);
    const seedPages = published.filter((path) => /seed-\d\/index\.html$/.test(path));
    expect(seedPages).toHaveLength(readdirSync(seedsFolder).length);
  });

  test('has nothing that Hugo Scribe would mark', async () => {
    expect(await findingsOf(siteFolder)).toEqual([]);
  });

  test.skipIf(!existsSync(seedsFolder))('has nothing to mark in the seed posts either', async () => {
    expect(await findingsOf(copySiteWithSeeds('checked-seeds'))).toEqual([]);
  });

  test('is really checked: a call of no shortcode is marked', async () => {
    const site = copySite('marked');
    writeFileSync(join(site, 'content/blogg/fel.md'), '---\ntitle: Fel\n---\n{{< ingres >}}\n');
    expect(await findingsOf(site)).toEqual(['content/blogg/fel.md: unknown-shortcode']);
  });

  test('has posts in three languages and all three formats, and every shortcode is used', () => {
    const posts = filesOf('content', /\.(?:md|html)$/).map((path) =>
      readFileSync(join(siteFolder, 'content', path), 'utf8'),
    );
    const openers = new Set(posts.map((text) => text.slice(0, 1)));
    expect([...openers].sort()).toEqual(['+', '-', '{']);
    expect(new Set(posts.map((text) => /language"?\s*[:=]\s*["']?(\w+)/.exec(text)?.[1]))).toEqual(
      new Set(['sv', 'No', 'En']),
    );
    const templates = filesOf('layouts/shortcodes', /\.html$/).map((path) => path.slice(0, -'.html'.length));
    const unused = templates.filter(
      (name) => !posts.some((text) => new RegExp(`\\{\\{[<%] ${name} `).test(text)),
    );
    expect(unused).toEqual([]);
  });
});

function copySite(name: string): string {
  const target = join(scratch, name);
  cpSync(siteFolder, target, { recursive: true });
  return target;
}

function copySiteWithSeeds(name: string): string {
  const site = copySite(name);
  for (const [index, seed] of readdirSync(seedsFolder).entries()) {
    cpSync(join(seedsFolder, seed), join(site, `content/blogg/seed-${index}.md`));
  }
  for (const file of seedFiles) {
    cpSync(join(site, 'static/img/card/turbin.svg'), join(site, 'static', file));
  }
  return site;
}

/** What the seed posts show and lead to, where the example site's templates look for it. */
const seedFiles = [
  'img/card/safespring-itdrift.svg',
  'img/card/safespring-fredric.webp',
  'img/card/safespring-art-logo.svg',
  'img/card/fr2000-svg.svg',
  'img/social/safespring-datacenter.jpg',
  'documents/safespring_information-security-guidelines_2024.pdf',
  'documents/nc0020-safespring-ab-2027-05-12.pdf',
];

async function findingsOf(folder: string): Promise<string[]> {
  const sites = nodeSites(new NodeFileSystem());
  const root = pathToFileURL(folder).href;
  const site = await sites.siteOf(`${root}/content`);
  await site?.ready;
  const pages = [...(site?.snapshot.pages() ?? [])];
  const found = pages.flatMap(({ uri }) => {
    const page = new PageDocument(uri, readFileSync(fileURLToPath(uri), 'utf8'), unknownHugo);
    const findings = site === undefined ? [] : check(site.snapshot, page, now);
    return findings.map(({ code }) => `${uri.slice(root.length + 1)}: ${code}`);
  });
  sites.dispose();
  expect(pages.length).toBeGreaterThan(15);
  return found;
}

function build(site: string): { log: string; folder: string; published: string[] } {
  const folder = join(site, 'public');
  const log = execFileSync(
    'hugo',
    ['--buildDrafts', '--panicOnWarning', '--source', site, '--destination', folder],
    {
      encoding: 'utf8',
    },
  );
  return { log, folder, published: readdirSync(folder, { recursive: true, encoding: 'utf8' }) };
}

function staticLinks(html: string): string[] {
  const paths = html.matchAll(
    /(?:src|href|content)="(?:https:\/\/kvarnglim\.example)?(\/(?:img|dokument|css)\/[^"]+)"/g,
  );
  return [...paths].flatMap(([, path]) => (path === undefined ? [] : [path]));
}

function filesOf(folder: string, name: RegExp): string[] {
  const paths = readdirSync(join(siteFolder, folder), { recursive: true, encoding: 'utf8' });
  return paths.map((path) => path.replaceAll('\\', '/')).filter((path) => name.test(path));
}
